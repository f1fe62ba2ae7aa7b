import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import type { Roll } from "../election/index.js";
import { bootstrapShares } from "./bootstrap.js";
import type { Frame } from "./frame.js";
import { chanceOfLead, intervalsAround } from "./intervals.js";
import type { Intervals } from "./intervals.js";
import { jackknifeCovariance } from "./jackknife.js";
import { layStrata } from "./laid-strata.js";
import type { Collapse, LaidStrata, StratumArrival } from "./laid-strata.js";
import { missingSheets } from "./missing-sheets.js";
import type { MissingSheets } from "./missing-sheets.js";
import { placeSheets } from "./placed-sheets.js";
import type { SampledSheet } from "./placed-sheets.js";
import { LEAST_CALIBRATED, calibrationOf } from "./sampled-units.js";
import type { FrameCovariates } from "./sampled-units.js";
import { differenceVariance, estimateShares } from "./share-estimate.js";
import type { ShareEstimate } from "./share-estimate.js";
import type { Calibration } from "./stratified-sample.js";

/** What a quick count is asked. */
export interface QuickCountRequest {
  readonly frame: Frame;
  readonly roll: Roll;
  /** Options of the contest, in the order of the votes. */
  readonly options: readonly string[];
  readonly sheets: readonly SampledSheet[];
  /** Null without calibration. */
  readonly covariates: FrameCovariates | null;
  readonly collapse: Collapse;
  /** How far a share may differ between sheets that came and sheets that did not, as a fraction. */
  readonly missingBound: number;
  /** Bootstrap replicates; 0 for none. */
  readonly replicates: number;
  readonly seed: number;
}

/** The share of one option among the valid votes. */
export interface SampledShare extends Intervals {
  readonly option: string;
  readonly share: number;
  /** Standard error of the design, and with what has not come. */
  readonly samplingSe: number;
  readonly se: number;
}

/** Two options that follow one another in the estimated order. */
export interface SampledPair extends Intervals {
  readonly first: string;
  readonly second: string;
  readonly difference: number;
  readonly samplingSe: number;
  readonly se: number;
  /** Chance that the first is ahead of the second; null when the whole frame was counted. */
  readonly pLead: number | null;
  /** The difference is smaller than its margin of error at 95 %: this sample cannot tell. */
  readonly isTechnicalTie: boolean;
}

/** What a quick count says, and on what it rests. Shares are fractions of the valid votes. */
export interface QuickCount {
  readonly strata: readonly StratumArrival[];
  readonly joined: readonly (readonly string[])[];
  readonly silent: readonly string[];
  /** From the largest share to the smallest. */
  readonly shares: readonly SampledShare[];
  readonly pairs: readonly SampledPair[];
  readonly freedom: number;
  /** Covariates of the calibration, the constant among them; 0 without. */
  readonly covariates: number;
  /** Variance of the difference over that of as many independent voters. */
  readonly designEffect: number | null;
  /** The standard error of the first difference again, without linearising it. */
  readonly checks: {
    readonly linearised: number;
    readonly jackknife: number;
    readonly bootstrap: BootstrapCheck | null;
  };
  readonly missing: MissingSheets;
}

/** The bootstrap of the first difference. */
export interface BootstrapCheck {
  readonly replicates: number;
  readonly seed: number;
  readonly se: number;
  /** Middle 95 % of the replicates. */
  readonly interval95: readonly [number, number];
}

/** Estimates a contest from the sheets of a probability sample. */
export function quickCount(request: QuickCountRequest): Result<QuickCount> {
  const { frame, covariates } = request;
  const placed = placeSheets(frame, request.roll, request.options.length, request.sheets);
  if (!placed.ok) return placed;
  if (placed.value.came.every((sheets) => sheets === 0)) return fail({ code: "sampling.nothing" });
  const laid = layStrata(frame, placed.value, request.collapse);
  if (!laid.ok) return laid;
  if (covariates !== null && laid.value.units.length < LEAST_CALIBRATED)
    return fail({
      code: "sampling.fewForCalibration",
      context: { units: laid.value.units.length, least: LEAST_CALIBRATED },
    });
  const calibration = covariates === null ? null : calibrationOf(covariates, laid.value.units);
  const estimate = estimateShares(laid.value.sample, calibration);
  if (!estimate.ok) return estimate;
  const order = rankedOptions(estimate.value.shares);
  const between: readonly [number, number] = [order[0] ?? 0, order[1] ?? 0];
  const missing = missingSheets(frame, placed.value, laid.value, request.missingBound, estimate.value, between);
  return succeed({
    strata: laid.value.arrivals,
    joined: laid.value.joined,
    silent: laid.value.silent.map(({ name }) => name),
    shares: order.map((at) => shareOf(request.options, estimate.value, missing, at)),
    pairs: order
      .slice(1, MOST_PAIRS + 1)
      .map((second, at) => pairOf(request.options, estimate.value, missing, order[at] ?? 0, second)),
    freedom: estimate.value.freedom,
    covariates: calibration?.totals.length ?? 0,
    designEffect: designEffectOf(estimate.value, laid.value, between),
    checks: checksOf(request, laid.value, calibration, estimate.value, between),
    missing,
  });
}

