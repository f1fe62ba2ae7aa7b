import type { Language } from "../../language/index.js";

/** Reads a flag's text as it is. */
export function asText(text: string): string {
  return text;
}

/** True for a text that is meant as an address of the web and not as a path. */
export function isAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(text);
}

/** Flags of every command that reads a data folder. */
export interface DataFlags {
  readonly data: string;
  readonly election?: string;
  readonly contest?: string;
  /** The ledger as it was: a size, a moment of our own clock, or an edition. */
  readonly at?: string;
  readonly json: boolean;
}

/** Declares the flags of every command that reads a data folder. */
export function dataFlags(language: Language) {
  return {
    data: textFlag(language, "data", "DIR", "acta-data"),
    election: optionalText(language, "election", "ID"),
    contest: optionalText(language, "contest", "ID"),
    at: optionalText(language, "at", "SIZE|TIME|ID"),
    json: switchFlag(language, "json"),
  } as const;
}

/** A text flag with a default. */
export function textFlag(language: Language, name: string, placeholder: string, value: string) {
  return { kind: "parsed", parse: asText, brief: language.say(`flag.${name}`), placeholder, default: value } as const;
}

/** A text flag that may be left out. */
export function optionalText(language: Language, name: string, placeholder: string) {
  return { kind: "parsed", parse: asText, brief: language.say(`flag.${name}`), placeholder, optional: true } as const;
}

/** A text flag that may be given several times. */
export function severalTexts(language: Language, name: string, placeholder: string) {
  return {
    kind: "parsed",
    parse: asText,
    brief: language.say(`flag.${name}`),
    placeholder,
    optional: true,
    variadic: true,
  } as const;
}

/** A flag that is there or not. */
export function switchFlag(language: Language, name: string) {
  return { kind: "boolean", brief: language.say(`flag.${name}`), default: false, withNegated: false } as const;
}
