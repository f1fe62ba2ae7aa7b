import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { claimedValue } from "./claimed-value.js";
import { canBothBe } from "./contradiction.js";

const both = (one: number | string, other: number | string): boolean =>
  canBothBe(claimedValue(one), claimedValue(other));

describe("two claims about the same thing", () => {
  test("can both be when one rounds to the other, and cannot when neither does", () => {
    expect(both(44_058, 44_000)).toBe(true);
    expect(both(25, 42)).toBe(false);
    expect(both("2021-06-06", 2021)).toBe(true);
    expect(both("2021-06-06", "2021-06-07")).toBe(false);
    expect(both("Perú", "peru")).toBe(true);
  });

  test("bounds and ranges that meet can both be", () => {
    expect(both("< 16", 15)).toBe(true);
    expect(both("< 16", 16)).toBe(false);
    expect(both("< 16", "> 16")).toBe(false);
    expect(both("< 16", "> 3")).toBe(true);
    expect(both("80-90", 85)).toBe(true);
    expect(both("80-90", "91-95")).toBe(false);
  });

  test("it does not matter which is named first", () => {
    const said = fc.oneof(
      fc.integer({ min: 0, max: 200_000 }),
      fc.constantFrom("< 10", "<= 10", "> 10", ">= 10", "5-15", "2021-06-06", "2021", "words", "12"),
    );
    fc.assert(
      fc.property(said, said, (one, other) => {
        expect(both(one, other)).toBe(both(other, one));
      }),
    );
  });
});
