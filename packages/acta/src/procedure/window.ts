import { addDays, succeed } from "../basics/index.js";
import type { CivilDate, Instant, Result } from "../basics/index.js";
import { hoursAfter, workingDaysAfter } from "../dispute/index.js";
import type { LawCalendar } from "../dispute/index.js";
import type { StepWindow, WindowUnit } from "./procedure-law.js";
import { addMonths, dayBegins, dayEnds, daysOf } from "./span.js";
import type { Span } from "./span.js";

/** How something stands to a rule. `undetermined` is a real answer: what is known leaves both open. */
export type Verdict = "met" | "unmet" | "undetermined";

/** A window as it runs: the first and the last day, and how an act stands to it. */
export interface WindowFinding {
  readonly unit: WindowUnit;
  readonly from: number;
  readonly to: number | null;
  /** What it runs from. */
  readonly since: Span;
  readonly opens: { readonly earliest: Instant; readonly latest: Instant; readonly day: CivilDate };
  /** Null when it has no end. */
  readonly closes: { readonly earliest: Instant; readonly latest: Instant; readonly day: CivilDate } | null;
  readonly verdict: Verdict;
}

/**
 * The window that runs from a moment, and whether an act falls into it. Where only the day of either is known, it is in the window only
 * when all of it is. Days do not count the day from which they run.
 * @returns `dispute.noHolidays` where working days reach a year whose holidays are not known
 */
export function windowFrom(
  { unit, from, to }: Pick<StepWindow, "unit" | "from" | "to">,
  since: Span,
  at: Span,
  calendar: LawCalendar,
): Result<WindowFinding> {
  const opens = edgeOf(unit, from, since, calendar, "first");
  if (!opens.ok) return opens;
  const closes = to === null ? succeed(null) : edgeOf(unit, to, since, calendar, "last");
  if (!closes.ok) return closes;
  const end = closes.value;
  const isIn = at.earliest >= opens.value.latest && (end === null || at.latest <= end.earliest);
  const isOut = at.latest < opens.value.earliest || (end !== null && at.earliest > end.latest);
  const verdict = isIn ? "met" : isOut ? "unmet" : "undetermined";
  return succeed({ unit, from, to, since, opens: opens.value, closes: end, verdict });
}

/** The edge of a window, between the bounds that the moment from which it runs leaves. */
function edgeOf(
  unit: WindowUnit,
  length: number,
  since: Span,
  calendar: LawCalendar,
  side: "first" | "last",
): Result<WindowFinding["opens"]> {
  const [first, last] = daysOf(calendar, since);
  if (unit === "hours" || length === 0) {
    // At once: from the moment itself; its last day when days are meant.
    const isDays = unit !== "hours" && side === "last";
    const earliest = isDays ? dayEnds(calendar, first) : hoursAfter(since.earliest, length);
    const latest = isDays ? dayEnds(calendar, last) : hoursAfter(since.latest, length);
    // What came the same day may have come after it: only an hour that is known can say no.
    return succeed({ earliest, latest: side === "first" && length === 0 ? earliest : latest, day: last });
  }
  const one = dayAfter(unit, length, first, calendar);
  const other = dayAfter(unit, length, last, calendar);
  if (!one.ok) return one;
  if (!other.ok) return other;
  const bound = side === "first" ? dayBegins : dayEnds;
  return succeed({
    earliest: bound(calendar, one.value),
    latest: bound(calendar, other.value),
    day: other.value,
  });
}

function dayAfter(
  unit: Exclude<WindowUnit, "hours">,
  length: number,
  day: CivilDate,
  calendar: LawCalendar,
): Result<CivilDate> {
  switch (unit) {
    case "calendarDays":
      return succeed(addDays(day, length));
    case "workingDays":
      return workingDaysAfter(calendar, day, length);
    case "months":
      return succeed(addMonths(day, length));
  }
}
