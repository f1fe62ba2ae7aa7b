import * as v from "valibot";
import { parseCivilDate, parseInstant } from "../basics/index.js";
import type { Problem } from "../basics/index.js";

// Parts that the files of this room have in common.

/** An id of a file. */
export const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, "procedure.badId"));

/** A text of a person: not empty, bounded. */
export const text = v.pipe(v.string(), v.minLength(1, "procedure.emptyText"), v.maxLength(1_500, "procedure.tooLong"));

/** A text in both languages; one text stands for both. */
export const localText = v.union([
  v.pipe(
    text,
    v.transform((both) => ({ es: both, en: both })),
  ),
  v.strictObject({ es: text, en: text }),
]);

/** A text that becomes a value; `code` when it cannot. */
export function read<T>(parse: (written: string) => T | undefined, code: string): v.GenericSchema<unknown, T> {
  return v.pipe(
    v.string(),
    v.maxLength(200, "procedure.tooLong"),
    v.rawTransform<string, T>(({ dataset, addIssue, NEVER }) => {
      const value = parse(dataset.value);
      if (value !== undefined) return value;
      addIssue({ message: code, received: dataset.value.slice(0, 80) });
      return NEVER;
    }),
  );
}

/** A civil day. */
export const day = read(parseCivilDate, "procedure.badDate");
/** A moment with its zone. */
export const moment = read(parseInstant, "procedure.badDate");
/** A whole number within bounds. */
export const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
/** A bounded list. */
export const list = <T extends v.GenericSchema>(item: T) =>
  v.pipe(v.array(item), v.maxLength(5_000, "procedure.tooMany"));
/** A bounded list with something in it. */
export const some = <T extends v.GenericSchema>(item: T) => v.pipe(list(item), v.minLength(1, "procedure.emptyList"));
/** How sure somebody is of a rule or a fact. */
export const confidence = v.picklist(["high", "medium", "low"]);
/** Whether something is real. */
export const provenance = v.optional(v.picklist(["real", "synthetic", "drill"]), "real");
/** A country by its two letters. */
export const country = v.optional(v.pipe(v.string(), v.regex(/^(?:[A-Z]{2})?$/, "procedure.badCountry")), "");

/** A problem of shape, with the path of its place in the document. */
export function shapeProblem(issue: v.BaseIssue<unknown>): Problem {
  const where = v.getDotPath(issue) ?? "";
  if (issue.type === "strict_object" && issue.expected === "never")
    return { code: "procedure.unknownKey", where, context: { key: String(issue.path?.at(-1)?.key).slice(0, 80) } };
  if (issue.input === undefined) return { code: "procedure.missing", where };
  const code = issue.message.startsWith("procedure.") ? issue.message : "procedure.badValue";
  return { code, where, context: { expected: issue.expected ?? "", received: issue.received.slice(0, 80) } };
}
