import * as v from "valibot";
import { parseCivilDate } from "../basics/index.js";
import type { Problem } from "../basics/index.js";

// What files of law written by hand (YAML, JSON) share: ids, texts in two languages, days, lists. One shape and one set of messages
// (`form.*`), so that a reader who has made one mistake knows the next.

/** An id: 1 to 64 letters, digits, '_', '-' or '.'. */
export const writtenId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, "form.badId"));

/** A text of at most 1,000 characters, not empty. */
export const writtenText = v.pipe(v.string(), v.minLength(1, "form.emptyText"), v.maxLength(1_000, "form.tooLong"));

/** A text for readers: written once, or once in each language. */
export const writtenLocalText = v.union([
  v.pipe(
    writtenText,
    v.transform((both) => ({ es: both, en: both })),
  ),
  v.strictObject({ es: writtenText, en: writtenText }),
]);

/** Where a rule stands: at most 200 characters, may be empty. */
export const writtenArticle = v.pipe(v.string(), v.maxLength(200, "form.tooLong"));

/** A text of at most 200 characters that becomes a value; `code` when it cannot. */
export function writtenAs<T>(parse: (written: string) => T | undefined, code: string) {
  return v.pipe(
    v.string(),
    v.maxLength(200, "form.tooLong"),
    v.rawTransform<string, T>(({ dataset, addIssue, NEVER }) => {
      const value = parse(dataset.value);
      if (value !== undefined) return value;
      addIssue({ message: code, received: dataset.value.slice(0, 80) });
      return NEVER;
    }),
  );
}

/** A day of the calendar, YYYY-MM-DD. */
export const writtenDay = writtenAs(parseCivilDate, "form.badDate");

/** A whole number between two others, both included. */
export function writtenWhole(least: number, most: number) {
  return v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
}

/** A list of at most 2,000 items. */
export function writtenList<T extends v.GenericSchema>(item: T) {
  return v.pipe(v.array(item), v.maxLength(2_000, "form.tooMany"));
}

/** A list with something in it. */
export function writtenSome<T extends v.GenericSchema>(item: T) {
  return v.pipe(writtenList(item), v.minLength(1, "form.emptyList"));
}

/** What a form refuses, as a problem at its place in the document. `codes` are those that the form raises itself, by the beginning. */
export function formProblem(issue: v.BaseIssue<unknown>, codes: string): Problem {
  const where = v.getDotPath(issue) ?? "";
  if (issue.type === "strict_object" && issue.expected === "never")
    return { code: "form.unknownKey", where, context: { key: String(issue.path?.at(-1)?.key).slice(0, 80) } };
  if (issue.input === undefined) return { code: "form.missing", where };
  const own = issue.message.startsWith("form.") || issue.message.startsWith(codes);
  return {
    code: own ? issue.message : "form.badValue",
    where,
    context: { expected: issue.expected ?? "", received: issue.received.slice(0, 80) },
  };
}
