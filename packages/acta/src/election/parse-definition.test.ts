import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDefinition } from "./index.js";

type Document = Record<string, unknown>;

/** A small definition that is right; tests change one thing in it. */
function sample(): Document {
  return {
    format: "acta-election/1",
    id: "sample",
    name: "Muestra",
    date: "2030-01-01",
    timeZone: "America/Lima",
    authority: { name: "Autoridad" },
    options: [
      { id: "a", name: "A", aliases: ["001"] },
      { id: "b", name: "B" },
    ],
    contests: [
      { id: "president", name: "Presidencia", options: ["a", "b"], outcome: { rule: "majority", runoffBetween: 2 } },
      {
        id: "congress",
        name: "Congreso",
        options: ["a", "b"],
        preferential: { candidates: 2 },
        outcome: { rule: "none" },
        stations: { tree: "geo", areas: ["1"] },
      },
    ],
    trees: [
      {
        id: "geo",
        name: "Geo",
        root: { code: "X", level: "country", name: "X" },
        levels: [{ id: "region", name: "Region" }],
      },
    ],
    groups: [{ id: "north", name: "Norte", tree: "geo", areas: ["1"] }],
    statuses: [
      { id: "counted", state: "counted", words: [["OK"]] },
      { id: "flagged", state: "referred", flags: ["incomplete"], words: [["FLAGGED"]] },
    ],
    sources: [
      {
        id: "files",
        title: "Ficheros",
        delivers: "full",
        parts: [
          {
            id: "sheets",
            station: "station",
            roll: { registered: "registered", trees: { geo: { region: { code: "region" } } } },
            sheets: [
              { contest: "president", status: ["state"], cells: { a: "a", b: "b", blank: "blank" } },
              {
                contest: "congress",
                status: ["state"],
                long: { option: "list", candidate: { column: "candidate" }, votes: "votes", words: { "A-2": "a.2" } },
              },
            ],
          },
        ],
        files: [{ name: "f.csv", sha256: "a".repeat(64), asOf: "2030-01-02T12:00:00Z", part: "sheets" }],
      },
    ],
  };
}

/** Sets a value at a dotted path; `undefined` takes the key out. */
function changed(document: Document, path: string, value: unknown): Document {
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const parent = keys.reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, document);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return document;
}

/** Problems as "code path", sorted. */
function problemsOf(document: unknown): readonly string[] {
  const parsed = parseDefinition(document);
  return parsed.ok
    ? []
    : parsed.problem.map(({ code, where }) => `${code.replace("definition.", "")} ${where}`).toSorted();
}

