import { fail, succeed } from "../basics/index.js";
import type { Problem, Result } from "../basics/index.js";
import { decideVote, rulesOn } from "../institution/index.js";
import type { ChamberRule, InstitutionLaw, MajorityRule, VoteFigures, VoteResult } from "../institution/index.js";
import type { CaseState, InstitutionState } from "./case-state.js";
import type { StepEvent } from "./history.js";
import { START, lawOn } from "./procedure-law.js";
import type { ProcedureLaw, ProcedureRule, ProcedureStep, StepOutcome } from "./procedure-law.js";
import { daysOf } from "./span.js";
import type { Span } from "./span.js";
import { checkCondition } from "./step-condition.js";
import type { ConditionFinding } from "./step-condition.js";
import { windowFrom } from "./window.js";
import type { Verdict, WindowFinding } from "./window.js";

/** The laws that a step is judged by. */
export interface Laws {
  readonly procedures: ProcedureLaw;
  readonly institutions: InstitutionLaw;
}

/** A vote of a step against its majority. */
export interface VoteFinding {
  readonly rule: MajorityRule;
  readonly chamber: ChamberRule;
  readonly figures: VoteFigures | null;
  /** Null when nobody gives figures: then only the source's word is known. */
  readonly result: VoteResult | null;
}

/** Whether a step was lawful, with every reason. */
export interface StepJudgement {
  readonly verdict: "lawful" | "unlawful" | "undetermined";
  readonly rule: ProcedureRule;
  readonly step: ProcedureStep;
  readonly case: string;
  /** The state of the case before; `start` when the step begins it. */
  readonly state: { readonly verdict: Verdict; readonly was: string };
  readonly vote: VoteFinding | null;
  readonly window: WindowFinding | null;
  readonly conditions: readonly ConditionFinding[];
  /** How the step ended by the figures or by the source; null when neither says. */
  readonly outcome: StepOutcome | null;
  /** A ruling about this very step, where one is known. */
  readonly ruling: { readonly event: string; readonly upholds: boolean } | null;
}

/**
 * Judges a step against the law of its day: the state of the case, the majority, the window and the conditions. What a source asserts
 * against its own figures is a mistake in the source and refused.
 * @returns `procedure.unknownStep`, `procedure.noProcedure`, `procedure.outcomeContradicts`, the problems of `decideVote` and of windows.
 */
export function judgeStep(laws: Laws, state: InstitutionState, event: StepEvent): Result<StepJudgement> {
  const of = state.cases.get(event.case) ?? null;
  const placed = placeStep(laws.procedures, of, event);
  if (!placed.ok) return placed;
  const { rule, step } = placed.value;
  const was = of?.state ?? START;
  const isFrom: Verdict = step.from.includes(was) ? "met" : "unmet";
  const vote = voteOf(laws, step, event);
  if (!vote.ok) return vote;
  const outcome = outcomeOfStep(step, event, vote.value);
  if (!outcome.ok) return outcome;
  const window = windowOf(laws.procedures, state, of, step, event.at);
  if (!window.ok) return window;
  const input = { law: laws.procedures, state, of, at: event.at, facts: event.facts };
  const conditions = step.conditions.map((each) => checkCondition(each, input));
  const ruling = state.rulings.get(event.id);
  const verdicts: readonly Verdict[] = [
    isFrom,
    ...conditions.map(({ verdict }) => verdict),
    ...(step.window === null ? [] : [window.value?.verdict ?? "undetermined"]),
    // Without figures a vote is what a source says: its threshold was not checked.
    ...(step.vote === null
      ? []
      : [(vote.value?.result?.outcome ?? null) === null ? ("undetermined" as const) : ("met" as const)]),
    ...(outcome.value === null ? ["undetermined" as const] : []),
    ...(ruling !== undefined && !ruling.upholds ? ["unmet" as const] : []),
  ];
  return succeed({
    verdict: verdicts.includes("unmet") ? "unlawful" : verdicts.includes("undetermined") ? "undetermined" : "lawful",
    rule,
    step,
    case: event.case,
    state: { verdict: isFrom, was },
    vote: vote.value,
    window: window.value,
    conditions,
    outcome: outcome.value,
    ruling: ruling === undefined ? null : { event: ruling.id, upholds: ruling.upholds },
  });
}

