import { words } from "../statistics/index.js";
import { replicateSums } from "./replicate-sums.js";
import type { ReplicateSums } from "./replicate-sums.js";
import type { Calibration, SampledStratum, StratifiedSample } from "./stratified-sample.js";

/**
 * The rescaled bootstrap of Rao and Wu (1988): n - 1 units of each stratum are drawn again with replacement, and the sums move from the
 * sample's towards the replicate's by sqrt(1 - n/N), so that the variance of the replicates is that of the design. Calibrated anew each
 * time. The sample must have passed `checkSample`. Same seed, same replicates.
 * @returns the shares of each replicate, replicate after replicate.
 */
export function bootstrapShares(
  sample: StratifiedSample,
  calibration: Calibration | null,
  replicates: number,
  seed: number,
): Float64Array {
  const sums = replicateSums(sample, calibration);
  const options = sample.votes.length;
  const next = words(seed, "bootstrap");
  const shares = new Float64Array(replicates * options);
  const drawn = new Float64Array(sums.width);
  const moved = new Float64Array(sums.width);
  for (let replicate = 0; replicate < replicates; replicate++) {
    moved.set(sums.total);
    sample.strata.forEach((stratum, at) => {
      if (stratum.count === stratum.size || stratum.count < 2) return;
      drawAgain(sums, stratum, next, drawn);
      moveSums(sums, stratum, at, drawn, moved);
    });
    sums.sharesFrom(moved, shares.subarray(replicate * options, (replicate + 1) * options));
  }
  return shares;
}

/** Sums what n - 1 units drawn with replacement add. The innermost loop of all: the first two columns stay in registers. */
function drawAgain(
  { width, each }: ReplicateSums,
  { from, count }: SampledStratum,
  next: () => number,
  out: Float64Array,
): void {
  out.fill(0);
  const scale = count / 4_294_967_296;
  let first = 0;
  let second = 0;
  for (let draw = 1; draw < count; draw++) {
    const at = (from + Math.floor(next() * scale)) * width;
    first += each[at] ?? 0;
    second += each[at + 1] ?? 0;
    for (let own = 2; own < width; own++) out[own] = (out[own] ?? 0) + (each[at + own] ?? 0);
  }
  out[0] = first;
  if (width > 1) out[1] = second;
}

/** Moves the weighted sums by sqrt(1 - f) N (mean of the drawn - mean of the stratum). */
function moveSums(
  { width, strata }: ReplicateSums,
  { size, count }: SampledStratum,
  stratum: number,
  drawn: Float64Array,
  moved: Float64Array,
): void {
  const factor = Math.sqrt(1 - count / size) * size;
  for (let own = 0; own < width; own++) {
    const mean = (strata[stratum * width + own] ?? 0) / count;
    moved[own] = (moved[own] ?? 0) + factor * ((drawn[own] ?? 0) / (count - 1) - mean);
  }
}
