import { expectedByArea } from "./area-sums.js";
import { linearSpread } from "./linear-spread.js";
import type { Covariates, Night } from "./night.js";
import { forecastOf } from "./open-forecast.js";
import type { NightFit } from "./open-forecast.js";

/** Fewer units that came since do not tell how well the model foresaw them. */
const LEAST_CAME = 30;

/**
 * By how many of its own deviations an earlier fit missed the margin of the units that came since: what the inflation is learnt from.
 * @param night holds the votes of `came`; their places are those of the fit's night
 * @returns null when too few came
 */
export function marginMiss(
  night: Night,
  covariates: Covariates,
  fit: NightFit,
  came: Uint32Array,
): number | null {
  if (came.length < LEAST_CAME) return null;
  const forecast = forecastOf(night, covariates, fit, came);
  const plan = { night, fit, forecast, fates: [], kept: 1, flagged: new Uint32Array(0) };
  const expected = expectedByArea(plan).open;
  const predicted = (expected[0] ?? 0) - (expected[1] ?? 0);
  let actual = 0;
  for (const unit of came) actual += (night.votes[0]?.[unit] ?? 0) - (night.votes[1]?.[unit] ?? 0);
  // The margin in votes: as a part of 1 valid vote, and without the part that the size of the whole would take.
  const deviation = linearSpread(plan, { valid: 1, margin: 0 });
  return deviation > 0 ? (actual - predicted) / deviation : null;
}
