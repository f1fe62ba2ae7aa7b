import { describe, expect, test } from "vitest";
import { parseDefinition } from "./parse-definition.js";

/** A small definition with this geography. */
function parsed(geography: Readonly<Record<string, unknown>>) {
  return parseDefinition({
    format: "acta-election/1",
    id: "sample",
    name: "Sample",
    date: "2030-01-02",
    timeZone: "UTC",
    authority: { name: "Authority" },
    options: [{ id: "a", name: "A" }],
    contests: [{ id: "c", name: "C", options: ["a"], outcome: { rule: "plurality" } }],
    trees: [
      {
        id: "places",
        name: "Places",
        root: { code: "X", level: "country", name: "X" },
        levels: [{ id: "district", name: "District" }],
      },
    ],
    groups: [{ id: "away", name: "Away", tree: "places", areas: ["9"] }],
    statuses: [{ id: "counted", state: "counted" }],
    geography,
  });
}

const FILE = { name: "outlines.json", sha256: "a".repeat(64) };

/** Problems as "code path". */
function problemsOf(geography: Readonly<Record<string, unknown>>): readonly string[] {
  const read = parsed(geography);
  return read.ok ? [] : read.problem.map(({ code, where }) => `${code.replace("definition.", "")} ${where}`);
}

describe("the geography of a definition", () => {
  test("says which property carries the codes of a level, and where the squares stand without outlines", () => {
    const read = parsed({
      outlines: [{ level: "district", file: "outlines.json", code: "census" }],
      panels: ["away"],
      tiles: [" 1 .  2", ".. 3"],
      files: [FILE],
    });
    expect(read.ok && read.value.geography).toEqual({
      tree: "places",
      credit: "",
      outlines: [{ level: "district", file: "outlines.json", object: "", code: "census", crosswalk: null }],
      points: [],
      panels: ["away"],
      tiles: [
        ["1", "", "2"],
        ["", "3"],
      ],
      files: [{ ...FILE, url: "" }],
    });
  });

  test.each<readonly [string, Readonly<Record<string, unknown>>, string]>([
    ["a tree that is not there", { tree: "gone" }, "unknownReference geography.tree"],
    [
      "a level that the tree has not",
      { outlines: [{ level: "city", file: "outlines.json", code: "c" }], files: [FILE] },
      "unknownReference geography.outlines.0.level",
    ],
    [
      "a file that is not listed",
      { outlines: [{ level: "district", file: "gone.json", code: "c" }] },
      "unknownReference geography.outlines.0.file",
    ],
    [
      "a crosswalk that is not listed",
      {
        outlines: [
          {
            level: "district",
            file: "outlines.json",
            code: "c",
            crosswalk: { file: "gone.csv", from: "a", to: "b" },
          },
        ],
        files: [FILE],
      },
      "unknownReference geography.outlines.0.crosswalk.file",
    ],
    ["a group that is not there", { panels: ["gone"] }, "unknownReference geography.panels.0"],
    ["an area on two squares", { tiles: ["1 2", "2"] }, "sameId geography.tiles.1"],
    ["a file listed twice", { files: [FILE, { ...FILE, name: "again.json" }] }, "sameHash geography.files.1"],
    ["two files of one name", { files: [FILE, { ...FILE, sha256: "b".repeat(64) }] }, "sameId geography.files.1.name"],
    ["a hash that is none", { files: [{ ...FILE, sha256: "abc" }] }, "badHash geography.files.0.sha256"],
    ["an address that is not public", { files: [{ ...FILE, url: "file:///x" }] }, "badAddress geography.files.0.url"],
    ["a slip in a key", { outline: [] }, "unknownKey geography.outline"],
  ])("%s is a problem with its place", (_, geography, problem) => {
    expect(problemsOf(geography)).toEqual([problem]);
  });
});
