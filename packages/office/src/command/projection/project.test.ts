import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acta, actaJson, dropFolder, newFolder } from "../../../../../scripts/acta-desk.js";
import { SAMPLE_HEADER, importSample, sampleCsv, sampleDefinition } from "../../import/sample-import.js";

// Made-up countries of 150 stations in two districts, each in a data folder of its own.

const work = newFolder();
afterAll(() => dropFolder(work));

/** The complete count; the votes of both options grow with the station, and with `more`. */
const CLOSED = sampleCsv(150, 40).replaceAll(",300,", ",900,");
/** The first stations are counted, the others pending. */
const open = (counted: number, csv = CLOSED): string =>
  csv
    .split("\n")
    .map((line, at) => (at <= counted ? line : line.replace(/,C,.*/, ",P,-,-,-,-")))
    .join("\n");
/** Every row with other figures. */
const rows = (change: (cells: readonly string[]) => readonly string[]): string =>
  [
    SAMPLE_HEADER,
    ...CLOSED.trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => change(line.split(",")).join(",")),
  ].join("\n");

const definition = (id: string, country = "YY", follows = ""): string =>
  sampleDefinition(undefined, id).replace("date: 2026-02-01", `date: 2026-02-01\ncountry: ${country}${follows}`);

/** Makes a data folder of one election, or adds one to it. */
async function nation(data: string, csv: string, made = definition("now"), asOf = "2026-02-01T20:00Z"): Promise<void> {
  const done = await importSample(work, join(work, data), csv, asOf, made);
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
}

/** The one line in which `acta project` says why it tells no number, in English; in Spanish it is another. Nothing is told besides. */
async function refused(data: string, ...given: readonly string[]): Promise<string> {
  const said = await acta(work, "project", "--data", data, ...given);
  const spanish = await acta(work, "project", "--data", data, ...given, "--lang", "es");
  for (const ran of [said, spanish]) {
    expect([ran.code, ran.out, ran.err.trimEnd().split("\n").length], ran.err).toEqual([1, "", 1]);
    expect(ran.err).not.toMatch(/^\S*\b[a-z]+\.[a-z]+[A-Z]\w*$|undefined|\{\w+\}|NaN/m);
  }
  expect(spanish.err).not.toBe(said.err);
  return said.err.trimEnd();
}

/** Every number of a document is one: JSON writes what is none as null, and only a chance may be left open. */
function expectNumbers(value: unknown, where: string): void {
  if (value === null) expect(where).toMatch(/pLead$|pFirst$|pSecond$|asOf$/);
  else if (typeof value === "object")
    for (const [key, each] of Object.entries(value)) expectNumbers(each, `${where}.${key}`);
  else expect(String(value), where).not.toMatch(/NaN|Infinity/);
}

