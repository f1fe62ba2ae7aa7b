import { compareToFraction } from "../basics/index.js";
import type { OutcomeRule } from "../election/index.js";

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

/** Applies an outcome rule to totals and to the most that can still come. Exact in integers. */
export function outcomeOf(rule: OutcomeRule, totals: OutcomeTotals, open: OpenSheets): Outcome {
  if (rule.kind === "none") return { kind: "notApplicable", between: [], why: "outcome.decidedElsewhere" };
  const order = totals.votes.toSorted((a, b) => b.votes - a.votes);
  if ((order[0]?.votes ?? 0) === 0) return undecided(order, "outcome.noVotes");
  if (open.stations > 0 && open.mostVotes === null) return undecided(order, "outcome.openOfUnknownSize");
  const reach: Reach = { most: open.mostVotes ?? 0, loose: open.votesInTotals };
  return rule.kind === "plurality" ? plurality(rule.winners, order, reach) : majority(rule, order, totals, reach);
}

type Ranked = OutcomeTotals["votes"];

/** How far open sheets can move the totals: `most` votes may come, `loose` ones may go. */
interface Reach {
  readonly most: number;
  readonly loose: number;
}

function undecided(order: Ranked, why: OutcomeReason): Outcome {
  return { kind: "undecided", between: order.filter((each) => each.votes > 0).map((each) => each.option), why };
}

function plurality(winners: number, order: Ranked, reach: Reach): Outcome {
  const cut = firstPlaces(order, winners, reach);
  return cut ?? { kind: "won", between: ids(order.slice(0, winners)), why: "outcome.mostVotes" };
}

type MajorityRule = Extract<OutcomeRule, { kind: "majority" }>;

function majority(rule: MajorityRule, order: Ranked, totals: OutcomeTotals, reach: Reach): Outcome {
  const { most, loose } = reach;
  const base = baseOf(rule, totals);
  // Registered voters are fixed; the other bases grow with every vote that comes and shrink with every one that goes.
  const isFixed = rule.base === "registeredVoters";
  const grown = isFixed ? base : base + most;
  const least = isFixed ? base : grown - loose;
  const leader = order[0]?.votes ?? 0;
  if (base > 0 && compareToFraction(leader - loose, grown, rule.moreThan) > 0)
    // Below one half several options may pass: then the one with most votes has won.
    return (
      firstPlaces(order, 1, reach) ?? { kind: "won", between: ids(order.slice(0, 1)), why: "outcome.passedThreshold" }
    );
  const couldPass = order.filter((each) => compareToFraction(each.votes + most, least, rule.moreThan) > 0);
  if (couldPass.length > 0) return { kind: "undecided", between: ids(couldPass), why: "outcome.openCouldChange" };
  const second = order[1];
  if (rule.runoffBetween === 0)
    return second !== undefined && second.votes === leader
      ? { kind: "tied", between: ids(order.filter((each) => each.votes === leader)), why: "outcome.equalVotes" }
      : {
          kind: "undecided",
          between: ids(order.filter((each) => each.votes >= (second?.votes ?? 0))),
          why: "outcome.noMajorityNoRunoff",
        };
  const cut = firstPlaces(order, rule.runoffBetween, reach);
  return cut ?? { kind: "runoff", between: ids(order.slice(0, rule.runoffBetween)), why: "outcome.noneCanPass" };
}

/** Null when the first k places are settled; otherwise the tie or the options still in reach. */
function firstPlaces(order: Ranked, places: number, { most, loose }: Reach): Outcome | null {
  const last = order[places - 1];
  const next = order[places];
  if (last === undefined || next === undefined) return null;
  if (most === 0 && loose === 0 && last.votes === next.votes)
    return { kind: "tied", between: ids(order.filter((each) => each.votes === last.votes)), why: "outcome.equalVotes" };
  if (last.votes - loose > next.votes + most) return null;
  return {
    kind: "undecided",
    between: ids(order.filter((each) => each.votes + most >= last.votes - loose)),
    why: "outcome.openCouldChange",
  };
}

function baseOf(rule: MajorityRule, totals: OutcomeTotals): number {
  switch (rule.base) {
    case "validVotes":
      return totals.validVotes;
    case "ballotsCast":
      return totals.ballotsCast;
    case "registeredVoters":
      return totals.registeredVoters;
  }
}

function ids(order: Ranked): readonly string[] {
  return order.map((each) => each.option);
}
