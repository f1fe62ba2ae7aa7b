import { parseCount } from "acta/basics";
import type { ValueNotation } from "acta/election";
import { ABSURD, BLANK, ILLEGIBLE, MOST_IN_CELL, MOST_RAW, NOT_SUPPLIED } from "acta/sheet";
import type { Row } from "../files/index.js";

/** Returned for a text that is neither a count nor a missing word. */
export const UNREADABLE = -100;

/** Makes the reader of cell values for one notation. */
export function cellReader(notation: ValueNotation): (row: Row, column: number) => number {
  const missing = new Map(notation.missing.map((each) => [each.word, markOf(each.means)]));
  if (!missing.has("")) missing.set("", NOT_SUPPLIED);
  const unreadable = notation.unreadable === "absurd" ? ABSURD : UNREADABLE;
  const { thousands } = notation;
  return (row, column) => {
    const value = row.count(column);
    if (value >= 0) return value;
    const text = row.text(column);
    const mark = missing.get(text);
    if (mark !== undefined) return mark;
    const plain = thousands === "" ? undefined : ungrouped(text, thousands);
    const count = parseCount(plain ?? text);
    return count !== undefined && count <= MOST_IN_CELL ? count : unreadable;
  };
}

/** The text that is kept of an absurd cell: its beginning, not cut through the middle of a character. */
export function absurdText(text: string): string {
  const isHalf = text.length > MOST_RAW && /[\ud800-\udbff]/.test(text.charAt(MOST_RAW - 1));
  return text.slice(0, isHalf ? MOST_RAW - 1 : MOST_RAW);
}

function markOf(means: "blank" | "illegible" | "notSupplied"): number {
  return means === "blank" ? BLANK : means === "illegible" ? ILLEGIBLE : NOT_SUPPLIED;
}

/** Takes the thousands separator out, but only where it groups three digits: `1,2` stays unreadable. */
export function ungrouped(text: string, thousands: string): string | undefined {
  const groups = text.split(thousands);
  if (groups.length < 2) return undefined;
  const [first = "", ...rest] = groups;
  const sound = /^\d{1,3}$/.test(first) && rest.every((group) => /^\d{3}$/.test(group));
  return sound ? groups.join("") : undefined;
}
