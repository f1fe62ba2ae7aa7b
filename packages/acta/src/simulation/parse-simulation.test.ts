import { describe, expect, test } from "vitest";
import { parseDefinition } from "../election/index.js";
import { parseSimulation, simulate, simulationMessagesEn, simulationMessagesEs } from "./index.js";

const option = (id: string): Record<string, unknown> => ({ id, name: id, colour: "#336699" });

const area = (code: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  code,
  name: `Area ${code}`,
  stations: 10,
  registered: 2_500,
  votes: { a: 900, b: 800 },
  blankVotes: 20,
  nullVotes: 80,
  ...more,
});

const file = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  format: "acta-simulation/1",
  id: "test",
  name: { es: "Prueba", en: "Test" },
  source: "Made up for a test",
  country: "ZZ",
  date: "2026-02-01",
  timeZone: "UTC",
  seed: 1,
  options: [option("a"), option("b")],
  contest: { id: "president", name: "President", outcome: { rule: "plurality" } },
  tree: {
    id: "regions",
    name: "Regions",
    root: { code: "all", level: "country", name: "All" },
    levels: [{ id: "region", name: "Region" }],
  },
  areas: [area("1"), area("2")],
  moments: [{ asOf: "2026-02-08T12:00Z", reported: 1, resolved: 1 }],
  ...more,
});

/** Two levels: regions with districts. */
const levels = [
  { id: "region", name: "Region" },
  { id: "district", name: "District" },
];
const deep = (areas: readonly unknown[]): Record<string, unknown> =>
  file({ tree: { id: "t", name: "T", root: { code: "all", level: "country", name: "All" }, levels }, areas });

/** What is wrong, as `code where`. */
function problemsOf(document: unknown): readonly string[] {
  const parsed = parseSimulation(document);
  return parsed.ok
    ? []
    : parsed.problem.map((problem) => `${problem.code.replace("simulation.", "")} ${problem.where}`);
}