function placeStep(
  law: ProcedureLaw,
  of: CaseState | null,
  event: StepEvent,
): Result<{ readonly rule: ProcedureRule; readonly step: ProcedureStep }> {
  const [day] = daysOf(law.calendar, event.at);
  const rule = of?.rule ?? lawOn(law, "procedure", day).find(({ procedure }) => procedure === event.procedure);
  const where = event.id;
  if (rule === undefined)
    return fail({ code: "procedure.noProcedure", where, context: { procedure: event.procedure, day } });
  if (rule.procedure !== event.procedure)
    return fail({
      code: "procedure.otherProcedure",
      where,
      context: { case: event.case, procedure: event.procedure, is: rule.procedure },
    });
  const step = rule.steps.find(({ id }) => id === event.step);
  if (step !== undefined) return succeed({ rule, step });
  const known = rule.steps.map(({ id }) => id).join(", ");
  return fail({
    code: "procedure.unknownStep",
    where,
    context: { procedure: rule.procedure, step: event.step.slice(0, 60), known },
  });
}

/** The majority of a step in force on a day, with its chamber; null where nothing is voted on, or the majority has not been read. */
export function majorityOfStep(
  { procedures, institutions }: Laws,
  step: ProcedureStep,
  at: Span,
): { readonly rule: MajorityRule; readonly chamber: ChamberRule } | null {
  if (step.vote === null) return null;
  const { chamber: name, question } = step.vote;
  const [day] = daysOf(procedures.calendar, at);
  const chamber = rulesOn(institutions, "chamber", day).find((each) => each.chamber === name);
  const rule = rulesOn(institutions, "majority", day).find(
    (each) => each.chamber === name && each.question === question,
  );
  return chamber === undefined || rule === undefined ? null : { rule, chamber };
}

function voteOf(laws: Laws, step: ProcedureStep, event: StepEvent): Result<VoteFinding | null> {
  const majority = majorityOfStep(laws, step, event.at);
  if (majority === null) return succeed(null);
  const { figures } = event;
  if (figures === null) return succeed({ ...majority, figures, result: null });
  const result = decideVote(majority.rule, majority.chamber, figures);
  return result.ok
    ? succeed({ ...majority, figures, result: result.value })
    : fail({ ...result.problem, where: event.id });
}

function outcomeOfStep(step: ProcedureStep, event: StepEvent, vote: VoteFinding | null): Result<StepOutcome | null> {
  const { outcome: said } = event;
  const possible = vote?.result?.possible ?? null;
  if (said !== null && possible !== null && !possible.includes(said))
    return fail(contradiction(event, said, possible.join(", "), vote));
  const [only, more] = step.outcomes;
  const decided = vote?.result?.outcome ?? said ?? (step.vote === null && more === undefined ? only?.outcome : null);
  if (decided === null || decided === undefined) return succeed(null);
  const outcome = step.outcomes.find((each) => each.outcome === decided);
  if (outcome !== undefined) return succeed(outcome);
  const known = step.outcomes.map((each) => each.outcome).join(", ");
  return fail(contradiction(event, decided, known, vote));
}

function contradiction(event: StepEvent, said: string, possible: string, vote: VoteFinding | null): Problem {
  const article = vote === null ? "" : vote.rule.article;
  return { code: "procedure.outcomeContradicts", where: event.id, context: { said, possible, article } };
}

/** The window of a step, as it runs in a case; null when it has none, or when what it runs from is not known. */
export function windowOf(
  law: ProcedureLaw,
  state: InstitutionState,
  of: CaseState | null,
  step: ProcedureStep,
  at: Span,
): Result<WindowFinding | null> {
  const { window } = step;
  if (window === null) return succeed(null);
  const { after } = window;
  const since =
    after.kind === "step"
      ? of?.taken.findLast((each) => each.step === after.step)?.at
      : state.holdings.findLast(({ office, ended }) => office === after.office && ended === null)?.from;
  if (since === undefined) return succeed(null);
  const from = of !== null && window.atOnceIn.includes(of.state) ? 0 : window.from;
  return windowFrom({ ...window, from }, since, at, law.calendar);
}
