import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acta, actaAt, dropFolder, newFolder } from "../../../../../scripts/acta-desk.js";
import { importSample, sampleCsv, sampleDefinition } from "../../import/sample-import.js";

// A made-up country of 150 stations, 100 of them counted, whose law keeps exit polls back until 17:00 and projections until 18:00.

const work = newFolder();
afterAll(() => dropFolder(work));

const at = (hour: number, minute = 0, second = 0): number => Date.UTC(2026, 1, 1, hour, minute, second);
const HOLDS = `publishNotBefore:
  - { product: exitPoll, moment: "2026-02-01T17:00Z", article: "art. 5" }
  - { product: projection, moment: "2026-02-01T18:00Z", article: "art. 6" }
`;
const PARTIAL = sampleCsv(150, 40).replaceAll(/^(0001[0-4].*?),C,.*$/gm, "$1,P,-,-,-,-");

const POLL = ["exit-poll", "--shares", "A=50,B=45", "--n", "900"] as const;
const PROJECT = ["project"] as const;
const QUICK = ["quick-count", "s.json"] as const;
const PUBLISH = ["publish", "out", "--projection"] as const;
const early = (what: string, moment: string, article: string): string =>
  `${what} of sample may not be made known before ${moment} (UTC; ${article}): wait until then`;
const PROJECTION = early("projections and quick counts", "2026-02-01 18:00", "art. 6");
const EXIT_POLL = early("exit polls", "2026-02-01 17:00", "art. 5");

beforeAll(async () => {
  const definition = `${sampleDefinition()}${HOLDS}`;
  const done = await importSample(work, join(work, "acta-data"), PARTIAL, "2026-02-01T16:00Z", definition);
  expect(done.ok).toBe(true);
  // A frame and a draw say nothing of the count: they are never held back.
  const drawn = await actaAt(at(12), work, "quick-count", "design", "--stations", "30", "--out", "s.csv");
  expect([drawn.code, drawn.err]).toEqual([0, ""]);
});

/** Expects one line in each language, nothing else, and an exit code that is not 0. @returns the English line. */
async function refused(now: number, given: readonly string[]): Promise<string> {
  const said = await actaAt(now, work, ...given);
  const spanish = await actaAt(now, work, ...given, "--lang", "es");
  for (const ran of [said, spanish]) {
    expect([ran.code, ran.out, ran.err.trimEnd().split("\n").length], ran.err).toEqual([1, "", 1]);
    expect(ran.err).not.toMatch(/^\S*\b[a-z]+\.[a-z]+[A-Z]\w*$|undefined|\{\w+\}|NaN/m);
  }
  expect(spanish.err).not.toBe(said.err);
  return said.err.trimEnd();
}

async function told(now: number, given: readonly string[]): Promise<void> {
  const ran = await actaAt(now, work, ...given);
  expect([ran.code, ran.err], given.join(" ")).toEqual([0, ""]);
  expect(ran.out).not.toBe("");
}

describe("before the hour of the law", () => {
  test.each([
    ["acta project", PROJECT, PROJECTION],
    ["acta project --json", [...PROJECT, "--json"], PROJECTION],
    ["acta project --totals", [...PROJECT, "--totals", "t.csv"], PROJECTION],
    [
      "acta project --totals with a definition alone",
      [...PROJECT, "--totals", "t.csv", "--definition", "election.yaml"],
      PROJECTION,
    ],
    ["acta results --projection", ["results", "--projection"], PROJECTION],
    ["acta quick-count", QUICK, PROJECTION],
    ["acta quick-count of a form", ["quick-count", "s.csv", "--design", "s.json"], PROJECTION],
    ["acta publish --projection", PUBLISH, PROJECTION],
    ["acta exit-poll", POLL, EXIT_POLL],
  ])("%s says so in one line and tells nothing", async (_what, given, line) => {
    expect(await refused(line === EXIT_POLL ? at(16, 59, 59) : at(17, 59, 59), given)).toBe(line);
    expect(existsSync(join(work, "out"))).toBe(false);
  });

  test("the hold of one product is not that of another", async () => {
    await told(at(17), POLL);
    await told(at(12), ["results"]);
    await told(at(12), ["publish", "plain"]);
    expect(readFileSync(join(work, "plain", "assets", "projections.json"), "utf8")).toContain('"files":[]');
  });

  test("an exit poll asks the data folder here, the one that is named, or none", async () => {
    expect(await refused(at(12), [...POLL, "--data", "acta-data"])).toBe(EXIT_POLL);
    expect(await refused(at(12), [...POLL, "--election", "sample"])).toBe(EXIT_POLL);
    expect(await refused(at(12), [...POLL, "--election", "nowhere"])).toContain("nowhere");
    expect(await refused(at(12), [...POLL, "--data", "elsewhere"])).toMatch(/^elsewhere: no acta data here/);
    const bare = newFolder();
    expect((await actaAt(at(12), bare, ...POLL)).code).toBe(0);
    dropFolder(bare);
  });
});

describe("from the hour of the law on", () => {
  test.each([
    ["acta project", PROJECT],
    ["acta results --projection", ["results", "--projection"]],
    ["acta quick-count", QUICK],
    ["acta publish --projection", PUBLISH],
    ["acta exit-poll", POLL],
  ])("%s tells", async (_what, given) => {
    await told(at(18), given);
  });

  test("what was published then is not served to anybody for whom it is earlier", async () => {
    const served = await actaAt(at(17), work, "serve", "--folder", "out", "--port", "0");
    expect([served.code, served.err.trim()]).toEqual([1, `${join(work, "out")}: ${PROJECTION}`]);
  });
});

test("another moment is an entry of whoever the law empowers: earlier, then later, the last one holds", async () => {
  const decide = async (product: string, notBefore: string): Promise<void> => {
    const facts = { product, notBefore, article: "art. 9", text: "decided in public session" };
    const act = { kind: "publication", actor: { role: "tribunal", name: "Electoral court" }, entries: [facts] };
    writeFileSync(join(work, "act.json"), JSON.stringify(act));
    const ran = await actaAt(Date.UTC(2026, 1, 2, 1), work, "enter", "act.json");
    expect([ran.code, ran.err]).toEqual([0, ""]);
  };
  await decide("projection", "2026-02-01 15:00");
  await decide("exitPoll", "2026-02-01 15:00");
  for (const given of [PROJECT, QUICK, PUBLISH, POLL]) await told(at(15), given);
  expect(await refused(at(14, 59), PUBLISH)).toContain("before 2026-02-01 15:00 (UTC; art. 9)");
  await decide("projection", "2026-02-03 09:00");
  for (const given of [PROJECT, QUICK, PUBLISH])
    expect(await refused(at(20), given)).toBe(early("projections and quick counts", "2026-02-03 09:00", "art. 9"));
  await told(at(20), POLL);
  // Nor does anybody get round it by asking for the ledger as it was before that was decided.
  const { editions } = JSON.parse((await acta(work, "editions", "--json")).out);
  const LATER = early("projections and quick counts", "2026-02-03 09:00", "art. 9");
  expect(await refused(at(20), [...PROJECT, "--at", String(editions[0].id)])).toBe(LATER);
});
