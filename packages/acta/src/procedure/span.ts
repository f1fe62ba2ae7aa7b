import { addDays, parseCivilDate, parseInstant } from "../basics/index.js";
import type { CivilDate, Instant } from "../basics/index.js";
import { civilDateOf, momentOf } from "../dispute/index.js";
import type { LawCalendar } from "../dispute/index.js";

/** When something happened, as far as it is known: an instant, a day without its hour, or a stretch of days. */
export interface Span {
  readonly earliest: Instant;
  readonly latest: Instant;
  /** As the source writes it. */
  readonly written: string;
}

/** Reads `2022-12-07`, `2022-12-07T13:54-05:00` or `2026-02-17/2026-02-20`; `undefined` for anything else: a moment is never guessed. */
export function parseSpan(text: string, calendar: LawCalendar): Span | undefined {
  const instant = parseInstant(text);
  if (instant !== undefined) return { earliest: instant, latest: instant, written: text };
  const [first = "", last = first, more] = text.split("/");
  const from = parseCivilDate(first);
  const to = parseCivilDate(last);
  if (from === undefined || to === undefined || to < from || more !== undefined) return undefined;
  return { earliest: dayBegins(calendar, from), latest: dayEnds(calendar, to), written: text };
}

/** The first second of a civil day. */
export function dayBegins(calendar: LawCalendar, day: CivilDate): Instant {
  return momentOf(calendar, day, "00:00");
}

/** The last second of a civil day. */
export function dayEnds(calendar: LawCalendar, day: CivilDate): Instant {
  const minute = momentOf(calendar, day, "23:59");
  return parseInstant(`${minute.slice(0, 17)}59Z`) ?? minute;
}

/** A whole civil day. */
export function spanOfDay(calendar: LawCalendar, day: CivilDate): Span {
  return { earliest: dayBegins(calendar, day), latest: dayEnds(calendar, day), written: day };
}

/** The first and the last civil day that a span touches. */
export function daysOf(calendar: LawCalendar, { earliest, latest }: Span): readonly [CivilDate, CivilDate] {
  return [civilDateOf(calendar, earliest), civilDateOf(calendar, latest)];
}

/** The day some calendar months later; the last of the month where that month has no such day. */
export function addMonths(day: CivilDate, months: number): CivilDate {
  const whole = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = String(Math.floor(whole / 12)).padStart(4, "0");
  const month = String((whole % 12) + 1).padStart(2, "0");
  const first = parseCivilDate(`${year}-${month}-01`);
  if (first === undefined) throw new Error(`outside the calendar: ${year}-${month}`);
  const same = parseCivilDate(`${year}-${month}-${day.slice(8, 10)}`);
  return same ?? addDays(addMonths(first, 1), -1);
}
