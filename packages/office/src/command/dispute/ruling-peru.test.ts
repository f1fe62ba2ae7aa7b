import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PERU, acta, actaJson, dropFolder, newFolder, peruFile } from "../../../../../scripts/acta-desk.js";
import { describeWithShared } from "../../../../../scripts/shared-data.js";
import { root } from "../../../../../scripts/workshop.mjs";

// The 1,354 flagged sheets of the runoff of 6 June 2021 through the ledger (RULES 2.4 and 2.5): proposals, rulings, what they change.

const LAW = join(root, "jurisdictions/peru/law.yaml");
const BY = ["--body", "firstTribunal:lima-centro-1", "--at", "2021-06-13"];

const votesOf = (result: { options: readonly { votes: number }[] }): readonly number[] =>
  result.options.map(({ votes }) => votes);

/** Sheets of RULES 2.5 that are in the edition of 9 June. */
const SHEETS = ["051128", "044382", "053508", "000734", "001740", "023322"];

interface Proposed {
  readonly station: string;
  readonly outcome: string;
  readonly figures: Readonly<Record<string, number>>;
}

describeWithShared("rulings on the real flagged sheets of June 2021", () => {
  let work = "";
  beforeAll(async () => {
    work = newFolder();
    await actaJson(work, "import", PERU.runoff, "--source", peruFile("09"));
    await actaJson(work, "law", "add", LAW);
  }, 120_000);
  afterAll(() => dropFolder(work));

  test("RULES 2.5: the law proposes what the sheets ended with, and for 023322 what the jury departed from", async () => {
    const { proposals } = await actaJson(work, "ruling", "propose", ...SHEETS);
    expect(
      proposals.map(({ station, outcome, figures }: Proposed) => [
        station,
        outcome,
        figures["null"],
        figures["voters"],
      ]),
    ).toEqual([
      ["051128", "annulled", 168, 168],
      ["044382", "annulled", 261, 261],
      ["053508", "annulled", 300, 300],
      ["000734", "corrected", 10, 176],
      ["001740", "corrected", 19, 234],
      // Another copy had 8 null votes: the figures of this one alone annul it.
      ["023322", "annulled", 294, 294],
    ]);
  });

  test("--open: all 1,354 are proposed; the law gives figures for 810, and 544 need a body first", async () => {
    const { summary, proposals, law } = await actaJson(work, "ruling", "propose", "--open");
    expect(law.day).toBe("2021-06-08");
    expect(proposals).toHaveLength(1_354);
    expect(summary).toMatchObject({
      sheets: 1_354,
      decided: 810,
      outcomes: { corrected: 448, annulled: 362, needsBody: 544 },
    });
    const said = await acta(work, "ruling", "propose", "--open", "--lang", "es");
    expect(said.out).toMatch(
      /1,354 actas para envío al jurado: la ley da cifras para 810; 544 necesitan antes a un órgano/,
    );
  }, 60_000);

  test("what is adopted changes the count by exactly the votes of its sheets, with the next edition", async () => {
    const before = votesOf(await actaJson(work, "results"));
    const adopt = async (station: string, number: string, ...more: readonly string[]) =>
      actaJson(work, "ruling", "adopt", station, ...BY, "--ruling", number, ...more);
    expect(await adopt("051128", "1")).toMatchObject({
      outcome: "annulled",
      votersAdded: 0,
      law: [{ rule: "R2.13f", article: "RAO 15.3" }],
    });
    expect(await adopt("053508", "2")).toMatchObject({ outcome: "annulled", votersAdded: 76 });
    expect(await adopt("000734", "3")).toMatchObject({ outcome: "corrected", figures: { null: 10 } });
    expect(await adopt("001740", "4")).toMatchObject({ outcome: "corrected", figures: { voters: 234 } });
    const reason = ["--outcome", "corrected", "--figures", "nulos=8", "--reason", "another original has 8 null votes"];
    expect(await actaJson(work, "ruling", "depart", "023322", ...BY, "--ruling", "5", ...reason)).toMatchObject({
      proposal: "departed",
      figures: { null: 8 },
    });
    await actaJson(work, "seal", "--as-of", "2021-06-13 20:00");
    const after = votesOf(await actaJson(work, "results"));
    // Annulled sheets bring no votes for candidates; 000734 has 119 and 47, 001740 100 and 113, 023322 145 and 80.
    expect(after.map((votes, at) => votes - (before[at] ?? 0)).toSorted((a, b) => b - a)).toEqual([364, 240]);
  }, 60_000);

  test("a vote that only the jury can see: challenged votes are decided there, in final instance", async () => {
    const at = ["ruling", "adopt", "000043", ...BY, "--ruling", "6"];
    expect((await acta(work, ...at)).err).toMatch(/000043: .*open the envelopes/);
    await actaJson(work, ...at, "--challenged", "Perú Libre=1,fp=2");
    const { legal, cells } = await actaJson(work, "station", "43");
    expect(cells).toMatchObject({ perulibre: 109, challenged: 3 });
    expect(legal).toMatchObject({
      basis: "recorded",
      state: { kind: "final", effect: "corrected", how: "decided" },
      open: [],
    });
    await actaJson(work, "seal", "--as-of", "2021-06-14 20:00");
    expect((await actaJson(work, "station", "43")).cells).toMatchObject({ perulibre: 110, fp: 100, challenged: 0 });
  }, 60_000);

  test("bad rulings are refused in one line, with the station, and nothing is entered", async () => {
    const { size } = await actaJson(work, "doctor");
    const refusal = async (...given: readonly string[]): Promise<string> => {
      const ran = await acta(work, ...given);
      expect(ran).toMatchObject({ code: 1, out: "" });
      expect(ran.err.trimEnd().split("\n")).toHaveLength(1);
      return ran.err;
    };
    const adopt = (station: string, ...more: readonly string[]) => [
      "ruling",
      "adopt",
      station,
      ...BY,
      "--ruling",
      "9",
      ...more,
    ];
    expect(await refusal(...adopt("051128"))).toMatch(/051128: .*ruled on already; only an appeal/);
    expect(await refusal(...adopt("000043", "--challenged", "missing"))).toMatch(/000043: .*final/);
    expect(await refusal(...adopt("000001"))).toMatch(/000001: .*it is counted and was not referred/);
    expect(await refusal(...adopt("999999"))).toMatch(/no station 999999/);
    // R1.9: five seats, one empty, and a member who declines: three of four needed.
    const seat = (id: string, state: string) => ({
      kind: "membership",
      actor: { role: "tribunal", name: "finalTribunal" },
      entries: [{ body: "finalTribunal", seat: id, state, at: "2021-06-23" }],
    });
    writeFileSync(
      join(work, "seats.json"),
      JSON.stringify([seat("limaBar", "empty"), seat("supremeProsecutors", "declined")]),
    );
    await actaJson(work, "enter", "seats.json");
    const appeal = {
      kind: "ruling",
      contest: "president",
      actor: { role: "tribunal", name: "finalTribunal" },
      entries: [
        {
          ruling: "0653-2021-JNE",
          body: "finalTribunal",
          instance: 2,
          outcome: "rejectedOnMerits",
          at: "2021-06-23",
          effects: [{ station: "051128" }],
        },
      ],
    };
    writeFileSync(join(work, "appeal.json"), JSON.stringify(appeal));
    expect(await refusal("enter", "appeal.json")).toMatch(/3 members of finalTribunal cannot decide, the quorum is 4/);
    writeFileSync(join(work, "alternate.json"), JSON.stringify(seat("supremeProsecutors", "substituted")));
    await actaJson(work, "enter", "alternate.json");
    // Four sit again, but nobody has appealed.
    expect(await refusal("enter", "appeal.json")).toMatch(/051128: .*not possible while the sheet is ruled/);
    expect((await actaJson(work, "doctor")).size).toBeGreaterThan(size);
  }, 120_000);

  test("Res. 0653-2021-JNE: appealed and confirmed, 051128 is final, each step with its article", async () => {
    const { legal: before } = await actaJson(work, "history", "051128");
    const of = before.ruling.entry;
    const agent = { role: "partyAgent", name: "fp" };
    const acts = [
      {
        kind: "notification",
        contest: "president",
        actor: { role: "tribunal", name: "JEE" },
        entries: [{ of, form: "publication", at: "2021-06-14" }],
      },
      {
        kind: "appeal",
        contest: "president",
        actor: agent,
        entries: [
          {
            appeal: "1",
            of,
            body: "finalTribunal",
            filer: { role: "legalAgent", party: "fp" },
            at: "2021-06-16 18:00",
          },
        ],
      },
    ];
    writeFileSync(join(work, "acts.json"), JSON.stringify(acts));
    await actaJson(work, "enter", "acts.json");
    await actaJson(work, "enter", "appeal.json");
    const { legal } = await actaJson(work, "history", "051128");
    const steps = legal.events.map((each: Readonly<Record<string, unknown>>) => [
      each["kind"],
      each["rule"],
      each["article"],
    ]);
    expect(steps).toEqual([
      ["reported", "", ""],
      ["taken", "R2.7-rule", "LOE 33-36, 44; RAO 12-16"],
      ["noted", "", ""],
      ["taken", "R2.16-appeal", ""],
      ["taken", "R1.7", "LOJNE 23; Const. 142, 181"],
    ]);
    expect(legal).toMatchObject({ state: { kind: "final", effect: "annulled", how: "decided" }, open: [] });
    expect((await acta(work, "history", "051128")).out).toMatch(/Legal state: final \(decided\): annulled/);
  }, 60_000);

  test("the final edition: measured, eight departures; a source's later word is told beside the recorded state", async () => {
    await actaJson(work, "import", PERU.runoff, "--source", peruFile("17"));
    const measured = await actaJson(work, "ruling", "measure", "1", "2021-06-17");
    expect(measured).toMatchObject({ sheets: 1_354, postconditionBroken: [] });
    const departures = measured.agreement.flatMap((row: { departures: readonly { station: string }[] }) =>
      row.departures.map(({ station }) => station),
    );
    expect(departures).toEqual(["053486", "080715", "067732", "043286", "054467", "057281", "061478", "078579"]);
    const byLaw = measured.decidedByLawAlone.filter(({ decides }: { decides: boolean }) => decides);
    expect(byLaw).toMatchObject([
      { given: "incomplete", sheets: 109 },
      { given: "materialError", letters: "A", sheets: 3 },
    ]);
    const said = await acta(work, "ruling", "measure", "1", "2021-06-17");
    expect(said.out).toMatch(/The law gives figures for 810 of 1,354; 505 ended with exactly them\./);
    expect(said.out).toMatch(/043286 \(R2\.13f\): by the law annulled/);
    const { legal } = await actaJson(work, "station", "051128");
    expect(legal).toMatchObject({ basis: "recorded", state: { kind: "final" } });
    // Nobody recorded an act on this one: the state is what ONPE says, and whether it can be appealed is not known.
    expect((await actaJson(work, "station", "044382")).legal).toMatchObject({
      basis: "reported",
      state: { kind: "ruled", effect: "annulled" },
      open: [],
    });
  }, 120_000);
});