/** Differences are shown between so many neighbours in the order. */
const MOST_PAIRS = 4;

function rankedOptions(shares: Float64Array): readonly number[] {
  return [...shares.keys()].toSorted((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0) || a - b);
}

function shareOf(
  options: readonly string[],
  estimate: ShareEstimate,
  missing: MissingSheets,
  at: number,
): SampledShare {
  const share = estimate.shares[at] ?? 0;
  const samplingSe = Math.sqrt(Math.max(0, estimate.covariance[at * (options.length + 1)] ?? 0));
  const se = Math.hypot(samplingSe, missing.shareSe);
  return { option: options[at] ?? "", share, samplingSe, se, ...intervalsAround(share, se, estimate.freedom, 0, 1) };
}

function pairOf(
  options: readonly string[],
  estimate: ShareEstimate,
  missing: MissingSheets,
  first: number,
  second: number,
): SampledPair {
  const difference = (estimate.shares[first] ?? 0) - (estimate.shares[second] ?? 0);
  const samplingSe = Math.sqrt(differenceVariance(estimate, first, second));
  const se = Math.hypot(samplingSe, missing.differenceSe);
  const intervals = intervalsAround(difference, se, estimate.freedom, -1, 1);
  return {
    first: options[first] ?? "",
    second: options[second] ?? "",
    difference,
    samplingSe,
    se,
    pLead: chanceOfLead(difference, se),
    isTechnicalTie: intervals.interval95[0] < 0,
    ...intervals,
  };
}

/** Against the multinomial variance of as many voters as there are valid votes in the sheets that came. */
function designEffectOf(
  estimate: ShareEstimate,
  { sample }: LaidStrata,
  [first, second]: readonly [number, number],
): number | null {
  const votes = sample.votes.reduce((sum, column) => sum + column.reduce((all, each) => all + each, 0), 0);
  const [a, b] = [estimate.shares[first] ?? 0, estimate.shares[second] ?? 0];
  const simple = (a + b - (a - b) ** 2) / votes;
  return simple > 0 ? differenceVariance(estimate, first, second) / simple : null;
}

function checksOf(
  { replicates, seed, options }: QuickCountRequest,
  { sample }: LaidStrata,
  calibration: Calibration | null,
  estimate: ShareEstimate,
  [first, second]: readonly [number, number],
): QuickCount["checks"] {
  const jackknife = { ...estimate, covariance: jackknifeCovariance(sample, calibration) };
  const shares = bootstrapShares(sample, calibration, replicates, seed);
  const differences = Float64Array.from(
    { length: replicates },
    (_, at) => (shares[at * options.length + first] ?? 0) - (shares[at * options.length + second] ?? 0),
  ).toSorted();
  return {
    linearised: Math.sqrt(differenceVariance(estimate, first, second)),
    jackknife: Math.sqrt(differenceVariance(jackknife, first, second)),
    bootstrap:
      replicates < 2 ? null : { replicates, seed, se: deviationOf(differences), interval95: middle95(differences) },
  };
}

function deviationOf(values: Float64Array): number {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  return Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (values.length - 1));
}

/** Quantiles of type 7 (Hyndman, Fan 1996). */
function middle95(ordered: Float64Array): readonly [number, number] {
  const at = (p: number): number => {
    const place = p * (ordered.length - 1);
    const below = Math.floor(place);
    const low = ordered[below] ?? 0;
    return low + (place - below) * ((ordered[below + 1] ?? low) - low);
  };
  return [at(0.025), at(0.975)];
}
