import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import { normalCdf, normalQuantile } from "../statistics/index.js";

/** Two shares of one poll, as fractions, and how the poll was taken. */
export interface PollPair {
  readonly first: number;
  readonly second: number;
  /** Interviews that the shares are shares of. */
  readonly interviews: number;
  /** Design effect: by how much the variance exceeds that of independent interviews. */
  readonly designEffect: number;
  /** Confidence level of the margins, such as 0.95. */
  readonly level: number;
  /** Standard deviation of the house effect on the difference, as a fraction. */
  readonly houseSd: number;
}

/** What a poll can tell about two of its options. Shares and margins are fractions of the same base as the poll's. */
export interface PollDifference {
  readonly difference: number;
  /** Margins of error of both shares: sampling only. */
  readonly marginOfFirst: number;
  readonly marginOfSecond: number;
  /** Standard errors of the difference: of the interviews alone, and with the house effect. */
  readonly samplingSe: number;
  readonly totalSe: number;
  /** Margin of error of the difference, house effect included. */
  readonly margin: number;
  /** Chance that the first is ahead, Phi(difference / totalSe), under a flat prior; null when nothing is uncertain. */
  readonly pLead: number | null;
  /** The difference is smaller than its margin: this poll cannot tell them apart. It does not say that they are equal. */
  readonly isTechnicalTie: boolean;
  /** Independent interviews times the design effect to tell this difference from none, without house effect; null for no difference. */
  readonly interviewsToTell: number | null;
}

/**
 * The difference of two shares of one poll: Var(p1 - p2) = deff (p1 + p2 - (p1 - p2)^2) / n (multinomial; Franklin 2007), the house effect
 * added to it. For two options that add up to all the margin of the difference is twice that of a share.
 */
export function pollDifference(pair: PollPair): Result<PollDifference> {
  const { first, second, interviews, designEffect, level, houseSd } = pair;
  if (first + second > 1 + 1e-9)
    return fail({ code: "sampling.sharesAboveOne", context: { sum: percentOf(first + second) } });
  if (!(interviews > 0)) return fail({ code: "sampling.noSize" });
  const each = designEffect / interviews;
  const difference = first - second;
  const spread = Math.max(0, first + second - difference * difference);
  const z = normalQuantile((1 + level) / 2);
  const told = differenceWith(difference, Math.sqrt(each * spread), houseSd, z);
  return succeed({
    ...told,
    marginOfFirst: z * Math.sqrt(each * first * (1 - first)),
    marginOfSecond: z * Math.sqrt(each * second * (1 - second)),
    interviewsToTell: difference === 0 ? null : Math.ceil((z * z * designEffect * spread) / (difference * difference)),
  });
}

/** A published margin of error, of which nothing else is known. */
export interface PublishedMargin {
  readonly first: number;
  readonly second: number;
  /** The margin that was published for a share near one half, as a fraction. */
  readonly marginOfShare: number;
  readonly level: number;
  readonly houseSd: number;
}

/**
 * The same from a published margin alone: se of a share near one half = margin / z, so that the difference of two shares has
 * 2 sqrt(p1 + p2) times that (twice for two options that add up to all). What was left out, (p1 - p2)^2, only makes it wider.
 */
export function publishedDifference(published: PublishedMargin): Result<PollDifference> {
  const { first, second, marginOfShare, level, houseSd } = published;
  if (first + second > 1 + 1e-9)
    return fail({ code: "sampling.sharesAboveOne", context: { sum: percentOf(first + second) } });
  if (!(marginOfShare > 0)) return fail({ code: "sampling.noSize" });
  const difference = first - second;
  const z = normalQuantile((1 + level) / 2);
  const told = differenceWith(difference, (2 * Math.sqrt(first + second) * marginOfShare) / z, houseSd, z);
  const spread = first + second - difference * difference;
  return succeed({
    ...told,
    marginOfFirst: marginOfShare * 2 * Math.sqrt(first * (1 - first)),
    marginOfSecond: marginOfShare * 2 * Math.sqrt(second * (1 - second)),
    interviewsToTell: difference === 0 ? null : Math.ceil((z * z * spread) / (difference * difference)),
  });
}

function differenceWith(difference: number, samplingSe: number, houseSd: number, z: number) {
  const totalSe = Math.sqrt(samplingSe * samplingSe + houseSd * houseSd);
  const margin = z * totalSe;
  const pLead = totalSe > 0 ? normalCdf(difference / totalSe) : null;
  return { difference, samplingSe, totalSe, margin, pLead, isTechnicalTie: Math.abs(difference) < margin };
}

function percentOf(share: number): number {
  return Math.round(share * 1e4) / 100;
}
