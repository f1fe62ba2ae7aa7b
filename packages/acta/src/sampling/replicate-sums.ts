import { factorise, solveFactorised } from "../statistics/index.js";
import { unitsOf } from "./stratified-sample.js";
import type { Calibration, StratifiedSample } from "./stratified-sample.js";

/**
 * Everything that the estimate reads of the units, as sums: votes by option and, with a calibration, the covariates, their products with
 * one another and with the votes. A replicate (one unit left out, units drawn again) is then a change of sums, calibrated anew.
 */
export interface ReplicateSums {
  readonly width: number;
  /** What each unit adds, unit after unit. */
  readonly each: Float64Array;
  /** Sums over the units of each stratum, stratum after stratum, without weights. */
  readonly strata: Float64Array;
  /** Weighted sums over all units. */
  readonly total: Float64Array;
  /** Writes the shares that follow from weighted sums. */
  readonly sharesFrom: (sums: Float64Array, out: Float64Array) => void;
}

/** Prepares the sums of a sample. */
export function replicateSums(sample: StratifiedSample, calibration: Calibration | null): ReplicateSums {
  const columns = [...sample.votes, ...calibrationColumns(sample, calibration)];
  const width = columns.length;
  const each = new Float64Array(width * unitsOf(sample));
  columns.forEach((column, at) => {
    for (let unit = 0; unit < column.length; unit++) each[unit * width + at] = column[unit] ?? 0;
  });
  const strata = new Float64Array(width * sample.strata.length);
  const total = new Float64Array(width);
  sample.strata.forEach(({ size, from, count }, stratum) => {
    for (let at = from * width, own = 0; at < (from + count) * width; at++, own = own + 1 === width ? 0 : own + 1)
      strata[stratum * width + own] = (strata[stratum * width + own] ?? 0) + (each[at] ?? 0);
    for (let own = 0; own < width; own++)
      total[own] = (total[own] ?? 0) + ((strata[stratum * width + own] ?? 0) * size) / count;
  });
  return { width, each, strata, total, sharesFrom: sharesReader(sample.votes.length, calibration?.totals ?? []) };
}

/** z, then the products z z' (lower triangle), then z times the votes of each option. */
function calibrationColumns(sample: StratifiedSample, calibration: Calibration | null): readonly Float64Array[] {
  const covariates = calibration?.covariates ?? [];
  const squares = covariates.flatMap((row, at) => covariates.slice(0, at + 1).map((column) => product(row, column)));
  const crossed = sample.votes.flatMap((votes) => covariates.map((covariate) => product(votes, covariate)));
  return [...covariates, ...squares, ...crossed];
}

function product(first: Float64Array, second: Float64Array): Float64Array {
  return first.map((value, unit) => value * (second[unit] ?? 0));
}

/** Reads shares out of sums: Y_k + (T - T^)' (sum w z z')^-1 sum w z y_k, over their sum. */
function sharesReader(options: number, totals: readonly number[]): ReplicateSums["sharesFrom"] {
  const size = totals.length;
  const lower = new Float64Array(size * size);
  const factors = new Float64Array(size);
  return (sums, out) => {
    let at = options + size;
    for (let row = 0; row < size; row++) {
      factors[row] = (totals[row] ?? 0) - (sums[options + row] ?? 0);
      for (let column = 0; column <= row; column++) lower[row * size + column] = sums[at++] ?? 0;
    }
    factorise(lower, size);
    solveFactorised(lower, size, factors);
    let valid = 0;
    for (let option = 0; option < options; option++) {
      let votes = sums[option] ?? 0;
      for (let row = 0; row < size; row++) votes += (factors[row] ?? 0) * (sums[at++] ?? 0);
      out[option] = votes;
      valid += votes;
    }
    for (let option = 0; option < options; option++) out[option] = (out[option] ?? 0) / valid;
  };
}
