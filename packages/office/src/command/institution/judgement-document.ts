import type { ConditionFinding, StepJudgement, WindowFinding } from "acta/procedure";

/** A judgement as it stands in JSON documents. */
export function judgementDocument(judgement: StepJudgement) {
  const { verdict, rule, step, state, vote, window, conditions, outcome, ruling } = judgement;
  return {
    verdict,
    case: judgement.case,
    procedure: rule.procedure,
    rule: rule.id,
    step: step.id,
    article: step.article,
    by: step.by,
    was: state.was,
    isFromRightState: state.verdict === "met",
    outcome: outcome?.outcome ?? null,
    becomes: outcome?.to ?? null,
    vote:
      vote === null
        ? null
        : {
            rule: vote.rule.id,
            article: vote.rule.article,
            figures: vote.figures,
            outcome: vote.result?.outcome ?? null,
            levels: vote.result?.levels ?? [],
          },
    window: windowDocument(window),
    conditions: conditions.map(conditionDocument),
    ruling,
  };
}

/** A window with its days. */
export function windowDocument(window: WindowFinding | null) {
  if (window === null) return null;
  const { unit, from, to, since, opens, closes, verdict } = window;
  return { unit, from, to, since: since.written, opens: opens.day, closes: closes?.day ?? null, verdict };
}

/** A condition with its working. */
export function conditionDocument({ condition, verdict, working }: ConditionFinding) {
  return {
    article: condition.article,
    text: condition.text,
    verdict,
    working:
      working.kind === "marked"
        ? { ...working, marks: working.marks.map(({ at, ...mark }) => ({ ...mark, at: at.written })) }
        : working,
  };
}
