import type { Problem } from "acta/basics";
import { readMessage } from "../message/index.js";
import type { Message, MessageValues } from "../message/index.js";
import { SITE_LANGUAGES } from "./languages.js";
import type { SiteLanguage } from "./languages.js";

/** A language of the site by its code. */
export type LanguageCode = SiteLanguage["code"];

/** Languages of the site in the order in which pages offer them (BCP 47); the first one stands at the root of the folder. */
export const LANGUAGES: readonly LanguageCode[] = SITE_LANGUAGES.map(({ code }) => code);

/** The language of the pages at the root of the folder. */
export const FIRST_LANGUAGE: LanguageCode = SITE_LANGUAGES[0].code;

/** Texts of a language by key (ICU MessageFormat). */
export type Texts = Readonly<Record<string, string>>;

/** A count over its base, as published. */
export interface ShareFigures {
  readonly numerator: number;
  readonly denominator: number;
}

/** Writes texts, numbers and times for one reader. */
export interface Wording {
  readonly code: LanguageCode;
  /** The text of a key; the key itself when there is none: a later release may name what these pages do not know. */
  readonly say: (key: string, values?: MessageValues) => string;
  readonly has: (key: string) => boolean;
  /** Writes a text of another room, which this page alone needs. */
  readonly format: (text: string, values?: MessageValues) => string;
  readonly problem: (problem: Problem) => string;
  /** A text of a definition: in this language, else in the first one that it is written in. */
  readonly pick: (text: Readonly<Record<string, string>>) => string;
  readonly number: (value: number) => string;
  /** Several things as one writes them: a, b and c. */
  readonly list: (parts: readonly string[]) => string;
  /** With its sign, zero without; whole, or with one decimal. */
  readonly signed: (value: number, decimals?: number) => string;
  /** Percent, rounded exactly from the two counts; a dash over a base of 0. */
  readonly percent: (share: ShareFigures, decimals?: number) => string;
  /** The same without the sign of percent: percentage points. */
  readonly points: (share: ShareFigures, decimals?: number) => string;
  /** A moment in a zone with the zone's place; what nobody said is said to be unknown. */
  readonly moment: (moment: string | null, zone: string) => string;
  /** Day and time only, for tables. */
  readonly shortMoment: (moment: string | null, zone: string) => string;
  readonly day: (date: string) => string;
  /** Day and month of a moment in a zone, as short as it goes. */
  readonly dayMonth: (moment: string, zone: string) => string;
  /** Hour and minute of a moment in a zone. */
  readonly clock: (moment: string, zone: string) => string;
}

/** What is said in a language; in the first one where it is not said in this one. */
export function textsIn<Held>(all: Readonly<Record<string, Held>>, code: LanguageCode): Held | undefined {
  return all[code] ?? all[FIRST_LANGUAGE];
}

/** A language by its code; the first one for a code that there is not. */
export function languageOf(code: LanguageCode): SiteLanguage {
  return SITE_LANGUAGES.find((each) => each.code === code) ?? SITE_LANGUAGES[0];
}

/** Writes a language with the texts that a page, or all of them, needs. */
export function makeWording(code: LanguageCode, texts: Texts): Wording {
  const { locale, percent: sign } = languageOf(code);
  const known = new Map<string, Message>();
  const numbers = once(() => new Intl.NumberFormat(locale));
  const signs = [0, 1].map((digits) =>
    once(
      () =>
        new Intl.NumberFormat(locale, {
          signDisplay: "exceptZero",
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        }),
    ),
  );
  const lists = once(() => new Intl.ListFormat(locale));
  const days = once(() => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }));
  const say = (key: string, values: MessageValues = {}): string => {
    const text = texts[key];
    if (text === undefined) return key;
    const message = known.get(key) ?? readMessage(text, locale);
    known.set(key, message);
    return message(values);
  };
  const format = (text: string, values: MessageValues = {}): string => readMessage(text, locale)(values);
  const exactPoints = pointsIn(locale);
  const [longMoment, mediumMoment] = [momentsIn(locale, "long"), momentsIn(locale, "medium")];
  const points = (share: ShareFigures, decimals = 3): string => exactPoints(share, decimals);
  return {
    code,
    say,
    has: (key) => texts[key] !== undefined,
    format,
    problem: ({ code: key, where = "", context = {} }) => say(key, { ...context, where }),
    pick: (text) => text[code] ?? text[FIRST_LANGUAGE] ?? Object.values(text)[0] ?? "",
    number: (value) => numbers().format(value),
    list: (parts) => lists().format(parts),
    signed: (value, decimals = 0) => (signs[decimals] ?? numbers)().format(value).replace("-", "−"),
    percent: (share, decimals = 3) => `${points(share, decimals)}${sign}`,
    points,
    moment: (moment, zone) => (moment === null ? say("site.unknownMoment") : longMoment(moment, zone)),
    shortMoment: (moment, zone) => (moment === null ? say("site.unknownMoment") : mediumMoment(moment, zone)),
    day: (date) => days().format(new Date(`${date}T00:00:00Z`)),
    dayMonth: partsIn(locale, { day: "numeric", month: "short" }),
    clock: partsIn(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
  };
}

/** Making a formatter takes far longer than using it, a tenth of a second on a cheap phone: it is made when a page first needs it, and once. */
function once<Made>(make: () => Made): () => Made {
  let made: Made | null = null;
  return () => (made ??= make());
}

function pointsIn(locale: string): (share: ShareFigures, decimals: number) => string {
  const formats = new Map<number, Intl.NumberFormat>();
  return ({ numerator, denominator }, decimals) => {
    if (denominator === 0) return "–";
    const known = formats.get(decimals);
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    const format = known ?? new Intl.NumberFormat(locale, digits);
    formats.set(decimals, format);
    const scale = 10n ** BigInt(decimals);
    const doubled = (2n * 100n * scale * BigInt(numerator)) / BigInt(denominator);
    return format.format(Number((doubled + 1n) / 2n) / Number(scale));
  };
}

function momentsIn(locale: string, style: "long" | "medium"): (moment: string, zone: string) => string {
  const inZone = zonedIn(locale, { dateStyle: style, timeStyle: "short", hourCycle: "h23" });
  return (moment, zone) => {
    const { format, timeZone } = inZone(zone);
    const text = format.format(new Date(moment));
    return style === "long" ? `${text} (${timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? timeZone})` : text;
  };
}

function partsIn(locale: string, parts: Intl.DateTimeFormatOptions): (moment: string, zone: string) => string {
  const inZone = zonedIn(locale, parts);
  return (moment, zone) => inZone(zone).format.format(new Date(moment));
}

interface ZonedFormat {
  readonly format: Intl.DateTimeFormat;
  readonly timeZone: string;
}

function zonedIn(locale: string, options: Intl.DateTimeFormatOptions): (zone: string) => ZonedFormat {
  const formats = new Map<string, ZonedFormat>();
  return (zone) => {
    const zoned = formats.get(zone) ?? makeZoned(locale, options, zone);
    formats.set(zone, zoned);
    return zoned;
  };
}

/** A definition names a zone that was known where it was written; a browser with an older list reads it in UTC. */
function makeZoned(locale: string, options: Intl.DateTimeFormatOptions, timeZone: string): ZonedFormat {
  try {
    return { format: new Intl.DateTimeFormat(locale, { ...options, timeZone }), timeZone };
  } catch {
    return { format: new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }), timeZone: "UTC" };
  }
}
