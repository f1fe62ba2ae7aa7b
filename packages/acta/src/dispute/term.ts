import { addDays, fail, succeed } from "../basics/index.js";
import type { CivilDate, Instant, Result } from "../basics/index.js";
import { civilDateOf, hoursAfter, isDayOff, momentOf } from "./civil-time.js";
import { rulesOf } from "./law-in-force.js";
import type { LawInForce } from "./law-in-force.js";
import type { LawCalendar, Matter, TermRule } from "./law.js";

/** A term as it runs from a certain moment. */
export interface RunningTerm {
  readonly rule: string;
  readonly article: string;
  /** What it runs from; never the decision itself, but its notification or publication. */
  readonly from: TermRule["from"];
  readonly start: Instant;
  /** The last moment that is in time. */
  readonly deadline: Instant;
  /** The last day in civil time. */
  readonly lastDay: CivilDate;
}

/** Whether something was done in time. */
export interface Timeliness {
  readonly term: RunningTerm;
  readonly inTime: boolean;
}

/**
 * The term for a matter, running from a moment. A term in days does not count the day from which it runs and ends at the closing
 * hour of its last day in civil time; working days leave out weekends and holidays; a term in hours runs from moment to moment.
 * @returns `dispute.noTerm` when no rule in force gives one; `dispute.noHolidays`.
 */
export function termFor(law: LawInForce, matter: Matter, start: Instant): Result<RunningTerm> {
  const rule = rulesOf(law, "term").find((each) => each.matter === matter);
  if (rule === undefined) return fail({ code: "dispute.noTerm", context: { matter, day: law.dates.act } });
  const { calendar } = law.law;
  const deadline = deadlineOf(rule, calendar, start);
  if (!deadline.ok) return deadline;
  const { id, article, from } = rule;
  const lastDay = civilDateOf(calendar, deadline.value);
  return succeed({ rule: id, article, from, start, deadline: deadline.value, lastDay });
}

/** Whether a filing came in time: its last moment is still in time. */
export function timeliness(law: LawInForce, matter: Matter, start: Instant, filed: Instant): Result<Timeliness> {
  const term = termFor(law, matter, start);
  return term.ok ? succeed({ term: term.value, inTime: filed <= term.value.deadline }) : term;
}

function deadlineOf(rule: TermRule, calendar: LawCalendar, start: Instant): Result<Instant> {
  if (rule.unit === "hours") return succeed(hoursAfter(start, rule.length));
  const first = civilDateOf(calendar, start);
  if (rule.unit === "calendarDays") return succeed(momentOf(calendar, addDays(first, rule.length), rule.closes));
  const last = workingDaysAfter(calendar, first, rule.length);
  return last.ok ? succeed(momentOf(calendar, last.value, rule.closes)) : last;
}

/** The last of so many working days after a day. @returns `dispute.noHolidays` when the holidays of a year are not known. */
export function workingDaysAfter(calendar: LawCalendar, day: CivilDate, length: number): Result<CivilDate> {
  let date = day;
  let left = length;
  while (left > 0) {
    date = addDays(date, 1);
    const off = isDayOff(calendar, date);
    if (off === null) return fail({ code: "dispute.noHolidays", context: { year: date.slice(0, 4) } });
    if (!off) left -= 1;
  }
  return succeed(date);
}
