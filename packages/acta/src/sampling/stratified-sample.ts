import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";

/** One stratum of a sample: its units stand together in the columns. */
export interface SampledStratum {
  readonly name: string;
  /** Units of the stratum in the frame: N. */
  readonly size: number;
  /** Position of its first unit in the columns. */
  readonly from: number;
  /** Units of the stratum in the sample: n. */
  readonly count: number;
}

/**
 * A simple random sample without replacement of each stratum, in columns: one value for each unit, stratum after stratum.
 * A unit is a polling station, or a whole polling place where places were drawn.
 */
export interface StratifiedSample {
  readonly strata: readonly SampledStratum[];
  /** Votes by option, then by unit. */
  readonly votes: readonly Float64Array[];
}

/** What is known of every unit of the frame before the vote, for calibration (Deville, Särndal 1992). */
export interface Calibration {
  /** Covariates of the units of the sample, by covariate and then by unit. The first one is the constant 1. */
  readonly covariates: readonly Float64Array[];
  /** Their totals over the whole frame. */
  readonly totals: readonly number[];
}

/** Units in the sample. */
export function unitsOf(sample: StratifiedSample): number {
  return sample.votes[0]?.length ?? 0;
}

/** Design weight of each unit: N / n of its stratum. */
export function weightsOf(sample: StratifiedSample): Float64Array {
  const weights = new Float64Array(unitsOf(sample));
  for (const { size, from, count } of sample.strata) weights.fill(size / count, from, from + count);
  return weights;
}

/**
 * Checks that a sample carries an estimate and its variance: no stratum is empty, none has a single unit out of several (nothing varies
 * within one), none has more units than the frame, and somebody voted.
 */
export function checkSample(sample: StratifiedSample): Result<null> {
  if (sample.strata.length === 0 || unitsOf(sample) === 0) return fail({ code: "sampling.nothing" });
  for (const { name, size, count } of sample.strata) {
    if (count === 0) return fail({ code: "sampling.emptyStratum", context: { stratum: name, size } });
    if (count > size) return fail({ code: "sampling.moreThanStratum", context: { stratum: name, size, count } });
    if (count === 1 && size > 1) return fail({ code: "sampling.oneUnit", context: { stratum: name, size } });
  }
  if (sample.votes.every((column) => column.every((votes) => votes === 0))) return fail({ code: "sampling.noVotes" });
  return succeed(null);
}
