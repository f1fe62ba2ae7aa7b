import type { OutcomeRule } from "../election/index.js";
import { decideRound } from "./round.js";
import type { RoundFigures, RoundResult, RoundTerms } from "./round.js";

/** The figures that an outcome rule reads. Options in ballot order. */
export interface OutcomeTotals {
  readonly votes: readonly { readonly option: string; readonly votes: number }[];
  readonly validVotes: number;
  readonly ballotsCast: number;
  readonly registeredVoters: number;
}

/** What is not in the totals yet. */
export interface OpenSheets {
  readonly stations: number;
  /** The most votes that they can bring: their registered voters; null when a station's roll is not known. */
  readonly mostVotes: number | null;
  /** Votes of open sheets that are in the totals all the same (flagged sheets at their written figures): they may leave again. */
  readonly votesInTotals: number;
}

/**
 * The verdict of the rule on what is counted so far. `won` and `runoff` are said only when no figures of the open sheets could
 * change them; `tied` and `undecided` are results with a name, never a guess. Petitions against counted sheets are outside.
 */
export interface Outcome {
  readonly kind: "won" | "runoff" | "tied" | "undecided" | "notApplicable";
  /** Who won, who goes to the runoff, or who is tied or still in reach; option ids. */
  readonly between: readonly string[];
  /** Code of the reason; its words are in the message files. */
  readonly why: OutcomeReason;
}

/** Why an outcome is what it is. */
export type OutcomeReason =
  | "outcome.passedThreshold"
  | "outcome.mostVotes"
  | "outcome.noneCanPass"
  | "outcome.openCouldChange"
  | "outcome.openOfUnknownSize"
  | "outcome.equalVotes"
  | "outcome.noMajorityNoRunoff"
  | "outcome.noVotes"
  | "outcome.decidedElsewhere"
  | "outcome.wholeContestOnly";

/** Applies the outcome rule of a definition to totals and to the most that can still come: a round whose bounds are what is open. */
export function outcomeOf(rule: OutcomeRule, totals: OutcomeTotals, open: OpenSheets): Outcome {
  if (rule.kind === "none") return { kind: "notApplicable", between: [], why: "outcome.decidedElsewhere" };
  if (open.stations > 0 && open.mostVotes === null && totals.votes.some(({ votes }) => votes > 0))
    return {
      kind: "undecided",
      between: totals.votes
        .toSorted((a, b) => b.votes - a.votes)
        .flatMap(({ option, votes }) => (votes > 0 ? [option] : [])),
      why: "outcome.openOfUnknownSize",
    };
  const { kind, between, why } = decideRound(termsOf(rule), roundFigures(totals, open));
  return { kind, between, why: REASONS[why] };
}

/** The reasons of a round, as they are told of a count. */
const REASONS: Readonly<Record<RoundResult["why"], OutcomeReason>> = {
  "round.passed": "outcome.passedThreshold",
  "round.mostVotes": "outcome.mostVotes",
  "round.nobodyCanPass": "outcome.noneCanPass",
  "round.openCouldChange": "outcome.openCouldChange",
  "round.equalVotes": "outcome.equalVotes",
  "round.noRunoff": "outcome.noMajorityNoRunoff",
  "round.noVotes": "outcome.noVotes",
};

function termsOf(rule: Exclude<OutcomeRule, { readonly kind: "none" }>): RoundTerms {
  if (rule.kind === "plurality") return { wins: [], winners: rule.winners, runoff: null };
  const { moreThan: share, base: of, runoffBetween } = rule;
  return {
    wins: [{ share, relation: "moreThan", of, lead: null }],
    winners: 1,
    // The definition does not say by when: the law of institutions does.
    runoff: runoffBetween === 0 ? null : { between: runoffBetween, withinDays: 0 },
  };
}

/** The figures of a round, with what open sheets can add to any option and what may leave the totals again as its bounds. */
export function roundFigures(totals: OutcomeTotals, { mostVotes, votesInTotals }: OpenSheets): RoundFigures {
  const most = mostVotes ?? 0;
  const moved = (value: number) => ({ least: value - votesInTotals, most: value + most });
  return {
    options: totals.votes.map(({ option, votes }) => ({ option, votes, ends: moved(votes) })),
    bases: {
      validVotes: moved(totals.validVotes),
      ballotsCast: moved(totals.ballotsCast),
      registeredVoters: { least: totals.registeredVoters, most: totals.registeredVoters },
    },
    joint: true,
  };
}
