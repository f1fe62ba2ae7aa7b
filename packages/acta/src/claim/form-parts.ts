import * as v from "valibot";
import { parseCivilDate, parseInstant } from "../basics/index.js";
import type { CivilDate, Instant } from "../basics/index.js";
import type { LocalText } from "../election/index.js";

// Parts of the forms of a claims file. Messages are codes of this room.

const ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/;

/** Longest text that a claims file may hold in one place. */
const LONGEST = 2_000;

/** An id: letters, digits, `_`, `-` and `.`. */
export const idForm: v.GenericSchema<unknown, string> = v.pipe(v.string(), v.regex(ID, "claim.badId"));

/**
 * A text of others for reading: what would move a terminal's cursor, colour it or turn the direction of writing (control and format
 * characters of Unicode) becomes a space.
 */
export function cleanText(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, " ");
}

/** What a form found in a place, for a message: short, and a dash for nothing. */
export function receivedText(received: string): string {
  return received === "undefined" ? "–" : cleanText(received).slice(0, 60);
}

/** A text of one or more characters. */
export const textForm: v.GenericSchema<unknown, string> = v.pipe(
  v.string(),
  v.minLength(1, "claim.emptyText"),
  v.maxLength(LONGEST, "claim.tooLong"),
  v.transform(cleanText),
);

/** A text that may be empty or left out. */
export const wordForm: v.OptionalSchema<v.GenericSchema<unknown, string>, ""> = v.optional(
  v.pipe(v.string(), v.maxLength(LONGEST, "claim.tooLong"), v.transform(cleanText)),
  "",
);

/** A text for both languages, or one for each. */
export const localTextForm: v.GenericSchema<unknown, LocalText> = v.union([
  v.pipe(
    textForm,
    v.transform((both) => ({ es: both, en: both })),
  ),
  v.strictObject({ es: textForm, en: textForm }),
]);

/** A text that becomes a value; `code` when it cannot. */
function readForm<T>(parse: (written: string) => T | undefined, code: string): v.GenericSchema<unknown, T> {
  return v.pipe(
    v.string(),
    v.maxLength(100, "claim.tooLong"),
    v.rawTransform<string, T>(({ dataset, addIssue, NEVER }) => {
      const value = parse(dataset.value);
      if (value !== undefined) return value;
      addIssue({ message: code, received: dataset.value.slice(0, 80) });
      return NEVER;
    }),
  );
}

/** A day of the calendar. */
export const dayForm: v.GenericSchema<unknown, CivilDate> = readForm(parseCivilDate, "claim.badDay");

/** A moment with its zone. */
export const instantForm: v.GenericSchema<unknown, Instant> = readForm(parseInstant, "claim.badInstant");

/** A whole number from 0. */
export const countForm: v.GenericSchema<unknown, number> = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.maxValue(Number.MAX_SAFE_INTEGER),
);

/** A whole number from 0, or null where nobody said. */
export const countOrNone: v.OptionalSchema<v.GenericSchema<unknown, number | null>, null> = v.optional(
  v.nullable(countForm),
  null,
);

/** A map from ids to values. */
export function mapForm<T>(value: v.GenericSchema<unknown, T>): v.GenericSchema<unknown, ReadonlyMap<string, T>> {
  return v.pipe(
    v.record(v.pipe(v.string(), v.regex(ID, "claim.badId")), value),
    v.transform((each) => new Map(Object.entries(each))),
  );
}

/** A list of at most so many. */
export function listForm<T>(item: v.GenericSchema<unknown, T>): v.GenericSchema<unknown, readonly T[]> {
  return v.pipe(v.array(item), v.maxLength(10_000, "claim.tooMany"));
}
