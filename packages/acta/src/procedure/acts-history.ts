import type { Act } from "../record/index.js";
import type { HistoryEvent, StepEvent } from "./history.js";
import { lawOn } from "./procedure-law.js";
import type { ProcedureStep } from "./procedure-law.js";
import { daysOf, parseSpan } from "./span.js";
import type { Span } from "./span.js";
import type { Laws } from "./step-judgement.js";

/** Acts of a ledger as events, and those that could not be read as such. */
export interface ActEvents {
  readonly events: readonly HistoryEvent[];
  /** Ledger positions of acts about institutions that nobody dated, or whose procedure or question the law of their day does not know. */
  readonly leftOut: readonly number[];
}

/**
 * The motions, roll calls, offices, observers' reports and outside events of a ledger as events, in the order of time; those of one
 * moment in the order of the ledger. An act that another replaces does not count. A roll call is the step that its question decides.
 */
export function eventsOfActs(acts: readonly Act[], laws: Laws): ActEvents {
  const replaced = new Set(acts.flatMap((act) => ("replaces" in act.entry ? [act.entry.replaces] : [])));
  const motions = new Map(
    acts.flatMap((act) => (act.kind === "motion" ? [[act.entry.motion, act.entry.procedure] as const] : [])),
  );
  const events: HistoryEvent[] = [];
  const leftOut: number[] = [];
  for (const act of acts) {
    if (replaced.has(act.index) || !isAboutInstitutions(act)) continue;
    const event = eventOf(act, laws, motions);
    if (event === null) leftOut.push(act.index);
    else if (event !== "told") events.push(event);
  }
  return {
    events: events.toSorted((a, b) => (a.at.earliest < b.at.earliest ? -1 : a.at.earliest > b.at.earliest ? 1 : 0)),
    leftOut,
  };
}

type InstitutionAct = Extract<Act, { kind: "motion" | "rollCall" | "office" | "observerReport" | "outsideEvent" }>;

function isAboutInstitutions(act: Act): act is InstitutionAct {
  return ["motion", "rollCall", "office", "observerReport", "outsideEvent"].includes(act.kind);
}

/** Null when it cannot be read; `told` when another act tells the same step, as a roll call does for a motion that was decided. */
function eventOf(act: InstitutionAct, laws: Laws, motions: ReadonlyMap<string, string>): HistoryEvent | "told" | null {
  const at = act.entry.at === null ? undefined : parseSpan(act.entry.at, laws.procedures.calendar);
  if (at === undefined) return null;
  const facts = { id: `entry-${act.index}`, at, text: null, sources: [`#${act.index}`], confidence: "high" as const };
  switch (act.kind) {
    case "motion": {
      const { motion, procedure, state, signatories } = act.entry;
      if (state !== "filed") return "told";
      const step = stepOf(laws, procedure, at, ({ from }) => from.includes("start"));
      if (step === null) return null;
      const figures =
        signatories === null
          ? null
          : { inFavour: signatories, against: null, abstentions: null, present: null, eligible: null };
      return stepEvent(facts, {
        case: motion,
        procedure,
        step: step.id,
        figures,
        outcome: figures === null ? (step.outcomes[0]?.outcome ?? null) : null,
      });
    }
    case "rollCall": {
      const { motion, chamber, question, inFavour, against, abstentions, present, eligible } = act.entry;
      const procedure = motions.get(motion);
      if (procedure === undefined) return null;
      const step = stepOf(laws, procedure, at, ({ vote }) => vote?.chamber === chamber && vote.question === question);
      if (step === null) return null;
      const figures = { inFavour, against, abstentions, present, eligible };
      return stepEvent(facts, { case: motion, procedure, step: step.id, figures, outcome: null });
    }
    case "office":
      return { ...facts, ...act.entry, at, kind: "office", because: "", ticket: "" };
    case "observerReport":
      return { ...facts, kind: "outside", category: "observers", text: { es: act.entry.text, en: act.entry.text } };
    case "outsideEvent": {
      const { text, category } = act.entry;
      return { ...facts, kind: "outside", category, text: { es: text, en: text } };
    }
  }
}

function stepEvent(
  facts: Pick<StepEvent, "id" | "at" | "text" | "sources" | "confidence">,
  own: Pick<StepEvent, "case" | "procedure" | "step" | "figures" | "outcome">,
): StepEvent {
  return { ...facts, ...own, kind: "step", facts: new Map(), attempt: false };
}

function stepOf(
  laws: Laws,
  procedure: string,
  at: Span,
  wanted: (step: ProcedureStep) => boolean,
): ProcedureStep | null {
  const [day] = daysOf(laws.procedures.calendar, at);
  const rule = lawOn(laws.procedures, "procedure", day).find((each) => each.procedure === procedure);
  return rule?.steps.find(wanted) ?? null;
}
