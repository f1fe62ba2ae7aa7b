import { succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import { factorise, solveFactorised } from "../statistics/index.js";
import { checkSample, unitsOf, weightsOf } from "./stratified-sample.js";
import type { Calibration, StratifiedSample } from "./stratified-sample.js";

/** Shares of the valid votes estimated from a sample, with what is needed for any interval. */
export interface ShareEstimate {
  /** By option; they add up to 1. */
  readonly shares: Float64Array;
  /** Linearised covariance of the shares, row after row. */
  readonly covariance: Float64Array;
  /** Estimated valid votes of the frame. */
  readonly validVotes: number;
  /** Weight of each unit after calibration; the design weight without. */
  readonly weights: Float64Array;
  /**
   * By option, then by unit: votes less the share of the valid votes, less what the covariates explain of that, times the g-weight. Over the
   * valid votes of a stratum their sum is how far its own share lies from what is supposed of it.
   */
  readonly residuals: readonly Float64Array[];
  /** Units less strata, less covariates besides the constant: the degrees of freedom of the variance. */
  readonly freedom: number;
}

/**
 * The combined ratio estimator R_k = Y_k / X with X the valid votes (Cochran 1977, section 6.11), where totals are weighted by N/n or, with
 * a calibration, by the weights nearest to them that hit the known totals (generalised regression, GREG; Deville, Särndal 1992, linear).
 * Variance by Taylor linearisation (Wolter 2007, chapter 6): e = y_k - R_k x, for GREG its residual on the covariates times the g-weight;
 * sum over strata of N^2 (1 - n/N) s_e^2 / n, over X^2. The finite population correction makes a stratum that was counted whole certain.
 */
export function estimateShares(
  sample: StratifiedSample,
  calibration: Calibration | null = null,
): Result<ShareEstimate> {
  const checked = checkSample(sample);
  if (!checked.ok) return checked;
  const design = weightsOf(sample);
  const fitted = calibration === null ? null : fitCalibration(design, calibration);
  const weights = fitted === null ? design : fitted.weights;
  const totals = sample.votes.map((column) => weightedSum(weights, column));
  const validVotes = totals.reduce((sum, each) => sum + each, 0);
  const shares = Float64Array.from(totals, (total) => total / validVotes);
  const residuals = residualsOf(sample, shares, design, weights, fitted);
  const covariance = covarianceOf(sample, residuals, validVotes);
  const lost = fitted === null ? 0 : fitted.kept - 1;
  const spare = unitsOf(sample) - sample.strata.length;
  const freedom = Math.max(1, spare - lost);
  if (lost > 0)
    for (let at = 0; at < covariance.length; at++) covariance[at] = ((covariance[at] ?? 0) * spare) / freedom;
  return succeed({ shares, covariance, validVotes, weights, residuals, freedom });
}

/** The variance of the difference of two shares. */
export function differenceVariance({ covariance, shares }: ShareEstimate, first: number, second: number): number {
  const at = (row: number, column: number): number => covariance[row * shares.length + column] ?? 0;
  return Math.max(0, at(first, first) + at(second, second) - 2 * at(first, second));
}

interface FittedCalibration {
  readonly calibration: Calibration;
  /** Factorised sum of w z z'. */
  readonly lower: Float64Array;
  /** Covariates that do not depend on the others. */
  readonly kept: number;
  readonly weights: Float64Array;
}

/** Weights w (1 + (T - T^)' (sum w z z')^-1 z): linear calibration with q = 1. */
function fitCalibration(design: Float64Array, calibration: Calibration): FittedCalibration {
  const { covariates, totals } = calibration;
  const size = covariates.length;
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++)
      lower[row * size + column] = weightedProduct(design, covariates[row], covariates[column]);
  const kept = factorise(lower, size);
  const factors = Float64Array.from(totals, (total, at) => total - weightedSum(design, covariates[at]));
  solveFactorised(lower, size, factors);
  const weights = design.map((weight, unit) => {
    let g = 1;
    for (let at = 0; at < size; at++) g += (factors[at] ?? 0) * (covariates[at]?.[unit] ?? 0);
    return weight * g;
  });
  return { calibration, lower, kept, weights };
}

/** By option: e = y - R x, less its regression on the covariates, times g. */
function residualsOf(
  { votes }: StratifiedSample,
  shares: Float64Array,
  design: Float64Array,
  weights: Float64Array,
  fitted: FittedCalibration | null,
): readonly Float64Array[] {
  const valid = new Float64Array(design.length);
  for (const column of votes)
    for (let unit = 0; unit < valid.length; unit++) valid[unit] = (valid[unit] ?? 0) + (column[unit] ?? 0);
  return votes.map((column, option) => {
    const share = shares[option] ?? 0;
    const residual = column.map((own, unit) => own - share * (valid[unit] ?? 0));
    if (fitted === null) return residual;
    const { covariates } = fitted.calibration;
    const slope = Float64Array.from(covariates, (covariate) => weightedProduct(design, residual, covariate));
    solveFactorised(fitted.lower, covariates.length, slope);
    for (let unit = 0; unit < residual.length; unit++) {
      let rest = residual[unit] ?? 0;
      for (let at = 0; at < slope.length; at++) rest -= (slope[at] ?? 0) * (covariates[at]?.[unit] ?? 0);
      residual[unit] = (rest * (weights[unit] ?? 0)) / (design[unit] ?? 1);
    }
    return residual;
  });
}

function covarianceOf(
  { strata }: StratifiedSample,
  residuals: readonly Float64Array[],
  validVotes: number,
): Float64Array {
  const options = residuals.length;
  const covariance = new Float64Array(options * options);
  for (const { size, from, count } of strata) {
    if (count === size) continue;
    const factor = (size * size * (1 - count / size)) / count / (count - 1) / (validVotes * validVotes);
    const means = residuals.map(
      (column) => column.subarray(from, from + count).reduce((sum, each) => sum + each, 0) / count,
    );
    for (let row = 0; row < options; row++)
      for (let column = 0; column <= row; column++) {
        let products = 0;
        for (let unit = from; unit < from + count; unit++)
          products +=
            ((residuals[row]?.[unit] ?? 0) - (means[row] ?? 0)) *
            ((residuals[column]?.[unit] ?? 0) - (means[column] ?? 0));
        const value = (covariance[row * options + column] ?? 0) + factor * products;
        covariance[row * options + column] = value;
        covariance[column * options + row] = value;
      }
  }
  return covariance;
}

const NONE = new Float64Array(0);

function weightedSum(weights: Float64Array, column: Float64Array = NONE): number {
  let sum = 0;
  for (let unit = 0; unit < weights.length; unit++) sum += (weights[unit] ?? 0) * (column[unit] ?? 0);
  return sum;
}

function weightedProduct(weights: Float64Array, first: Float64Array = NONE, second: Float64Array = NONE): number {
  let sum = 0;
  for (let unit = 0; unit < weights.length; unit++)
    sum += (weights[unit] ?? 0) * (first[unit] ?? 0) * (second[unit] ?? 0);
  return sum;
}
