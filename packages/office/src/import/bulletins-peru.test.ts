// Claims about the published totals of Peru 2021, on the real files (origin and hashes: DATA.md beside them).
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseInstant } from "acta/basics";
import type { Instant } from "acta/basics";
import type { Contest, Election } from "acta/election";
import {
  bracketMargin,
  bulletinAt,
  checkBulletins,
  marginTimeline,
  mergeBulletins,
  reconcile,
  resultOf,
  tallyTree,
} from "acta/tabulation";
import { PRESET_POLICIES } from "acta/tabulation";
import type { AreaResult, MergedBulletin, Reconciliation } from "acta/tabulation";
import { editionsInOrder } from "acta/record";
import type { Edition } from "acta/record";
import { PERU, dropFolder, newFolder, peruFile } from "../../../../scripts/acta-desk.js";
import { describeWithShared, sharedPath } from "../../../../scripts/shared-data.js";
import { bulletinsIn, electionIn, indexOf, openEdition, openFolder, openFolderToWrite } from "../store/index.js";
import type { OpenEdition } from "../store/index.js";
import { importBulletins, importFiles, loadDefinition, matchFiles } from "./index.js";
import type { BulletinReport } from "./index.js";

interface Recorded {
  readonly election: Election;
  readonly contest: Contest;
  readonly editions: readonly { readonly edition: Edition; readonly open: OpenEdition; readonly result: AreaResult }[];
  readonly bulletins: readonly MergedBulletin[];
  readonly report: BulletinReport;
  readonly again: BulletinReport;
}

function moment(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === undefined) throw new Error(text);
  return parsed;
}

function valueOf<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

/** Imports sheets and bulletins into a new folder, the bulletins twice, and reads all of it back. */
async function record(
  folder: string,
  path: string,
  sheets: readonly string[],
  bulletins: readonly string[],
): Promise<Recorded> {
  const definition = valueOf(loadDefinition(path));
  const data = valueOf(openFolderToWrite(folder));
  const matching = valueOf(await matchFiles(definition.election, [...sheets, ...bulletins]));
  const request = {
    folder: data,
    definition,
    matching,
    asOf: null,
    now: () => moment("2026-01-02T12:00Z"),
    progress: () => undefined,
  };
  valueOf(await importFiles(request));
  const report = valueOf(await importBulletins(request));
  const again = valueOf(await importBulletins(request));
  data.close();
  return { ...readBack(folder), report, again };
}

function readBack(folder: string): Omit<Recorded, "report" | "again"> {
  const data = valueOf(openFolder(folder));
  const indexed = valueOf(electionIn(data, valueOf(indexOf(data)), undefined));
  const editions = editionsInOrder(indexed.editions).map((edition) => {
    const open = valueOf(openEdition(data, indexed, edition));
    return { edition, open, result: wholeResult(open) };
  });
  const bulletins = mergeBulletins(valueOf(bulletinsIn(data, indexed)));
  data.close();
  const { election } = editions[0]?.open ?? {};
  const contest = election?.contests[0];
  if (election === undefined || contest === undefined) throw new Error("no edition");
  return { election, contest, editions, bulletins };
}

function wholeResult(open: OpenEdition): AreaResult {
  const [contest] = open.election.contests;
  const [policy] = PRESET_POLICIES;
  const table = open.tables.get(contest?.id ?? "");
  if (contest === undefined || policy === undefined || table === undefined) throw new Error("no contest");
  const tally = tallyTree(open.election, open.roll, table, policy, 0);
  return resultOf(contest, tally, 0, { code: "PE", name: "", level: "country", wholeContest: true });
}

function compare(recorded: Recorded, series: string, at: number, area: string | null = null): Reconciliation {
  const { contest, bulletins, editions } = recorded;
  const chosen = editions[at];
  const bulletin = bulletinAt(bulletins, series, chosen?.edition.asOf ?? null, area);
  const table = chosen?.open.tables.get(contest.id);
  if (chosen === undefined || bulletin === null || table === undefined) throw new Error("nothing to compare");
  const { election, roll, edition } = chosen.open;
  return reconcile({ election, contest, roll, table, edition, ...bulletin });
}

/** One figure of the only area of a comparison: published, computed, and in the next bulletin. */
function figureOf(comparison: Reconciliation, figure: string): readonly (number | null | undefined)[] {
  const found = comparison.areas[0]?.figures.find((each) => each.figure === figure);
  return [found?.published, found?.computed, found?.next];
}

