import * as v from "valibot";
import { parseCivilDate, parseInstant } from "../basics/index.js";
import type { CivilDate, Instant } from "../basics/index.js";

// The small forms of which entries are made. Each refuses what is not already in its normal form: one meaning, one sequence of bytes.

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** A moment in UTC to the second. */
export const momentForm: v.GenericSchema<unknown, Instant> = v.pipe(
  v.string(),
  v.regex(INSTANT),
  v.rawTransform(({ dataset, addIssue, NEVER }): Instant => {
    const parsed = parseInstant(dataset.value);
    if (parsed !== undefined && parsed === dataset.value) return parsed;
    addIssue({ message: "not a moment" });
    return NEVER;
  }),
);

/** A day without a zone. */
const dayForm: v.GenericSchema<unknown, CivilDate> = v.pipe(
  v.string(),
  v.regex(DAY),
  v.rawTransform(({ dataset, addIssue, NEVER }): CivilDate => {
    const parsed = parseCivilDate(dataset.value);
    if (parsed !== undefined) return parsed;
    addIssue({ message: "not a day" });
    return NEVER;
  }),
);

/** When an act was done: a moment or a day. */
export const actMomentForm = v.nullable(v.union([momentForm, dayForm]));

/** A whole number from 0 that JSON keeps exactly. */
export const countForm = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));

/** SHA-256 in lower-case hexadecimal. */
export const hashForm = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** The same, or "" for none. */
export const hashOrNone = v.pipe(v.string(), v.regex(/^([0-9a-f]{64})?$/));

/** A ledger position, or null. */
export const positionOrNone = v.nullable(countForm);

/** A word that names something: never empty. */
export const nameForm = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** A name, or "" for none. */
export const nameOrNone = v.pipe(v.string(), v.maxLength(200));

/** Free text. Whoever enters it answers for it that it names no private person (RECORD.md 12). */
export const textForm = v.pipe(v.string(), v.maxLength(8_000));

/** Values by name. An array is none: valibot's record alone would take it for one, and one meaning would have two forms. */
export function namedForm<T>(value: v.GenericSchema<unknown, T>): v.GenericSchema<unknown, Record<string, T>> {
  return v.pipe(
    v.unknown(),
    v.check((input) => !Array.isArray(input)),
    v.record(v.string(), value),
  );
}

/** Figures by name. */
export const figuresForm = namedForm(countForm);

const cellForm = v.union([v.pipe(v.number(), v.integer(), v.minValue(0)), v.string()]);

/** A sheet entry: [station, status, [cell, ...]] and the position that it replaces, when there is one. */
export const sheetForm = v.union([
  v.strictTuple([nameForm, nameForm, v.array(cellForm)]),
  v.strictTuple([nameForm, nameForm, v.array(cellForm), countForm]),
]);
