import type { Generator } from "../basics/index.js";
import { beta, gamma } from "./continuous.js";
import { exp, wholePower } from "./elementary.js";

/** Up to this mean a draw walks through the probabilities from 0; above it the draw is first cut into smaller ones. */
const WALK = 24;

/**
 * A draw from the binomial distribution: successes in `trials` (a whole number from 0) of probability `chance`. Exact.
 * Many trials are halved by drawing the middle order statistic (Relles 1972; Knuth, The Art of Computer Programming 3.4.1),
 * so that the cost grows with the logarithm of the trials.
 */
export function binomial(source: Generator, trials: number, chance: number): number {
  let successes = 0;
  let left = trials;
  let p = chance;
  for (;;) {
    if (left <= 0 || p <= 0) return successes;
    if (p >= 1) return successes + left;
    if (left * Math.min(p, 1 - p) < WALK)
      return successes + (p <= 0.5 ? walkBinomial(source, left, p) : left - walkBinomial(source, left, 1 - p));
    const middle = 1 + Math.floor(left / 2);
    const cut = beta(source, middle, left + 1 - middle);
    if (cut >= p) {
      left = middle - 1;
      p /= cut;
    } else {
      successes += middle;
      left -= middle;
      p = (p - cut) / (1 - cut);
    }
  }
}

/** Inversion by sequential search (Devroye 1986, X.4.3). */
function walkBinomial(source: Generator, trials: number, chance: number): number {
  const odds = chance / (1 - chance);
  let probability = wholePower(1 - chance, trials);
  let left = source.next();
  for (let successes = 0; successes < trials; successes++) {
    if (left < probability) return successes;
    left -= probability;
    probability *= (odds * (trials - successes)) / (successes + 1);
  }
  return trials;
}

/**
 * A draw from the beta-binomial distribution with mean `trials * chance` and intraclass correlation `correlation` from 0
 * (binomial) to below 1: variance n p (1-p) (1 + (n-1) rho) (Skellam 1948). Exact.
 */
export function betaBinomial(source: Generator, trials: number, chance: number, correlation: number): number {
  if (correlation <= 0 || chance <= 0 || chance >= 1) return binomial(source, trials, chance);
  const concentration = 1 / correlation - 1;
  return binomial(source, trials, beta(source, chance * concentration, (1 - chance) * concentration));
}

/** A draw from the Poisson distribution; means above the walk are cut by a gamma draw (Ahrens, Dieter 1974). Exact. */
export function poisson(source: Generator, mean: number): number {
  let events = 0;
  let left = mean;
  while (left > WALK) {
    const cut = Math.floor((left * 7) / 8);
    const time = gamma(source, cut);
    if (time > left) return events + binomial(source, cut - 1, left / time);
    events += cut;
    left -= time;
  }
  const limit = exp(-left);
  for (let product = 1 - source.next(); product > limit; product *= 1 - source.next()) events += 1;
  return events;
}

/**
 * Splits `trials` among categories with the probabilities `chances` (which add up to 1) into `out`: conditional binomials
 * (Devroye 1986, XI.1.4). Exact; the last category of positive probability takes what is left.
 */
export function multinomial(source: Generator, trials: number, chances: Float64Array, out: Float64Array): void {
  let left = trials;
  let weight = 1;
  let last = 0;
  for (let at = 0; at < chances.length; at++) {
    const chance = chances[at] ?? 0;
    const drawn = chance <= 0 ? 0 : binomial(source, left, Math.min(1, chance / weight));
    if (chance > 0) last = at;
    out[at] = drawn;
    left -= drawn;
    weight -= chance;
    if (weight <= 0) weight = Number.MIN_VALUE;
  }
  out[last] = (out[last] ?? 0) + left;
}
