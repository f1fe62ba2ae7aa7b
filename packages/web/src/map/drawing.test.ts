import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flatDrawing } from "./flat-drawing.js";
import type { FlatDrawing, Point } from "./flat-drawing.js";
import { projectionAbout } from "./flat-projection.js";
import { mapOf, mapParts, pathOf } from "./map-file.js";
import type { Outline, Position } from "./outline.js";
import { sharedArcs } from "./shared-arcs.js";
import { thinArc } from "./thin-arc.js";

const ring = (points: readonly Point[]): string => points.map(([x, y]) => `${x},${y}`).join(" ");

/** Cells of a grid whose inner corners are moved about: a country in which every border is shared. */
const country = fc
  .record({
    columns: fc.integer({ min: 1, max: 4 }),
    rows: fc.integer({ min: 1, max: 4 }),
    moves: fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 100, maxLength: 100 }),
  })
  .map(({ columns, rows, moves }): FlatDrawing => {
    const corner = (column: number, row: number): Point => {
      const at = 2 * (row * 5 + column);
      return [100 * column + (moves[at] ?? 0) + 40, 100 * row + (moves[at + 1] ?? 0) + 40];
    };
    /** A border has a point in its middle, the same from both sides. */
    const middle = ([ax, ay]: Point, [bx, by]: Point): Point => [Math.round((ax + bx) / 2), Math.round((ay + by) / 2)];
    const areas = Array.from({ length: columns * rows }, (_, at) => {
      const [column, row] = [at % columns, Math.floor(at / columns)];
      const corners = [
        corner(column, row),
        corner(column + 1, row),
        corner(column + 1, row + 1),
        corner(column, row + 1),
      ];
      const points = corners.flatMap((here, side) => [here, middle(here, corners[(side + 1) % 4] ?? here)]);
      return { code: String(at), centre: corners[0] ?? [0, 0], rings: [points] };
    });
    return { width: 500, height: 500, areas };
  });

/** The points of a path as a browser walks it. */
function walked(path: string): readonly Point[] {
  const points: Point[] = [];
  let [x, y] = [0, 0];
  const numbers = [...path.matchAll(/-?\d+/g)].map(([text]) => Number(text));
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    x += numbers[at] ?? 0;
    y += numbers[at + 1] ?? 0;
    points.push([x, y]);
  }
  return points;
}

describe("the projection", () => {
  test("keeps the proportions of areas, wherever the country lies", () => {
    const place = fc.record({
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
      latitude: fc.double({ min: -80, max: 80, noNaN: true }),
      east: fc.double({ min: -6, max: 6, noNaN: true }),
      north: fc.double({ min: -6, max: 6, noNaN: true }),
    });
    fc.assert(
      fc.property(place, ({ longitude, latitude, east, north }) => {
        const project = projectionAbout([[longitude, latitude]]);
        const step = 0.01;
        const at = (x: number, y: number) => project([wrapped(longitude + east + x), latitude + north + y]);
        const [a, b, c] = [at(0, 0), at(step, 0), at(0, step)];
        const flat = Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]));
        const degree = Math.PI / 180;
        const round = (step * degree) ** 2 * Math.cos((latitude + north + step / 2) * degree);
        expect(flat / round).toBeCloseTo(1, 2);
      }),
    );
  });

  test("does not tear a country at the 180th meridian", () => {
    const project = projectionAbout([
      [179, -17],
      [-179, -17],
    ]);
    expect(Math.abs(project([179.9, -17])[0] - project([-179.9, -17])[0])).toBeLessThan(0.01);
  });
});

const wrapped = (longitude: number): number => ((((longitude + 180) % 360) + 360) % 360) - 180;

describe("a drawing", () => {
  test("puts every outline inside its box, and its symbol inside a convex one", () => {
    const position = fc.tuple(
      fc.double({ min: -179, max: 179, noNaN: true }),
      fc.double({ min: -85, max: 85, noNaN: true }),
    );
    fc.assert(
      fc.property(position, fc.double({ min: 0.1, max: 3, noNaN: true }), ([longitude, latitude], half) => {
        const square: readonly Position[] = [
          [longitude - half / 3, latitude - half],
          [longitude + half / 3, latitude - half],
          [longitude + half / 3, latitude + half],
          [longitude - half / 3, latitude + half],
          [longitude - half / 3, latitude - half],
        ];
        const outline: Outline = { code: "1", rings: [square] };
        const { width, height, areas } = flatDrawing([outline], [], 300);
        expect(Math.max(width, height)).toBe(300);
        for (const [x, y] of [...(areas[0]?.rings.flat() ?? []), areas[0]?.centre ?? [-1, -1]]) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(width);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(height);
        }
      }),
    );
  });

  test("of a single place is one unit, and of nothing is empty", () => {
    expect(flatDrawing([], [{ code: "1", position: [-77, -12] }], 300)).toMatchObject({ width: 1, height: 1 });
    expect(flatDrawing([], [], 300).areas).toEqual([]);
  });
});

