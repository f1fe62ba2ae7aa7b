import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareRatios, decimalText, ratio, roundsTo, writtenNumber } from "./exact-number.js";

const written = (text: string) => writtenNumber(text) ?? expect.unreachable(text);

describe("numbers as they are written", () => {
  test("are read to the last place that is meant", () => {
    expect(written("50.12").step).toEqual(ratio(1, 100));
    expect(written("44000").step).toEqual(ratio(1000));
    expect(written("69546").step).toEqual(ratio(1));
    for (const bad of ["", "1e5", "1,000", "0x10", "NaN", "1.", ".5", "1".repeat(16)])
      expect(writtenNumber(bad), bad).toBeUndefined();
  });

  test("44,058 and 25,287,954 round to 44,000 and 25,000,000; 60,000 and 149,999 do not round to 100,000", () => {
    expect(roundsTo(ratio(44_058), written("44000"))).toBe(true);
    expect(roundsTo(ratio(25_287_954), written("25000000"))).toBe(true);
    expect(roundsTo(ratio(102_108), written("100000"))).toBe(true);
    for (const value of [60_000, 94_999, 105_001, 149_999])
      expect(roundsTo(ratio(value), written("100000")), String(value)).toBe(false);
  });

  test("a share rounds half up and never by truncation: 50.12554 is 50.13, not 50.12", () => {
    const final = ratio(8_836_380n * 100n, 17_628_497n);
    expect(roundsTo(final, written("50.13"))).toBe(true);
    expect(roundsTo(final, written("50.12"))).toBe(false);
  });

  test("what is printed with so many places rounds to itself", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 9 }),
        fc.integer({ min: 1, max: 10 ** 6 }),
        fc.nat(6),
        (a, b, places) => {
          const text = decimalText(ratio(a, b), places);
          // A whole number with zeros at its end says less than its places: those are another test.
          if (places > 0 || !text.endsWith("0")) expect(roundsTo(ratio(a, b), written(text))).toBe(true);
        },
      ),
    );
  });

  test("are compared exactly beyond 2^53", () => {
    const large = ratio(2n ** 60n + 1n, 2n ** 60n);
    expect(compareRatios(large, ratio(1))).toBe(1);
    expect(compareRatios(ratio(1), large)).toBe(-1);
  });
});
