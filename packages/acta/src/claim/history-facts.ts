import { parseCivilDate } from "../basics/index.js";
import type { CivilDate } from "../basics/index.js";
import { civilDateOf } from "../dispute/index.js";
import type { Holding, Laws, ReplayedHistory, Span, StepEvent } from "../procedure/index.js";
import type { ClaimFact, EventFact, HoldingFact, NameFact, VoteFact } from "./claim-fact.js";

/**
 * What a replayed history says, as dated facts under the ids of its events: who held an office, votes of chambers, and marks that
 * conditions count (topic: the mark; outcome: how it stands), with the names of offices. Nothing is decided here: votes are decided
 * again where a claim needs them.
 */
export function historyFacts({ procedures }: Laws, { events, state }: ReplayedHistory): readonly ClaimFact[] {
  const day = (span: Span): CivilDate =>
    parseCivilDate(span.written) ?? civilDateOf(procedures.calendar, span.earliest);
  const sourcesOf = (id: string): string =>
    events.find(({ event }) => event.id === id)?.event.sources.join("; ") ?? procedures.id;
  const holdings = state.holdings
    .filter((each) => each.state === "held")
    .map((each): HoldingFact => holdingFact(each, state.holdings, day, sourcesOf(each.by)));
  const votes = events.flatMap(({ event }): readonly VoteFact[] =>
    event.kind === "step" ? voteFact(event, stateRule(state, event), day(event.at)) : [],
  );
  const marks = state.marks.map((each): EventFact => ({
    kind: "event",
    id: each.event,
    source: sourcesOf(each.event),
    confidence: "high",
    topic: each.mark,
    about: procedures.id,
    on: day(each.at),
    outcome: each.standing,
  }));
  return [...holdings, ...votes, ...marks, ...officeNames(procedures)];
}

function holdingFact(
  { office, holder, from, by, cause, ended }: Holding,
  all: readonly Holding[],
  day: (span: Span) => CivilDate,
  source: string,
): HoldingFact {
  const before = all.find(
    (each) =>
      each.holder === holder &&
      each.office !== office &&
      each.from.earliest <= from.earliest &&
      (each.ended === null || each.ended.at.latest >= from.earliest),
  );
  return {
    kind: "holding",
    id: by,
    source,
    confidence: "high",
    office,
    holder,
    from: day(from),
    to: ended === null ? null : day(ended.at),
    came: cause,
    left: ended?.cause ?? "",
    before: before?.office ?? "",
  };
}

type Rule = ReplayedHistory["state"]["cases"] extends ReadonlyMap<string, infer State> ? State : never;

function stateRule({ cases }: ReplayedHistory["state"], { case: id }: StepEvent): Rule | undefined {
  return cases.get(id);
}

/** A step on which a chamber voted, where its figures are known. The motion is the case; what it is about, the procedure. */
function voteFact(event: StepEvent, state: Rule | undefined, on: CivilDate): readonly VoteFact[] {
  const { id, figures, sources, confidence, procedure } = event;
  const vote = state?.rule.steps.find((step) => step.id === event.step)?.vote ?? null;
  if (figures === null || vote === null) return [];
  const { chamber, question } = vote;
  const { inFavour, against, abstentions, present, eligible } = figures;
  const said = { inFavour, against, abstentions, present, eligible };
  return [
    {
      kind: "vote",
      id,
      source: sources.join("; "),
      confidence,
      chamber,
      question,
      on,
      ...said,
      motion: event.case,
      about: procedure,
    },
  ];
}

/** The newest name of each office. */
function officeNames({ rules, id: law }: Laws["procedures"]): readonly NameFact[] {
  const names = new Map<string, NameFact>();
  for (const rule of rules)
    if (rule.kind === "office")
      names.set(rule.office, {
        kind: "name",
        id: rule.office,
        source: rule.article === "" ? law : rule.article,
        confidence: rule.confidence,
        name: rule.name,
        names: [],
      });
  return [...names.values()];
}
