import { addDays, daysBetween, fail, parseCivilDate, succeed, weekdayOf } from "../basics/index.js";
import type { CivilDate, Fraction, Result } from "../basics/index.js";
import type { Asked } from "./computation.js";
import { countOf, dayFrom } from "./claim-evidence.js";
import type { ClaimEvidence } from "./claim-evidence.js";
import { ratio } from "./exact-number.js";
import { found, line, wordAnswer } from "./finding.js";
import type { Finding } from "./finding.js";

/** Election day, by the definition of the election. */
export function electionDay(evidence: ClaimEvidence, { election }: Asked<"electionDay">): Result<Finding> {
  const count = countOf(evidence, election);
  return count.ok ? succeed(found({ kind: "date", date: count.value.election.date })) : count;
}

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
const DIAS = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"] as const;

/** The day of the week of a day (ISO 8601). */
export function weekday(evidence: ClaimEvidence, asked: Asked<"weekday">): Result<Finding> {
  const day = dayFrom(evidence, asked.day);
  if (!day.ok) return day;
  const at = weekdayOf(day.value) - 1;
  const answer = { ...wordAnswer(WEEKDAYS[at] ?? ""), names: [DIAS[at] ?? ""] };
  return succeed(found({ kind: "word", answer, atTheTime: null }, [line("claim.onDay", { day: day.value })]));
}

/** The time between two days. Months and years are those of the calendar, and the days that are left over a part of the next one. */
export function span(evidence: ClaimEvidence, asked: Asked<"span">): Result<Finding> {
  const from = dayFrom(evidence, asked.from);
  if (!from.ok) return from;
  const to = dayFrom(evidence, asked.to);
  if (!to.ok) return to;
  const days = daysBetween(from.value, to.value);
  if (days < 0) return fail({ code: "claim.endsBefore", context: { from: from.value, to: to.value } });
  const { months, rest } = monthsBetween(from.value, to.value);
  const working = [line("claim.span", { from: from.value, to: to.value, days, months, rest })];
  const value = inUnit(asked.unit, from.value, to.value, days);
  return succeed(found({ kind: "number", unit: asked.unit, values: [value] }, working));
}

function inUnit(unit: Asked<"span">["unit"], from: CivilDate, to: CivilDate, days: number): Fraction {
  if (unit === "days") return ratio(days);
  if (unit === "weeks") return ratio(days, 7);
  const { months, rest, length } = monthsBetween(from, to);
  const whole = ratio(months * length + rest, length);
  return unit === "months" ? whole : { numerator: whole.numerator, denominator: whole.denominator * 12n };
}

/** Whole calendar months, the days over, and the length of the month that they are of. */
function monthsBetween(from: CivilDate, to: CivilDate): { months: number; rest: number; length: number } {
  let months = 0;
  while (monthsLater(from, months + 1) <= to) months++;
  const begun = monthsLater(from, months);
  return { months, rest: daysBetween(begun, to), length: daysBetween(begun, monthsLater(from, months + 1)) };
}

/** The same day some months later, or the last one of a shorter month. */
function monthsLater(date: CivilDate, months: number): CivilDate {
  const at = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const first = parseCivilDate(`${String(Math.floor(at / 12)).padStart(4, "0")}-${two((at % 12) + 1)}-01`);
  if (first === undefined) throw new Error(`outside the calendar: ${date} and ${months} months`);
  for (let day = Number(date.slice(8)); day > 28; day--) {
    const same = parseCivilDate(`${first.slice(0, 8)}${two(day)}`);
    if (same !== undefined) return same;
  }
  return addDays(first, Math.min(Number(date.slice(8)), 28) - 1);
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** The same day some years later. */
export function yearsLater(date: CivilDate, years: number): CivilDate {
  return monthsLater(date, years * 12);
}
