import { parseCivilDate, parseInstant } from "../basics/index.js";
import type { CivilDate, Instant } from "../basics/index.js";
import { writtenNumber } from "./exact-number.js";
import type { WrittenNumber } from "./exact-number.js";

/** How a claimed number is meant against the true one; `equal` unless the sentence says otherwise. */
export type Relation = "equal" | "lessThan" | "atMost" | "moreThan" | "atLeast";

/** The names of the relations, for forms. */
export const RELATIONS = ["equal", "lessThan", "atMost", "moreThan", "atLeast"] as const;

/** What a claim says, as far as it can be read without knowing what it is about. */
export type ClaimedValue =
  | { readonly kind: "number"; readonly relation: Relation; readonly number: WrittenNumber; readonly text: string }
  | { readonly kind: "range"; readonly least: WrittenNumber; readonly most: WrittenNumber; readonly text: string }
  | { readonly kind: "date"; readonly date: CivilDate; readonly text: string }
  | { readonly kind: "moment"; readonly at: Instant; readonly text: string }
  | { readonly kind: "words"; readonly text: string };

const SIGNS: readonly (readonly [string, Relation])[] = [
  ["<=", "atMost"],
  ["≤", "atMost"],
  [">=", "atLeast"],
  ["≥", "atLeast"],
  ["<", "lessThan"],
  [">", "moreThan"],
  // A margin of error is given with both signs.
  ["+/-", "equal"],
  ["±", "equal"],
];

/** Reads a claimed value from what a document holds: a number, or a text (`< 1`, `80-90`, `2021-06-06`, a moment with its zone, words). */
export function claimedValue(written: number | string): ClaimedValue {
  const text = typeof written === "number" ? String(written) : written.trim();
  const date = parseCivilDate(text);
  if (date !== undefined) return { kind: "date", date, text };
  const at = parseInstant(text);
  if (at !== undefined) return { kind: "moment", at, text };
  for (const [sign, relation] of SIGNS) {
    const number = text.startsWith(sign) ? writtenNumber(text.slice(sign.length)) : undefined;
    if (number !== undefined) return { kind: "number", relation, number, text };
  }
  const number = writtenNumber(text);
  if (number !== undefined) return { kind: "number", relation: "equal", number, text };
  const [first = "", second = "", ...more] = text.split(/[-–]/);
  const least = writtenNumber(first);
  const most = writtenNumber(second);
  if (least !== undefined && most !== undefined && more.length === 0) return { kind: "range", least, most, text };
  return { kind: "words", text };
}

/** The same claim with the relation that its sentence says ("less than 16"). */
export function related(value: ClaimedValue, relation: Relation | null): ClaimedValue {
  return value.kind === "number" && relation !== null ? { ...value, relation } : value;
}
