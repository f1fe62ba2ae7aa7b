import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runoffForm, runoffLines, runoffSheet, runoffTable } from "../../../../scripts/peru-disputes.js";
import { docket, moment, runoffCaseLaw } from "../../../../scripts/sample-docket.js";
import type { DocketEntry } from "../../../../scripts/sample-docket.js";
import { caseBook, planPetitions } from "./index.js";
import type { PlanInput } from "./index.js";

type Line = ReturnType<typeof runoffLines>[number];

const line = (station: string, votes: readonly number[], status = "CONTABILIZADAS NORMALES"): Line => ({
  station,
  status,
  sheet: runoffSheet(
    300,
    votes.reduce((sum, each) => sum + each, 0),
    votes,
  ),
});

const text = { es: "president", en: "president" };
const contest: PlanInput["contest"] = {
  id: "president",
  name: text,
  options: ["pl", "fp"],
  form: runoffForm,
  outcome: { kind: "none", article: "" },
  stations: null,
};

function input(
  lines: readonly Line[],
  copies: Readonly<Record<string, readonly Line[]>>,
  ...entries: DocketEntry[]
): PlanInput {
  const { roll, table } = runoffTable(lines);
  const now = moment("2021-06-09T12:00:00-05:00");
  const law = runoffCaseLaw();
  const book = caseBook(docket(...entries), "peru-2021-runoff", law, now);
  const tables = new Map(Object.entries(copies).map(([name, each]) => [name, runoffTable(each).table]));
  return { contest, roll, table, copies: tables, book, law };
}

const sheets = [
  line("000001", [100, 150, 0, 0, 0]),
  line("000002", [200, 50, 0, 0, 0]),
  line("000003", [30, 80, 0, 0, 0], "SOLICITUD DE NULIDAD"),
  line("000004", [10, 90, 0, 0, 0]),
];
const pending = sheets.map(({ station }) => line(station, [0, 0, 0, 0, 0], "ACTA ELECTORAL PENDIENTE"));
const fpCopies = [line("000001", [90, 160, 0, 0, 0]), line("000002", [200, 50, 0, 0, 0]), ...pending.slice(2)];
const filed: DocketEntry = [
  "petition",
  { petition: "P-1", case: "C-1", stations: ["000002"], filer: { role: "legalAgent", party: "fp" } },
];

describe("what a side can go on", () => {
  const all = input(sheets, { "agent:fp/1": fpCopies }, filed);

  test("are its copies that differ, petitions noted on sheets, and its own cases, with what each would move", () => {
    const plan = planPetitions(all, "fp");
    expect(plan).toMatchObject({ rival: "pl", copies: 2 });
    expect(plan.stations).toEqual([
      { station: "000002", reasons: ["petitioned"], differing: [], byCopy: null, byAnnulment: 150, state: "filed" },
      {
        station: "000001",
        reasons: ["copyDiffers"],
        differing: ["pl", "fp"],
        byCopy: 20,
        byAnnulment: -50,
        state: null,
      },
      { station: "000003", reasons: ["notedOnSheet"], differing: [], byCopy: null, byAnnulment: -50, state: null },
    ]);
  });

  test("are not the copies nor the cases of the other side, by the same rules", () => {
    const plan = planPetitions(all, "pl");
    expect(plan).toMatchObject({ rival: "fp", copies: 0 });
    expect(plan.stations.map(({ station, byAnnulment }) => [station, byAnnulment])).toEqual([["000003", 50]]);
  });

  test("come with what each ground needs: note, term and fee, for every side alike", () => {
    const { grounds } = planPetitions(all, "fp");
    expect(grounds.map(({ rule, inTime }) => [rule.ground, rule.noted, inTime])).toEqual([
      ["a", true, true],
      ["b", false, true],
      ["c", true, true],
      ["d", true, true],
    ]);
    expect(grounds[1]).toMatchObject({ deadline: "2021-06-10T01:00:00Z", fee: { cents: 110_000, per: "station" } });
    expect(planPetitions(all, "pl").grounds).toEqual(grounds);
  });

  test("never is a station without a ground, whatever its votes (random ones)", () => {
    const votes = fc.array(fc.nat({ max: 90 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(votes, { minLength: 1, maxLength: 20 }), (rows) => {
        const lines = rows.map((each, at) => line(String(at + 1).padStart(6, "0"), each));
        const without = input(lines, { "agent:fp/1": lines });
        for (const side of ["pl", "fp"]) expect(planPetitions(without, side).stations).toEqual([]);
      }),
    );
  });
});
