import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import { normal, stream } from "../statistics/index.js";
import { pollDifference, publishedDifference } from "./poll-difference.js";
import type { PollDifference } from "./poll-difference.js";

/** A poll as it was published. Shares are fractions of one base. */
export interface ExitPoll {
  readonly shares: readonly { readonly option: string; readonly share: number }[];
  /** Interviews with their design effect, or the margin of error of a share that was published. */
  readonly size:
    | { readonly kind: "interviews"; readonly interviews: number; readonly designEffect: number }
    | { readonly kind: "margin"; readonly margin: number };
  readonly level: number;
  /** Standard deviation of the house effect on a difference, as a fraction. */
  readonly houseSd: number;
  readonly seed: number;
}

/** One option of a poll. */
export interface PolledShare {
  readonly option: string;
  readonly share: number;
  /** Margin of error of the share, sampling only. */
  readonly margin: number;
  /** Chance of being first, and of being among the first two; null with two options that a pair tells everything about. */
  readonly pFirst: number | null;
  readonly pFirstTwo: number | null;
}

/** Two options that follow one another in the poll: with the sampling error alone, and with the house effect. */
export interface PolledPair {
  readonly first: string;
  readonly second: string;
  readonly sampling: PollDifference;
  readonly total: PollDifference;
}

/** What a poll tells, and what it cannot. */
export interface PollReading {
  /** From the largest share to the smallest. */
  readonly shares: readonly PolledShare[];
  readonly pairs: readonly PolledPair[];
  /** Part of the base that no option of the list has. */
  readonly rest: number;
  /** Draws behind the chances of places. */
  readonly draws: number;
}

const DRAWS = 40_000;
const MOST_PAIRS = 4;

/** Reads a poll: every difference between neighbours with its own margin, chances of places where there are more than two options. */
export function readPoll(poll: ExitPoll): Result<PollReading> {
  const ranked = poll.shares.toSorted((a, b) => b.share - a.share);
  if (ranked.length < 2) return fail({ code: "sampling.fewOptions" });
  const names = new Set(ranked.map(({ option }) => option));
  if (names.size < ranked.length) return fail({ code: "sampling.optionTwice" });
  const sum = ranked.reduce((all, { share }) => all + share, 0);
  if (sum > 1 + 1e-9) return fail({ code: "sampling.sharesAboveOne", context: { sum: Math.round(sum * 1e6) / 1e4 } });
  if (sum <= 0) return fail({ code: "sampling.noShares" });
  const pairs: PolledPair[] = [];
  for (let at = 1; at < Math.min(ranked.length, MOST_PAIRS + 1); at++) {
    const [first, second] = [ranked[at - 1], ranked[at]];
    if (first === undefined || second === undefined) break;
    const sampling = differenceOf(poll, first.share, second.share, 0);
    if (!sampling.ok) return sampling;
    const total = differenceOf(poll, first.share, second.share, poll.houseSd);
    if (!total.ok) return total;
    pairs.push({ first: first.option, second: second.option, sampling: sampling.value, total: total.value });
  }
  const places =
    ranked.length > 2
      ? chancesOfPlaces(
          poll,
          ranked.map(({ share }) => share),
          pairs,
        )
      : null;
  const shares = ranked.map(({ option, share }, at) => ({
    option,
    share,
    margin: marginOf(poll, share),
    pFirst: places?.first[at] ?? null,
    pFirstTwo: places?.firstTwo[at] ?? null,
  }));
  return succeed({ shares, pairs, rest: Math.max(0, 1 - sum), draws: places === null ? 0 : DRAWS });
}

function differenceOf(poll: ExitPoll, first: number, second: number, houseSd: number): Result<PollDifference> {
  const { size, level } = poll;
  return size.kind === "interviews"
    ? pollDifference({ first, second, interviews: size.interviews, designEffect: size.designEffect, level, houseSd })
    : publishedDifference({ first, second, marginOfShare: size.margin, level, houseSd });
}

function marginOf(poll: ExitPoll, share: number): number {
  const told = differenceOf(poll, share, 0, 0);
  return told.ok ? told.value.marginOfFirst : 0;
}

/**
 * Chances of places by seeded draws: shares p with the multinomial covariance c (diag(p) - p p'), drawn as sqrt(c) (sqrt(p) z - p sum sqrt(p) z),
 * plus a house effect for each option, half of the variance of a difference. c is what the first pair's sampling error implies.
 */
function chancesOfPlaces(poll: ExitPoll, shares: readonly number[], pairs: readonly PolledPair[]) {
  const [a = 0, b = 0] = shares;
  const spread = Math.max(1e-12, a + b - (a - b) ** 2);
  const scale = (pairs[0]?.sampling.samplingSe ?? 0) / Math.sqrt(spread);
  const source = stream(poll.seed, "exit poll");
  // What no listed option has is one more cell: the covariance is that of all interviews.
  const cells = [...shares, Math.max(0, 1 - shares.reduce((sum, each) => sum + each, 0))];
  const noise = new Float64Array(cells.length);
  const first = new Float64Array(shares.length);
  const firstTwo = new Float64Array(shares.length);
  for (let draw = 0; draw < DRAWS; draw++) {
    let pull = 0;
    cells.forEach((share, at) => {
      noise[at] = Math.sqrt(share) * normal(source);
      pull += noise[at] ?? 0;
    });
    let [best, next, bestAt, nextAt] = [-Infinity, -Infinity, 0, 0];
    for (let at = 0; at < shares.length; at++) {
      const share = shares[at] ?? 0;
      const drawn = share + scale * ((noise[at] ?? 0) - share * pull) + poll.houseSd * Math.SQRT1_2 * normal(source);
      if (drawn > best) [best, next, bestAt, nextAt] = [drawn, best, at, bestAt];
      else if (drawn > next) [next, nextAt] = [drawn, at];
    }
    first[bestAt] = (first[bestAt] ?? 0) + 1 / DRAWS;
    firstTwo[bestAt] = (firstTwo[bestAt] ?? 0) + 1 / DRAWS;
    firstTwo[nextAt] = (firstTwo[nextAt] ?? 0) + 1 / DRAWS;
  }
  return { first, firstTwo };
}