describe("acta project refuses in one line, and says what to do", () => {
  beforeAll(async () => {
    await nation("few", open(20));
    await nation(
      "nobody",
      open(
        100,
        rows(([code = "", district = "", , ...rest]) => [code, district, "0", ...rest]),
      ),
    );
    await nation(
      "unknown",
      open(
        100,
        rows(([code = "", district = "", , ...rest]) => [code, district, "-", ...rest]),
      ),
    );
    const votes = (a: string, b: string): string =>
      open(
        100,
        rows((cells) => [...cells.slice(0, 4), a || (cells[4] ?? ""), b || (cells[5] ?? ""), "1", "1"]),
      );
    await nation("invalid", votes("0", "0"));
    await nation("onesided", votes("", "0"));
    const alone = definition("now").replace("options: [a, b], cells", "options: [a], cells");
    await nation("single", open(100), alone.replace("b: beto, ", ""));
    await nation("fewer", open(100));
    await nation("fewer", open(60), definition("now"), "2026-02-01T21:00Z");
    await nation("before", CLOSED, definition("foreign", "XX"));
    const elsewhere = rows(([code = "", district = "", ...rest]) => [`9${code.slice(1)}`, `${district}9`, ...rest]);
    await nation("before", elsewhere, definition("stranger"));
    await nation("before", open(100), definition("now", "YY", "\nfollows: { election: first, stationsMatch: true }"));
  }, 60_000);

  test.each([
    ["too little counted", "few", "20 of 150 stations are counted", "wait for the next edition"],
    ["nobody registered", "nobody", "nobody is registered", "needs the roll with its registered voters"],
    ["registered voters that nobody knows", "unknown", "nobody is registered", "needs the roll"],
    ["no valid vote", "invalid", "no counted sheet has a valid vote", "check how the columns of the options were read"],
    [
      "one option with all votes",
      "onesided",
      "all counted votes are for a",
      "check how the columns of the options were read",
    ],
    ["one option only", "single", "the contest has one option", "nothing to project"],
    [
      "fewer sheets than before",
      "fewer",
      "has 100 counted sheets, this one 60",
      "check which edition is the newer one",
    ],
  ])("%s", async (_what, data, why, remedy) => {
    const line = await refused(data);
    expect(line).toContain(why);
    expect(line).toContain(remedy);
  });

  test.each([
    [
      "of another country",
      "foreign",
      "the previous contest foreign is of country XX, this one of YY",
      "--previous, or none",
    ],
    ["whose stations match nothing", "stranger", "matches 0 of 150 stations or their areas", "--previous, or none"],
    ["that is not there", "nowhere", "there is no previous contest nowhere", "import it, or give --previous none"],
  ])("a previous contest %s", async (_what, previous, why, remedy) => {
    const line = await refused("before", "--election", "now", "--previous", previous);
    expect(line).toContain(why);
    expect(line).toContain(remedy);
  });

  test.each([
    ["a seed that is none", ["--seed", "-1"], "--seed takes a whole number from 0 to 2147483647, not -1"],
    ["a level that is none", ["--level", "parish"], "no area of level parish (known: country, district)"],
    ["an edition that is none", ["--edition", "9"], "no edition, or more than one, goes by 9"],
    ["an election that is none", ["--election", "other"], "other"],
    ["a backtest of an open count", ["--backtest"], "choose another with --edition"],
    ["a backtest of no levels", ["--backtest", "--levels", "60,20"], "--levels takes ascending percentages"],
    [
      "a backtest of too many orders",
      ["--backtest", "--orders", "10001"],
      "--orders takes a whole number up to 10,000",
    ],
    ["orders without a backtest", ["--orders", "3"], "--orders belongs to --backtest: add it, or leave --orders out"],
    ["a quick projection", ["--quick"], "--quick belongs to --backtest: add it, or leave --quick out"],
  ])("%s", async (_what, given, said) => {
    const election = given.includes("--election") ? [] : ["--election", "now"];
    expect(await refused("before", ...election, ...given)).toContain(said);
  });

  test("a folder without data, in the words of every command", async () => {
    expect(await refused("elsewhere")).toMatch(/^elsewhere: no acta data here/);
  });
});

