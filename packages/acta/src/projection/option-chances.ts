import type { OutcomeRule } from "../election/index.js";
import { gamma, stream } from "../statistics/index.js";
import type { AreaSums } from "./area-sums.js";
import { TAIL_DEGREES } from "./inflation.js";

/** Chances of one option, from the draws of the whole. */
export interface OptionChances {
  readonly first: number;
  readonly second: number;
  /** Passes the part of the valid votes that wins at once; null when the rule knows none. */
  readonly passes: number | null;
  /** Nobody passes and the option is among those of the runoff; null when the rule knows no runoff. */
  readonly runoff: number | null;
}

/**
 * Chances from the draws, spread around their expectation by the tails of Student's distribution (a chi-square mixture, one
 * factor for all options of a draw). Ties of a draw count for the option that stands first on the ballot: they are measure zero.
 */
export function optionChances(
  sums: AreaSums,
  options: number,
  rule: OutcomeRule,
  seed: number,
): readonly OptionChances[] {
  const draws = sums.draws.length / options;
  const source = stream(seed, "projection", "tails");
  const tallies = { first: zeros(options), second: zeros(options), passes: zeros(options), runoff: zeros(options) };
  const between = rule.kind === "majority" ? rule.runoffBetween : 0;
  const limit =
    rule.kind === "majority" && rule.base === "validVotes"
      ? Number(rule.moreThan.numerator) / Number(rule.moreThan.denominator)
      : null;
  const votes = new Float64Array(options);
  for (let draw = 0; draw < draws; draw++) {
    const scale = Math.sqrt(TAIL_DEGREES / (2 * gamma(source, TAIL_DEGREES / 2)));
    let total = 0;
    for (let at = 0; at < options; at++) {
      const mean = (sums.expected[at] ?? 0) - (sums.counted[at] ?? 0);
      const away = (sums.draws[draw * options + at] ?? 0) - mean;
      votes[at] = Math.max((sums.expected[at] ?? 0) + scale * away, sums.counted[at] ?? 0);
      total += votes[at] ?? 0;
    }
    tallyDraw(tallies, votes, total, limit, between);
  }
  return Array.from({ length: options }, (_, at) => ({
    first: (tallies.first[at] ?? 0) / draws,
    second: (tallies.second[at] ?? 0) / draws,
    passes: limit === null ? null : (tallies.passes[at] ?? 0) / draws,
    runoff: between < 2 ? null : (tallies.runoff[at] ?? 0) / draws,
  }));
}

function zeros(size: number): Float64Array {
  return new Float64Array(size);
}

interface Tallies {
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly passes: Float64Array;
  readonly runoff: Float64Array;
}

function tallyDraw(tallies: Tallies, votes: Float64Array, total: number, limit: number | null, between: number): void {
  const order = Array.from(votes, (_, at) => at).toSorted((a, b) => (votes[b] ?? 0) - (votes[a] ?? 0) || a - b);
  const [first = 0, second = 0] = order;
  const add = (column: Float64Array, at: number): void => {
    column[at] = (column[at] ?? 0) + 1;
  };
  add(tallies.first, first);
  if (order.length > 1) add(tallies.second, second);
  const passed = limit !== null && (votes[first] ?? 0) > limit * total;
  if (passed) add(tallies.passes, first);
  else for (const at of order.slice(0, between)) add(tallies.runoff, at);
}
