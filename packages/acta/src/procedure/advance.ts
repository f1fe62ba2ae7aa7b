import { assertNever, fail, succeed } from "../basics/index.js";
import type { CivilDate, Problem, Result } from "../basics/index.js";
import { markOf } from "./case-state.js";
import type { Holding, InstitutionState } from "./case-state.js";
import type { HistoryEvent, OfficeEvent, StepEvent } from "./history.js";
import { lawOn } from "./procedure-law.js";
import type { ProcedureLaw } from "./procedure-law.js";
import { daysOf, spanOfDay } from "./span.js";
import { judgeStep } from "./step-judgement.js";
import type { Laws, StepJudgement } from "./step-judgement.js";
import { holderOf, successionDue } from "./succession.js";
import type { SuccessionDue, SuccessionFinding } from "./succession.js";
import { termOn } from "./term-of-office.js";

/** An event with what the law says about it and what it changed in the offices. */
export interface ReplayedEvent {
  readonly event: HistoryEvent;
  /** Null for events that are no steps of a procedure. */
  readonly judgement: StepJudgement | null;
  readonly began: Holding | null;
  readonly ended: readonly Holding[];
  /** Who took an office by succession, beside who follows by law. */
  readonly succession: SuccessionFinding | null;
  /** Who follows in an office that the event left vacant. */
  readonly due: readonly SuccessionDue[];
}

interface Advanced {
  readonly state: InstitutionState;
  readonly replayed: ReplayedEvent;
}

/** The fact by which an act names whom it is about. */
const ACCUSED = "accused";
/** The cause of a taking that is held against the order of succession. */
const SUCCESSION = "succession";
/** The cause of an end that the law itself brings. */
const TERM_END = "termEnd";

/**
 * Folds one event into the state: a pure step of the machine. Terms that ended by its day end first.
 * @returns the problems of `judgeStep`; the rule that a step breaks, unless it is told as an attempt: `procedure.wrongState`,
 *   `procedure.outOfWindow`, `procedure.conditionUnmet`, `procedure.annulled`; `procedure.officeHeld`, `procedure.notHolder`,
 *   `procedure.noOffice`.
 */
export function advance(laws: Laws, before: InstitutionState, event: HistoryEvent): Result<Advanced> {
  const [day] = daysOf(laws.procedures.calendar, event.at);
  const state = endTerms(laws.procedures, before, day);
  switch (event.kind) {
    case "step":
      return takeStep(laws, state, event);
    case "office":
      return changeOffice(laws.procedures, state, event);
    case "mark": {
      const marks = [...state.marks, markOf(event.mark, event, event.claimedBy, state.rulings)];
      return succeed({ state: { ...state, marks }, replayed: plain(event) });
    }
    case "situation": {
      const situations = new Map(state.situations);
      if (event.state === "begins") situations.set(event.situation, event.id);
      else situations.delete(event.situation);
      return succeed({ state: { ...state, situations }, replayed: plain(event) });
    }
    case "ruling":
    case "ticket":
    case "outside":
      return succeed({ state, replayed: plain(event) });
    default:
      return assertNever(event);
  }
}

function plain(event: HistoryEvent): ReplayedEvent {
  return { event, judgement: null, began: null, ended: [], succession: null, due: [] };
}

/** Ends what the law ends by a day: holdings whose term is over. A null day ends every term that will end. */
export function endTerms(law: ProcedureLaw, state: InstitutionState, day: CivilDate | null): InstitutionState {
  let ended = state;
  for (const holding of state.holdings) {
    if (holding.ended !== null) continue;
    const term = termOn(law, holding.office, daysOf(law.calendar, holding.from)[1]);
    if (term === null || (day !== null && term.ends > day)) continue;
    const at = spanOfDay(law.calendar, term.ends);
    ended = endHoldings(ended, [holding], { at, by: "", cause: TERM_END }).state;
  }
  return ended;
}

/**
 * Ends holdings, and with them those that follow from them: derived offices fall with their source. Only when its own term ends, what
 * was taken from it goes on: who took the presidency as president of Congress completes the term though a new Congress has met.
 */
function endHoldings(
  state: InstitutionState,
  which: readonly Holding[],
  ended: NonNullable<Holding["ended"]>,
): { readonly state: InstitutionState; readonly ended: readonly Holding[] } {
  const falling = new Set(which);
  for (const source of ended.cause === TERM_END ? [] : falling)
    for (const each of state.holdings)
      if (each.ended === null && each.follows === source.office && each.holder === source.holder) falling.add(each);
  const done: Holding[] = [];
  const holdings = state.holdings.map((each) => {
    if (!falling.has(each) || each.ended !== null) return each;
    const closed = { ...each, ended };
    done.push(closed);
    return closed;
  });
  return { state: { ...state, holdings }, ended: done };
}

