import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SheetState } from "acta/election";
import { checkDrift, stateOf, statusOf } from "acta/sheet";
import { acta, actaJson, dropFolder, newFolder, PERU, peruFile } from "../../../../scripts/acta-desk.js";
import { describeWithShared } from "../../../../scripts/shared-data.js";
import { editionIn, electionIn, indexOf, openEdition, openFolder } from "../store/index.js";
import type { OpenEdition } from "../store/index.js";

// One describe for each trap under "Quirks and traps" of ../shared/data/peru-2021/DATA.md. Number 11 is in peru-orders.test.ts;
// 13 and 14 are about published totals: cell-text.test.ts and bulletins-peru.test.ts.

interface Finding {
  readonly code: string;
  readonly stations: readonly string[];
  readonly values: Readonly<Record<string, number | string>>;
}

describeWithShared("the traps of the files of Peru 2021", () => {
  let data = "";
  let runoff: readonly OpenEdition[] = [];
  let firstRound: OpenEdition;
  beforeAll(async () => {
    data = newFolder();
    const sources = (["08", "09", "17"] as const).flatMap((name) => ["--source", peruFile(name)]);
    expect(await acta(data, "import", PERU.runoff, ...sources)).toMatchObject({ code: 0 });
    const first = ["--source", peruFile("first"), "--source", peruFile("17")];
    expect(await acta(data, "import", PERU.firstRound, ...first)).toMatchObject({ code: 0 });
    runoff = ["1", "2", "3"].map((number) => opened(data, "peru-2021-runoff", number));
    firstRound = opened(data, "peru-2021-first-round", "1");
  }, 60_000);
  afterAll(() => dropFolder(data));

  const edition = (number: 1 | 2 | 3): OpenEdition => runoff[number - 1] ?? firstRound;
  const findings = async (number: number): Promise<readonly Finding[]> =>
    (await actaJson(data, "check", "--edition", String(number))).findings;
  const stationsWith = (list: readonly Finding[], ...codes: readonly string[]): readonly string[] =>
    list
      .filter(({ code }) => codes.includes(code))
      .flatMap(({ stations }) => stations)
      .toSorted();

  describe("quirk 1: a sum over all rows overstates the count", () => {
    test("open sheets are out of `counted`, in under `as-filed`, and the result says how many are open", async () => {
      const votes = async (...policy: readonly string[]) =>
        (await actaJson(data, "results", "--edition", "1", ...policy)).options.map(
          (option: { votes: number }) => option.votes,
        );
      expect(await votes()).toEqual([8_597_399, 8_519_478]);
      expect(await votes("--policy", "as-filed")).toEqual([8_704_760, 8_677_975]);
      const { open } = await actaJson(data, "results", "--edition", "1");
      expect(open.stations).toBe(1_367 + 2_326);
    });
  });

  describe("quirk 2: NA in numeric columns, totals left empty, totals above the registered voters", () => {
    test("cells that are not supplied are a finding on 133 and 147 open sheets and on no counted one", async () => {
      for (const [number, count] of [
        [1, 133],
        [2, 147],
      ] as const) {
        const with105 = stationsWith(await findings(number), "S105");
        expect(with105).toHaveLength(count);
        expect(new Set(with105.map((code) => stateAt(edition(number), code)))).toEqual(
          new Set<SheetState>(["referred"]),
        );
      }
    });

    test("an incomplete sheet has no total: blank, never 0", async () => {
      const incomplete = (number: 1 | 2) =>
        rowsWith(edition(number), (status) => status === "incomplete").map(({ code }) => code);
      expect(incomplete(1)).toHaveLength(104);
      expect(stationsWith(await findings(1), "S101")).toEqual(incomplete(1));
      expect(stationsWith(await findings(2), "S101")).toEqual(incomplete(2));
      const [first = ""] = incomplete(1);
      expect((await actaJson(data, "station", first, "--edition", "1")).cells.voters).toEqual({ kind: "blank" });
    });

    test("three sheets have more voters than registered; 624 and 621 open sheets do not add up; counted ones always do", async () => {
      const list = await findings(1);
      const over = list.filter(({ code }) => code === "S201").map(({ stations, values }) => [stations[0], values]);
      expect(over).toEqual([
        ["001740", { voters: 334, registered: 300 }],
        ["002172", { voters: 766, registered: 251 }],
        ["040456", { voters: 303, registered: 300 }],
      ]);
      const unequal = ["S101", "S202", "S204", "S205", "S209"];
      expect(new Set(stationsWith(list, ...unequal)).size).toBe(624);
      expect(new Set(stationsWith(await findings(2), ...unequal)).size).toBe(621);
      for (const number of [1, 2, 3] as const) {
        const wrong = stationsWith(await findings(number), ...unequal, "S402", "S403", "S404");
        expect(wrong.filter((code) => stateAt(edition(number), code) === "counted")).toEqual([]);
      }
    });
  });

  describe("quirk 3: the total stands in the box of the challenged votes", () => {
    test("23 and 22 sheets are named, and what is left is the challenged votes", async () => {
      for (const [number, count, raw, real] of [
        [1, 23, 8_413, 1_734],
        [2, 22, 7_543, 1_477],
      ] as const) {
        const list = await findings(number);
        expect(stationsWith(list, "S209")).toHaveLength(count);
        const filed = await actaJson(data, "results", "--edition", String(number), "--policy", "as-filed");
        expect(filed.challengedVotes).toBe(raw);
        const challenged = rowsWith(edition(number), (status) => status === "challenged");
        expect(sum(challenged.map(({ cells }) => cells["challenged"] ?? 0))).toBe(real);
        const counted = await actaJson(data, "results", "--edition", String(number));
        expect(counted.challengedVotes).toBe(0);
      }
    });
  });

  describe("quirk 4: names of polling places differ in 507 rows", () => {
    test("they are roll facts: reported as drift, not as changed sheets; registered voters and areas agree", async () => {
      const { rollDrift } = await actaJson(data, "diff", "--from", "2", "--to", "3");
      expect(rollDrift).toEqual({ registered: 0, area: 0, place: 507 });
      expect((await actaJson(data, "diff", "--from", "1", "--to", "2")).rollDrift).toEqual({
        registered: 0,
        area: 0,
        place: 0,
      });
      const nameless = edition(1).roll.place.filter((place) => edition(1).roll.places[place] === undefined);
      expect(nameless).toHaveLength(257);
    });

    test("stations whose place has no name stay in the sums by place", async () => {
      const { areas } = await actaJson(data, "results", "--edition", "1", "--level", "place");
      const unnamed = areas.filter(({ area }: { area: { code: string } }) => area.code.endsWith("/NA"));
      expect(sum(unnamed.map(({ stations }: { stations: { total: number } }) => stations.total))).toBe(257);
      expect(sum(areas.map(({ stations }: { stations: { total: number } }) => stations.total))).toBe(86_488);
    });
  });

  test("quirk 5: the 1,477 challenged votes of 471 sheets became 1,125 null, 246 and 104 for the candidates, 2 blank", () => {
    const before = rowsWith(edition(2), (status) => status === "challenged");
    expect(before).toHaveLength(471);
    const after = new Map(rowsWith(edition(3), () => true).map((row) => [row.code, row.cells]));
    const change = (cell: string): number =>
      sum(before.map(({ code, cells }) => (after.get(code)?.[cell] ?? 0) - (cells[cell] ?? 0)));
    expect([change("challenged"), change("null"), change("fp"), change("perulibre"), change("blank")]).toEqual([
      -1_477, 1_125, 246, 104, 2,
    ]);
    expect(sum(rowsWith(edition(3), () => true).map(({ cells }) => cells["challenged"] ?? 0))).toBe(0);
  });

  describe("quirk 6: annulled sheets", () => {
    test("220 sheets count as null votes only: 44,953 of 64,733 registered voters", async () => {
      const annulled = rowsWith(edition(3), (status) => status === "annulled");
      expect(annulled).toHaveLength(220);
      expect(sum(annulled.map(({ cells }) => cells["null"] ?? 0))).toBe(44_953);
      expect(sum(annulled.map(({ registered }) => registered))).toBe(64_733);
      for (const cell of ["perulibre", "fp", "blank", "challenged"])
        expect(sum(annulled.map(({ cells }) => cells[cell] ?? 0)), cell).toBe(0);
      // The figures of the source are as decided: they are not transformed a second time.
      const { nullVotes } = await actaJson(data, "results");
      expect(nullVotes).toBe(1_107_809);
    });

    test("without a usable total the registered voters become null: 003955 went from 219 voters to 300 null votes", async () => {
      expect((await actaJson(data, "station", "003955", "--edition", "2")).cells.voters).toBe(219);
      const after = await actaJson(data, "station", "003955", "--edition", "3");
      expect(after).toMatchObject({
        status: "annulled",
        registeredVoters: 300,
        cells: { perulibre: 0, fp: 0, null: 300 },
      });
    });
  });

  test("quirk 7: an option that a resolution set to zero while the sheet stayed counted is a finding on the sheet", async () => {
    const zeroed = stationsWith(await findings(3), "S305");
    for (const station of ["009233", "012438", "033563", "045455", "067596", "071937"])
      expect(zeroed).toContain(station);
    const { findings: own } = await actaJson(data, "station", "045455");
    expect(own.map(({ code }: Finding) => code)).toEqual(expect.arrayContaining(["S303", "S305"]));
  });

  test("quirk 8: the nine counted sheets without a valid vote are named; eleven stations have no ballots, six were not installed", async () => {
    const nine = ["001849", "001972", "016703", "045455", "057344", "082167", "082168", "082195", "082196"];
    expect(stationsWith(await findings(3), "S301", "S303")).toEqual(nine);
    const without = rowsWith(edition(3), () => true).filter(({ cells }) => cells["voters"] === 0);
    expect(without).toHaveLength(11);
    expect(without.filter(({ state }) => state === "notInstalled").map(({ code }) => code)).toEqual([
      "082192",
      "082193",
      "082194",
      "082330",
      "082336",
      "082340",
    ]);
    const area = async (code: string) =>
      (await actaJson(data, "station", code)).areas.map(({ name }: { name: string }) => name);
    expect(await area("082192")).toContain("VALENCIA");
  });

  test("quirk 9: codes from 900001 on are at home; abroad is what the area says", async () => {
    const { roll } = edition(3);
    const settlements = roll.codes.flatMap((code, row) => (code >= "900001" ? [row] : []));
    expect(settlements).toHaveLength(3_108);
    expect(sum(settlements.map((row) => roll.registered[row] ?? 0))).toBe(778_663);
    const districts = roll.trees[0]?.areas ?? [];
    expect(settlements.filter((row) => districts[roll.leaves[0]?.[row] ?? 0]?.code.startsWith("9"))).toEqual([]);
    const abroad = await actaJson(data, "results", "--group", "abroad");
    const domestic = await actaJson(data, "results", "--group", "domestic");
    expect(abroad.stations.total).toBe(3_440);
    expect(domestic.stations.total).toBe(86_488 - 3_440);
    const codes = roll.codes.filter((_, row) => districts[roll.leaves[0]?.[row] ?? 0]?.code.startsWith("9"));
    expect([codes[0], codes.at(-1)]).toEqual(["079941", "083380"]);
  });

  test("quirk 10: nine counted sheets went back out of the count, and the diff says so", async () => {
    const { regressions, margin } = await actaJson(data, "diff", "--from", "1", "--to", "2");
    expect(regressions).toBe(9);
    expect(margin).toEqual({ from: 77_921, to: 85_574 });
  });

  describe("quirk 12: rows of the first round that were not collected, and rolls that differ between the rounds", () => {
    test("9,335 sheets are not collected: neither zero votes nor pending at the authority", () => {
      const missing = rowsWith(firstRound, (status) => status === "not-collected");
      expect(missing).toHaveLength(9_335);
      expect(
        missing.every(({ registered, cells }) => registered === -1 && Object.values(cells).every((value) => value < 0)),
      ).toBe(true);
      const [tree] = firstRound.roll.trees;
      expect(tree?.areas.some(({ code }) => code === "NA")).toBe(false);
    });

    test("352 registered numbers, 1,361 place names and 18 district codes differ; the first round keeps its own", () => {
      const filled = new Set(rowsWith(firstRound, (status) => status !== "not-collected").map(({ code }) => code));
      const drift = checkDrift(firstRound.roll, edition(3).roll).findings.filter(({ rows }) =>
        filled.has(edition(3).roll.codes[rows[0] ?? -1] ?? ""),
      );
      const of = (code: string) => drift.filter((finding) => finding.code === code);
      // Districts have six digits; the computing centres were other ones in every row.
      const districts = of("C204").filter(({ values }) => /^\d{6}$/.test(String(values["later"])));
      expect(districts.every(({ values }) => String(values["later"]).startsWith("9228"))).toBe(true);
      expect({ registered: of("C201").length, place: of("C202").length, area: districts.length }).toEqual({
        registered: 352,
        place: 1_361,
        area: 18,
      });
      const registeredOf = ({ roll }: OpenEdition, code: string) => roll.registered[roll.codes.indexOf(code)];
      expect([registeredOf(firstRound, "002145"), registeredOf(edition(3), "002145")]).toEqual([290, 291]);
    });
  });

  describe("quirk 15: quotes are rare and late, with line breaks and special characters inside", () => {
    test("every record is one station: 86,488 in each edition", () => {
      for (const each of [...runoff, firstRound]) expect(each.roll.codes).toHaveLength(86_488);
    });

    test("an address with a line break, doubled quotes, Ñ, degree signs and dashes is kept as it stands", () => {
      const { places } = edition(3).roll;
      expect(places.filter(({ address }) => address.includes("\r\n"))).toHaveLength(1);
      const texts = places.flatMap(({ name, address }) => [name, address]);
      for (const mark of ['"', "Ñ", "°", "\u00A0", "–"])
        expect(
          texts.some((text) => text.includes(mark)),
          mark,
        ).toBe(true);
      expect(texts.some((text) => /^"|""|\uFFFD/.test(text))).toBe(false);
    });
  });
});

function opened(data: string, electionId: string, number: string): OpenEdition {
  const folder = openFolder(`${data}/acta-data`);
  if (!folder.ok) throw new Error(folder.problem.code);
  const index = indexOf(folder.value);
  if (!index.ok) throw new Error(index.problem.code);
  const election = electionIn(folder.value, index.value, electionId);
  if (!election.ok) throw new Error(election.problem.code);
  const edition = editionIn(election.value, { text: number, until: null });
  if (!edition.ok) throw new Error(edition.problem.code);
  const open = openEdition(folder.value, election.value, edition.value);
  folder.value.close();
  if (!open.ok) throw new Error(open.problem.code);
  return open.value;
}

interface SheetRow {
  readonly code: string;
  readonly state: SheetState | null;
  readonly registered: number;
  readonly cells: Readonly<Record<string, number>>;
}

/** The sheets whose status is wanted, with their cells by id; marks are negative. */
function rowsWith({ roll, tables }: OpenEdition, wanted: (status: string) => boolean): readonly SheetRow[] {
  const table = tables.get("president");
  if (table === undefined) throw new Error("no contest");
  return roll.codes.flatMap((code, row) => {
    if (!wanted(statusOf(table, row)?.id ?? "")) return [];
    const cells = Object.fromEntries(table.form.cells.map(({ id }, at) => [id, table.cells[at]?.[row] ?? 0]));
    return [{ code, state: stateOf(table, row), registered: roll.registered[row] ?? -1, cells }];
  });
}

function stateAt({ roll, tables }: OpenEdition, code: string): SheetState | null {
  const table = tables.get("president");
  return table === undefined ? null : stateOf(table, roll.codes.indexOf(code));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
