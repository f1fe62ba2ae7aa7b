import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exp, ln, wholePower } from "./index.js";

/** Distance of two floats in units of the last place of the second. */
function ulps(a: number, b: number): number {
  if (a === b) return 0;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(b));
  const next = view.getBigUint64(0) + 1n;
  view.setBigUint64(0, next);
  return Math.abs(a - b) / (view.getFloat64(0) - Math.abs(b));
}

describe("logarithm and exponential", () => {
  test("ln agrees with the platform's within 2 units in the last place", () => {
    fc.assert(
      fc.property(fc.double({ min: Number.MIN_VALUE, max: Number.MAX_VALUE, noNaN: true }), (x) => {
        expect(ulps(ln(x), Math.log(x))).toBeLessThanOrEqual(2);
      }),
      { seed: 1, numRuns: 5_000 },
    );
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 2, noNaN: true }), (x) => {
        expect(ulps(ln(x), Math.log(x))).toBeLessThanOrEqual(2);
      }),
      { seed: 1, numRuns: 5_000 },
    );
  });

  test("exp agrees with the platform's within 2 units in the last place", () => {
    fc.assert(
      fc.property(fc.double({ min: -708, max: 709.7, noNaN: true }), (x) => {
        expect(ulps(exp(x), Math.exp(x))).toBeLessThanOrEqual(2);
      }),
      { seed: 1, numRuns: 5_000 },
    );
  });

  test("the ends of the range are exact", () => {
    expect([ln(1), ln(0), ln(Infinity), exp(0), exp(-Infinity), exp(Infinity), exp(-800), exp(800)]).toEqual([
      0,
      -Infinity,
      Infinity,
      1,
      0,
      Infinity,
      0,
      Infinity,
    ]);
    expect([ln(-1), ln(NaN), exp(NaN)]).toEqual([NaN, NaN, NaN]);
    expect(exp(-745)).toBe(5e-324);
  });

  test("whole powers of whole numbers are exact", () => {
    expect([wholePower(3, 0), wholePower(3, 5), wholePower(2, 52), wholePower(0, 0)]).toEqual([1, 243, 2 ** 52, 1]);
  });
});
