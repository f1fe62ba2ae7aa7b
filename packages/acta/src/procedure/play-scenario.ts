import { addDays, assertNever, fail, succeed } from "../basics/index.js";
import type { CivilDate, Result } from "../basics/index.js";
import { allocateChamber, decideRound, decideVote, rulesOn } from "../institution/index.js";
import type {
  ChamberVotes,
  InstitutionRule,
  InstitutionRuleFacts,
  ListBarrier,
  RoundResult,
  VoteFigures,
  VoteResult,
} from "../institution/index.js";
import { endTerms } from "./advance.js";
import type { HistoryEvent, StepEvent } from "./history.js";
import { lawOn } from "./procedure-law.js";
import { replayEvents } from "./replay.js";
import type { ReplayedHistory } from "./replay.js";
import type { Scenario, Supposition } from "./scenario.js";
import { dayEnds, daysOf, spanOfDay } from "./span.js";
import { judgeStep, majorityOfStep } from "./step-judgement.js";
import type { Laws, StepJudgement } from "./step-judgement.js";
import { successionDue } from "./succession.js";
import type { SuccessionDue } from "./succession.js";

/** What a scenario was decided with. */
export type ScenarioWorking =
  | { readonly kind: "step"; readonly judgement: StepJudgement }
  | {
      readonly kind: "termEnds";
      /** Whom the usual reading of the order of succession gives; the rule is not written for this. */
      readonly reading: SuccessionDue | null;
    }
  | { readonly kind: "round"; readonly result: RoundResult }
  | {
      readonly kind: "vote";
      readonly question: string;
      /** The outcome that is asked about: the first level of the majority. */
      readonly wanted: string;
      readonly before: { readonly figures: VoteFigures; readonly result: VoteResult };
      readonly after: { readonly figures: VoteFigures; readonly result: VoteResult };
    }
  | { readonly kind: "barrier"; readonly lists: readonly ListBarrier[] };

/** The answer to a scenario. `undetermined` is a real answer: no rule was found, or what is known leaves both open. */
export interface PlayedScenario {
  readonly scenario: Scenario;
  readonly verdict: "lawful" | "unlawful" | "undetermined";
  readonly rule: Pick<InstitutionRuleFacts, "id" | "article" | "text" | "note">;
  /** How sure the rule is that it rests on; never more than the rule itself. */
  readonly confidence: InstitutionRuleFacts["confidence"];
  readonly working: ScenarioWorking;
}

/**
 * Plays a scenario on a history, by the law of its day.
 * @param votes the votes of the election, for a barrier
 * @returns the problems of `replayEvents`, `judgeStep`, `decideVote` and `allocateChamber`; `scenario.noRule`, `scenario.needsVotes`,
 *   `scenario.tooFew` when more members vote otherwise than voted so
 */
export function playScenario(
  laws: Laws,
  events: readonly HistoryEvent[],
  scenario: Scenario,
  votes: ChamberVotes | null,
): Result<PlayedScenario> {
  const { supposes } = scenario;
  switch (supposes.kind) {
    case "step":
      return playStep(laws, events, scenario, supposes);
    case "termEnds":
      return playTermEnd(laws, events, scenario, supposes);
    case "round":
      return playRound(laws, scenario, supposes);
    case "vote":
      return playVote(laws, events, scenario, supposes);
    case "barrier":
      return playBarrier(laws, scenario, supposes, votes);
    default:
      return assertNever(supposes);
  }
}

type Of<K extends Supposition["kind"]> = Extract<Supposition, { readonly kind: K }>;

/** What had happened, and was known, at the end of the day before. */
function before(laws: Laws, events: readonly HistoryEvent[], day: CivilDate): Result<ReplayedHistory> {
  const until = dayEnds(laws.procedures.calendar, addDays(day, -1));
  return replayEvents(laws, events, { until, known: until });
}

function playStep(
  laws: Laws,
  events: readonly HistoryEvent[],
  scenario: Scenario,
  supposed: Of<"step">,
): Result<PlayedScenario> {
  const { calendar } = laws.procedures;
  const until = dayEnds(calendar, addDays(supposed.on, -1));
  const earlier = events.filter(({ at }) => at.earliest <= until);
  const replayed = replayEvents(laws, [...earlier, ...supposed.events], {
    until: dayEnds(calendar, supposed.on),
    known: until,
  });
  if (!replayed.ok) return replayed;
  const event: StepEvent = {
    kind: "step",
    id: scenario.id,
    at: spanOfDay(calendar, supposed.on),
    text: null,
    sources: [],
    confidence: "high",
    case: supposed.case === "" ? scenario.id : supposed.case,
    procedure: supposed.procedure,
    step: supposed.step,
    outcome: null,
    figures: supposed.figures,
    facts: supposed.facts,
    attempt: true,
  };
  const judged = judgeStep(laws, replayed.value.state, event);
  if (!judged.ok) return judged;
  const { rule, verdict } = judged.value;
  return succeed({
    scenario,
    verdict,
    rule,
    confidence: rule.confidence,
    working: { kind: "step", judgement: judged.value },
  });
}

function playTermEnd(
  laws: Laws,
  events: readonly HistoryEvent[],
  scenario: Scenario,
  { office, on }: Of<"termEnds">,
): Result<PlayedScenario> {
  const replayed = before(laws, events, on);
  if (!replayed.ok) return replayed;
  const law = laws.procedures;
  const rule = lawOn(law, "office", on).find((each) => each.office === office);
  if (rule === undefined) return fail(noRule(scenario, office, on));
  const state = endTerms(law, replayed.value.state, on);
  const reading = successionDue(law, state, office, spanOfDay(law.calendar, on), null);
  // Who holds the office still, because its term goes on, is no such case: then nothing follows.
  const isHeld = state.holdings.some((each) => each.office === office && each.ended === null && each.state === "held");
  return succeed({
    scenario,
    verdict: isHeld ? "unlawful" : "undetermined",
    rule,
    // The order of succession is written for an office that falls vacant within its term; for its end it is a reading.
    confidence: isHeld ? rule.confidence : "low",
    working: { kind: "termEnds", reading },
  });
}