const official = (folder: string): string => sharedPath("data", "peru-2021", "official", folder);

describeWithShared("published totals of the runoff of 2021", () => {
  let recorded: Recorded;
  let folder = "";

  beforeAll(async () => {
    folder = newFolder();
    recorded = await record(
      folder,
      PERU.runoff,
      [peruFile("08"), peruFile("09"), peruFile("17")],
      [
        sharedPath("peru", "editions-2021-runoff.json"),
        official("runoff-national-series"),
        official("runoff-districts"),
        official("runoff-departments"),
      ],
    );
  }, 120_000);
  afterAll(() => dropFolder(folder));

  const of = (series: string): readonly MergedBulletin[] => recorded.bulletins.filter((each) => each.series === series);
  const codesOf = (series: string): readonly string[] =>
    checkBulletins(recorded.election, recorded.editions[0]?.open.roll, recorded.bulletins)
      .filter((finding) => finding.series === series)
      .map((finding) => finding.code);

  test("94 editions, 48 national bulletins, 5 district snapshots and 1 department bulletin are recorded, no row refused", () => {
    const facts = recorded.report.series.map((each) => [
      each.series,
      each.moments,
      each.written,
      each.rows,
      each.areas,
      each.refused,
    ]);
    expect(facts).toEqual([
      ["count-editions", 75, 75, 94, 2, 0],
      ["onpe-national", 48, 48, 48, 1, 0],
      ["onpe-districts", 5, 5, 5 * 1874, 1874, 0],
      ["onpe-departments", 1, 1, 25, 25, 0],
    ]);
  });

  test("the same files again write nothing", () => {
    expect(recorded.again.entries).toBe(0);
    expect(recorded.again.series.map((each) => each.written)).toEqual([0, 0, 0, 0]);
  });

  test("the identities of R2.8, all sums and all printed percentages hold on 48 of 48 national snapshots", () => {
    expect(of("onpe-national").every((each) => Object.keys(each.rows[0]?.figures ?? {}).length === 39)).toBe(true);
    expect(codesOf("onpe-national").filter((code) => code !== "B105")).toEqual([]);
  });

  test("they also hold in every district and department", () => {
    expect(codesOf("onpe-departments")).toEqual([]);
    expect(codesOf("onpe-districts").filter((code) => code !== "B105" && code !== "B102")).toEqual([]);
  });

  test("one snapshot is torn, and only that one: 1,590 districts of 00:54Z and 284 of 01:18Z", () => {
    const torn = recorded.bulletins.filter((each) => each.torn);
    expect(torn.map((each) => [each.series, each.asOf])).toEqual([["onpe-districts", "2021-06-08T01:18:00Z"]]);
    expect(torn[0]?.rows.filter((row) => row.asOf === "2021-06-08T00:54:00Z")).toHaveLength(1590);
    expect(torn[0]?.rows.filter((row) => row.asOf === null)).toHaveLength(284);
    expect(codesOf("onpe-districts").filter((code) => code === "B102")).toHaveLength(1);
    expect(bulletinAt(recorded.bulletins, "onpe-districts", moment("2021-06-08T02:00Z"))?.bulletin.asOf).toBe(
      "2021-06-08T00:54:00Z",
    );
  });

  test("44 national bulletins stand in both series, with the same votes", () => {
    const editions = new Map(
      of("count-editions").map((each) => [each.asOf, each.rows.find((row) => row.area === "PE")]),
    );
    const both = of("onpe-national").flatMap((each) => {
      const other = editions.get(each.asOf);
      return other === undefined ? [] : [[each.rows[0]?.figures["votes.fp"], other.figures["votes.fp"]]];
    });
    expect(both).toHaveLength(44);
    expect(both.every(([one, other]) => one === other)).toBe(true);
  });

  test("in the national series the votes of an option went back three times", () => {
    const back = checkBulletins(recorded.election, undefined, of("onpe-national")).filter(
      (each) => each.code === "B105",
    );
    expect(
      back.filter((each) => String(each.values["figure"]).startsWith("votes.")).map((each) => each.values),
    ).toEqual([
      { figure: "votes.fp", earlier: 8_446_117, later: 8_445_841 },
      { figure: "votes.fp", earlier: 8_477_744, later: 8_477_654 },
      { figure: "votes.perulibre", earlier: 8_575_756, later: 8_575_666 },
    ]);
  });

  test("the department bulletin is the one of 95.0021 %, of the same moment as a district snapshot, whose sums it is", () => {
    const [departments] = of("onpe-departments");
    expect(departments?.asOf).toBe("2021-06-08T13:48:00Z");
    expect(new Set(departments?.rows.map((row) => row.figures["shareAdvance"]))).toEqual(new Set([950_021]));
    expect(of("onpe-districts").some((each) => each.asOf === departments?.asOf)).toBe(true);
    // The check of totals compares them; a vote moved in one district is noticed.
    const moved = recorded.bulletins.map((each) => {
      if (each.asOf !== departments?.asOf || each.series !== "onpe-districts") return each;
      const rows = each.rows.map((row) => {
        const votes = row.figures["votes.fp"] ?? 0;
        return row.area === "010101" ? { ...row, figures: { ...row.figures, "votes.fp": votes + 1 } } : row;
      });
      return { ...each, rows };
    });
    const totals = checkBulletins(recorded.election, recorded.editions[0]?.open.roll, moved).filter(
      (each) => each.code === "B103",
    );
    expect(totals).toMatchObject([
      { series: "onpe-departments", area: "01", values: { figure: "votes.fp", total: 59_675, sum: 59_676 } },
    ]);
  });

  test("the edition of 8 June stands between the bulletins of 12:52Z and 16:18Z", () => {
    const national = compare(recorded, "onpe-national", 0);
    expect([national.bulletin.asOf, national.areas[0]?.nextAsOf]).toEqual([
      "2021-06-08T12:52:00Z",
      "2021-06-08T16:18:00Z",
    ]);
    expect(figureOf(national, "counted")).toEqual([82_537, 82_795, 82_857]);
    expect(figureOf(national, "votes.perulibre")).toEqual([8_592_527, 8_597_399, 8_598_728]);
    expect(figureOf(national, "votes.fp")).toEqual([8_505_270, 8_519_478, 8_523_183]);
  });

  test("the edition of 9 June stands between those of 22:20Z and 23:19Z", () => {
    const national = compare(recorded, "onpe-national", 1);
    expect([national.bulletin.asOf, national.areas[0]?.nextAsOf]).toEqual([
      "2021-06-08T22:20:00Z",
      "2021-06-08T23:19:00Z",
    ]);
    expect(figureOf(national, "counted")).toEqual([83_481, 83_486, 83_617]);
    expect(figureOf(national, "votes.perulibre")).toEqual([8_648_559, 8_649_164, 8_670_028]);
    expect(figureOf(national, "votes.fp")).toEqual([8_563_117, 8_563_590, 8_567_920]);
  });

  test("2 h 27 min after the district snapshot the edition of 8 June still agrees with 1,869 of 1,874 districts", () => {
    const districts = compare(recorded, "onpe-districts", 0);
    expect(districts.summary).toMatchObject({ agree: 1869, differ: 5, incomplete: 0 });
    expect(districts.unknownAreas).toEqual([]);
  });

  test("the edition of 17 June differs from the count of 15 June by the one station 026140: +74, +175, one annulled less", () => {
    const total = compare(recorded, "count-editions", 2);
    expect(total.bulletin.asOf).toBe("2021-06-15T20:19:00Z");
    const differences = total.areas[0]?.figures
      .filter((each) => each.difference !== 0)
      .map((each) => [each.figure, each.difference]);
    expect(differences).toEqual([
      ["annulled", -1],
      ["votes.fp", 175],
      ["votes.perulibre", 74],
    ]);
  });

  test("a series that publishes areas at different moments is asked for the area that is meant", () => {
    expect(compare(recorded, "count-editions", 0).areas.map((each) => each.area.code)).toEqual(["group:domestic"]);
    const whole = compare(recorded, "count-editions", 0, "PE");
    expect([whole.bulletin.asOf, whole.areas.map((each) => each.area.code)]).toEqual([
      "2021-06-08T12:52:00Z",
      ["PE", "group:domestic"],
    ]);
  });

  test("a printed margin of 69,546 belongs between 10:18 and 16:20 of 10 June in Lima, and was passed twice before", () => {
    const timeline = marginTimeline(recorded.election, recorded.contest, recorded.editions, recorded.bulletins);
    expect(timeline.leftOut).toEqual({ undated: 0, torn: 0, incomplete: 0 });
    const { exact, brackets } = bracketMargin(timeline, 69_546);
    expect(exact).toEqual([]);
    expect(
      brackets.map((each) => [
        each.option,
        each.before.asOf,
        each.leadBefore,
        each.after.asOf,
        each.leadAfter,
        each.direction,
      ]),
    ).toEqual([
      ["fp", "2021-06-07T12:17:00Z", 72_963, "2021-06-07T12:48:00Z", 66_790, "shrinking"],
      ["perulibre", "2021-06-07T20:21:00Z", 60_899, "2021-06-07T20:51:00Z", 74_636, "growing"],
      ["perulibre", "2021-06-10T15:18:00Z", 71_455, "2021-06-10T21:20:00Z", 68_775, "shrinking"],
    ]);
  });

  test("the proclaimed margin of 44,263 is exact in the last edition of the count and nowhere else", () => {
    const timeline = marginTimeline(recorded.election, recorded.contest, recorded.editions, recorded.bulletins);
    const { exact } = bracketMargin(timeline, 44_263);
    expect(exact.map((each) => [each.option, each.point.asOf])).toEqual([["perulibre", "2021-07-07T01:13:00Z"]]);
  });
});

