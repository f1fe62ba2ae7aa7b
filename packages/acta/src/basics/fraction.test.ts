import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareToFraction, parseFraction, share } from "./index.js";

/** The decimal by schoolbook long division: ten digits behind the point, and up when the tenth is 5 or more. */
function longDivision(numerator: number, denominator: number): string {
  const base = BigInt(denominator);
  let rest = BigInt(numerator) % base;
  let digits = String(BigInt(numerator) / base);
  for (let place = 0; place < 10; place++) {
    rest *= 10n;
    digits += String(rest / base);
    rest %= base;
  }
  const rounded = (BigInt(digits) + 5n) / 10n;
  const text = String(rounded).padStart(10, "0");
  return `${text.slice(0, -9)}.${text.slice(-9)}`;
}

describe("a share", () => {
  test("keeps what was counted and is not reduced", () => {
    expect(share(50, 100)).toEqual({ numerator: 50, denominator: 100, decimal: 0.5 });
  });

  test("of nothing has no decimal: never 0, never NaN", () => {
    expect(share(0, 0)).toEqual({ numerator: 0, denominator: 0, decimal: null });
    expect(share(5, 0).decimal).toBeNull();
  });

  test("is the published one on the runoff of 2021", () => {
    expect(share(8_835_653, 17_627_349).decimal).toBe(0.501246841);
    expect(share(8_791_696, 17_627_349).decimal).toBe(0.498753159);
  });

  test("rounds half up to nine places, exactly at the half", () => {
    expect(share(1, 2_000_000_000).decimal).toBe(0.000000001);
    expect(share(1, 2_000_000_001).decimal).toBe(0);
    expect(share(3, 2_000_000_000).decimal).toBe(0.000000002);
    expect(share(2, 3).decimal).toBe(0.666666667);
    expect(share(-1, 2_000_000_000).decimal).toBe(-0.000000001);
  });

  test("is what long division gives, digit for digit", () => {
    const counts = fc.nat({ max: 99_999_999 });
    fc.assert(
      fc.property(counts, counts, (numerator, rest) => {
        const denominator = numerator + rest + 1;
        expect(share(numerator, denominator).decimal?.toFixed(9)).toBe(longDivision(numerator, denominator));
      }),
      { numRuns: 2_000 },
    );
  });

  test("is what long division gives also where no big integer is needed", () => {
    fc.assert(
      fc.property(fc.nat({ max: 9_000_001 }), fc.integer({ min: 1, max: 9_000_001 }), (numerator, denominator) => {
        expect(share(numerator, denominator).decimal?.toFixed(9)).toBe(longDivision(numerator, denominator));
      }),
      { numRuns: 5_000 },
    );
    // Exactly at the half, and one below and above it.
    for (let denominator = 2_048; denominator <= 8_388_608; denominator *= 2)
      for (const numerator of [1, 3, denominator - 1])
        expect(share(numerator, denominator).decimal?.toFixed(9)).toBe(longDivision(numerator, denominator));
  });

  test("of a part and of what is left differ from 1 by at most the last place", () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 40 }), fc.nat({ max: 2 ** 40 }), (part, left) => {
        const whole = part + left + 1;
        const sum = (share(part, whole).decimal ?? 0) + (share(left + 1, whole).decimal ?? 0);
        expect(Math.abs(sum - 1)).toBeLessThan(1.5e-9);
      }),
    );
  });
});

describe("a fraction of the law", () => {
  test("is read as two whole numbers", () => {
    expect(parseFraction("1/2")).toEqual({ numerator: 1n, denominator: 2n });
    expect(parseFraction("05/100")).toEqual({ numerator: 5n, denominator: 100n });
    for (const text of ["", "1", "1/0", "1/00", "-1/2", "1/2/3", " 1/2", "0.5", "1/2\n", "1 / 2", "1/1000000000000000"])
      expect(parseFraction(text)).toBeUndefined();
  });

  test("more than half is decided on the exact counts, where a float would not tell", () => {
    const half = { numerator: 1n, denominator: 2n };
    expect(compareToFraction(4_503_599_627_370_496, 9_007_199_254_740_991, half)).toBe(1);
    expect(compareToFraction(4_503_599_627_370_495, 9_007_199_254_740_991, half)).toBe(-1);
    expect(compareToFraction(4_503_599_627_370_495, 9_007_199_254_740_990, half)).toBe(0);
  });

  test("agrees with cross multiplication for any counts", () => {
    const count = fc.nat({ max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(count, count, fc.bigInt(0n, 999n), fc.bigInt(1n, 999n), (part, more, numerator, denominator) => {
        const whole = Math.max(more, 1);
        const exact = BigInt(part) * denominator - BigInt(whole) * numerator;
        const sign = exact > 0n ? 1 : exact < 0n ? -1 : 0;
        expect(compareToFraction(part, whole, { numerator, denominator })).toBe(sign);
      }),
    );
  });
});
