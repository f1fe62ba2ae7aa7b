import fc from "fast-check";
import { expect, test } from "vitest";
import { RankUpdate } from "./rank-update.js";

const rows = (width: number, count: number) =>
  fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: width * count, maxLength: width * count });

const made = fc
  .record({ width: fc.integer({ min: 1, max: 7 }), count: fc.integer({ min: 0, max: 13 }) })
  .chain(({ width, count }) =>
    fc.record({
      width: fc.constant(width),
      factors: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: count, maxLength: count }),
      left: rows(width, count),
      right: rows(width, count),
    }),
  );

test("sums of products of rows, four at a time, are to the bit those of one row after the other", () => {
  fc.assert(
    fc.property(made, ({ width, factors, left, right }) => {
      const sums = new Float64Array(width * width);
      const update = new RankUpdate(sums, width);
      const sides = [Float64Array.from(left), Float64Array.from(right)] as const;
      // Every third product takes the rows the other way round, as a caller may change arrays in between.
      const sidesOf = (row: number) => (row % 3 === 2 ? ([sides[1], sides[0]] as const) : sides);
      factors.forEach((factor, row) => {
        const [first, second] = sidesOf(row);
        update.add(factor, first, row * width, second, row * width);
      });
      update.finish();
      for (let i = 0; i < width; i++)
        for (let j = 0; j <= i; j++) {
          let sum = 0;
          factors.forEach((factor, row) => {
            const [first, second] = sidesOf(row);
            sum += factor * (first[row * width + i] ?? 0) * (second[row * width + j] ?? 0);
          });
          expect((sums[i * width + j] ?? NaN) + 0).toBe(sum + 0);
        }
    }),
  );
});
