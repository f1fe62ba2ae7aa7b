import { addDays, daysBetween } from "../basics/index.js";
import type { CivilDate, Instant } from "../basics/index.js";
import type { ActMoment } from "../record/index.js";
import { dayOfAct, matterOfGrounds, spanOfAct } from "./case-law.js";
import type { CaseLaw } from "./case-law.js";
import type { CaseAppeal, CasePetition, CaseRuling, InstanceSpan } from "./case-record.js";
import { isDayOff } from "./civil-time.js";
import type { LawCalendar } from "./law.js";

/** Terms that bodies have to decide, by instance. */
const DECIDES = ["decide", "decideAppeal"] as const;

/**
 * How long each instance took or has taken until now, in calendar and working days, beside its term. The term runs from what the
 * body received; a missing day is never guessed: the span then begins at the decision below and says so.
 */
export function spansOf(
  law: CaseLaw,
  petitions: readonly CasePetition[],
  rulings: readonly CaseRuling[],
  appeals: readonly CaseAppeal[],
  { body, now, isOver }: { readonly body: string; readonly now: Instant; readonly isOver: boolean },
): readonly InstanceSpan[] {
  const spans: InstanceSpan[] = [];
  const first = rulings.findLast(({ stands, entry }) => stands && entry.instance === 1);
  const second = rulings.findLast(({ stands, entry }) => stands && entry.instance > 1);
  const filed = earliest(
    law,
    petitions.map(({ entry }) => entry.at),
  );
  const add = (from: InstanceSpan["from"], start: ActMoment, ruling: CaseRuling | undefined, at: 0 | 1): void => {
    const end = ruling === undefined ? now : ruling.entry.at;
    // A ruling without its day, or a case that ended otherwise: how long it took is not known.
    if (end === null || (ruling === undefined && isOver)) return;
    const matter = matterOfGrounds(
      law,
      petitions.map(({ entry }) => entry.ground),
      DECIDES[at],
    );
    spans.push(spanOf(law, { from, start, end, ruling, body, matter }, at));
  };
  if (filed !== null) add("filing", filed, first, 0);
  const appeal = appeals[0];
  const decided = first?.entry.at ?? null;
  if (appeal?.entry.at !== undefined && appeal.entry.at !== null) add("appeal", appeal.entry.at, second, 1);
  else if (decided !== null && (second !== undefined || appeal !== undefined)) add("rulingBelow", decided, second, 1);
  return spans;
}

interface SpanFacts {
  readonly from: InstanceSpan["from"];
  readonly start: ActMoment;
  readonly end: ActMoment;
  readonly ruling: CaseRuling | undefined;
  readonly body: string;
  readonly matter: string | null;
}

function spanOf(law: CaseLaw, { from, start, end, ruling, body, matter }: SpanFacts, at: 0 | 1): InstanceSpan {
  const [begun, ended] = [dayOfAct(law, start), dayOfAct(law, end)];
  if (begun === null || ended === null) throw new Error("both days are known here");
  const term = matter === null ? null : law.termOf(begun, matter, spanOfAct(law, start).earliest);
  const allowed =
    term?.ok === true
      ? { rule: term.value.rule, lastDay: term.value.lastDay, days: daysBetween(begun, term.value.lastDay) }
      : null;
  return {
    instance: at + 1,
    body: ruling?.entry.body ?? (at === 0 ? body : ""),
    from,
    start: begun,
    end: ruling === undefined ? null : ended,
    days: daysBetween(begun, ended),
    workingDays: workingDaysBetween(law.law.calendar, begun, ended),
    allowed,
    over: allowed === null ? 0 : Math.max(0, daysBetween(allowed.lastDay, ended)),
  };
}

function earliest(law: CaseLaw, moments: readonly (ActMoment | null)[]): ActMoment | null {
  let first: ActMoment | null = null;
  for (const at of moments)
    if (at !== null && (first === null || spanOfAct(law, at).earliest < spanOfAct(law, first).earliest)) first = at;
  return first;
}

/** Working days after one day up to another; null when the holidays of a year in between are not known. */
export function workingDaysBetween(calendar: LawCalendar, from: CivilDate, to: CivilDate): number | null {
  let days = 0;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    const off = isDayOff(calendar, day);
    if (off === null) return null;
    if (!off) days += 1;
  }
  return days;
}
