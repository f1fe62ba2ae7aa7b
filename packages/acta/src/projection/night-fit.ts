import { factorise } from "../statistics/index.js";
import type { CountMoments } from "./count-moments.js";
import type { DomainTree } from "./effect-tree.js";
import { COUNTED } from "./night.js";
import type { Night } from "./night.js";
import type { NightFit } from "./open-forecast.js";
import { crossResidual, fitOutcome } from "./outcome-fit.js";
import type { OutcomeFit, Variances } from "./outcome-fit.js";

/** Where the next edition begins: rate first, then shares. */
export interface FitStart {
  readonly modelled: readonly number[];
  readonly outcomes: readonly Variances[];
}

/** Effects of areas before anything is counted: standard deviations of 5 points at every level. */
const USUAL_EFFECT = 0.0025;
/** Noise of a share with one vote: that of a binomial draw, and a fifth more. */
const SHARE_UNIT = 0.3;
/** Noise of a rate with one registered voter: deviations of 3 points in a station of 300. */
const RATE_UNIT = 0.33;
/** Rounds of backfitting; the same with a warm start, so that an edition says the same however often it was projected before. */
const ROUNDS = 15;
/** Renewals of the variances after the last round: from the prior, and from the edition before. */
const SETTLE = 15;
const SETTLE_AGAIN = 5;

/**
 * The options whose shares are modelled: of two, the one with more counted votes (what the other has is the rest), so that the order of
 * the options changes nothing; of more, all.
 */
export function modelledOptions(night: Night): readonly number[] {
  if (night.options.length !== 2) return night.options.map((_, at) => at);
  const [first = 0, second = 0] = countedVotes(night);
  return [second > first ? 1 : 0];
}

/** Votes in the count by option. */
export function countedVotes(night: Night): Float64Array {
  return Float64Array.from(night.votes, (column) => {
    let sum = 0;
    for (let unit = 0; unit < night.size; unit++) if (night.state[unit] === COUNTED) sum += column[unit] ?? 0;
    return sum;
  });
}

/**
 * Fits rate and shares to the moments of a count.
 * @param start variances of the edition before, which need fewer rounds; null for the first one
 * @param unitKnown true when each leaf has one unit (totals by area): the noise of a unit is then declared, not learnt
 */
export function fitNight(
  night: Night,
  modelled: readonly number[],
  moments: CountMoments,
  start: FitStart | null,
  unitKnown = false,
): NightFit {
  const known = start?.modelled.join() === modelled.join() ? start : null;
  const fit = (at: number): OutcomeFit =>
    fitOutcome(night.tree, at === 0 ? moments.rate : moments.shares, Math.max(at - 1, 0), {
      rounds: ROUNDS,
      settle: known === null ? SETTLE : SETTLE_AGAIN,
      start: known?.outcomes[at] ?? startVariances(night.tree, at === 0 ? RATE_UNIT : SHARE_UNIT),
      unitKnown,
    });
  const shares = modelled.map((_, at) => fit(at + 1));
  return { modelled, rate: fit(0), shares, correlation: correlationOf(moments, shares) };
}

/** Where the next edition's fit begins. */
export function startFrom(fit: NightFit): FitStart {
  return { modelled: fit.modelled, outcomes: [fit.rate, ...fit.shares].map(({ variances }) => variances) };
}

/** Variances before anything is counted: of the areas of every level below the whole, and of a unit of weight 1. */
export function startVariances({ levels: depth, domains }: DomainTree, unit: number): Variances {
  const levels = Float64Array.from({ length: depth * domains }, (_, at) => (at % depth === 0 ? 0 : USUAL_EFFECT));
  return { levels, unit };
}

/** Correlations between the shares' residuals around the covariates, factored. */
function correlationOf({ shares: design }: CountMoments, shares: readonly OutcomeFit[]): Float64Array {
  const size = shares.length;
  const matrix = new Float64Array(size * size);
  const products = (k: number, l: number): number => {
    const forK = shares[k]?.coefficients ?? new Float64Array(0);
    const forL = shares[l]?.coefficients ?? new Float64Array(0);
    return crossResidual(design, k, forK, l, forL);
  };
  const deviations = shares.map((_, at) => Math.sqrt(Math.max(products(at, at), 0)));
  for (let k = 0; k < size; k++)
    for (let l = 0; l <= k; l++) {
      const scale = (deviations[k] ?? 0) * (deviations[l] ?? 0);
      matrix[k * size + l] = k === l ? 1 : scale > 0 ? products(k, l) / scale : 0;
    }
  factorise(matrix, size, 1e-9);
  return matrix;
}
