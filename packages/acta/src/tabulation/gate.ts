import { fail, succeed } from "../basics/index.js";
import type { Fraction, Result } from "../basics/index.js";
import type { Contest, OutcomeRule, Policy } from "../election/index.js";
import type { RowTotals, RowVotes } from "./row-votes.js";

/**
 * One condition on which an outcome stands. Each is linear in the sheets: a slack (above 0 while it holds; a tie no longer holds),
 * from which every sheet that is annulled takes its own part, whatever else is annulled. That is what makes exact answers cheap.
 */
export type Gate =
  | { readonly kind: "ahead"; readonly option: string; readonly rival: string }
  | {
      /** `passes`: the option has more than the share of the base; otherwise: it has not. */
      readonly kind: "share";
      readonly option: string;
      readonly passes: boolean;
      readonly base: MajorityRule["base"];
      readonly share: { readonly numerator: number; readonly denominator: number };
    };

type MajorityRule = Extract<OutcomeRule, { kind: "majority" }>;

/** Shares with a larger denominator are refused: their sums would leave the whole numbers that a computer keeps exactly. */
const MOST_DENOMINATOR = 1_000_000n;

/**
 * The conditions on which the outcome of a contest stands, as counted in `totals`: it changes if and only if one of them falls.
 * `whole` is false for a group of areas, for which no rule speaks: then the question is who is first.
 * @returns the problem `materiality.shareTooFine` for a share whose denominator is above a million.
 */
export function gatesOf(contest: Contest, totals: RowTotals, whole: boolean): Result<readonly Gate[]> {
  const order = contest.options.toSorted((a, b) => votesOf(totals, b) - votesOf(totals, a));
  const rule = contest.outcome;
  if (!whole || rule.kind === "none") return succeed(aheadGates(order, 1));
  if (rule.kind === "plurality") return succeed(aheadGates(order, rule.winners));
  const share = reduced(rule.moreThan);
  if (share === null) return fail({ code: "materiality.shareTooFine", context: { article: rule.article } });
  // Of two options, to have more than half of the valid votes is to be ahead.
  if (order.length === 2 && rule.base === "validVotes" && share.numerator * 2 === share.denominator)
    return succeed(aheadGates(order, 1));
  const gate = (option: string, passes: boolean): Gate => ({ kind: "share", option, passes, base: rule.base, share });
  const leader = order[0] ?? "";
  if (slackOf(gate(leader, true), totals) > 0) {
    // From one half up nobody can be overtaken while it holds; below, the one with most votes wins among several.
    const several = share.numerator * 2 < share.denominator ? aheadGates(order, 1) : [];
    return succeed([gate(leader, true), ...several]);
  }
  const places = rule.runoffBetween === 0 ? 1 : rule.runoffBetween;
  return succeed([...aheadGates(order, places), ...order.map((option) => gate(option, false))]);
}

/** Every option of the first places against every other. */
function aheadGates(order: readonly string[], places: number): readonly Gate[] {
  return order
    .slice(0, places)
    .flatMap((option) => order.slice(places).map((rival): Gate => ({ kind: "ahead", option, rival })));
}

function reduced({ numerator, denominator }: Fraction): { numerator: number; denominator: number } | null {
  let [a, b] = [numerator, denominator];
  while (b > 0n) [a, b] = [b, a % b];
  const divisor = a === 0n ? 1n : a;
  const low = denominator / divisor;
  return low > MOST_DENOMINATOR ? null : { numerator: Number(numerator / divisor), denominator: Number(low) };
}

/** Votes of an option in totals. */
export function votesOf(totals: RowTotals, option: string): number {
  return totals.votes.get(option) ?? 0;
}

/**
 * By how much a condition holds: above 0 it does. In votes for `ahead`; for a share in votes times the denominator. Of a condition
 * that an option does not pass the share, equality is still on its side (the law says "more than"): hence the one added.
 */
export function slackOf(gate: Gate, totals: RowTotals): number {
  if (gate.kind === "ahead") return votesOf(totals, gate.option) - votesOf(totals, gate.rival);
  const { numerator, denominator } = gate.share;
  const over = denominator * votesOf(totals, gate.option) - numerator * totals[gate.base];
  return gate.passes ? over : 1 - over;
}

/** Who gains when a condition falls; null when it only takes the first place's majority away. */
export function gainerOf(gate: Gate): string | null {
  if (gate.kind === "ahead") return gate.rival;
  return gate.passes ? null : gate.option;
}

/**
 * What annulling each sheet takes from the slack of a condition; negative where the annulment helps it. An annulled sheet's votes
 * leave and its ballots become null votes (or leave too, by the policy): so the base of valid votes shrinks, that of ballots
 * cast only by such a policy, and that of registered voters never.
 */
export function stakesOf(gate: Gate, addends: RowVotes, policy: Pick<Policy, "annulled">): Float64Array {
  const own = addends.votes.get(gate.option) ?? new Int32Array(0);
  const stakes = new Float64Array(addends.otherBallots.length);
  if (gate.kind === "ahead") {
    const rival = addends.votes.get(gate.rival) ?? own;
    for (let row = 0; row < stakes.length; row++) stakes[row] = (own[row] ?? 0) - (rival[row] ?? 0);
    return stakes;
  }
  const { numerator, denominator } = gate.share;
  const side = gate.passes ? 1 : -1;
  const base = shrinkingBase(gate.base, addends, policy);
  for (let row = 0; row < stakes.length; row++)
    stakes[row] = side * (denominator * (own[row] ?? 0) - numerator * (base[row] ?? 0));
  return stakes;
}

function shrinkingBase(base: MajorityRule["base"], addends: RowVotes, policy: Pick<Policy, "annulled">): Float64Array {
  const shrinks = new Float64Array(addends.otherBallots.length);
  if (base === "registeredVoters" || (base === "ballotsCast" && policy.annulled === "asNull")) return shrinks;
  const columns = [...addends.votes.values(), ...(base === "ballotsCast" ? [addends.otherBallots] : [])];
  for (const column of columns)
    for (let row = 0; row < shrinks.length; row++) shrinks[row] = (shrinks[row] ?? 0) + (column[row] ?? 0);
  return shrinks;
}
