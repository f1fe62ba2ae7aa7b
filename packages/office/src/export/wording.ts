import { IntlMessageFormat } from "intl-messageformat";
import type { LocalText } from "acta/election";
import { exportEn } from "./messages/en.js";
import { exportEs } from "./messages/es.js";

/** The texts of this room that stand in exported files. */
export type WordingKey = keyof typeof exportEn;

/** What a message names; a text in both languages is taken in the language of the message. */
export type WordingValues = Readonly<Record<string, string | number | LocalText>>;

const formats = new Map<string, IntlMessageFormat>();

/** Writes a message in both languages: files travel further than the language of the one who made them. */
export function say(key: WordingKey, values: WordingValues = {}): LocalText {
  return { es: write("es", exportEs[key], values), en: write("en", exportEn[key], values) };
}

function write(language: keyof LocalText, message: string, values: WordingValues): string {
  const known = `${language}:${message}`;
  let format = formats.get(known);
  if (format === undefined) formats.set(known, (format = new IntlMessageFormat(message, language)));
  const chosen = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "object" ? value[language] : value,
  ]);
  return String(format.format(Object.fromEntries(chosen)));
}