describe("a definition", () => {
  test("the sample is right", () => {
    expect(problemsOf(sample())).toEqual([]);
  });

  // One mistake, its code and its place.
  test.each<readonly [string, string, unknown, string]>([
    ["a missing date", "date", undefined, "missing date"],
    ["a day that is not in the calendar", "date", "2030-02-30", "badDate date"],
    ["a misspelt key", "contests.0.outcom", 1, "unknownKey contests.0.outcom"],
    ["a bad id", "id", "no spaces please", "badId id"],
    ["a colour", "options.0.colour", "red", "badColour options.0.colour"],
    ["a country", "country", "Peru", "badCountry country"],
    [
      "a hold whose moment has no zone",
      "publishNotBefore",
      [{ product: "results", moment: "2030-01-02T17:00", article: "art. 1" }],
      "badMoment publishNotBefore.0.moment",
    ],
    [
      "a hold without the article that says so",
      "publishNotBefore",
      [{ product: "results", moment: "2030-01-02T17:00-05:00" }],
      "missing publishNotBefore.0.article",
    ],
    [
      "a hold of something that is not published",
      "publishNotBefore",
      [{ product: "gossip", moment: "2030-01-02T17:00-05:00", article: "art. 1" }],
      "badValue publishNotBefore.0.product",
    ],
    ["an id twice", "options.1.id", "a", "sameId options.1.id"],
    ["an option that is not there", "contests.1.options.1", "zz", "unknownReference contests.1.options.1"],
    ["a tree that is not there", "groups.0.tree", "sky", "unknownReference groups.0.tree"],
    [
      "a contest's tree that is not there",
      "contests.1.stations.tree",
      "sky",
      "unknownReference contests.1.stations.tree",
    ],
    ["a group of nothing", "groups.0.areas", [], "emptyGroup groups.0"],
    ["a state of no kind", "statuses.0.state", "fine", "badValue statuses.0.state"],
    ["the same words for two statuses", "statuses.1.words", [["OK"]], "sameWords statuses.1.words.0"],
    ["an outcome rule of no kind", "contests.0.outcome.rule", "lottery", "badValue contests.0.outcome.rule"],
    ["a runoff of one", "contests.0.outcome.runoffBetween", 1, "badRunoff contests.0.outcome.runoffBetween"],
    [
      "a runoff of more than there are",
      "contests.0.outcome.runoffBetween",
      3,
      "badRunoff contests.0.outcome.runoffBetween",
    ],
    ["a fraction", "contests.0.outcome.moreThan", "half", "badFraction contests.0.outcome.moreThan"],
    ["a zero denominator", "contests.0.outcome.moreThan", "1/0", "badFraction contests.0.outcome.moreThan"],
    ["a cell twice", "contests.0.cells", ["blank", "blank"], "sameCell contests.0.cells"],
    ["too many cells", "contests.1.preferential.candidates", 201, "badValue contests.1.preferential.candidates"],
    ["a part without anything", "sources.0.parts.0", { id: "p", station: "s" }, "emptyPart sources.0.parts.0"],
    ["a source without sheets", "sources.0.parts.0.sheets", [], "noSheets sources.0.parts"],
    [
      "a level that is not mapped",
      "sources.0.parts.0.roll.trees.geo",
      {},
      "levelNotMapped sources.0.parts.0.roll.trees.geo",
    ],
    [
      "a level that is not there",
      "sources.0.parts.0.roll.trees.geo.town",
      { code: "t" },
      "unknownReference sources.0.parts.0.roll.trees.geo.town",
    ],
    [
      "a tree of the roll that is not there",
      "sources.0.parts.0.roll.trees.sky",
      {},
      "unknownReference sources.0.parts.0.roll.trees.sky",
    ],
    [
      "a contest that is not there",
      "sources.0.parts.0.sheets.0.contest",
      "mayor",
      "unknownReference sources.0.parts.0.sheets.0.contest",
    ],
    [
      "a forgotten column",
      "sources.0.parts.0.sheets.0.cells.b",
      undefined,
      "optionNotMapped sources.0.parts.0.sheets.0.cells",
    ],
    [
      "a column for a cell that is not there",
      "sources.0.parts.0.sheets.0.cells.zz",
      "z",
      "unknownReference sources.0.parts.0.sheets.0.cells.zz",
    ],
    [
      "a word for a candidate that is not there",
      "sources.0.parts.0.sheets.1.long.words",
      { X: "a.3" },
      "unknownReference sources.0.parts.0.sheets.1.cells.a.3",
    ],
    ["both formats at once", "sources.0.parts.0.sheets.1.cells", { a: "a" }, "wideOrLong sources.0.parts.0.sheets.1"],
    ["neither format", "sources.0.parts.0.sheets.1.long", undefined, "wideOrLong sources.0.parts.0.sheets.1"],
    [
      "printed sums in the long format",
      "sources.0.parts.0.sheets.1.sums",
      { validVotes: "v" },
      "sumsInLong sources.0.parts.0.sheets.1.sums",
    ],
    [
      "candidates where there are none",
      "contests.1.preferential",
      undefined,
      "noPreferential sources.0.parts.0.sheets.1.long.candidate",
    ],
    [
      "a fixed status that is not there",
      "sources.0.parts.0.sheets.0.status",
      { fixed: "gone" },
      "unknownReference sources.0.parts.0.sheets.0.status.fixed",
    ],
    ["a hash", "sources.0.files.0.sha256", "abc", "badHash sources.0.files.0.sha256"],
    ["a moment without its zone", "sources.0.files.0.asOf", "2030-01-02T12:00:00", "badMoment sources.0.files.0.asOf"],
    ["a part of a file that is not there", "sources.0.files.0.part", "gone", "unknownReference sources.0.files.0.part"],
    ["an address that is not public", "sources.0.files.0.url", "ftp://x", "badAddress sources.0.files.0.url"],
    ["an election that follows itself", "follows", { election: "sample" }, "followsItself follows.election"],
  ])("%s is a problem with its place", (_, path, value, problem) => {
    expect(problemsOf(changed(sample(), path, value))).toContain(problem);
  });

  const TEN: readonly (readonly [string, unknown, string])[] = [
    ["date", "2030-02-30", "badDate date"],
    ["country", "peru", "badCountry country"],
    ["options.0.colour", "red", "badColour options.0.colour"],
    ["contests.0.winner", true, "unknownKey contests.0.winner"],
    ["contests.1.options.1", "zz", "unknownReference contests.1.options.1"],
    ["groups.0.tree", "sky", "unknownReference groups.0.tree"],
    ["statuses.1.state", "fine", "badValue statuses.1.state"],
    ["sources.0.parts.0.sheets.0.cells.zz", "z", "unknownReference sources.0.parts.0.sheets.0.cells.zz"],
    ["sources.0.files.0.sha256", "abc", "badHash sources.0.files.0.sha256"],
    ["sources.0.files.0.part", "gone", "unknownReference sources.0.files.0.part"],
  ];

  test("ten mistakes of shape and of reference are reported at once, and nothing that follows from them", () => {
    const document = sample();
    for (const [path, value] of TEN) changed(document, path, value);
    expect(problemsOf(document)).toEqual(TEN.map(([, , problem]) => problem).toSorted());
  });

  test("any choice of them is reported whole: what is repaired to go on hides nothing and adds nothing", () => {
    fc.assert(
      fc.property(fc.subarray([...TEN], { minLength: 1 }), (mistakes) => {
        const document = sample();
        for (const [path, value] of mistakes) changed(document, path, value);
        expect(problemsOf(document)).toEqual(mistakes.map(([, , problem]) => problem).toSorted());
      }),
    );
  });

  test("what stands in for a mistake while the rest is checked is never reported itself", () => {
    for (const path of ["options.1.id", "trees.0.id", "contests.0.id", "statuses.0.id", "sources.0.parts.0.id"]) {
      const parsed = parseDefinition(changed(sample(), path, "not an id"));
      const problems = parsed.ok ? [] : parsed.problem;
      expect(problems).toContainEqual({ code: "definition.badId", where: path, context: expect.anything() });
      expect(JSON.stringify(problems)).not.toContain("stand-in");
    }
  });

  test("nothing crashes it: any JSON value is either a definition or a list of problems", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(problemsOf(value).length).toBeGreaterThan(0);
      }),
    );
  });

  test("nothing crashes it: any value in the place of any part of a right one", () => {
    const paths = [
      "options",
      "contests.0",
      "contests.0.options",
      "trees",
      "trees.0.levels",
      "statuses.0",
      "sources.0.parts.0",
      "sources.0.parts.0.sheets",
      "sources.0.parts.0.roll.trees",
      "sources.0.files",
      "groups",
    ];
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        expect(Array.isArray(problemsOf(changed(sample(), path, value)))).toBe(true);
      }),
    );
  });
});
