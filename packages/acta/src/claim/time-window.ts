import { addDays, fail, parseCivilDate, parseInstant, succeed } from "../basics/index.js";
import type { CivilDate, Instant, Result } from "../basics/index.js";

/** The time that a claim speaks of: both ends belong to it. */
export interface TimeWindow {
  readonly from: Instant;
  readonly to: Instant;
  /** As the claim says it. */
  readonly text: string;
}

const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;
const CLOCK = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?$/;

/**
 * Reads when a claim was true by its own words: a year, a month, a day, a moment, or two of them (`2021-06-10/11`, the second may leave
 * out what both have). Days and moments without a zone are read with the offset of the claims file.
 * @returns `claim.badMoment` for anything that could mean several days ("7 June"); `claim.noZone` where no offset is given.
 */
export function timeWindow(text: string, offset: string | null): Result<TimeWindow> {
  const [first = "", second, ...more] = text.trim().split("/");
  if (more.length > 0) return fail(badMoment(text));
  const start = spanOf(first, offset);
  if (!start.ok) return start;
  if (second === undefined) return succeed({ ...start.value, text });
  const isWhole = /^\d{4}(?:-|$)/.test(second);
  const end = spanOf(isWhole ? second : first.slice(0, Math.max(first.length - second.length, 0)) + second, offset);
  if (!end.ok) return end;
  return start.value.from <= end.value.to
    ? succeed({ from: start.value.from, to: end.value.to, text })
    : fail(badMoment(text));
}

function badMoment(text: string) {
  return { code: "claim.badMoment", context: { text: text.slice(0, 40) } };
}

function spanOf(text: string, offset: string | null): Result<{ readonly from: Instant; readonly to: Instant }> {
  const moment = parseInstant(text) ?? (CLOCK.test(text) && offset !== null ? parseInstant(text + offset) : undefined);
  if (moment !== undefined) return succeed({ from: moment, to: moment });
  if (CLOCK.test(text) && offset === null) return fail({ code: "claim.noZone", context: { text: text.slice(0, 40) } });
  const days = daysOf(text);
  if (days === undefined) return fail(badMoment(text));
  if (offset === null) return fail({ code: "claim.noZone", context: { text: text.slice(0, 40) } });
  const from = parseInstant(`${days.first}T00:00:00${offset}`);
  const to = parseInstant(`${days.last}T23:59:59${offset}`);
  return from === undefined || to === undefined ? fail(badMoment(text)) : succeed({ from, to });
}

function daysOf(text: string): { readonly first: CivilDate; readonly last: CivilDate } | undefined {
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const [, year = "", month, day] = match;
  const first = parseCivilDate(`${year}-${month ?? "01"}-${day ?? "01"}`);
  if (first === undefined || day !== undefined) return first && { first, last: first };
  const next = parseCivilDate(
    month === undefined ? `${Number(year) + 1}-01-01` : nextMonth(Number(year), Number(month)),
  );
  return next && { first, last: addDays(next, -1) };
}

function nextMonth(year: number, month: number): string {
  const [inYear, next] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return `${String(inYear).padStart(4, "0")}-${String(next).padStart(2, "0")}-01`;
}

/** Whether two windows share a moment; a claim without a time overlaps with every other. */
export function overlaps(one: TimeWindow | null, other: TimeWindow | null): boolean {
  return one === null || other === null || (one.from <= other.to && other.from <= one.to);
}
