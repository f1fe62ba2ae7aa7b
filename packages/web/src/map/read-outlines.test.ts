import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flatDrawing } from "./flat-drawing.js";
import { mapOf, pathOf } from "./map-file.js";
import { readOutlines } from "./read-outlines.js";
import type { OutlineCodes } from "./read-outlines.js";
import { tableRows } from "./table-rows.js";
import { tileGrid } from "./tile-grid.js";

const CODES: OutlineCodes = { object: "", property: "code", crosswalk: null };
const SQUARE = [
  [0, 0],
  [0, 1],
  [1, 1],
  [1, 0],
  [0, 0],
];

const featureOf = (code: unknown, coordinates: unknown, type = "Polygon") => ({
  type: "Feature",
  properties: { code },
  geometry: { type, coordinates },
});
const collection = (...features: readonly unknown[]): string => JSON.stringify({ type: "FeatureCollection", features });

const topology = (arcs: unknown, geometries: readonly unknown[]): string =>
  JSON.stringify({ type: "Topology", arcs, objects: { places: { type: "GeometryCollection", geometries } } });

/** What a file gave, or the code of its problem. */
function read(text: string, codes = CODES) {
  const result = readOutlines(text, "file", codes);
  return result.ok
    ? { ...result.value, outlines: result.value.outlines.map(({ code, rings }) => [code, rings.length]) }
    : result.problem.code;
}

describe("a file of outlines", () => {
  test("is read as GeoJSON and as TopoJSON, polygons and several of them, with codes as texts or numbers", () => {
    expect(read(collection(featureOf("1", [SQUARE]), featureOf(2, [[SQUARE], [SQUARE]], "MultiPolygon")))).toEqual({
      outlines: [
        ["1", 1],
        ["2", 2],
      ],
      withoutCode: 0,
      withoutGeometry: [],
    });
    const polygon = { type: "Polygon", arcs: [[0, ~1]], properties: { code: "1" } };
    const several = { type: "MultiPolygon", arcs: [[[0, -2]], [[0, -2]]], properties: { code: "2" } };
    const arcs = [SQUARE.slice(0, 3), [SQUARE[4], SQUARE[3], SQUARE[2]]];
    expect(read(topology(arcs, [polygon, several]))).toMatchObject({
      outlines: [
        ["1", 1],
        ["2", 2],
      ],
    });
  });

  test("with other codes is read through a table of both; a code that leads nowhere is none", () => {
    const crosswalk = new Map([["07", "24"]]);
    expect(read(collection(featureOf("07", [SQUARE]), featureOf("99", [SQUARE])), { ...CODES, crosswalk })).toEqual({
      outlines: [["24", 1]],
      withoutCode: 1,
      withoutGeometry: [],
    });
  });

  test.each<readonly [string, string, string]>([
    ["cut off", collection(featureOf("1", [SQUARE])).slice(0, -9), "map.notJson"],
    ["something else", JSON.stringify({ type: "Feature" }), "map.notGeography"],
    ["a topology without a collection", JSON.stringify({ type: "Topology", arcs: [], objects: {} }), "map.noObject"],
    ["without the property", collection({ properties: { name: "x" }, geometry: null }), "map.noCodes"],
    ["without features", collection(), "map.noCodes"],
  ])("that is %s is told by its code", (_, text, code) => {
    expect(read(text)).toBe(code);
  });

  test.each<readonly [string, unknown]>([
    ["no numbers", [[["a", "b"], ...SQUARE]]],
    ["a number beyond all numbers", "INFINITE"],
    ["a latitude beyond the pole", [[[0, 95], ...SQUARE]]],
    ["a line for a ring", [SQUARE.slice(0, 3)]],
    ["nothing", []],
  ])("keeps its other areas when the coordinates of one are %s", (_, coordinates) => {
    const text = collection(featureOf("bad", coordinates), featureOf("good", [SQUARE])).replace(
      '"INFINITE"',
      "[[[1e999,0],[0,1],[1,1],[0,0]]]",
    );
    expect(read(text)).toEqual({ outlines: [["good", 1]], withoutCode: 0, withoutGeometry: ["bad"] });
  });

  test("keeps its other areas when one names arcs that are not there, or has no geometry", () => {
    const geometries = [
      { type: "Polygon", arcs: [[7]], properties: { code: "gone" } },
      { type: null, properties: { code: "none" } },
      { type: "Polygon", arcs: [[0]], properties: { code: "good" } },
    ];
    expect(read(topology([SQUARE], geometries))).toEqual({
      outlines: [["good", 1]],
      withoutCode: 0,
      withoutGeometry: ["gone", "none"],
    });
  });

  test("with an outline that crosses itself is drawn as it is", () => {
    const bow = [
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 1],
      [0, 0],
    ];
    const result = readOutlines(collection(featureOf("1", [bow])), "file", CODES);
    const outlines = result.ok ? result.value.outlines : [];
    const map = mapOf(flatDrawing(outlines, [], 100), 1000);
    expect(map.areas.map(([code, , , rings]) => [code, pathOf(map, rings)])).toEqual([
      ["1", expect.stringMatching(/^M\d+ \d+l[-\d ]+z$/)],
    ]);
  });

  test("never crashes anything, whatever JSON it is", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(read(text)).toBeTypeOf("string");
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (arcs, geometry) => {
        const result = readOutlines(
          topology([SQUARE], [{ type: "Polygon", arcs, properties: { code: "1" } }]),
          "f",
          CODES,
        );
        const other = readOutlines(collection(featureOf("1", geometry)), "f", CODES);
        expect([result.ok, other.ok]).toEqual([true, true]);
      }),
    );
  });
});