describe("acta project on a made-up count", () => {
  const EARLY = open(40);
  const HALF = open(75);
  beforeAll(async () => {
    await nation("night", EARLY, definition("now"), "2026-02-01T20:00Z");
    await nation("night", HALF, definition("now"), "2026-02-01T21:00Z");
    await nation("night", CLOSED, definition("now"), "2026-02-01T22:00Z");
  }, 60_000);
  const at = (edition: string, ...more: readonly string[]) =>
    actaJson(work, "project", "--data", "night", "--edition", edition, ...more);

  test("at 100 % equals the count, with width 0, in both languages", async () => {
    const { margin, options, base } = await at("3");
    const { options: counted, margin: lead } = await actaJson(work, "results", "--data", "night", "--edition", "3");
    expect([base.counted, base.pending]).toEqual([150, 0]);
    expect(options.map(({ expected }: { expected: number }) => expected)).toEqual(
      counted.map(({ votes }: { votes: number }) => votes),
    );
    expect(margin).toMatchObject({ expected: lead.votes, sd: 0, interval99: [lead.votes, lead.votes] });
    const said = (await acta(work, "project", "--data", "night", "--edition", "3")).out;
    expect(said).toContain("The projection equals the count.");
    const spanish = (await acta(work, "project", "--data", "night", "--edition", "3", "--lang", "es")).out;
    expect(spanish).toContain("La proyección es igual al cómputo.");
  });

  test("tells its base before any interval, and no number that is none", async () => {
    for (const edition of ["1", "2", "3"]) {
      expectNumbers(await at(edition), edition);
      const { out } = await acta(work, "project", "--data", "night", "--edition", edition);
      const [base, interval] = [out.indexOf("Counted:"), out.indexOf("90 % between")];
      expect(base).toBeGreaterThan(0);
      if (interval >= 0) expect(base).toBeLessThan(interval);
      expect(out).not.toMatch(/NaN|Infinity|undefined|\bwins\b/);
    }
  });

  test("says the same bytes with the same seed; another seed draws anew and expects the same", async () => {
    const first = await at("2", "--seed", "7");
    expect(await at("2", "--seed", "7")).toEqual(first);
    const other = await at("2", "--seed", "8");
    expect(other.margin.expected).toBe(first.margin.expected);
    expect(other.margin.sd).not.toBe(first.margin.sd);
  });

  test("is the same projection when options have other names and the rows another order", async () => {
    const [header = "", ...lines] = HALF.trimEnd().split("\n");
    const turned = [header, ...lines.toReversed()].join("\n");
    await nation(
      "turned",
      [EARLY.split("\n")[0] ?? "", ...EARLY.trimEnd().split("\n").slice(1).toReversed()].join("\n"),
    );
    await nation("turned", turned, definition("now"), "2026-02-01T21:00Z");
    const named = definition("now").replace("name: Ana", "name: Zoila").replace("name: Beto", "name: Abel");
    await nation("named", EARLY, named);
    await nation("named", HALF, named, "2026-02-01T21:00Z");
    const plain = await at("2");
    const rowsTurned = await actaJson(work, "project", "--data", "turned");
    const renamed = await actaJson(work, "project", "--data", "named");
    // In the other order of the ballot the draws are others, and nothing else.
    const swapped = definition("now").replace("options: [a, b], cells", "options: [b, a], cells");
    await nation("swapped", EARLY, swapped);
    await nation("swapped", HALF, swapped, "2026-02-01T21:00Z");
    const ballotTurned = await actaJson(work, "project", "--data", "swapped");
    expect([ballotTurned.margin.of, ballotTurned.margin.over]).toEqual([plain.margin.of, plain.margin.over]);
    expect(ballotTurned.margin.expected).toBeCloseTo(plain.margin.expected, 1);
    expect(Math.abs(ballotTurned.margin.sd / plain.margin.sd - 1)).toBeLessThan(0.1);
    expect(renamed.margin).toEqual(plain.margin);
    expect(renamed.areas).toEqual(plain.areas);
    expect(rowsTurned).toEqual(plain);
  });

  test("a backtest writes the same table, figures and picture with the same seed, and others with another", async () => {
    const files = ["scores.md", "scores.json", "scores.svg"] as const;
    const written = async (seed: string, out: string): Promise<readonly string[]> => {
      const given = ["--data", "night", "--backtest", "--quick", "--orders", "4", "--worlds", "3"];
      const ran = await acta(work, "project", ...given, "--seed", seed, "--out", out);
      expect([ran.code, ran.err]).toEqual([0, ""]);
      return [ran.out, ...files.map((name) => readFileSync(join(work, out, name), "utf8"))];
    };
    const first = await written("3", "one");
    expect(await written("3", "two")).toEqual(first);
    const other = await written("4", "three");
    other.forEach((text, each) => expect(text, `${each}`).not.toBe(first[each]));
    expect(JSON.parse(first[2] ?? "")).toMatchObject({ schema: "acta-backtest/1", provenance: "synthetic", seed: 3 });
    expectNumbers(JSON.parse(first[2] ?? ""), "scores");
    expect(first[3]).toMatch(/^<svg /);
  });
});
