import { normalCdf, normalDensity } from "./normal-curve.js";

/** How good a forecast was, given as draws, once the truth is known. Lower is better for every score. */
export interface DrawScores {
  readonly quantiles: ReadonlyMap<number, number>;
  /** Pinball loss of each quantile. */
  readonly pinball: ReadonlyMap<number, number>;
  /** By level, from 0 to 1: bounds, whether the truth lies within, and the interval score. */
  readonly intervals: ReadonlyMap<
    number,
    { readonly lower: number; readonly upper: number; readonly covers: boolean; readonly score: number }
  >;
  /** Median and the central intervals of the levels (Bracher et al. 2021). */
  readonly weightedIntervalScore: number;
  readonly crps: number;
  /** Without the bias of few draws (divisor m (m - 1)). */
  readonly crpsFair: number;
  /** Of the normal distribution with the draws' mean and standard deviation (n - 1). */
  readonly crpsGaussian: number;
  /** Part of the draws above 0, and its Brier score. */
  readonly pLead: number;
  readonly brier: number;
  /** Error of the mean in standard deviations. */
  readonly z: number;
}

/**
 * Scores draws against the truth by proper rules (Gneiting, Raftery 2007; Bracher et al. 2021); quantiles of type 7 (Hyndman, Fan 1996).
 * @param levels of the central intervals, from 0 to 1
 * @returns null without draws
 */
export function scoreDraws(draws: readonly number[], truth: number, levels: readonly number[]): DrawScores | null {
  if (draws.length === 0) return null;
  const sorted = Float64Array.from(draws).toSorted();
  const size = sorted.length;
  const tails = levels.flatMap((level) => [(1 - level) / 2, (1 + level) / 2]);
  const wanted = [...new Set([...tails, 0.5].map((each) => Number(each.toFixed(12))))].toSorted((a, b) => a - b);
  const quantiles = new Map(wanted.map((p) => [p, quantileOf(sorted, p)]));
  const pinball = new Map([...quantiles].map(([p, value]) => [p, pinballLoss(p, value, truth)]));
  const intervals = new Map(levels.map((level) => [level, intervalAt(sorted, level, truth)]));
  let weighted = 0.5 * Math.abs(truth - quantileOf(sorted, 0.5));
  for (const [level, { score }] of intervals) weighted += ((1 - level) / 2) * score;
  const mean = sorted.reduce((sum, each) => sum + each, 0) / size;
  const sd = size > 1 ? Math.sqrt(sorted.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (size - 1)) : 0;
  const { distance, pairs } = distances(sorted, truth);
  const pLead = sorted.filter((each) => each > 0).length / size;
  return {
    quantiles,
    pinball,
    intervals,
    weightedIntervalScore: weighted / (levels.length + 0.5),
    crps: distance - pairs / (2 * size * size),
    crpsFair: size > 1 ? distance - pairs / (2 * size * (size - 1)) : distance,
    crpsGaussian: gaussianCrps(truth - mean, sd),
    pLead,
    brier: (pLead - (truth > 0 ? 1 : 0)) ** 2,
    z: sd > 0 ? (truth - mean) / sd : 0,
  };
}

function quantileOf(sorted: Float64Array, p: number): number {
  const at = (sorted.length - 1) * p;
  const below = Math.floor(at);
  const low = sorted[below] ?? 0;
  return low + (at - below) * ((sorted[Math.min(below + 1, sorted.length - 1)] ?? low) - low);
}

/** Loss of a quantile: p times a miss above it, 1 - p times one below. */
export function pinballLoss(p: number, quantile: number, truth: number): number {
  return truth >= quantile ? p * (truth - quantile) : (1 - p) * (quantile - truth);
}

function intervalAt(sorted: Float64Array, level: number, truth: number) {
  const lower = quantileOf(sorted, (1 - level) / 2);
  const upper = quantileOf(sorted, (1 + level) / 2);
  return { lower, upper, covers: truth >= lower && truth <= upper, score: intervalScore(lower, upper, level, truth) };
}

/** Width, and for a truth outside 2 / (1 - level) times the distance (Gneiting, Raftery 2007, 6.2). */
export function intervalScore(lower: number, upper: number, level: number, truth: number): number {
  const outside = Math.max(lower - truth, 0) + Math.max(truth - upper, 0);
  return upper - lower + (2 / (1 - level)) * outside;
}

/** Mean distance of the draws to the truth, and the sum of the distances of all ordered pairs of draws. */
function distances(sorted: Float64Array, truth: number): { readonly distance: number; readonly pairs: number } {
  const size = sorted.length;
  let distance = 0;
  let pairs = 0;
  sorted.forEach((each, at) => {
    distance += Math.abs(each - truth) / size;
    pairs += 2 * each * (2 * at + 1 - size);
  });
  return { distance, pairs };
}

/** Continuous ranked probability score of a normal forecast: sd (z (2 Phi(z) - 1) + 2 phi(z) - 1 / sqrt(pi)). */
export function gaussianCrps(error: number, sd: number): number {
  if (sd <= 0) return Math.abs(error);
  const z = error / sd;
  return sd * (z * (2 * normalCdf(z) - 1) + 2 * normalDensity(z) - 1 / Math.sqrt(Math.PI));
}