describe("a simulation file", () => {
  test("is accepted when it is complete", () => expect(problemsOf(file())).toEqual([]));

  test("keeps the source of its totals", () => {
    const parsed = parseSimulation(file({ areas: [area("1", { source: "page 7" })] }));
    expect(parsed.ok && parsed.value.source).toBe("Made up for a test");
    expect(parsed.ok && parsed.value.areas[0]?.totals?.source).toBe("page 7");
  });

  test("may have several levels", () => {
    const tree = [{ code: "R", name: "Region" }, area("R1", { parent: "R" }), area("R2", { parent: "R" })];
    expect(problemsOf(deep(tree))).toEqual([]);
  });

  test.each<[string, Record<string, unknown>, string]>([
    [
      "votes above registered voters",
      { areas: [area("1", { registered: 1_799 })] },
      "votesAboveRegistered areas.0.votes",
    ],
    ["an area without stations", { areas: [area("1", { stations: 0 })] }, "noStations areas.0.stations"],
    ["two areas with one code", { areas: [area("1"), area("1")] }, "sameCode areas.1.code"],
    ["an area with the code of the root", { areas: [area("all")] }, "sameCode areas.0.code"],
    ["a negative number", { areas: [area("1", { nullVotes: -1 })] }, "negative areas.0.nullVotes"],
    ["negative votes", { areas: [area("1", { votes: { a: -5, b: 1 } })] }, "negative areas.0.votes.a"],
    ["not a number", { areas: [area("1", { registered: NaN })] }, "badValue areas.0.registered"],
    ["an endless number", { areas: [area("1", { registered: Infinity })] }, "notWhole areas.0.registered"],
    ["half a vote", { areas: [area("1", { blankVotes: 0.5 })] }, "notWhole areas.0.blankVotes"],
    ["a number written as text", { areas: [area("1", { registered: "2500" })] }, "badValue areas.0.registered"],
    ["more than a cell can hold", { areas: [area("1", { registered: 1e9 })] }, "tooLarge areas.0.registered"],
    [
      "votes for an unknown option",
      { areas: [area("1", { votes: { a: 1, b: 1, c: 1 } })] },
      "unknownOption areas.0.votes.c",
    ],
    ["an option without votes", { areas: [area("1", { votes: { a: 1 } })] }, "missingVotes areas.0.votes"],
    [
      "an option named like a property of objects",
      { areas: [area("1", { votes: { a: 1, b: 1, toString: 1 } })] },
      "unknownOption areas.0.votes.toString",
    ],
    ["fewer voters than stations", { areas: [area("1", { stations: 2_501 })] }, "fewRegistered areas.0.registered"],
    [
      "more voters than the stations hold",
      { areas: [area("1", { registered: 3_001 })] },
      "manyRegistered areas.0.registered",
    ],
    [
      "totals left out",
      { areas: [{ code: "1", name: "One", votes: { a: 1, b: 1 }, blankVotes: 0, nullVotes: 0 }] },
      "missing areas.0.stations",
    ],
    ["an unknown parent", { areas: [area("1", { parent: "9" })] }, "badParent areas.0.parent"],
    ["an area below the last level", { areas: [area("1"), area("2", { parent: "1" })] }, "tooDeep areas.1"],
    [
      "two options with one id",
      { options: [option("a"), option("a")], areas: [area("1", { votes: { a: 1 } })] },
      "sameId options.1.id",
    ],
    [
      "an option with a reserved id",
      { options: [option("a"), option("absent")], areas: [area("1", { votes: { a: 1, absent: 1 } })] },
      "reservedId options.1.id",
    ],
    ["an unknown option in the lean", { rural: { lean: { c: 1 } } }, "unknownOption rural.lean.c"],
    ["an unknown key", { sources: [] }, "unknownKey sources"],
    ["a share above 1", { notInstalled: 1.5 }, "outOfRange notInstalled"],
    ["a bad date", { date: "2026-02-30" }, "badDate date"],
    ["a moment without zone", { moments: [{ asOf: "2026-02-08T12:00", reported: 1 }] }, "badMoment moments.0.asOf"],
    ["no source", { source: "" }, "emptyText source"],
    ["no areas", { areas: [] }, "badValue areas"],
    ["a seed that is too large", { seed: 2 ** 32 }, "tooLarge seed"],
    [
      "an outcome that definitions do not know",
      { contest: { id: "c", name: "C", outcome: { rule: "lot" } } },
      "definition.badValue contest.outcome.rule",
    ],
    [
      "an unknown tree in a group",
      { definition: { groups: [{ id: "g", name: "G", tree: "x", areas: ["1"] }] } },
      "definition.unknownReference definition.groups.0.tree",
    ],
  ])("with %s is refused, with the path", (_, more, problem) => {
    expect(problemsOf(file(more))).toContain(problem);
  });

  test("with zero registered voters and votes is refused for both reasons", () => {
    expect(problemsOf(file({ areas: [area("1", { registered: 0 })] }))).toEqual([
      "fewRegistered areas.0.registered",
      "votesAboveRegistered areas.0.votes",
    ]);
  });

  test("with all sheets flagged twice over is refused", () => {
    const flagged = [{ flag: "unsigned", error: "none", share: 0.4 }];
    expect(problemsOf(file({ flagged, areas: [area("1", { flagged: 3 })] }))).toEqual([
      "flaggedAboveAll areas.0.flagged",
    ]);
  });

  test("with moments that go backwards is refused", () => {
    const moments = [
      { asOf: "2026-02-08T12:00Z", reported: 0.5 },
      { asOf: "2026-02-07T12:00Z", reported: 0.6 },
      { asOf: "2026-02-09T12:00Z", reported: 0.4 },
    ];
    expect(problemsOf(file({ moments }))).toEqual(["momentsBackwards moments.1", "momentsBackwards moments.2"]);
  });

  test("with wrong levels is refused", () => {
    expect(problemsOf(deep([{ code: "R", name: "R" }, area("R1", { parent: "R" }), { code: "S", name: "S" }]))).toEqual(
      ["emptyArea areas.2"],
    );
    expect(problemsOf(deep([area("R"), area("R1", { parent: "R" })]))).toEqual(["totalsAbove areas.0"]);
    expect(problemsOf(deep([area("R", { parent: "S" }), area("S", { parent: "R" })]))).toContain(
      "parentLoop areas.0.parent",
    );
  });

  test("tells all problems at once", () => {
    const areas = [area("1", { stations: 0 }), area("2", { registered: 5 }), area("2")];
    expect(problemsOf(file({ areas, date: "never" })).length).toBeGreaterThanOrEqual(5);
  });

  test.each([null, undefined, 3, "text", [], {}])("that is %j is refused", (document) => {
    expect(problemsOf(document).length).toBeGreaterThan(0);
  });

  test("cannot say that it is real", () => {
    expect(problemsOf(file({ provenance: "real" }))).toEqual(["unknownKey provenance"]);
    expect(problemsOf(file({ definition: { provenance: "real" } }))).toEqual(["unknownKey definition.provenance"]);
  });

  test("gives a definition that is synthetic and can be read", () => {
    const parsed = parseSimulation(file());
    if (!parsed.ok) throw new Error("refused");
    const read = parseDefinition(JSON.parse(JSON.stringify(simulate(parsed.value).definition)));
    expect(read.ok && read.value.provenance).toBe("synthetic");
  });
});

describe("messages", () => {
  const placeholders = (text: string): readonly string[] =>
    [...text.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1] ?? "").toSorted();

  test("Spanish and English have the same codes and the same placeholders", () => {
    const spanish = new Map<string, string>(Object.entries(simulationMessagesEs));
    expect([...spanish.keys()]).toEqual(Object.keys(simulationMessagesEn));
    for (const [code, text] of Object.entries(simulationMessagesEn))
      expect(placeholders(spanish.get(code) ?? "")).toEqual(placeholders(text));
  });
});
