import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ABSURD, BLANK, ILLEGIBLE, MOST_IN_CELL, NOT_SUPPLIED } from "acta/sheet";
import type { ValueNotation } from "acta/election";
import { cellsRow } from "../files/cells-row.js";
import { cellReader, UNREADABLE } from "./cell-text.js";
import { millionths } from "./figure-text.js";

/** Reads single texts in a notation. */
function readerOf(notation: ValueNotation): (text: string) => number {
  const read = cellReader(notation);
  return (text) => read(cellsRow(1, [text]), 0);
}

const plain = readerOf({ thousands: "", missing: [{ word: "NA", means: "notSupplied" }], unreadable: "refuse" });

describe("a cell of a file", () => {
  test("plain digits are a count, with or without leading zeros", () => {
    expect(["0", "7", "007", "999999999"].map(plain)).toEqual([0, 7, 7, 999_999_999]);
  });

  test("an empty cell is not supplied unless the definition says what it means", () => {
    expect(plain("")).toBe(NOT_SUPPLIED);
    expect(readerOf({ thousands: "", missing: [{ word: "", means: "blank" }], unreadable: "refuse" })("")).toBe(BLANK);
  });

  test("missing words mean what the definition says, and only when they are written exactly so", () => {
    const read = readerOf({
      thousands: "",
      missing: [
        { word: "NA", means: "notSupplied" },
        { word: "ilegible", means: "illegible" },
        { word: "-", means: "blank" },
      ],
      unreadable: "refuse",
    });
    expect(["NA", "ilegible", "-"].map(read)).toEqual([NOT_SUPPLIED, ILLEGIBLE, BLANK]);
    expect(["na", " NA", "--", "Ilegible"].map(read)).toEqual([UNREADABLE, UNREADABLE, UNREADABLE, UNREADABLE]);
  });

  test.each([
    "-1",
    "+1",
    "1.5",
    "1,5",
    "1e3",
    "0x10",
    " 1",
    "1 ",
    "١",
    "1000000000",
    "1000000000000000",
    "abc",
    "NaN",
    "Infinity",
  ])("%j is refused, or kept as absurd where the definition says so", (text) => {
    expect(plain(text)).toBe(UNREADABLE);
    expect(readerOf({ thousands: "", missing: [], unreadable: "absurd" })(text)).toBe(ABSURD);
  });

  // Quirk 13: presidencial-datos-resumen.csv prints "13,619" inside quotes.
  test("quirk 13: thousands separators group three digits, and nothing else", () => {
    const read = readerOf({ thousands: ",", missing: [], unreadable: "refuse" });
    expect(["13,619", "1,234,567", "999", "13619"].map(read)).toEqual([13_619, 1_234_567, 999, 13_619]);
    expect(["1,2", "13,61", ",619", "13,619,", "1,2345", "13.619", "1,234,567,890"].map(read)).toEqual(
      Array(7).fill(UNREADABLE),
    );
  });

  // Quirk 14: the official series print percentages with binary noise.
  test("quirk 14: a printed percentage with binary noise is read to the millionth", () => {
    expect(["74.9552", "82.074699999999993", "100", "95.0021"].map(millionths)).toEqual([
      749_552, 820_747, 1_000_000, 950_021,
    ]);
  });

  test("every count that a cell may hold is read back, grouped or not", () => {
    const dotted = readerOf({ thousands: ".", missing: [], unreadable: "refuse" });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MOST_IN_CELL }), (count) => {
        expect(plain(String(count))).toBe(count);
        expect(dotted(count.toLocaleString("de-DE"))).toBe(count);
      }),
    );
  });

  test("no text crashes it, and what is no count is never read as one", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const value = plain(text);
        expect(value >= 0).toBe(/^\d{1,9}$/.test(text) || (/^\d{10,15}$/.test(text) && Number(text) <= MOST_IN_CELL));
      }),
    );
  });
});
