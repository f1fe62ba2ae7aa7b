import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linearScale, roundTicks, spreadLabels, timeTicks } from "./scale.js";

/** Votes, and shares to a thousandth of a point. */
const finite = fc.integer({ min: -1e9, max: 1e9 }).map((value) => value / 1000);
const extent = fc
  .tuple(finite, finite)
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
  .filter(([a, b]) => b > a);

describe("a straight scale", () => {
  test("puts the ends of its domain on the ends of its range, and keeps the order of values", () => {
    fc.assert(
      fc.property(extent, finite, finite, (domain, a, b) => {
        const scale = linearScale(domain, [300, 20]);
        expect(scale(domain[0])).toBeCloseTo(300, 6);
        expect(scale(domain[1])).toBeCloseTo(20, 6);
        if (a < b) expect(scale(a)).toBeGreaterThanOrEqual(scale(b));
      }),
    );
  });

  test("puts a domain of one value into the middle, not nowhere", () => {
    expect(linearScale([7, 7], [0, 100])(7)).toBe(50);
  });
});

describe("round ticks", () => {
  test("are inside, in order, evenly spaced and no more than asked for; 0 is one of them when it is inside", () => {
    fc.assert(
      fc.property(extent, fc.integer({ min: 2, max: 12 }), (inside, most) => {
        const ticks = roundTicks(inside, most);
        expect(ticks.length).toBeGreaterThan(0);
        expect(ticks.length).toBeLessThanOrEqual(most);
        const step = (ticks[1] ?? 0) - (ticks[0] ?? 0);
        ticks.forEach((tick, at) => {
          expect(tick).toBeGreaterThanOrEqual(inside[0] - 1e-9);
          expect(tick).toBeLessThanOrEqual(inside[1] + 1e-9);
          if (at > 0) expect(tick - (ticks[at - 1] ?? 0)).toBeCloseTo(step, 6);
        });
        if (ticks.length > 1 && inside[0] < 0 && inside[1] > 0) expect(ticks).toContain(0);
      }),
    );
  });

  test("are the numbers that people expect, without the noise of binary fractions", () => {
    expect(roundTicks([-617_443, 85_574], 5)).toEqual([-600_000, -400_000, -200_000, 0]);
    expect(roundTicks([0, 1], 6)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(roundTicks([0, 3], 10, 1)).toEqual([0, 1, 2, 3]);
  });
});

describe("ticks of time", () => {
  const hour = 3_600_000;
  const offset = (): number => -5 * hour;

  test("stand at round hours of the clock on the wall, inside, and no more than asked for", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2e9 }),
        fc.integer({ min: 60, max: 90 * 86_400 }),
        fc.integer({ min: 2, max: 10 }),
        (from, width, most) => {
          const inside = [from * 1000, (from + width) * 1000] as const;
          const ticks = timeTicks(inside, most, offset);
          expect(ticks.length).toBeLessThanOrEqual(most);
          for (const tick of ticks) {
            expect(tick).toBeGreaterThanOrEqual(inside[0]);
            expect(tick).toBeLessThanOrEqual(inside[1]);
            expect(Math.abs((tick + offset()) % (5 * 60_000))).toBe(0);
          }
        },
      ),
    );
  });

  test("of two days in Lima stand at midnights and noons there", () => {
    const ticks = timeTicks([Date.UTC(2021, 5, 7, 5), Date.UTC(2021, 5, 9, 5)], 5, offset);
    expect(ticks.map((tick) => new Date(tick).toISOString().slice(5, 13))).toEqual([
      "06-07T05",
      "06-07T17",
      "06-08T05",
      "06-08T17",
      "06-09T05",
    ]);
  });
});

test("labels that stand too near each other are moved apart, keep their order, and stay inside where they fit", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 12 }), (places) => {
      const moved = spreadLabels(places, 16, [0, 400]);
      const order = places.map((_, at) => at).toSorted((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
      order.forEach((at, index) => {
        expect(moved[at]).toBeGreaterThanOrEqual(0);
        expect(moved[at]).toBeLessThanOrEqual(400);
        const before = order[index - 1];
        if (before !== undefined) expect((moved[at] ?? 0) - (moved[before] ?? 0)).toBeGreaterThanOrEqual(16);
      });
    }),
  );
});