function playRound(laws: Laws, scenario: Scenario, supposed: Of<"round">): Result<PlayedScenario> {
  const rule = rulesOn(laws.institutions, "round", supposed.on).find(({ office }) => office === supposed.office);
  if (rule === undefined) return fail(noRule(scenario, supposed.office, supposed.on));
  const known = (value: number | null) => (value === null ? null : { least: value, most: value });
  const valid = supposed.votes.reduce((sum, { votes }) => sum + votes, 0);
  const options = supposed.votes.map((each) => ({ ...each, ends: { least: each.votes, most: each.votes } }));
  const bases = {
    validVotes: known(valid),
    ballotsCast: known(supposed.ballotsCast),
    registeredVoters: known(supposed.registeredVoters),
  };
  const result = decideRound(rule, { options, bases });
  const isDecided = result.kind === "won" || result.kind === "runoff";
  return succeed({
    scenario,
    verdict: isDecided ? "lawful" : "undetermined",
    rule,
    confidence: rule.confidence,
    working: { kind: "round", result },
  });
}

function playVote(
  laws: Laws,
  events: readonly HistoryEvent[],
  scenario: Scenario,
  supposed: Of<"vote">,
): Result<PlayedScenario> {
  const event = events.find(({ id }) => id === supposed.event);
  if (event?.kind !== "step" || event.figures === null) return fail(noRule(scenario, supposed.event, null));
  const majority = questionOf(laws, event, supposed);
  if (majority === null)
    return fail(noRule(scenario, supposed.question, daysOf(laws.procedures.calendar, event.at)[0]));
  const { rule, chamber } = majority;
  const moved = moveVotes(event.figures, chamber.legalNumber, supposed.switches);
  if (moved === null) return fail({ code: "scenario.tooFew", context: { scenario: scenario.id, event: event.id } });
  const now = decideVote(rule, chamber, event.figures);
  if (!now.ok) return now;
  const after = decideVote(rule, chamber, moved);
  if (!after.ok) return after;
  const wanted = rule.levels[0]?.outcome ?? rule.otherwise;
  const { outcome } = after.value;
  return succeed({
    scenario,
    verdict: outcome === null ? "undetermined" : outcome === wanted ? "lawful" : "unlawful",
    rule,
    confidence: rule.confidence,
    working: {
      kind: "vote",
      question: rule.question,
      wanted,
      before: { figures: event.figures, result: now.value },
      after: { figures: moved, result: after.value },
    },
  });
}

/** The majority of the vote itself, or of the other question that is asked about. */
function questionOf(laws: Laws, event: StepEvent, { chamber, question }: Of<"vote">) {
  const [day] = daysOf(laws.procedures.calendar, event.at);
  if (question !== "") {
    const rule = rulesOn(laws.institutions, "majority", day).find(
      (each) => each.question === question && (chamber === "" || each.chamber === chamber),
    );
    const where = rulesOn(laws.institutions, "chamber", day).find((each) => each.chamber === rule?.chamber);
    return rule === undefined || where === undefined ? null : { rule, chamber: where };
  }
  const procedures = lawOn(laws.procedures, "procedure", day).filter(({ procedure }) => procedure === event.procedure);
  const step = procedures.flatMap(({ steps }) => steps).find(({ id }) => id === event.step);
  return step === undefined ? null : majorityOfStep(laws, step, event.at);
}

/** The figures with members voting otherwise; null when fewer voted so than should have voted otherwise. */
function moveVotes(figures: VoteFigures, legalNumber: number, switches: Of<"vote">["switches"]): VoteFigures | null {
  const against = figures.against ?? 0;
  const abstains = figures.abstentions ?? 0;
  const away = (figures.eligible ?? legalNumber) - figures.inFavour - against - abstains;
  const box = { inFavour: figures.inFavour, against, abstains, away };
  for (const { members, from, to } of switches) {
    box[from] -= members;
    box[to] += members;
    if (box[from] < 0) return null;
  }
  const cast = box.inFavour + box.against + box.abstains;
  const present = figures.present === null ? null : Math.max(cast, figures.present + away - box.away);
  return { ...figures, inFavour: box.inFavour, against: box.against, abstentions: box.abstains, present };
}

function playBarrier(
  laws: Laws,
  scenario: Scenario,
  { chamber, on, barrierOf }: Of<"barrier">,
  votes: ChamberVotes | null,
): Result<PlayedScenario> {
  const rule = rulesOn(laws.institutions, "seats", on).find((each) => each.chamber === chamber);
  const isOther = (each: InstitutionRule) => each.kind === "seats" && each.id === barrierOf;
  const other = laws.institutions.rules.find(isOther);
  if (rule === undefined || other?.kind !== "seats") return fail(noRule(scenario, barrierOf, on));
  if (votes === null) return fail({ code: "scenario.needsVotes", context: { scenario: scenario.id } });
  const seats = allocateChamber(rule, votes, other.barrier);
  if (!seats.ok) return seats;
  return succeed({
    scenario,
    verdict: seats.value.takingPart === null ? "undetermined" : "lawful",
    rule: other,
    confidence: other.confidence,
    working: { kind: "barrier", lists: seats.value.barrier },
  });
}

function noRule({ id }: Scenario, what: string, day: CivilDate | null) {
  return { code: "scenario.noRule", context: { scenario: id, what, day: day ?? "none" } };
}
