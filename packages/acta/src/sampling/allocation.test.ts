import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocate } from "./index.js";

const strata = fc.array(
  fc.record({ size: fc.integer({ min: 1, max: 900 }), spread: fc.integer({ min: 0, max: 50 }) }),
  {
    minLength: 1,
    maxLength: 12,
  },
);
const rules = fc.constantFrom("proportional", "neyman", "equal" as const);

describe("sharing out a sample among strata", () => {
  test("adds up, gives two to each that has two and never more than there are", () => {
    fc.assert(
      fc.property(strata, rules, fc.double({ min: 0, max: 1, noNaN: true }), (all, rule, part) => {
        const sizes = all.map(({ size }) => size);
        const floor = sizes.reduce((sum, size) => sum + Math.min(2, size), 0);
        const most = sizes.reduce((sum, size) => sum + size, 0);
        const wanted = floor + Math.floor(part * (most - floor));
        const done = allocate(
          rule,
          wanted,
          sizes,
          all.map(({ spread }) => spread),
        );
        if (!done.ok) throw new Error(done.problem.code);
        expect(done.value.reduce((sum, each) => sum + each, 0)).toBe(wanted);
        done.value.forEach((count, at) => {
          expect(count).toBeGreaterThanOrEqual(Math.min(2, sizes[at] ?? 0));
          expect(count).toBeLessThanOrEqual(sizes[at] ?? 0);
        });
      }),
    );
  });

  test("follows size, or size times spread, or nothing", () => {
    const sizes = [600, 300, 100];
    expect(allocate("proportional", 100, sizes, [])).toMatchObject({ value: [60, 30, 10] });
    expect(allocate("neyman", 100, sizes, [1, 2, 8])).toMatchObject({ value: [30, 30, 40] });
    expect(allocate("equal", 99, sizes, [])).toMatchObject({ value: [33, 33, 33] });
  });

  test("takes a stratum whole that would get more than it has, and gives the rest to the others", () => {
    expect(allocate("neyman", 150, [600, 300, 40], [1, 1, 100])).toMatchObject({ value: [73, 37, 40] });
  });

  test("nothing varies anywhere: size decides", () => {
    expect(allocate("neyman", 10, [60, 40], [0, 0])).toMatchObject({ value: [6, 4] });
  });

  test("refuses more than all, and fewer than two of each", () => {
    expect(allocate("proportional", 101, [60, 40], [])).toMatchObject({ problem: { code: "sampling.moreThanFrame" } });
    expect(allocate("proportional", 3, [60, 40], [])).toMatchObject({ problem: { code: "sampling.fewerThanStrata" } });
  });
});
