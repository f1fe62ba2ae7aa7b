import { addDays, parseCivilDate, parseInstant, weekdayOf } from "../basics/index.js";
import type { CivilDate, Instant } from "../basics/index.js";
import type { LawCalendar } from "./law.js";

/** The civil date of a moment where the law's clock runs. */
export function civilDateOf(calendar: LawCalendar, moment: Instant): CivilDate {
  const local = shifted(moment, opposite(offsetAt(calendar, moment)));
  return parseCivilDate(local.slice(0, 10)) ?? impossible(moment);
}

/** The civil time of day of a moment, HH:MM:SS. */
export function civilTimeOf(calendar: LawCalendar, moment: Instant): string {
  return shifted(moment, opposite(offsetAt(calendar, moment))).slice(11, 19);
}

/**
 * The moment of a civil date and time (HH:MM). A time that a change of the clock skips is read with the offset before it; one that
 * occurs twice is its first occurrence.
 */
export function momentOf(calendar: LawCalendar, date: CivilDate, time: string): Instant {
  const read = (offset: string): Instant => parseInstant(`${date}T${time}${offset}`) ?? impossible(date);
  for (const [at, { from, offset }] of calendar.offsets.entries()) {
    const moment = read(offset);
    const next = calendar.offsets[at + 1];
    const begun = at === 0 || from <= moment;
    const ended = next !== undefined && next.from <= moment;
    const isSkipped = ended && read(next.offset) < next.from;
    if (begun && (!ended || isSkipped)) return moment;
  }
  return impossible(date);
}

/** A moment some whole hours later. */
export function hoursAfter(moment: Instant, hours: number): Instant {
  const day = parseCivilDate(moment.slice(0, 10)) ?? impossible(moment);
  const date = addDays(day, Math.floor(hours / 24));
  const rest = String(hours % 24).padStart(2, "0");
  return parseInstant(`${date}T${moment.slice(11, 19)}-${rest}:00`) ?? impossible(moment);
}

/** True when nobody is at work: a day of the weekend or a holiday; null when the holidays of its year are not known. */
export function isDayOff(calendar: LawCalendar, date: CivilDate): boolean | null {
  if (calendar.weekend.includes(weekdayOf(date))) return true;
  return calendar.holidays.get(date.slice(0, 4))?.has(date) ?? null;
}

function offsetAt(calendar: LawCalendar, moment: Instant): string {
  let offset = calendar.offsets[0]?.offset ?? "Z";
  for (const each of calendar.offsets) if (each.from <= moment) ({ offset } = each);
  return offset;
}

/** Reading a UTC time as if it were written with the opposite offset gives the digits of the local clock. */
function shifted(moment: Instant, offset: string): string {
  return parseInstant(`${moment.slice(0, 19)}${offset}`) ?? impossible(moment);
}

function opposite(offset: string): string {
  if (offset === "Z") return offset;
  return `${offset.startsWith("-") ? "+" : "-"}${offset.slice(1)}`;
}

/** Only dates beyond the years 0 to 9999 end here. */
function impossible(text: string): never {
  throw new Error(`outside the calendar: ${text}`);
}
