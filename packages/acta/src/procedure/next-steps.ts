import { fail, succeed } from "../basics/index.js";
import type { CivilDate, Result } from "../basics/index.js";
import { decideVote } from "../institution/index.js";
import type { ChamberRule, LevelFinding, MajorityRule } from "../institution/index.js";
import type { CaseState, InstitutionState } from "./case-state.js";
import { START, lawOn } from "./procedure-law.js";
import type { ProcedureLaw, ProcedureRule, ProcedureStep } from "./procedure-law.js";
import { dayBegins, dayEnds, spanOfDay } from "./span.js";
import type { Span } from "./span.js";
import { checkCondition } from "./step-condition.js";
import type { ConditionFinding } from "./step-condition.js";
import { majorityOfStep, windowOf } from "./step-judgement.js";
import type { Laws } from "./step-judgement.js";
import type { WindowFinding } from "./window.js";

/** A step that the law allows next: who, by how many votes, when, under which conditions, and what follows. */
export interface NextStep {
  readonly step: ProcedureStep;
  /** On the day that is asked about; `unknown` when what the window runs from is not known. */
  readonly when: "open" | "notYet" | "closed" | "unknown";
  readonly window: WindowFinding | null;
  /** Null where nothing is voted on, or the majority has not been read. */
  readonly majority: {
    readonly rule: MajorityRule;
    readonly chamber: ChamberRule;
    /** What each level needs; bounds where the base is known only on the day. */
    readonly levels: readonly LevelFinding[];
  } | null;
  readonly conditions: readonly ConditionFinding[];
}

/** What may happen next in a case, or at the beginning of a procedure. */
export interface NextSteps {
  readonly rule: ProcedureRule;
  readonly state: string;
  /** Empty when the case is over. */
  readonly steps: readonly NextStep[];
}

/**
 * What may happen next in a case on a day, and until when. Conditions that depend on what an act will say are undetermined.
 * @param eligible members with the right to vote that day, where they are known
 * @returns `procedure.unknownCase`; the problems of windows
 */
export function nextInCase(
  laws: Laws,
  state: InstitutionState,
  id: string,
  { day, eligible }: { readonly day: CivilDate; readonly eligible: number | null },
): Result<NextSteps> {
  const of = state.cases.get(id);
  if (of === undefined)
    return fail({
      code: "procedure.unknownCase",
      context: { case: id.slice(0, 60), known: [...state.cases.keys()].join(", ") },
    });
  return nextFrom(laws, state, { rule: of.rule, of, now: of.state }, { day, eligible });
}

/** How a procedure begins on a day. @returns `procedure.noProcedure`; the problems of windows. */
export function nextToBegin(
  laws: Laws,
  state: InstitutionState,
  procedure: string,
  { day, eligible }: { readonly day: CivilDate; readonly eligible: number | null },
): Result<NextSteps> {
  const rule = lawOn(laws.procedures, "procedure", day).find((each) => each.procedure === procedure);
  if (rule === undefined) return fail({ code: "procedure.noProcedure", context: { procedure, day } });
  return nextFrom(laws, state, { rule, of: null, now: START }, { day, eligible });
}

interface Place {
  readonly rule: ProcedureRule;
  readonly of: CaseState | null;
  readonly now: string;
}

function nextFrom(
  laws: Laws,
  state: InstitutionState,
  { rule, of, now }: Place,
  { day, eligible }: { readonly day: CivilDate; readonly eligible: number | null },
): Result<NextSteps> {
  const law = laws.procedures;
  const at = spanOfDay(law.calendar, day);
  const steps: NextStep[] = [];
  for (const step of rule.steps) {
    if (!step.from.includes(now)) continue;
    const window = windowOf(law, state, of, step, at);
    if (!window.ok) return window;
    const levels = levelsOf(laws, step, at, eligible);
    if (!levels.ok) return levels;
    const input = { law, state, of, at, facts: new Map<string, string>() };
    steps.push({
      step,
      when: whenOf(law, step, window.value, day),
      window: window.value,
      majority: levels.value,
      conditions: step.conditions.map((each) => checkCondition(each, input)),
    });
  }
  return succeed({ rule, state: now, steps });
}

function whenOf(
  law: ProcedureLaw,
  step: ProcedureStep,
  window: WindowFinding | null,
  day: CivilDate,
): NextStep["when"] {
  if (step.window === null) return "open";
  if (window === null) return "unknown";
  if (dayEnds(law.calendar, day) < window.opens.earliest) return "notYet";
  return window.closes !== null && dayBegins(law.calendar, day) > window.closes.latest ? "closed" : "open";
}

function levelsOf(laws: Laws, step: ProcedureStep, at: Span, eligible: number | null): Result<NextStep["majority"]> {
  const majority = majorityOfStep(laws, step, at);
  if (majority === null) return succeed(null);
  const figures = { inFavour: 0, against: null, abstentions: null, present: null, eligible };
  const result = decideVote(majority.rule, majority.chamber, figures);
  return result.ok ? succeed({ ...majority, levels: result.value.levels }) : result;
}
