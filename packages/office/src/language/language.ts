import { IntlMessageFormat } from "intl-messageformat";
import type { Instant, Problem, Share } from "acta/basics";
import type { LocalText } from "acta/election";
import { zoneHere } from "./civil-time.js";

/** Languages in which everything that a user reads exists. */
export const LANGUAGES = ["es", "en"] as const;

/** Code of a language (BCP 47). */
export type LanguageCode = (typeof LANGUAGES)[number];

/** Texts by key, in ICU MessageFormat. */
export type Messages = Readonly<Record<string, string>>;

/** Values of a message's placeholders. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** Writes texts, numbers and times for one reader. */
export interface Language {
  readonly code: LanguageCode;
  /** The text of a key; the key itself when there is none, so that nothing is silently empty. */
  readonly say: (key: string, values?: MessageValues) => string;
  readonly has: (key: string) => boolean;
  /** Adds the texts of a room that a command enters: rooms that it does not need are not loaded. */
  readonly learn: (texts: Readonly<Record<LanguageCode, Messages>>) => void;
  /** One line: what, where, what to do. */
  readonly problem: (problem: Problem) => string;
  readonly pick: (text: LocalText) => string;
  readonly number: (value: number) => string;
  /** A share in percent with a fixed number of decimals; a dash when the base is 0. */
  readonly percent: (share: Share, decimals?: number) => string;
  /** A moment in a zone, with the zone's place. */
  readonly moment: (moment: Instant | null, zone: string) => string;
  readonly day: (date: string) => string;
}

const LOCALES: Readonly<Record<LanguageCode, string>> = { es: "es-PE", en: "en-GB" };

/** Makes a language from its messages. */
export function makeLanguage(code: LanguageCode, messages: Messages): Language {
  const locale = LOCALES[code];
  let numbers: Intl.NumberFormat | undefined;
  const compiled = new Map<string, IntlMessageFormat>();
  const known = new Map(Object.entries(messages));
  const say = (key: string, values: MessageValues = {}): string => {
    const text = known.get(key);
    if (text === undefined) return key;
    let message = compiled.get(key);
    if (message === undefined)
      compiled.set(key, (message = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true })));
    return String(message.format(values));
  };
  return {
    code,
    say,
    has: (key) => known.has(key),
    learn: (texts) => {
      for (const [key, text] of Object.entries(texts[code])) known.set(key, text);
    },
    problem: (problem) => {
      const text = say(problem.code, { ...problem.context, where: problem.where ?? "" });
      return problem.where === undefined || problem.where === "" ? text : `${problem.where}: ${text}`;
    },
    pick: (text) => text[code],
    number: (value) => (numbers ??= new Intl.NumberFormat(locale)).format(value),
    percent: (share, decimals = 3) => percentOf(share, decimals, locale),
    moment: (moment, zone) => (moment === null ? say("common.unknownMoment") : momentText(moment, zone, locale)),
    day: (date) =>
      new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`)),
  };
}

/** Rounded exactly from the two counts, not from the rounded decimal. */
function percentOf(share: Share, decimals: number, locale: string): string {
  if (share.denominator === 0) return "–";
  const scale = 10n ** BigInt(decimals);
  const doubled = (2n * 100n * scale * BigInt(share.numerator)) / BigInt(share.denominator);
  const rounded = Number((doubled + 1n) / 2n) / Number(scale);
  return `${new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(rounded)} %`;
}

function momentText(moment: Instant, zone: string, locale: string): string {
  const timeZone = zoneHere(zone);
  const place = timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? timeZone;
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone,
    hourCycle: "h23",
  });
  return `${format.format(new Date(moment))} (${place})`;
}

/** The language asked for, else that of the environment, else Spanish: the first language of the reference case. */
export function languageCode(
  asked: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): LanguageCode {
  const wanted =
    asked ??
    environment["ACTA_LANG"] ??
    environment["LC_ALL"] ??
    environment["LC_MESSAGES"] ??
    environment["LANG"] ??
    "";
  const found = LANGUAGES.find((code) => wanted.toLowerCase().startsWith(code));
  return found ?? (wanted === "" || wanted === "C" || wanted === "POSIX" || wanted.startsWith("C.") ? "es" : "en");
}