/** The districts in which the station file of the first round lacks stations, and how many (DATA.md). */
const INCOMPLETE: readonly (readonly [string, number])[] = [
  ["021309", 17],
  ["100301", 9],
  ["140106", 717],
  ["140109", 418],
  ["140115", 401],
  ["140122", 273],
  ["140126", 1400],
  ["140134", 226],
  ["140135", 312],
  ["140137", 2648],
  ["140138", 114],
  ["140140", 49],
];

describeWithShared("published totals of the first round of 2021", () => {
  let recorded: Recorded;
  let folder = "";

  beforeAll(async () => {
    folder = newFolder();
    recorded = await record(
      folder,
      PERU.firstRound,
      [peruFile("first"), peruFile("17")],
      [official("first-round-districts")],
    );
  }, 120_000);
  afterAll(() => dropFolder(folder));

  test("five files make one bulletin of 1,874 districts, and nothing in it contradicts anything", () => {
    expect(recorded.report.series).toMatchObject([
      { moments: 1, rows: 1874, areas: 1874, refused: 0, from: "2021-05-11T14:15:00Z", findings: [] },
    ]);
    expect(recorded.again.entries).toBe(0);
  });

  test("the sheets agree with 1,862 of 1,862 complete districts on every figure, all 18 parties among them", () => {
    const { areas, summary } = compare(recorded, "onpe-districts", 0);
    const complete = areas.filter((each) => each.lacking === 0);
    expect(complete).toHaveLength(1862);
    expect(complete.every((each) => each.agrees)).toBe(true);
    const compared = new Set(complete[0]?.figures.map((each) => each.figure));
    for (const figure of [
      "registeredCounted",
      "ballotsCast",
      "voters",
      "validVotes",
      "blankVotes",
      "nullVotes",
      "annulled",
    ])
      expect(compared).toContain(figure);
    expect([...compared].filter((figure) => figure.startsWith("votes."))).toHaveLength(18);
    expect(summary).toMatchObject({ agree: 1862, differ: 12, incomplete: 12 });
  });

  test("the other 12 are the districts in which our source lacks stations, 6,584 in all", () => {
    const { areas } = compare(recorded, "onpe-districts", 0);
    const incomplete = areas.filter((each) => each.lacking > 0).map((each) => [each.area.code, each.lacking]);
    expect(incomplete).toEqual(INCOMPLETE);
    expect(INCOMPLETE.reduce((sum, [, stations]) => sum + stations, 0)).toBe(6_584);
  });

  test("the published totals add up to the official ones at home", () => {
    const [bulletin] = recorded.bulletins;
    const sum = (figure: string): number =>
      (bulletin?.rows ?? []).reduce((all, row) => all + (row.figures[figure] ?? 0), 0);
    expect(
      [
        "stations",
        "registeredCounted",
        "validVotes",
        "blankVotes",
        "nullVotes",
        "ballotsCast",
        "votes.perulibre",
        "votes.fp",
      ].map(sum),
    ).toEqual([83_048, 24_290_921, 14_239_057, 2_159_535, 1_087_222, 17_485_814, 2_714_152, 1_907_896]);
  });
});
