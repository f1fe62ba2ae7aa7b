import type { Calibration, SampledStratum, StratifiedSample } from "./stratified-sample.js";
import type { Frame } from "./frame.js";

/** The units of a sample in the order of the frame, ready to be estimated from. */
export interface SampledUnits {
  readonly units: Uint32Array;
  readonly sample: StratifiedSample;
}

/** Lays out units of a frame, in rising order, as a stratified sample. @param votes by option, then by unit of the frame. */
export function sampledUnits(frame: Frame, units: Uint32Array, votes: readonly Float64Array[]): SampledUnits {
  const strata: SampledStratum[] = [];
  let from = 0;
  for (const { code, name, from: first, units: size } of frame.strata) {
    let end = from;
    while (end < units.length && (units[end] ?? 0) < first + size) end++;
    strata.push({ name: name === "" ? code : name, size, from, count: end - from });
    from = end;
  }
  return { units, sample: { strata, votes: votes.map((column) => pick(column, units)) } };
}

/** What is known of every unit of a frame, by covariate, with its totals. */
export interface FrameCovariates {
  readonly columns: readonly Float64Array[];
  readonly totals: readonly number[];
}

/**
 * Calibration costs a degree of freedom for each covariate, and with fewer units for each the linearised intervals come out too narrow:
 * 137 places with 21 covariates covered 89 % in place of 95 % (measured on the sheets of Peru 2021).
 */
const UNITS_PER_COVARIATE = 40;

/** Fewer units than this carry the constant, the voters and one share at most: no calibration. */
export const LEAST_CALIBRATED = 3 * UNITS_PER_COVARIATE;

/** The covariates of the sampled units with their totals over the frame: the first ones, as many as the units carry. */
export function calibrationOf({ columns, totals }: FrameCovariates, units: Uint32Array): Calibration {
  const most = Math.floor(units.length / UNITS_PER_COVARIATE);
  return { covariates: columns.slice(0, most).map((column) => pick(column, units)), totals: totals.slice(0, most) };
}

function pick(column: Float64Array, units: Uint32Array): Float64Array {
  const picked = new Float64Array(units.length);
  for (let at = 0; at < units.length; at++) picked[at] = column[units[at] ?? 0] ?? 0;
  return picked;
}