describe("a table", () => {
  const field = fc.string({ unit: fc.constantFrom("a", "ñ", '"', ",", "\n", "\r\n", " ", "1") });
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

  test("says of every row what was written, with commas, quotes and line breaks in it", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(field, field), { maxLength: 8 }), (rows) => {
        const text = ["a,b", ...rows.map((row) => row.map(quoted).join(","))].join("\r\n");
        const filled = rows.filter((row) => row.some((each) => each !== ""));
        expect(tableRows(text).map((row) => [row.get("a"), row.get("b")])).toEqual(filled);
      }),
    );
  });

  test("may lack quotes and the last line's end, and begin with a byte order mark", () => {
    const rows = tableRows('\uFEFFcode,name\n1,Uno\n2,"Dos, y más"\n\n3');
    expect(rows.map((row) => [row.get("code"), row.get("name")])).toEqual([
      ["1", "Uno"],
      ["2", "Dos, y más"],
      ["3", ""],
    ]);
  });
});

describe("a tile grid", () => {
  const codes = fc.uniqueArray(fc.stringMatching(/^[0-9]{1,2}$/), { maxLength: 40 });

  test("has one square for each area and no two on one place, whatever the layout says", () => {
    fc.assert(
      fc.property(codes, fc.uniqueArray(fc.stringMatching(/^[0-9]{1,2}$/), { maxLength: 20 }), (given, laid) => {
        const layout = [laid.slice(0, 3), ["", ...laid.slice(3)]];
        const { tiles, columns, rows } = tileGrid(given, layout);
        expect(tiles.map(({ code }) => code).toSorted()).toEqual(given.toSorted());
        expect(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(given.length);
        for (const { column, row } of tiles) expect(column < columns && row < rows).toBe(true);
      }),
    );
  });

  test("stands as its layout says, and what the layout does not name stands below", () => {
    expect(tileGrid(["1", "2", "9"], [["1", "", "2"]]).tiles).toEqual([
      { code: "1", column: 0, row: 0 },
      { code: "2", column: 2, row: 0 },
      { code: "9", column: 0, row: 1 },
    ]);
  });
});
