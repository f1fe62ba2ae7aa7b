import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areaPath, bandPath, linePath, sidesOf, stairs } from "./mark-path.js";
import type { Point } from "./mark-path.js";

const points = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: -90, max: 90 })), { maxLength: 20 })
  .map((each): readonly Point[] => each.toSorted(([a], [b]) => a - b));

describe("the sides of a line", () => {
  test("hold every point once, never cross the level, and each begins where the last one ended", () => {
    fc.assert(
      fc.property(points, (line) => {
        const parts = sidesOf(line, 0);
        for (const { side, points: own } of parts)
          for (const [, y] of own) expect(side === "above" ? y >= 0 : y <= 0).toBe(true);
        parts.forEach((part, at) => {
          const before = parts[at - 1];
          if (before !== undefined) expect(part.points[0]).toEqual(before.points.at(-1));
        });
        const crossings = Math.max(parts.length - 1, 0);
        expect(parts.reduce((sum, part) => sum + part.points.length, 0)).toBe(line.length + 2 * crossings);
      }),
    );
  });

  test("meet where the line crosses", () => {
    const parts = sidesOf(
      [
        [0, -10],
        [10, 10],
      ],
      0,
    );
    expect(parts.map(({ side, points: own }) => [side, own.at(-1)])).toEqual([
      ["below", [5, 0]],
      ["above", [10, 10]],
    ]);
  });
});

describe("stairs", () => {
  test("run level until the next value is known, and end at the last one", () => {
    fc.assert(
      fc.property(points, (line) => {
        const corners = stairs(line);
        expect(corners.at(-1)).toEqual(line.at(-1));
        corners.forEach(([x, y], at) => {
          const before = corners[at - 1];
          if (before !== undefined) expect(before[0] === x || before[1] === y).toBe(true);
        });
      }),
    );
  });
});

describe("paths", () => {
  const line: readonly Point[] = [
    [0, 5.04],
    [10, 7.26],
  ];

  test("are written in tenths of a pixel; an area is closed at its level, a band along its other line", () => {
    expect(linePath(line)).toBe("M0 5L10 7.3");
    expect(areaPath(line, 0)).toBe("M0 5L10 7.3L10 0L0 0Z");
    expect(
      bandPath(line, [
        [0, 1],
        [10, 2],
      ]),
    ).toBe("M0 5L10 7.3L10 2L0 1Z");
  });

  test("of nothing are nothing, and hold no word that is not a number", () => {
    expect([linePath([]), areaPath([], 0), bandPath([], [])]).toEqual(["", "", ""]);
    expect(linePath([[Number.NaN, Number.POSITIVE_INFINITY]])).toBe("M0 0");
  });
});
