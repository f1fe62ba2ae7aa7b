import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acta, actaJson, dropFolder, newFolder, PERU, peruFile } from "../../../../scripts/acta-desk.js";
import { asReference, referenceRows } from "../../../../scripts/peru-reference.js";
import { describeWithShared } from "../../../../scripts/shared-data.js";

// Figures: ../shared/data/peru-2021/DATA.md and reference/, measured by a script that is independent of this code.
const EDITIONS = [
  {
    file: "runoff-2021-06-08",
    asOf: "2021-06-08T16:15:00Z",
    votes: [8_597_399, 8_519_478],
    sums: { blankVotes: 118_030, nullVotes: 1_032_146, ballotsCast: 18_267_053 },
    stations: { counted: 82_795, referred: 1_367, pending: 2_326, annulled: 4, notInstalled: 3 },
  },
  {
    file: "runoff-2021-06-09",
    asOf: "2021-06-08T22:20:00Z",
    votes: [8_649_164, 8_563_590],
    sums: { blankVotes: 118_872, nullVotes: 1_041_164, ballotsCast: 18_372_790 },
    stations: { counted: 83_486, referred: 1_354, pending: 1_648, annulled: 16, notInstalled: 3 },
  },
  {
    file: "runoff-2021-06-17",
    asOf: "2021-06-17T17:00:00Z",
    votes: [8_835_653, 8_791_696],
    sums: { blankVotes: 121_478, nullVotes: 1_107_809, ballotsCast: 18_856_636 },
    stations: { counted: 86_488, referred: 0, pending: 0, annulled: 220, notInstalled: 6 },
  },
] as const;

/** Counted sheets of the first edition that the second has sent to the tribunal; read off the two files by a script in Python. */
const BACKWARDS = [
  ["004542", "counted", "unsigned"],
  ["010625", "counted", "unsigned"],
  ["053305", "counted", "unsigned"],
  ["053430", "counted", "unsigned"],
  ["053486", "counted", "illegible"],
  ["053770", "counted", "material-error"],
  ["054467", "counted", "material-error"],
  ["054761", "counted", "unsigned"],
  ["054849", "counted", "unsigned"],
];