describe("shared borders", () => {
  test("are written once, and lead back to the same rings", () => {
    fc.assert(
      fc.property(country, (drawing) => {
        const { arcs, rings } = sharedArcs(drawing);
        const used = rings.flat(2).map((at) => (at < 0 ? ~at : at));
        for (const at of arcs.keys()) {
          const times = used.filter((each) => each === at).length;
          expect(times === 1 || times === 2).toBe(true);
        }
        const map = mapOf(drawing, Infinity);
        for (const [at, area] of drawing.areas.entries()) {
          const back = (rings[at] ?? []).flat().flatMap((arc) => {
            const points = arcs[arc < 0 ? ~arc : arc] ?? [];
            return (arc < 0 ? points.toReversed() : points).slice(1);
          });
          // The same points in the same order, from wherever the walk begins.
          const once = ring(back);
          const given = ring(area.rings[0] ?? []);
          const backwards = ring((area.rings[0] ?? []).toReversed());
          expect([`${given} ${given}`, `${backwards} ${backwards}`].some((twice) => twice.includes(once))).toBe(true);
          expect(once.length).toBe(given.length);
          expect(map.areas[at]?.[3].length).toBe(1);
        }
      }),
    );
  });

  test("of two neighbours stay one however much they are thinned, and every ring still closes", () => {
    fc.assert(
      fc.property(country, fc.integer({ min: 200, max: 2000 }), (drawing, bytes) => {
        const map = mapOf(drawing, bytes);
        const all = map.areas.flatMap(([, , , rings]) => rings.flat()).map((at) => (at < 0 ? ~at : at));
        for (const at of map.arcs.keys()) expect(all.filter((each) => each === at).length).toBeLessThanOrEqual(2);
        for (const [, , , rings] of map.areas) {
          const ends = rings.flat().map((at) => {
            const points = walked((map.arcs[at < 0 ? ~at : at] ?? []).join(" "));
            const [start, end] = [ring(points.slice(0, 1)), ring(points.slice(-1))];
            return at < 0 ? { start: end, end: start } : { start, end };
          });
          for (const [at, { end }] of ends.entries()) expect(ends[(at + 1) % ends.length]?.start).toBe(end);
        }
      }),
    );
  });

  test("of an island in another area are one, whichever way each walks it", () => {
    const island: readonly Point[] = [
      [10, 10],
      [20, 10],
      [20, 20],
      [10, 20],
    ];
    const areas = [
      { code: "around", centre: [1, 1] as const, rings: [island.toReversed()] },
      { code: "island", centre: [15, 15] as const, rings: [[...island.slice(2), ...island.slice(0, 2)]] },
    ];
    expect(sharedArcs({ width: 30, height: 30, areas }).arcs).toHaveLength(1);
  });
});

describe("thinning", () => {
  const point = fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }));

  test("keeps both ends and the order, and leaves no small triangle", () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 60 }), fc.integer({ min: 1, max: 5000 }), (arc, least) => {
        const thin = thinArc(arc, least);
        expect(thin[0]).toBe(arc[0]);
        expect(thin.at(-1)).toBe(arc.at(-1));
        const given: readonly Point[] = arc;
        let from = -1;
        for (const each of thin) {
          from = given.indexOf(each, from + 1);
          expect(from).toBeGreaterThanOrEqual(0);
        }
        const isClosed = ring(arc.slice(0, 1)) === ring(arc.slice(-1));
        if (thin.length <= (isClosed ? 4 : 2)) return;
        for (let at = 1; at + 1 < thin.length; at++) {
          const [ax, ay] = thin[at - 1] ?? [0, 0];
          const [bx, by] = thin[at] ?? [0, 0];
          const [cx, cy] = thin[at + 1] ?? [0, 0];
          expect(Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2).toBeGreaterThanOrEqual(least);
        }
      }),
    );
  });

  test("by nothing takes nothing away", () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 2 }), (arc) => {
        expect(thinArc(arc, 0)).toEqual(arc);
      }),
    );
  });
});

describe("the parts of a map", () => {
  test("are each small enough, hold every area once in its order, and draw it as the whole does", () => {
    fc.assert(
      fc.property(country, fc.integer({ min: 150, max: 900 }), (drawing, bytes) => {
        const map = mapOf(drawing, Infinity);
        const parts = mapParts(map, bytes);
        expect(parts.flatMap(({ areas }) => areas.map(([code]) => code))).toEqual(map.areas.map(([code]) => code));
        const whole = new Map(map.areas.map(([code, , , rings]) => [code, pathOf(map, rings)]));
        for (const part of parts) {
          if (part.areas.length > 1) expect(JSON.stringify(part).length).toBeLessThanOrEqual(bytes);
          for (const [code, , , rings] of part.areas) expect(pathOf(part, rings)).toBe(whole.get(code));
        }
      }),
    );
  });
});
