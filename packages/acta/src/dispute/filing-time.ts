import type { Instant } from "../basics/index.js";
import type { ActMoment, DeadlineEntry } from "../record/index.js";
import { dayOfAct, spanOfAct } from "./case-law.js";
import type { CaseLaw } from "./case-law.js";
import type { Matter } from "./law.js";

/** Whether something came in time, with the deadline that decides it. */
export interface FilingTime {
  readonly kind: "inTime" | "late" | "unknown";
  /** Why it is not known: no time, only the last day without its hour, no notification to run from, or no term in the law. */
  readonly why: "" | "noTime" | "onlyDay" | "noStart" | "noTerm";
  /** The last moment that was in time; null when there is none to be told. */
  readonly deadline: Instant | null;
  readonly rule: string;
  readonly article: string;
  /** The deadline act that moved it; "" when none did. */
  readonly movedBy: string;
}

/** A deadline as an act set it. */
export interface SetDeadline {
  readonly index: number;
  readonly entry: DeadlineEntry;
}

/**
 * Whether an act came within the term of a matter. A deadline that an act moved counts only when it was published by then: what was
 * announced and never published moves nothing.
 */
export function filingTime(
  law: CaseLaw,
  matter: Matter,
  { start, at, case: of }: { readonly start: ActMoment | null; readonly at: ActMoment | null; readonly case: string },
  deadlines: readonly SetDeadline[],
): FilingTime {
  if (start === null) return unknown("noStart");
  const term = law.termOf(dayOfAct(law, at), matter, spanOfAct(law, start).earliest);
  if (!term.ok) return unknown("noTerm");
  const { rule, article } = term.value;
  if (at === null) return { ...unknown("noTime"), deadline: term.value.deadline, rule, article };
  const { earliest, latest } = spanOfAct(law, at);
  const moved = deadlines.findLast(
    ({ entry }) => entry.rule === rule && (entry.case === "" || entry.case === of) && isPublished(law, entry, latest),
  );
  const deadline = moved?.entry.due ?? term.value.deadline;
  const known = { deadline, rule, article, movedBy: moved?.entry.deadline ?? "" };
  // A day without its hour is in time only when all of it was.
  if (latest <= deadline) return { ...known, kind: "inTime", why: "" };
  if (earliest > deadline) return { ...known, kind: "late", why: "" };
  return { ...known, kind: "unknown", why: "onlyDay" };
}

/** True when a deadline had been published by a moment (a day without its hour: from its beginning on). */
export function isPublished(law: CaseLaw, entry: DeadlineEntry, by: Instant): boolean {
  return entry.published !== null && spanOfAct(law, entry.published).earliest <= by;
}

function unknown(why: FilingTime["why"]): FilingTime {
  return { kind: "unknown", why, deadline: null, rule: "", article: "", movedBy: "" };
}

/** The beginning of election day: terms that run from it count the days after it. */
export function electionStart({ election, spanOf }: CaseLaw): Instant {
  return spanOf(election.date).earliest;
}
