import { replicateSums } from "./replicate-sums.js";
import type { Calibration, StratifiedSample } from "./stratified-sample.js";

/**
 * The covariance of the shares by the delete-one jackknife: each unit is left out once, the rest of its stratum takes its weight, the
 * estimate is made anew; sum over strata of (1 - n/N) (n-1)/n times the squares around the stratum's mean (Wolter 2007, section 4.5).
 * The sample must have passed `checkSample`.
 * @returns by option and option, row after row.
 */
export function jackknifeCovariance(sample: StratifiedSample, calibration: Calibration | null = null): Float64Array {
  const { width, each, strata, total, sharesFrom } = replicateSums(sample, calibration);
  const options = sample.votes.length;
  const covariance = new Float64Array(options * options);
  const sums = new Float64Array(width);
  sample.strata.forEach(({ size, from, count }, stratum) => {
    if (count === size) return;
    const shares = Array.from({ length: count }, (_, at) => {
      const unit = from + at;
      for (let own = 0; own < width; own++) {
        const all = strata[stratum * width + own] ?? 0;
        const rest = (all - (each[unit * width + own] ?? 0)) / (count - 1);
        sums[own] = (total[own] ?? 0) + size * (rest - all / count);
      }
      const out = new Float64Array(options);
      sharesFrom(sums, out);
      return out;
    });
    addSquares(covariance, shares, ((1 - count / size) * (count - 1)) / count);
  });
  return covariance;
}

/** Adds the products of the deviations from the mean. */
function addSquares(covariance: Float64Array, shares: readonly Float64Array[], factor: number): void {
  const options = Math.sqrt(covariance.length);
  const means = new Float64Array(options);
  for (const each of shares) each.forEach((share, at) => (means[at] = (means[at] ?? 0) + share / shares.length));
  for (const each of shares)
    for (let row = 0; row < options; row++)
      for (let column = 0; column < options; column++)
        covariance[row * options + column] =
          (covariance[row * options + column] ?? 0) +
          factor * ((each[row] ?? 0) - (means[row] ?? 0)) * ((each[column] ?? 0) - (means[column] ?? 0));
}
