import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { factorise, solveFactorised } from "./index.js";

const entry = fc.double({ min: -3, max: 3, noNaN: true });

/** A' A + ridge I of a random square A, row after row. */
function gram(rows: readonly (readonly number[])[], ridge: number): Float64Array {
  const size = rows.length;
  return Float64Array.from({ length: size * size }, (_, at) => {
    const [i, j] = [Math.floor(at / size), at % size];
    return rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0) + (i === j ? ridge : 0);
  });
}

describe("a symmetric system", () => {
  test("is solved: the matrix times the solution is what was asked", () => {
    const squares = fc
      .integer({ min: 1, max: 6 })
      .chain((size) =>
        fc.tuple(
          fc.array(fc.array(entry, { minLength: size, maxLength: size }), { minLength: size, maxLength: size }),
          fc.array(entry, { minLength: size, maxLength: size }),
        ),
      );
    fc.assert(
      fc.property(squares, ([rows, b]) => {
        const size = b.length;
        const matrix = gram(rows, 0.5);
        const lower = matrix.slice();
        const x = Float64Array.from(b);
        expect(factorise(lower, size)).toBe(size);
        solveFactorised(lower, size, x);
        b.forEach((right, row) => {
          const left = x.reduce((sum, each, column) => sum + (matrix[row * size + column] ?? 0) * each, 0);
          expect(left).toBeCloseTo(right, 8);
        });
      }),
    );
  });

  test("a column that repeats another is left out, and the others carry the solution", () => {
    // Columns: a, b, a + b. Right side of x = (1, 2, 0).
    const matrix = Float64Array.of(2, 0, 2, 0, 3, 3, 2, 3, 5);
    const x = Float64Array.of(2, 6, 8);
    expect(factorise(matrix, 3)).toBe(2);
    solveFactorised(matrix, 3, x);
    expect([...x].map((each) => Math.round(each * 1e9) / 1e9)).toEqual([1, 2, 0]);
  });
});
