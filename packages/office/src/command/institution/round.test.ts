import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { acta, actaJson, dropFolder, newFolder } from "../../../../../scripts/acta-desk.js";
import { PERU_INSTITUTIONS } from "../../../../../scripts/peru-institutions.js";
import { importSample, sampleCsv } from "../../import/sample-import.js";

let work = "";
beforeAll(() => {
  work = newFolder();
});
afterAll(() => dropFolder(work));
const write = (name: string, document: object): void => writeFileSync(join(work, name), JSON.stringify(document));
const peru = (day: string, office: string) => ["--law", PERU_INSTITUTIONS, "--on", day, "--office", office];

/** A document of votes of the whole. */
function votes(lists: Readonly<Record<string, number | null>>, validVotes: number | null) {
  return {
    format: "acta-votes/1",
    source: "RULES R4.8, R7.8",
    whole: validVotes === null ? {} : { validVotes },
    lists: Object.entries(lists).map(([list, own]) => (own === null ? { list } : { list, votes: own })),
    districts: [],
  };
}

test("first round of 2026: a runoff, second and third 21,209 apart, within 30 days of the proclamation", async () => {
  write("first.json", votes({ FP: 2_877_678, JP: 2_015_114, RP: 1_993_905 }, 16_738_039));
  const given = ["round", "first.json", ...peru("2026-04-12", "presidency"), "--proclaimed", "2026-05-08"];
  const said = await acta(work, ...given);
  expect(said.out).toContain("Runoff between FP, JP");
  expect(said.out).toContain("Between place 2 and the next: 21,209 votes.");
  expect(said.out).toContain("9,851,342 valid votes are of lists that the file does not name");
  expect(said.out).toContain("The runoff is held on 7 June 2026 at the latest.");
  expect(await actaJson(work, ...given)).toMatchObject({
    schema: "acta-round/1",
    kind: "runoff",
    unnamedVotes: 9_851_342,
    places: { sure: ["FP", "JP"], gap: 21_209 },
    lastRunoffDay: "2026-06-07",
  });
});

test("a tie in the runoff is an outcome with a name; one vote more wins", async () => {
  const runoff = peru("2021-06-06", "presidency-runoff");
  write("tie.json", votes({ a: 10, b: 10 }, null));
  expect((await acta(work, "round", "tie.json", ...runoff, "--lang", "es")).out).toContain(
    "Empate, y la regla no decide: a, b",
  );
  write("won.json", votes({ a: 11, b: 10 }, null));
  expect(await actaJson(work, "round", "won.json", ...runoff)).toMatchObject({ kind: "won", between: ["a"] });
});

test("of an edition, open sheets are bounds: what acta results says of the same count", async () => {
  const done = await importSample(work, join(work, "data"), sampleCsv(40), "2026-02-01T20:00Z");
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
  const round = await actaJson(work, "round", "--data", "data", ...peru("2021-06-06", "presidency-runoff"));
  const { open, outcome, options } = await actaJson(work, "results", "--data", "data");
  expect(round.provenance).toBe("synthetic");
  expect(round.open.stations).toBe(open.stations);
  expect(round.options.map((each: { option: string; votes: number }) => [each.option, each.votes])).toEqual(
    options.map((each: { id: string; votes: number }) => [each.id, each.votes]),
  );
  expect(["won", "tied", "undecided"]).toContain(round.kind);
  if (outcome.kind === "won") expect(round.between).toEqual(outcome.between);
});

test("what cannot be decided is refused in one line", async () => {
  const refused = async (...given: readonly string[]) => {
    const { code, out, err } = await acta(work, ...given);
    expect([code, out, err.trimEnd().split("\n").length]).toEqual([1, "", 1]);
    return err.trimEnd();
  };
  const runoff = peru("2021-06-06", "presidency-runoff");
  write("unknown.json", votes({ a: 10, b: null }, null));
  expect(await refused("round", "unknown.json", ...runoff)).toMatch(/votes of b are not known/);
  write("more.json", votes({ a: 10, b: 5 }, 12));
  expect(await refused("round", "more.json", ...runoff)).toMatch(
    /votes of the lists are 15, but the valid votes are given as 12/,
  );
  expect(await refused("round", "more.json", "--law", PERU_INSTITUTIONS)).toMatch(/--on/);
  expect(await refused("round", "more.json", "--law", PERU_INSTITUTIONS, "--on", "2021-06-06")).toMatch(
    /presidency, presidency-runoff/,
  );
});
