import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import { studentQuantile } from "../statistics/index.js";
import { allocate } from "./allocation.js";
import type { AllocationRule } from "./allocation.js";
import { drawSample } from "./draw-sample.js";
import type { Frame } from "./frame.js";
import { calibrationOf, sampledUnits } from "./sampled-units.js";
import type { FrameCovariates } from "./sampled-units.js";
import { differenceVariance, estimateShares } from "./share-estimate.js";

/** A design that is tried out on a contest whose result is known. */
export interface RehearsedDesign {
  readonly frame: Frame;
  /** Votes by option, then by unit of the frame: the truth. */
  readonly votes: readonly Float64Array[];
  /** Null without calibration. */
  readonly covariates: FrameCovariates | null;
  readonly allocation: AllocationRule;
  /** Spread within each stratum, for Neyman's allocation. */
  readonly spreads: readonly number[];
  /** Units that are drawn. */
  readonly units: number;
  /** Positions of the two options whose difference is looked at. */
  readonly between: readonly [number, number];
}

/** What so many repetitions of a design gave. Differences are fractions of the valid votes. */
export interface Rehearsal {
  readonly repetitions: number;
  /** The difference that was to be found. */
  readonly truth: number;
  /** Mean error of the estimates, their standard deviation, and the mean of the standard errors that they showed. */
  readonly bias: number;
  readonly sd: number;
  readonly meanSe: number;
  /** Part of the repetitions whose linearised 90 % and 95 % intervals held the truth. */
  readonly covers90: number;
  readonly covers95: number;
  /** Part that had the right one ahead. */
  readonly rightLeader: number;
}

/** Draws a design again and again from a contest whose result is known, and compares what it says with what is true. Same seed, same figures. */
export function rehearse(design: RehearsedDesign, repetitions: number, seed: number): Result<Rehearsal> {
  const { frame, votes, covariates, between } = design;
  const sizes = frame.strata.map(({ units }) => units);
  const counts = allocate(design.allocation, design.units, sizes, design.spreads);
  if (!counts.ok) return counts;
  const truth = trueDifference(votes, between);
  if (truth === null) return fail({ code: "sampling.noVotes" });
  const errors: number[] = [];
  let [seSum, in90, in95, right] = [0, 0, 0, 0];
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const drawn = drawSample(frame, counts.value, seed + repetition);
    const { sample, units } = sampledUnits(frame, drawn, votes);
    const found = estimateShares(sample, covariates === null ? null : calibrationOf(covariates, units));
    if (!found.ok) return found;
    const { shares, freedom } = found.value;
    const difference = (shares[between[0]] ?? 0) - (shares[between[1]] ?? 0);
    const se = Math.sqrt(differenceVariance(found.value, ...between));
    const error = difference - truth;
    errors.push(error);
    seSum += se;
    if (Math.abs(error) <= se * studentQuantile(0.95, freedom)) in90++;
    if (Math.abs(error) <= se * studentQuantile(0.975, freedom)) in95++;
    if (difference * truth > 0) right++;
  }
  const bias = errors.reduce((sum, each) => sum + each, 0) / repetitions;
  const squares = errors.reduce((sum, each) => sum + (each - bias) ** 2, 0);
  return succeed({
    repetitions,
    truth,
    bias,
    sd: Math.sqrt(squares / Math.max(1, repetitions - 1)),
    meanSe: seSum / repetitions,
    covers90: in90 / repetitions,
    covers95: in95 / repetitions,
    rightLeader: right / repetitions,
  });
}

function trueDifference(votes: readonly Float64Array[], between: readonly [number, number]): number | null {
  const totals = votes.map((column) => column.reduce((sum, each) => sum + each, 0));
  const valid = totals.reduce((sum, each) => sum + each, 0);
  return valid > 0 ? ((totals[between[0]] ?? 0) - (totals[between[1]] ?? 0)) / valid : null;
}
