declare const instantBrand: unique symbol;

/** A moment in UTC, always written `YYYY-MM-DDTHH:MM:SSZ`, so that text order is time order. Comes only from `parseInstant`. */
export type Instant = string & { readonly [instantBrand]: true };

declare const civilDateBrand: unique symbol;

/** A calendar day without a zone, `YYYY-MM-DD` (ISO 8601). Comes only from `parseCivilDate`. */
export type CivilDate = string & { readonly [civilDateBrand]: true };

const INSTANT = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;
const NORMAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

/** Days from 1970-01-01 of a date of the proleptic Gregorian calendar (H. Hinnant, days_from_civil). */
function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The inverse of `dayNumber` (H. Hinnant, civil_from_days). */
function dateOfDay(days: number): string {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

function isInstant(text: string): text is Instant {
  return NORMAL.test(text);
}

function isCivilDate(text: string): text is CivilDate {
  const match = DAY.exec(text);
  if (match === null) return false;
  const [, year, month, day] = match;
  return dateOfDay(dayNumber(Number(year), Number(month), Number(day))) === text;
}

/** Reads a day `YYYY-MM-DD`; `undefined` when it is not one of the calendar. */
export function parseCivilDate(text: string): CivilDate | undefined {
  return isCivilDate(text) ? text : undefined;
}

/** The day some whole days later, or earlier. Throws beyond the years 0 to 9999. */
export function addDays(date: CivilDate, days: number): CivilDate {
  const later = dateOfDay(dayOf(date) + days);
  if (isCivilDate(later)) return later;
  throw new Error(`outside the calendar: ${later}`);
}

/** Day of the week, 1 Monday to 7 Sunday (ISO 8601). */
export function weekdayOf(date: CivilDate): number {
  // 1970-01-01 was a Thursday.
  return ((((dayOf(date) + 3) % 7) + 7) % 7) + 1;
}

/** Days from one date to another; negative when the other is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayOf(to) - dayOf(from);
}

function dayOf(date: CivilDate): number {
  return dayNumber(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
}

/**
 * Reads a moment with its zone (`2021-06-08T11:15-05:00`, `2021-06-08T16:15:00Z`); fractions of a second are dropped.
 * @returns `undefined` when the zone is missing or a part is out of range: a moment is never guessed.
 */
export function parseInstant(text: string): Instant | undefined {
  const match = INSTANT.exec(text);
  if (match === null) return undefined;
  const [, year = "", month = "", day = "", hour = "", minute = "", second = "00", zone = "Z"] = match;
  if (parseCivilDate(`${year}-${month}-${day}`) === undefined) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const offset = offsetMinutes(zone);
  if (offset === undefined) return undefined;
  const days = dayNumber(Number(year), Number(month), Number(day));
  const minutes = days * 1440 + Number(hour) * 60 + Number(minute) - offset;
  const date = dateOfDay(Math.floor(minutes / 1440));
  const ofDay = minutes - Math.floor(minutes / 1440) * 1440;
  const written = `${date}T${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}:${second}Z`;
  return isInstant(written) ? written : undefined;
}

/** Minutes east of Greenwich; `undefined` when the hours or minutes are none (RFC 3339: 00 to 23 and 00 to 59). */
function offsetMinutes(zone: string): number | undefined {
  if (zone === "Z") return 0;
  const digits = zone.slice(1).replace(":", "");
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2));
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}
