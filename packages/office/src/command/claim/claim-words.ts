import { parseCivilDate, parseInstant } from "acta/basics";
import type { Problem } from "acta/basics";
import type { CheckedPart, KnownValue, WorkingLine } from "acta/claim";
import type { Language } from "../../language/index.js";

/** A value in words: with its unit, and days and moments as the language writes them. */
export function knownText(language: Language, value: KnownValue, zone: string): string {
  switch (value.kind) {
    case "number":
      return language.say(`claim.unit.${value.unit}`, { value: numberText(language, value.text) });
    case "date":
      return readable(language, value.date, zone);
    case "moment":
      return language.moment(value.at, zone);
    case "word":
      return wordText(language, value);
  }
}

/** When a value was said; "" for what has no moment. Of a dated fact the day: its hour is often not known. */
export function knownMoment(language: Language, value: KnownValue, zone: string): string {
  if (value.kind !== "number" || value.at === null) return "";
  return readable(language, value.source?.kind === "fact" ? value.at.slice(0, 10) : value.at, zone);
}

function wordText(language: Language, { word }: Extract<KnownValue, { readonly kind: "word" }>): string {
  return word.name === null ? language.say(`claim.word.${word.id}`) : language.pick(word.name);
}

/** A decimal with the separators of the language; its places stay. */
function numberText(language: Language, text: string): string {
  const [whole = "", places] = text.split(".");
  // Both languages write the decimal point here as Peru does.
  const sign = text.startsWith("-") ? "-" : "";
  return `${sign}${language.number(Math.abs(Number(whole)))}${places === undefined ? "" : `.${places}`}`;
}

/** A line of working: days and moments in it are written out. */
export function workingText(language: Language, { code, context }: WorkingLine, zone: string): string {
  const values = Object.entries(context).map(([name, value]) => [
    name,
    typeof value !== "string"
      ? value
      : name === "value"
        ? numberText(language, value)
        : readable(language, value, zone),
  ]);
  return language.say(code, Object.fromEntries(values));
}

function readable(language: Language, text: string, zone: string): string {
  const at = parseInstant(text);
  if (at !== undefined) return language.moment(at, zone);
  return parseCivilDate(text) === undefined ? text : language.day(text);
}

/** Why a claim, or a part of it, cannot be checked; null when all of it can. */
export function reasonText(language: Language, parts: readonly CheckedPart[], problem: Problem | null): string | null {
  if (problem !== null) return language.problem(problem);
  if (parts.length === 0) return language.say("claim.reason.noComputation");
  const reasons = parts.flatMap(({ reason, problem: missing }) =>
    missing !== null ? [language.problem(missing)] : reason === null ? [] : [language.say(`claim.reason.${reason}`)],
  );
  return reasons.length === 0 ? null : [...new Set(reasons)].join("; ");
}
