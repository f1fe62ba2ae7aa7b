import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { incompleteBeta, lnGamma, normalCdf, normalQuantile, studentCdf, studentQuantile } from "./index.js";

/** Relative distance of two numbers. */
function apart(found: number, right: number): number {
  return Math.abs(found / right - 1);
}

describe("the normal curve", () => {
  // Values to 17 digits from tables computed with 50 digits (the complementary error function).
  test.each([
    [-1.959963984540054, 0.025],
    [-1, 0.15865525393145707],
    [0, 0.5],
    [0.5, 0.6914624612740131],
    [2.4, 0.991802464075404],
    [-2.6, 0.004661188023718749],
    [-5, 2.866515718791946e-7],
    [-10, 7.619853024160527e-24],
    [-37, 5.725571222524577e-300],
  ])("Phi(%d) is %d", (x, chance) => {
    expect(apart(normalCdf(x), chance)).toBeLessThan(1e-12);
  });

  test("quantile and distribution undo each other, and both sides mirror", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 0.5, noNaN: true }), (p) => {
        expect(apart(normalCdf(normalQuantile(p)), p)).toBeLessThan(1e-11);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (x) => {
        expect(normalCdf(x) + normalCdf(-x)).toBeCloseTo(1, 14);
      }),
    );
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(0.5)]).toEqual([-Infinity, Infinity, 0]);
    expect(normalQuantile(NaN)).toBeNaN();
  });
});

describe("Student's curve", () => {
  // Printed in every table of t; one degree is Cauchy's distribution, tan(pi (p - 1/2)).
  test.each([
    [0.975, 1, 12.706204736174698],
    [0.95, 2, 2.919985580353726],
    [0.975, 8, 2.306004135033371],
    [0.995, 30, 2.7499956535672236],
    [0.975, 2.5, 3.574654842003682],
    [0.975, 1_000, 1.9623390808264078],
  ])("the quantile %d with %d degrees of freedom is %d", (p, freedom, quantile) => {
    expect(apart(studentQuantile(p, freedom), quantile)).toBeLessThan(1e-8);
    expect(apart(studentQuantile(1 - p, freedom), -quantile)).toBeLessThan(1e-8);
  });

  test("is the normal curve in the end, and continuous where the expansion takes over", () => {
    expect(studentQuantile(0.975, Infinity)).toBe(normalQuantile(0.975));
    expect(apart(studentQuantile(0.975, 400), studentQuantile(0.975, 400.0001))).toBeLessThan(1e-8);
    expect(apart(studentCdf(studentQuantile(0.9, 5), 5), 0.9)).toBeLessThan(1e-12);
  });
});

describe("the beta function", () => {
  test("its logarithms of factorials are exact sums", () => {
    let sum = 0;
    for (let n = 2; n < 60; n++) {
      sum += Math.log(n - 1);
      expect(Math.abs(lnGamma(n) - sum)).toBeLessThan(1e-12 * Math.max(1, sum));
    }
    expect(apart(lnGamma(0.5), Math.log(Math.PI) / 2)).toBeLessThan(1e-12);
  });

  test("is a binomial tail where its parameters are whole", () => {
    // I(x; k, n-k+1) = P(Bin(n, x) >= k) (Abramowitz, Stegun 26.5.24).
    const tail = (n: number, k: number, x: number): number => {
      let term = (1 - x) ** n;
      let below = 0;
      for (let j = 0; j < k; j++) {
        below += term;
        term *= (((n - j) / (j + 1)) * x) / (1 - x);
      }
      return 1 - below;
    };
    expect(incompleteBeta(0.3, 4, 7)).toBeCloseTo(tail(10, 4, 0.3), 13);
    expect(incompleteBeta(0.9, 2, 30)).toBeCloseTo(tail(31, 2, 0.9), 13);
    expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
  });
});