function takeStep(laws: Laws, state: InstitutionState, event: StepEvent): Result<Advanced> {
  const judged = judgeStep(laws, state, event);
  if (!judged.ok) return judged;
  const judgement = judged.value;
  if (judgement.verdict === "unlawful") {
    // An attempt that the law does not allow has no effect; a step that is told as one that counted cannot stand in the history.
    return event.attempt
      ? succeed({ state, replayed: { ...plain(event), judgement } })
      : fail(brokenRule(event, judgement));
  }
  const of = state.cases.get(event.case);
  const taken = { event: event.id, step: event.step, at: event.at, outcome: judgement.outcome?.outcome ?? "" };
  const moved = judgement.outcome?.to ?? of?.state ?? judgement.state.was;
  const facts = new Map([...(of?.facts ?? []), ...event.facts]);
  const next = { case: event.case, rule: judgement.rule, state: moved, taken: [...(of?.taken ?? []), taken], facts };
  let now: InstitutionState = { ...state, cases: new Map(state.cases).set(event.case, next) };
  const ended: Holding[] = [];
  const due: SuccessionDue[] = [];
  for (const effect of judgement.outcome?.effects ?? []) {
    if (effect.kind === "marks") {
      now = { ...now, marks: [...now.marks, markOf(effect.mark, event, "", now.rulings)] };
      continue;
    }
    // Who has left the office before he is judged takes nobody else out of it.
    const accused = facts.get(ACCUSED);
    const who = now.holdings.filter(
      (each) =>
        each.office === effect.office &&
        each.ended === null &&
        each.state !== "disputed" &&
        (accused === undefined || accused === each.holder),
    );
    const fallen = endHoldings(now, who, { at: event.at, by: event.id, cause: effect.cause });
    now = fallen.state;
    ended.push(...fallen.ended);
  }
  for (const { office, holder } of ended) {
    const follows = successionDue(laws.procedures, now, office, event.at, holder);
    if (follows !== null) due.push(follows);
  }
  return succeed({ state: now, replayed: { ...plain(event), judgement, ended, due } });
}

/** The rule that an unlawful step breaks, as one line. */
function brokenRule(event: StepEvent, { state, window, conditions, step, rule }: StepJudgement): Problem {
  const where = event.id;
  const facts = { rule: rule.id, step: step.id, article: step.article, at: event.at.written };
  if (state.verdict === "unmet")
    return {
      code: "procedure.wrongState",
      where,
      context: { ...facts, case: event.case, was: state.was, needs: step.from.join(", ") },
    };
  if (window?.verdict === "unmet")
    return {
      code: "procedure.outOfWindow",
      where,
      context: { ...facts, opens: window.opens.day, closes: window.closes?.day ?? "" },
    };
  const broken = conditions.find(({ verdict }) => verdict === "unmet");
  if (broken === undefined) return { code: "procedure.annulled", where, context: facts };
  const { article, text } = broken.condition;
  return {
    code: "procedure.conditionUnmet",
    where,
    context: { ...facts, article: article === "" ? facts.article : article, es: text.es, en: text.en },
  };
}

function changeOffice(law: ProcedureLaw, state: InstitutionState, event: OfficeEvent): Result<Advanced> {
  const [day] = daysOf(law.calendar, event.at);
  const { office, holder, cause, id: where } = event;
  const rule = lawOn(law, "office", day).find((each) => each.office === office);
  if (rule === undefined) return fail({ code: "procedure.noOffice", where, context: { office, day } });
  const mine = state.holdings.filter((each) => each.office === office && each.holder === holder && each.ended === null);
  const end = { at: event.at, by: event.id, cause };
  if (event.state === "left") {
    if (mine.length === 0) return fail({ code: "procedure.notHolder", where, context: { holder, office } });
    const left = endHoldings(state, mine, end);
    const due = left.ended.flatMap((each) => successionDue(law, left.state, each.office, event.at, holder) ?? []);
    return succeed({ state: left.state, replayed: { ...plain(event), ended: left.ended, due } });
  }
  if (event.state === "suspended" && mine.length === 0)
    return fail({ code: "procedure.notHolder", where, context: { holder, office } });
  const current = holderOf(state, office);
  if (event.state === "taken" && current !== null)
    return fail({ code: "procedure.officeHeld", where, context: { holder, office, by: current.holder } });
  const due = cause === SUCCESSION ? successionDue(law, state, office, event.at, null) : null;
  const base = event.state === "suspended" ? endHoldings(state, mine, end).state : state;
  const began: Holding = {
    office,
    holder,
    state: event.state === "taken" ? "held" : event.state,
    from: event.at,
    by: event.id,
    cause,
    follows: event.follows,
    ended: null,
  };
  const taken = { ...base, holdings: [...base.holdings, began] };
  const left = leftBySuccession(taken, began, due, end);
  return succeed({
    state: left.state,
    replayed: { ...plain(event), began, ended: left.ended, succession: successionFinding(due, event) },
  });
}

/** Who succeeds gives up the office from which he comes, where the law has it so. */
function leftBySuccession(
  state: InstitutionState,
  { holder }: Holding,
  due: SuccessionDue | null,
  end: NonNullable<Holding["ended"]>,
): ReturnType<typeof endHoldings> {
  const successor = due?.next?.successor;
  if (successor?.manner !== "leaves" || due?.next?.holder !== holder) return { state, ended: [] };
  const from = state.holdings.filter(
    (each) => each.office === successor.office && each.holder === holder && each.ended === null,
  );
  return endHoldings(state, from, end);
}

function successionFinding(due: SuccessionDue | null, { holder }: OfficeEvent): SuccessionFinding | null {
  if (due === null) return null;
  const verdict = due.next === null ? "undetermined" : due.next.holder === holder ? "met" : "unmet";
  return { due, verdict };
}
