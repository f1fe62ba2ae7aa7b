import type { Problem } from "acta/basics";
import { editionEn, editionEs } from "acta/edition";
import { ledgerEn, ledgerEs } from "acta/ledger";
import { signatureEn, signatureEs } from "acta/signature";
import { recordEn, recordEs } from "acta/record";
import { readMessage } from "../message/index.js";
import type { MessageValues } from "../message/index.js";
import { webVerifyEn, webVerifyEs } from "../verify/index.js";
import { pageEn } from "./messages/en.js";
import { pageEs } from "./messages/es.js";

/** Languages of the page (BCP 47). */
export type LanguageCode = "es" | "en";

/** Writes texts for one reader. */
export interface Wording {
  readonly code: LanguageCode;
  readonly say: (key: string, values?: MessageValues) => string;
  /** A problem as one line, without the file that it is about. */
  readonly problem: (problem: Problem) => string;
  /** A day as readers write it. */
  readonly day: (instant: string) => string;
}

const TEXTS: Readonly<Record<LanguageCode, Readonly<Record<string, string>>>> = {
  es: { ...ledgerEs, ...recordEs, ...signatureEs, ...editionEs, ...webVerifyEs, ...pageEs },
  en: { ...ledgerEn, ...recordEn, ...signatureEn, ...editionEn, ...webVerifyEn, ...pageEn },
};

/** Numbers and dates as where the reference case is read. */
const LOCALES: Readonly<Record<LanguageCode, string>> = { es: "es-PE", en: "en-US" };

/** Makes the texts of a language. A key without a text is shown as it is: a later release may name a problem that this page does not know. */
export function makeWording(code: LanguageCode): Wording {
  const locale = LOCALES[code];
  const say = (key: string, values: MessageValues = {}): string => readMessage(TEXTS[code][key] ?? key, locale)(values);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: "long" });
  return {
    code,
    say,
    problem: ({ code: key, context = {} }) => say(key, context),
    day: (instant) => (instant === "" ? "" : days.format(new Date(instant))),
  };
}

/** The language that a reader's browser prefers; Spanish, the first language of the reference case, when it asks for another. */
export function preferredLanguage(wanted: readonly string[]): LanguageCode {
  const first = wanted.find((each) => /^(es|en)\b/i.test(each));
  return first?.toLowerCase().startsWith("en") === true ? "en" : "es";
}
