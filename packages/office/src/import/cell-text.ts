import { parseCount } from "acta/basics";
import type { ValueNotation } from "acta/election";
import { ABSURD, BLANK, ILLEGIBLE, MOST_IN_CELL, MOST_RAW, NOT_SUPPLIED } from "acta/sheet";

/** Returned for a text that is neither a count nor a missing word. */
export const UNREADABLE = -100;

/** Makes the reader of cell values for one notation. */
export function cellReader(notation: ValueNotation): (text: string) => number {
  const missing = new Map(notation.missing.map((each) => [each.word, markOf(each.means)]));
  if (!missing.has("")) missing.set("", NOT_SUPPLIED);
  const unreadable = notation.unreadable === "absurd" ? ABSURD : UNREADABLE;
  const { thousands } = notation;
  return (text) => {
    const value = smallCount(text);
    if (value >= 0) return value;
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

/** The usual case without detours: one to nine digits; -1 for anything else. */
function smallCount(text: string): number {
  const length = text.length;
  if (length === 0 || length > 9) return -1;
  let value = 0;
  for (let at = 0; at < length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Takes the thousands separator out, but only where it groups three digits: `1,2` stays unreadable. */
export function ungrouped(text: string, thousands: string): string | undefined {
  const groups = text.split(thousands);
  if (groups.length < 2) return undefined;
  const [first = "", ...rest] = groups;
  const sound = /^\d{1,3}$/.test(first) && rest.every((group) => /^\d{3}$/.test(group));
  return sound ? groups.join("") : undefined;
}
