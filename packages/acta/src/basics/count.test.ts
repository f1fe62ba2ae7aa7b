import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isCount, parseCount } from "./index.js";

describe("a count", () => {
  test("is a whole number from 0 to 2^53 - 1", () => {
    for (const value of [0, 1, 999_999_999, Number.MAX_SAFE_INTEGER]) expect(isCount(value)).toBe(true);
    for (const value of [-0, -1, 0.5, Number.NaN, Infinity, 2 ** 53, "1", 1n, null, undefined, [1], { value: 1 }])
      expect(isCount(value)).toBe(false);
  });

  test("is read from plain digits only", () => {
    expect(parseCount("0")).toBe(0);
    expect(parseCount("007")).toBe(7);
    expect(parseCount("999999999999999")).toBe(999_999_999_999_999);
    const refused = [
      "",
      " ",
      "1 ",
      " 1",
      "+1",
      "-1",
      "1.0",
      "1,000",
      "1e3",
      "0x10",
      "１",
      "٣",
      "1000000000000000",
      "NaN",
    ];
    for (const text of refused) expect(parseCount(text)).toBeUndefined();
  });

  test("is read back from its decimal digits, with any leading zeros that fit", () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999_999_999 }), fc.nat({ max: 15 }), (value, length) => {
        expect(parseCount(String(value).padStart(length, "0"))).toBe(value);
      }),
    );
  });

  test("is nothing but at most 15 ASCII digits, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(parseCount(text) !== undefined).toBe(/^[0-9]{1,15}$/.test(text));
      }),
    );
  });
});
