import fc from "fast-check";
import { expect, test } from "vitest";
import { rowTimes, rowsTimes } from "./rows-times.js";

const value = fc.double({ min: -9, max: 9, noNaN: true });
const made = fc
  .record({ width: fc.integer({ min: 1, max: 9 }), count: fc.integer({ min: 0, max: 11 }) })
  .chain(({ width, count }) =>
    fc.record({
      rows: fc.array(value, { minLength: width * count, maxLength: width * count }),
      by: fc.array(value, { minLength: width, maxLength: width }),
    }),
  );

test("rows times a vector, four at a time, are to the bit each row alone", () => {
  fc.assert(
    fc.property(made, ({ rows, by }) => {
      const matrix = Float64Array.from(rows);
      const vector = Float64Array.from(by);
      const out = new Float64Array(rows.length / by.length);
      rowsTimes(matrix, vector, out);
      out.forEach((sum, row) => {
        const alone = by.reduce((total, each, at) => total + (rows[row * by.length + at] ?? NaN) * each, 0);
        expect([sum, rowTimes(matrix, row * by.length, vector)]).toEqual([alone, alone]);
      });
    }),
  );
});