describeWithShared("the runoff of Peru 2021, three station files imported at once", () => {
  let data = "";
  beforeAll(async () => {
    data = newFolder();
    const sources = (["17", "08", "09"] as const).flatMap((name) => ["--source", peruFile(name)]);
    const ran = await acta(data, "import", PERU.runoff, ...sources);
    expect(ran).toMatchObject({ code: 0, err: "" });
  }, 60_000);
  afterAll(() => dropFolder(data));

  describe.each(EDITIONS)("edition $asOf", ({ file, asOf, votes, sums, stations }) => {
    test("counts what the authority counts, nationally", async () => {
      const result = await actaJson(data, "results", "--edition", asOf);
      expect(result).toMatchObject({ edition: { asOf }, policy: "counted", ...sums, registeredVoters: 25_287_954 });
      expect(result.options.map((option: { votes: number }) => option.votes)).toEqual(votes);
      expect(result.stations).toMatchObject({ total: 86_488, notCollected: 0, ...stations });
      expect(result.stations.processed).toBe(stations.counted + stations.referred);
      expect(result.margin.votes).toBe(votes[0] - votes[1]);
      expect(result.votersReported).toBe(sums.ballotsCast);
      expect(result.validVotes).toBe(votes[0] + votes[1]);
    });

    test.each([
      ["department", 30],
      ["province", 273],
      ["district", 2_082],
    ])("every %s equals the reference in every column", async (level, count) => {
      const { areas } = await actaJson(data, "results", "--edition", asOf, "--level", level);
      const reference = referenceRows(file, level);
      expect(areas).toHaveLength(count);
      expect(asReference(areas, Object.keys(reference[0] ?? {}))).toEqual(reference);
      for (const area of areas) expect(area.votersReported, area.area.code).toBe(area.ballotsCast);
    });

    test("departments, provinces, districts, polling places and computing centres each sum to the whole", async () => {
      const whole = await actaJson(data, "results", "--edition", asOf);
      for (const where of [
        ["--level", "department"],
        ["--level", "province"],
        ["--level", "district"],
        ["--level", "place"],
        ["--tree", "computing-centre", "--level", "centre"],
        ["--tree", "computing-centre", "--level", "place"],
      ]) {
        const { areas } = await actaJson(data, "results", "--edition", asOf, ...where);
        expect(sumsOf(areas), where.join(" ")).toEqual(sumsOf([whole]));
      }
    });
  });

  test("the last edition is decided by the sheets: more than half of the valid votes, nothing open", async () => {
    const result = await actaJson(data, "results");
    expect(result.outcome).toEqual({ kind: "won", between: ["perulibre"], why: "outcome.passedThreshold" });
    expect(result.open).toEqual({ stations: 0, mostVotes: 0 });
  });

  test("the first two are not: their open sheets hold more votes than the margin", async () => {
    for (const [edition, mostVotes] of [
      ["1", 404_361 + 675_430],
      ["2", 400_855 + 477_763],
    ] as const) {
      const result = await actaJson(data, "results", "--edition", edition);
      expect(result.outcome).toMatchObject({ kind: "undecided", why: "outcome.openCouldChange" });
      expect(result.open.mostVotes).toBe(mostVotes);
    }
  });

  test("as-filed on the first adds the referred sheets at their written figures and says which cells are missing", async () => {
    const result = await actaJson(data, "results", "--edition", "1", "--policy", "as-filed");
    expect(result.options.map((option: { votes: number }) => option.votes)).toEqual([8_704_760, 8_677_975]);
    expect(result.stations).toMatchObject(EDITIONS[0].stations);
    // 62 in cast, 18 + 20 in candidates, 17 blank, 21 null, 8 challenged say NA; 104 incomplete sheets have no total.
    expect(result.missingCells).toBe(62 + 18 + 20 + 17 + 21 + 8 + 104);
    const { counts } = await actaJson(data, "check", "--edition", "1");
    expect(counts).toMatchObject({ S101: 104, S105: 133 });
  });

  // DATA.md and issue 2: shares of valid votes for Castillo on the final edition.
  test.each([
    ["lima-callao", 0.34104],
    ["abroad", 0.33809],
    ["rest", 0.597],
  ])("group %s: share of valid votes %d", async (group, share) => {
    const result = await actaJson(data, "results", "--group", group);
    const [castillo] = result.options;
    expect(castillo.shareOfValid.decimal).toBeCloseTo(share, share === 0.597 ? 3 : 5);
    expect(castillo.shareOfValid).toMatchObject({ numerator: castillo.votes, denominator: result.validVotes });
    expect(result.area).toMatchObject({ code: group, level: "group" });
  });

  test("the groups are disjoint and sum to the whole; a level inside a group lists only its areas", async () => {
    const groups = await Promise.all(
      ["lima-callao", "abroad", "rest"].map((id) => actaJson(data, "results", "--group", id)),
    );
    expect(sumsOf(groups)).toEqual(sumsOf([await actaJson(data, "results")]));
    const { areas } = await actaJson(data, "results", "--group", "abroad", "--level", "province");
    expect(areas).toHaveLength(77);
    expect(sumsOf(areas)).toEqual(sumsOf([groups[1]]));
    const places = await actaJson(data, "results", "--group", "abroad", "--level", "place");
    expect(sumsOf(places.areas)).toEqual(sumsOf([groups[1]]));
  });

  test("the computing centres are those of the source: 104 in the last edition, not known in the first two", async () => {
    const last = await actaJson(data, "results", "--tree", "computing-centre", "--level", "centre");
    expect(last.areas).toHaveLength(104);
    expect(last.areas.map((area: { area: { code: string } }) => area.area.code)).toContain("C45001");
    const first = await actaJson(data, "results", "--tree", "computing-centre", "--level", "centre", "--edition", "1");
    expect(first.areas.map((area: { area: { code: string } }) => area.area.code)).toEqual(["NA"]);
  });

  describe("diff of the first two editions", () => {
    test("811 changed status, 780 figures, no counted sheet its figures, nine went backwards", async () => {
      const diff = await actaJson(data, "diff", "--from", "1", "--to", "2");
      expect(diff).toMatchObject({ statusChanged: 811, figuresChanged: 780, countedChanged: 0, regressions: 9 });
      const back = diff.changes.filter((change: { regression: boolean }) => change.regression);
      expect(back.map((change: SheetChange) => [change.station, change.statusBefore, change.statusAfter])).toEqual(
        BACKWARDS,
      );
      // Their votes left the count, whatever stands on them now.
      const { cells } = await actaJson(data, "station", "053770", "--edition", "1");
      expect(back[5].votes).toEqual([-cells.perulibre, -cells.fp]);
    });

    test("the nine are named in the text", async () => {
      const { out } = await acta(data, "diff", "--from", "1", "--to", "2");
      expect(out).toContain(`9 sheets left the count again: ${BACKWARDS.map(([station]) => station).join(", ")}`);
    });
  });

  test("diff of the last two: 3,016 changed status, 2,899 figures, one counted sheet its figures", async () => {
    const diff = await actaJson(data, "diff");
    expect(diff).toMatchObject({
      statusChanged: 3_016,
      figuresChanged: 2_899,
      countedChanged: 1,
      regressions: 0,
      from: { number: 2 },
      to: { number: 3 },
    });
    const of = (station: string) => diff.changes.find((change: { station: string }) => change.station === station);
    expect(of("001972")).toMatchObject({
      statusBefore: "counted",
      statusAfter: "counted-resolved",
      votes: [-147, -40],
    });
    expect(of("003955")).toMatchObject({ statusBefore: "counted", statusAfter: "annulled", votes: [-135, -75] });
    expect(of("026140")).toMatchObject({ statusBefore: "annulled", statusAfter: "counted-resolved" });
    const cells = async (edition: string) => (await actaJson(data, "station", "001972", "--edition", edition)).cells;
    expect(await cells("2")).toMatchObject({ perulibre: 147, fp: 40, blank: 3, null: 9, voters: 199 });
    expect(await cells("3")).toMatchObject({ perulibre: 0, fp: 0, blank: 0, null: 300 });
  });

  test("the margin's path: what the changes did to each option is the difference of the margins", async () => {
    for (const [from, to] of [
      ["1", "2"],
      ["2", "3"],
      ["1", "3"],
    ] as const) {
      const diff = await actaJson(data, "diff", "--from", from, "--to", to);
      const sum = diff.changes.reduce(
        (total: number, { votes: [a, b] }: { votes: number[] }) => total + (a ?? 0) - (b ?? 0),
        0,
      );
      expect(sum, `${from} -> ${to}`).toBe(diff.margin.to - diff.margin.from);
      const byKind = diff.transitions.reduce(
        (total: number, { votes: [a, b] }: { votes: number[] }) => total + (a ?? 0) - (b ?? 0),
        0,
      );
      expect(byKind, `${from} -> ${to}`).toBe(sum);
    }
    expect((await actaJson(data, "diff", "--from", "1", "--to", "3")).margin).toEqual({ from: 77_921, to: 43_957 });
  });

  test.each([
    ["by number", ["2"], 2],
    ["by its moment as the id writes it", ["20210608T222000Z"], 2],
    ["by the beginning of its id", ["20210617"], 3],
    ["by a moment with a zone", ["2021-06-08T17:20-05:00"], 2],
    ["by a moment just before: the one that held then", ["2021-06-08T17:19-05:00"], 1],
    ["by a local moment of the election's zone", ["2021-06-08T12:00"], 1],
    ["by a day: its last edition", ["2021-06-08"], 2],
    ["by a day without one: the last before", ["2021-06-16"], 2],
    ["without a choice: the newest", [], 3],
  ])("--edition %s", async (_, chosen, number) => {
    const result = await actaJson(data, "results", ...chosen.flatMap((text) => ["--edition", text]));
    expect(result.edition).toMatchObject({ number, asOf: EDITIONS[number - 1]?.asOf });
  });

  test("--edition by its whole id, as `acta editions` lists it", async () => {
    const { editions } = await actaJson(data, "editions");
    expect(editions.map(({ number, asOf }: Listed) => [number, asOf])).toEqual(
      EDITIONS.map(({ asOf }, at) => [at + 1, asOf]),
    );
    for (const { id, number } of editions) {
      expect(id).toMatch(/^202106\d\dT\d{6}Z-[0-9a-f]{8}$/);
      expect((await actaJson(data, "results", "--edition", id)).edition).toMatchObject({ id, number });
    }
  });

  test.each([
    ["a beginning that two share", "20210608"],
    ["a moment before all", "2021-06-07"],
    ["nonsense", "yesterday"],
    ["a number that is not there", "4"],
  ])("--edition refuses %s and says so", async (_, text) => {
    const ran = await acta(data, "results", "--edition", text);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toContain(text);
  });
});

interface Listed {
  readonly id: string;
  readonly number: number;
  readonly asOf: string;
}

interface SheetChange {
  readonly station: string;
  readonly statusBefore: string;
  readonly statusAfter: string;
}

interface Sums {
  readonly options: readonly { readonly votes: number }[];
  readonly stations: Readonly<Record<string, number>>;
}

/** Every figure of results that can be summed. */
function sumsOf(results: readonly (Sums & Readonly<Record<string, unknown>>)[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  const add = (name: string, value: number): void => {
    sums[name] = (sums[name] ?? 0) + value;
  };
  for (const result of results) {
    for (const name of [
      "blankVotes",
      "nullVotes",
      "challengedVotes",
      "ballotsCast",
      "votersReported",
      "registeredVoters",
      "missingCells",
    ])
      add(name, Number(result[name]));
    result.options.forEach((option, at) => add(`option ${at}`, option.votes));
    for (const [name, value] of Object.entries(result.stations)) add(`stations ${name}`, value);
  }
  return sums;
}
