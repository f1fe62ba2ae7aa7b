import type { Json } from "../basics/index.js";

/**
 * What stands in one cell of a sheet. In columns a cell is a whole number: a count from 0 up, or one of the negative marks below.
 * A mark is never read as 0 without a policy that says so.
 */
export type Cell =
  | { readonly kind: "count"; readonly value: number }
  | { readonly kind: "blank" }
  | { readonly kind: "illegible" }
  | { readonly kind: "absurd"; readonly raw: string }
  | { readonly kind: "notSupplied" };

/** Mark: the box is empty. */
export const BLANK = -1;
/** Mark: something is written that nobody can read. */
export const ILLEGIBLE = -2;
/** Mark: something is written that is not a count; the text is kept beside the column. */
export const ABSURD = -3;
/** Mark: the source does not say. */
export const NOT_SUPPLIED = -4;

/** The largest count that a cell may hold: a nation has fewer voters, and sums of millions of sheets stay exact. */
export const MOST_IN_CELL = 999_999_999;

/** The longest raw text kept of an absurd cell, in UTF-16 units. */
export const MOST_RAW = 64;

/** The cell behind a column value. */
export function cellOf(value: number, raw: string | undefined): Cell {
  switch (value) {
    case BLANK:
      return { kind: "blank" };
    case ILLEGIBLE:
      return { kind: "illegible" };
    case ABSURD:
      return { kind: "absurd", raw: raw ?? "" };
    case NOT_SUPPLIED:
      return { kind: "notSupplied" };
    default:
      return { kind: "count", value };
  }
}

/** How a cell is written in an entry: a number, "" blank, "?" illegible, "-" not supplied, "!text" absurd. */
export function cellToJson(value: number, raw: string | undefined): Json {
  if (value >= 0) return value;
  if (value === BLANK) return "";
  if (value === ILLEGIBLE) return "?";
  if (value === NOT_SUPPLIED) return "-";
  return `!${raw ?? ""}`;
}

/** Reads a cell of an entry. @returns the column value and, for an absurd cell, its text; `undefined` when it is none of these. */
export function cellFromJson(json: unknown): { readonly value: number; readonly raw: string } | undefined {
  if (typeof json === "number")
    return Number.isInteger(json) && json >= 0 && json <= MOST_IN_CELL ? { value: json, raw: "" } : undefined;
  if (json === "") return { value: BLANK, raw: "" };
  if (json === "?") return { value: ILLEGIBLE, raw: "" };
  if (json === "-") return { value: NOT_SUPPLIED, raw: "" };
  if (typeof json === "string" && json.startsWith("!") && json.length <= MOST_RAW + 1)
    return { value: ABSURD, raw: json.slice(1) };
  return undefined;
}
