import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hex, parseCanonicalJson } from "../basics/index.js";
import { editionFiles, replayEditions } from "./index.js";
import type { DataFile } from "./index.js";
import { sampleLedger } from "./sample-country.js";
import type { SampleImport, SampleSheet } from "./sample-country.js";

const sha256 = (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest();
const textOf = (file: DataFile | undefined): string => new TextDecoder().decode(file?.bytes);

interface Made {
  readonly root: string;
  readonly files: ReadonlyMap<string, DataFile>;
}

/** All editions of a ledger with their files by hash. */
function editionsOf(stations: number, imports: readonly SampleImport[]): readonly Made[] {
  const { leaves, blobs } = sampleLedger(sha256, stations, imports);
  const made: Made[] = [];
  const replayed = replayEditions(blobs, leaves, (state) => {
    const files = new Map<string, DataFile>();
    const root = editionFiles(sha256, state, (file) => files.set(file.sha256, { ...file, bytes: file.bytes.slice() }));
    made.push({ root, files });
  });
  if (!replayed.ok) throw new Error(JSON.stringify(replayed.problem));
  return made;
}

const code = (at: number): string => String(at + 1).padStart(3, "0");

/** The president's sheets of stations 1 to `count`. */
function sheetsOf(count: number, more = 0): readonly SampleSheet[] {
  return Array.from({ length: count }, (_, at) => ({
    station: code(at),
    status: at % 5 === 4 ? "referred" : "counted",
    cells: [10 + at + more, 2 * at, at % 4 === 3 ? "?" : 1, 0],
  }));
}

/** Sums the figures of all children against those of their parent, down to the stations; returns how many lists it has summed. */
function sumDown(made: Made, hash: string): number {
  const json = JSON.parse(textOf(made.files.get(hash)));
  if (json.schema === "acta-place/1") {
    expect(json.stations.rows).toHaveLength(json.results[0].stations.total);
    return 1;
  }
  const rows: (string | number)[][] =
    json.children.rows ??
    json.children.pages.flatMap((page: { file: string }) => JSON.parse(textOf(made.files.get(page.file))).rows);
  if (rows.length === 0) return 0;
  const [headline] = json.results.filter((result: { policies: string[] }) => result.policies.includes("counted"));
  const votes = headline.options.map((option: { votes: number }) => option.votes);
  const parent = [headline.stations.total, headline.stations.counted, headline.registeredVoters];
  const sums = rows[0]?.slice(3).map((_, at) => rows.reduce((sum, row) => sum + Number(row[at + 3]), 0));
  expect(sums).toEqual([...parent, headline.ballotsCast, headline.validVotes, ...votes]);
  return 1 + rows.reduce((sum, row) => sum + sumDown(made, String(row[2])), 0);
}

function rootsOf(made: Made): readonly string[] {
  const edition = JSON.parse(textOf(made.files.get(made.root)));
  return edition.contests.flatMap((each: { trees: { root: string }[] }) => each.trees.map(({ root }) => root));
}

/** The file of an area without what says where in the ledger its sheets stand, and without hashes. */
function figuresOf(made: Made): readonly unknown[] {
  const figures = [...made.files.values()].flatMap((file) => {
    const json = JSON.parse(textOf(file));
    if (file.about.kind === "edition") return [];
    const stations = json.stations?.rows?.map((row: unknown[]) => row.toSpliced(4, 1));
    return [JSON.stringify({ about: file.about, results: json.results, stations })];
  });
  return figures.toSorted();
}

describe("the files of an edition", () => {
  test("are the same as ever, byte for byte", () => {
    const [made] = editionsOf(9, [
      { president: sheetsOf(9), mayor: [{ station: "001", status: "counted", cells: [3, 4, 0] }] },
    ]);
    expect(made?.root).toMatchInlineSnapshot(`"6170bdbb4ebbf41125ad80fa7df7d0b0b321b7c9e3f00a854149e075b8f96bed"`);
    const [root = ""] = made === undefined ? [] : rootsOf(made);
    expect(JSON.parse(textOf(made?.files.get(root)))).toMatchInlineSnapshot(`
      {
        "area": {
          "code": "X",
          "level": "country",
          "name": "País",
        },
        "children": {
          "columns": [
            "code",
            "name",
            "file",
            "stations",
            "counted",
            "registeredVoters",
            "ballotsCast",
            "validVotes",
            "votes.a",
            "votes.b",
          ],
          "policy": "counted",
          "rows": [
            [
              "N",
              "Área N",
              "45463ed50f5cda29272853941ac434656752b428b65bdc1521e9f8e62b258bdc",
              6,
              5,
              1221,
              104,
              101,
              67,
              34,
            ],
            [
              "S",
              "Área S",
              "a951ca247a3ddb3db7ff3853d7a145568eb8e77fabbe49aee188ea550407895d",
              3,
              3,
              615,
              78,
              75,
              45,
              30,
            ],
          ],
        },
        "contest": "president",
        "election": "sample",
        "mode": "reported",
        "newest": {
          "edition": {
            "asOf": "2026-02-01T20:00:00Z",
            "id": "e1",
            "number": 1,
          },
          "entry": 15,
        },
        "provenance": "synthetic",
        "results": [
          {
            "ballotsCast": 182,
            "blankVotes": 6,
            "challengedVotes": 0,
            "leader": {
              "id": "a",
              "tie": [],
            },
            "margin": {
              "ofValid": {
                "decimal": 0.272727273,
                "denominator": 176,
                "numerator": 48,
              },
              "votes": 48,
            },
            "missingCells": 2,
            "nullVotes": 0,
            "open": {
              "mostVotes": 204,
              "stations": 1,
            },
            "options": [
              {
                "id": "a",
                "shareOfValid": {
                  "decimal": 0.636363636,
                  "denominator": 176,
                  "numerator": 112,
                },
                "votes": 112,
              },
              {
                "id": "b",
                "shareOfValid": {
                  "decimal": 0.363636364,
                  "denominator": 176,
                  "numerator": 64,
                },
                "votes": 64,
              },
            ],
            "outcome": {
              "between": [
                "a",
                "b",
              ],
              "kind": "undecided",
              "why": "outcome.openCouldChange",
            },
            "policies": [
              "counted",
              "undisputed",
            ],
            "registeredVoters": 1836,
            "stations": {
              "annulled": 0,
              "counted": 8,
              "notCollected": 0,
              "notInstalled": 0,
              "pending": 0,
              "processed": 9,
              "referred": 1,
              "total": 9,
            },
            "turnoutCounted": {
              "decimal": 0.111519608,
              "denominator": 1632,
              "numerator": 182,
            },
            "turnoutRoll": {
              "decimal": 0.09912854,
              "denominator": 1836,
              "numerator": 182,
            },
            "validVotes": 176,
            "votersReported": 0,
          },
          {
            "ballotsCast": 205,
            "blankVotes": 7,
            "challengedVotes": 0,
            "leader": {
              "id": "a",
              "tie": [],
            },
            "margin": {
              "ofValid": {
                "decimal": 0.272727273,
                "denominator": 198,
                "numerator": 54,
              },
              "votes": 54,
            },
            "missingCells": 2,
            "nullVotes": 0,
            "open": {
              "mostVotes": 204,
              "stations": 1,
            },
            "options": [
              {
                "id": "a",
                "shareOfValid": {
                  "decimal": 0.636363636,
                  "denominator": 198,
                  "numerator": 126,
                },
                "votes": 126,
              },
              {
                "id": "b",
                "shareOfValid": {
                  "decimal": 0.363636364,
                  "denominator": 198,
                  "numerator": 72,
                },
                "votes": 72,
              },
            ],
            "outcome": {
              "between": [
                "a",
                "b",
              ],
              "kind": "undecided",
              "why": "outcome.openCouldChange",
            },
            "policies": [
              "as-filed",
              "first-filed",
            ],
            "registeredVoters": 1836,
            "stations": {
              "annulled": 0,
              "counted": 8,
              "notCollected": 0,
              "notInstalled": 0,
              "pending": 0,
              "processed": 9,
              "referred": 1,
              "total": 9,
            },
            "turnoutCounted": {
              "decimal": 0.111655773,
              "denominator": 1836,
              "numerator": 205,
            },
            "turnoutRoll": {
              "decimal": 0.111655773,
              "denominator": 1836,
              "numerator": 205,
            },
            "validVotes": 198,
            "votersReported": 0,
          },
        ],
        "schema": "acta-area/1",
        "tree": "geographic",
        "within": [],
      }
    `);
  });

  test("are canonical, named by their hash, and say what they are and that it never happened", () => {
    const [made] = editionsOf(40, [{ president: sheetsOf(40) }]);
    for (const file of made?.files.values() ?? []) {
      const json = parseCanonicalJson(textOf(file));
      expect(json, textOf(file).slice(0, 200)).toMatchObject({
        provenance: "synthetic",
        mode: "reported",
        election: "sample",
      });
      expect(file.path).toBe(`data/${hex(sha256(file.bytes))}.json`);
    }
  });

  test("of a child are named by its parent, and children sum to their parent", () => {
    const [made] = editionsOf(40, [{ president: sheetsOf(40) }]);
    if (made === undefined) throw new Error("an edition");
    const lists = rootsOf(made).map((root) => sumDown(made, root));
    expect(lists).toEqual([13, 9]);
  });

  test("stay small however many places an area has: long lists are moved to pages", () => {
    const [made] = editionsOf(999, [{ president: sheetsOf(999) }]);
    const sizes = [...(made?.files.values() ?? [])].map((file) => file.bytes.length);
    expect(Math.max(...sizes)).toBeLessThan(20_000);
    const kinds = [...(made?.files.values() ?? [])].map((file) => file.about.kind);
    expect(kinds).toContain("page");
  });

  test("are shared between editions where nothing changed", () => {
    const later = [{ station: "003", status: "counted", cells: [1, 2, 3, 4] }];
    const [first, second] = editionsOf(30, [{ president: sheetsOf(30) }, { president: later }]);
    const changed = [...(second?.files.values() ?? [])].filter((file) => first?.files.has(file.sha256) !== true);
    // The place, district, province, country and group of station 003, what is open and disputed in both contests, how the
    // president's stations are spread, and the edition itself.
    const areas = ["", "", "", "", "", "", "S", "S1", "S1/003", "X", "coast"];
    expect(changed.map(({ about }) => about.area).toSorted()).toEqual(areas);
  });

  test("say what is open and whether it can change the outcome, in sizes: no station is named", () => {
    const [made] = editionsOf(30, [{ president: sheetsOf(30) }]);
    const open = [...(made?.files.values() ?? [])].find(
      ({ about }) => about.kind === "open" && about.contest === "president",
    );
    const json = JSON.parse(textOf(open));
    const root = JSON.parse(textOf(made?.files.get(rootsOf(made ?? { root: "", files: new Map() })[0] ?? "")));
    const [counted] = root.results;
    expect(json.petitions).toEqual({ kind: "notLoaded" });
    expect(["petitionsNotLoaded", "canChange"]).toContain(json.verdict.kind);
    expect(json.gates[0].slack).toBe(counted.margin.votes);
    expect(json.gates[0].flagged.stations).toBe(counted.stations.referred);
    expect(json.gates[0].flip.takes).toBeGreaterThanOrEqual(json.gates[0].slack);
    expect(textOf(open)).not.toMatch(/"\d{3}"/);
    const edition = JSON.parse(textOf(made?.files.get(made.root)));
    expect(edition.contests[0].open).toBe(open?.sha256);
  });

  test("say where an area or a place lies, from the whole down", () => {
    const [made] = editionsOf(30, [{ president: sheetsOf(30) }]);
    const files = [...(made?.files.values() ?? [])].map((file) => JSON.parse(textOf(file)));
    const place = files.find(({ area }) => area?.code === "S1/003");
    expect(place.within.map(([first]: [string]) => first)).toEqual(["X", "S", "S1"]);
    expect(files.find(({ area }) => area?.code === "X").within).toEqual([]);
  });

  test("tell the policies apart where they differ", () => {
    const [made] = editionsOf(9, [{ president: sheetsOf(9) }]);
    const [root = ""] = made === undefined ? [] : rootsOf(made);
    const { results } = JSON.parse(textOf(made?.files.get(root)));
    expect(results.map((result: { policies: string[] }) => result.policies)).toEqual([
      ["counted", "undisputed"],
      ["as-filed", "first-filed"],
    ]);
  });

  test("hold the same figures in whatever order the sheets were recorded", () => {
    const sheets = sheetsOf(12);
    const [expected] = editionsOf(12, [{ president: sheets }]);
    if (expected === undefined) throw new Error("an edition");
    const orders = fc.shuffledSubarray([...sheets], { minLength: sheets.length });
    fc.assert(
      fc.property(orders, (shuffled) => {
        const [made] = editionsOf(12, [{ president: shuffled }]);
        expect(made === undefined ? [] : figuresOf(made)).toEqual(figuresOf(expected));
      }),
      { numRuns: 20 },
    );
  });
});
