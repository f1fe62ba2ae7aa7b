import { daysBetween } from "../basics/index.js";
import type { Instant } from "../basics/index.js";
import type { CaseLaw } from "./case-law.js";
import type { CaseBook, CaseRecord } from "./case-record.js";
import { workingDaysBetween } from "./case-spans.js";
import { civilDateOf, momentOf } from "./civil-time.js";
import { electionStart } from "./filing-time.js";
import { rulesOf } from "./law-in-force.js";
import { isAboutPetitions, isOpen } from "./open-petitions.js";

/** A deadline and its clock. */
export interface OpenDeadline {
  readonly what: "petition" | "decide" | "appeal" | "decideAppeal" | "set";
  /** "" when it holds for all. */
  readonly case: string;
  readonly body: string;
  readonly rule: string;
  readonly due: Instant;
  /** From today on; negative when it is over. */
  readonly days: number;
  /** Null where holidays are not known; of what is over, 0. */
  readonly workingDays: number | null;
  /** `notInForce`: announced and never published. */
  readonly state: "running" | "over" | "notInForce";
}

/** Open cases of a body. */
export interface Backlog {
  readonly body: string;
  readonly open: number;
  /** Of these, beyond the term that the law gives the body. */
  readonly over: number;
  /** Days of the oldest one; null when no day of filing is known. */
  readonly oldest: number | null;
}

/** Deadlines of the law, of open cases and of deadline acts, the next first. */
export function openDeadlines(law: CaseLaw, book: CaseBook): readonly OpenDeadline[] {
  const clock = (due: Instant): Pick<OpenDeadline, "due" | "days" | "workingDays" | "state"> => {
    const [today, day] = [civilDateOf(law.law.calendar, book.now), civilDateOf(law.law.calendar, due)];
    const workingDays = day <= today ? 0 : workingDaysBetween(law.law.calendar, today, day);
    return { due, days: daysBetween(today, day), workingDays, state: due < book.now ? "over" : "running" };
  };
  const found: OpenDeadline[] = filingTerms(law).map(({ rule, due }) => ({
    what: "petition",
    case: "",
    body: "",
    rule,
    ...clock(due),
  }));
  for (const each of book.deadlines) {
    const { case: number, body, rule, due, inForce } = each;
    const set = { what: "set", case: number, body, rule, ...clock(due) } as const;
    found.push(inForce ? set : { ...set, state: "notInForce" });
  }
  for (const each of book.cases) if (isOpen(book, each)) found.push(...termsOfCase(law, each, clock));
  return found.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

function filingTerms(law: CaseLaw): readonly { readonly rule: string; readonly due: Instant }[] {
  const matters = new Set(rulesOf(law.on(null), "ground").map(({ term }) => term));
  return [...matters].flatMap((matter) => {
    const term = law.termOf(null, matter, electionStart(law));
    return term.ok ? [{ rule: term.value.rule, due: term.value.deadline }] : [];
  });
}

function* termsOfCase(
  law: CaseLaw,
  record: CaseRecord,
  clock: (due: Instant) => Pick<OpenDeadline, "due" | "days" | "workingDays" | "state">,
): Generator<OpenDeadline> {
  const { case: number, state } = record;
  const open = record.spans.find(({ end }) => end === null);
  if (open?.allowed !== undefined && open.allowed !== null) {
    const due = momentOf(law.law.calendar, open.allowed.lastDay, "23:59");
    const what = open.instance === 1 ? "decide" : "decideAppeal";
    yield { what, case: number, body: open.body, rule: open.allowed.rule, ...clock(due) };
  }
  if (state.kind === "notified" && state.appealUntil !== null)
    yield { what: "appeal", case: number, body: record.body, rule: "", ...clock(state.appealUntil) };
}

/** Open cases about petitions by the body before which they are, most first. */
export function backlogOf(book: CaseBook): readonly Backlog[] {
  const bodies = new Map<string, Backlog>();
  for (const each of book.cases) {
    if (!isAboutPetitions(each) || !isOpen(book, each)) continue;
    const span = each.spans.find(({ end }) => end === null);
    const appeal = each.state.kind === "appealed" ? each.appeals[0]?.entry.body : undefined;
    const body = appeal ?? each.body;
    const now = bodies.get(body) ?? { body, open: 0, over: 0, oldest: null };
    const days = each.spans[0] === undefined ? null : daysSince(each);
    const oldest = days === null ? now.oldest : Math.max(now.oldest ?? 0, days);
    bodies.set(body, { body, open: now.open + 1, over: now.over + ((span?.over ?? 0) > 0 ? 1 : 0), oldest });
  }
  return [...bodies.values()].toSorted((a, b) => b.open - a.open || (a.body < b.body ? -1 : 1));
}

/** Days since a case was filed, through all of its instances. */
function daysSince({ spans }: CaseRecord): number {
  const [first, last] = [spans[0], spans.at(-1)];
  return first === undefined || last === undefined ? 0 : daysBetween(first.start, last.start) + last.days;
}
