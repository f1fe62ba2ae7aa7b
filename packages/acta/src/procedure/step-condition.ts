import { assertNever, daysBetween, parseCivilDate } from "../basics/index.js";
import type { CivilDate } from "../basics/index.js";
import type { CaseState, InstitutionState, Mark } from "./case-state.js";
import type { LegalPeriod, ProcedureLaw, StepCondition, StepTest } from "./procedure-law.js";
import { addMonths, daysOf } from "./span.js";
import type { Span } from "./span.js";
import { termOn } from "./term-of-office.js";
import type { Verdict } from "./window.js";

/** What a condition was found with: counts, days, words, so that anyone can check it. */
export type ConditionWorking =
  | {
      readonly kind: "marked";
      readonly needed: number;
      readonly certain: number;
      /** With what somebody claims and nobody has decided. */
      readonly possible: number;
      readonly marks: readonly Mark[];
      readonly term: { readonly begins: CivilDate; readonly ends: CivilDate } | null;
    }
  | { readonly kind: "notInLast"; readonly lastBegins: CivilDate | null; readonly ends: CivilDate | null }
  | {
      readonly kind: "notDuring";
      /** Event by which the situation began; null when it is not in force. */
      readonly since: string | null;
      /** Other situations in force: the condition does not ask about them. */
      readonly others: readonly string[];
    }
  | {
      readonly kind: "dateWithin";
      readonly date: CivilDate | null;
      readonly last: CivilDate;
      readonly days: number | null;
    }
  | { readonly kind: "says"; readonly said: string | null }
  | { readonly kind: "nextPeriod"; readonly before: LegalPeriod | null; readonly now: LegalPeriod | null }
  | { readonly kind: "withinYearsOfLeaving"; readonly left: CivilDate | null; readonly last: CivilDate | null };

/** A condition beside what is known: whether it is met, and by what. */
export interface ConditionFinding {
  readonly condition: StepCondition;
  readonly verdict: Verdict;
  readonly working: ConditionWorking;
}

/** What a condition is asked about: the law, what happened before, the case, when, and what the act says. */
export interface ConditionInput {
  readonly law: ProcedureLaw;
  readonly state: InstitutionState;
  readonly of: CaseState | null;
  readonly at: Span;
  readonly facts: ReadonlyMap<string, string>;
}

/** Checks a condition. What nobody said leaves it undetermined, and never met. */
export function checkCondition(condition: StepCondition, input: ConditionInput): ConditionFinding {
  const [verdict, working] = found(condition.test, input);
  return { condition, verdict, working };
}

type Found = readonly [Verdict, ConditionWorking];

function found(test: StepTest, input: ConditionInput): Found {
  switch (test.kind) {
    case "marked":
      return marked(test, input);
    case "notInLast":
      return notInLast(test, input);
    case "notDuring": {
      const since = input.state.situations.get(test.situation) ?? null;
      const others = [...input.state.situations.keys()].filter((each) => each !== test.situation);
      return [since === null ? "met" : "unmet", { kind: "notDuring", since, others }];
    }
    case "dateWithin":
      return dateWithin(test, input);
    case "says": {
      const said = input.facts.get(test.fact) ?? null;
      const verdict = said === null ? "undetermined" : test.oneOf.includes(said) ? "met" : "unmet";
      return [verdict, { kind: "says", said }];
    }
    case "nextPeriod":
      return nextPeriod(test, input);
    case "withinYearsOfLeaving":
      return afterLeaving(test, input);
    default:
      return assertNever(test);
  }
}

function marked(test: Extract<StepTest, { kind: "marked" }>, { law, state, at }: ConditionInput): Found {
  const [day] = daysOf(law.calendar, at);
  const term = termOn(law, test.inTermOf, day);
  const marks = state.marks.filter(
    (each) => each.mark === test.mark && (term === null || daysOf(law.calendar, each.at)[0] >= term.begins),
  );
  const certain = marks.filter(({ standing }) => standing === "certain").length;
  const possible = certain + marks.filter(({ standing }) => standing === "claimed").length;
  const verdict = certain >= test.atLeast ? "met" : possible < test.atLeast ? "unmet" : "undetermined";
  const span = term === null ? null : { begins: term.begins, ends: term.ends };
  return [verdict, { kind: "marked", needed: test.atLeast, certain, possible, marks, term: span }];
}

function notInLast(test: Extract<StepTest, { kind: "notInLast" }>, { law, at }: ConditionInput): Found {
  const [first, last] = daysOf(law.calendar, at);
  const term = termOn(law, test.ofTermOf, first);
  if (term === null) return ["undetermined", { kind: "notInLast", lastBegins: null, ends: null }];
  const lastBegins = addMonths(term.ends, -test.months);
  const verdict = last < lastBegins ? "met" : first >= lastBegins ? "unmet" : "undetermined";
  return [verdict, { kind: "notInLast", lastBegins, ends: term.ends }];
}

function dateWithin(test: Extract<StepTest, { kind: "dateWithin" }>, { law, at, facts }: ConditionInput): Found {
  const [day] = daysOf(law.calendar, at);
  const last = addMonths(day, test.months);
  const date = parseCivilDate(facts.get(test.fact) ?? "") ?? null;
  const days = date === null ? null : daysBetween(day, date);
  const verdict = date === null ? "undetermined" : date <= last && date >= day ? "met" : "unmet";
  return [verdict, { kind: "dateWithin", date, last, days }];
}

function nextPeriod(test: Extract<StepTest, { kind: "nextPeriod" }>, { law, of, at }: ConditionInput): Found {
  const series = law.periods.filter((each) => each.series === test.series);
  const on = (span: Span | undefined): LegalPeriod | null => {
    if (span === undefined) return null;
    const [first, last] = daysOf(law.calendar, span);
    return series.find(({ from, to }) => from <= first && last <= to) ?? null;
  };
  const before = on(of?.taken.findLast(({ step }) => step === test.after)?.at);
  const now = on(at);
  const working: ConditionWorking = { kind: "nextPeriod", before, now };
  if (before === null || now === null) return ["undetermined", working];
  return [series.indexOf(now) === series.indexOf(before) + 1 ? "met" : "unmet", working];
}

function afterLeaving(
  test: Extract<StepTest, { kind: "withinYearsOfLeaving" }>,
  { law, state, of, at, facts }: ConditionInput,
): Found {
  const who = facts.get("accused") ?? of?.facts.get("accused");
  const holdings = state.holdings.filter(({ office, holder }) => office === test.office && holder === who);
  const last = holdings.at(-1);
  if (last === undefined) return ["undetermined", { kind: "withinYearsOfLeaving", left: null, last: null }];
  // Still in office: within the time.
  if (last.ended === null) return ["met", { kind: "withinYearsOfLeaving", left: null, last: null }];
  const [left] = daysOf(law.calendar, last.ended.at);
  const until = addMonths(left, test.years * 12);
  const [day] = daysOf(law.calendar, at);
  return [day <= until ? "met" : "unmet", { kind: "withinYearsOfLeaving", left, last: until }];
}
