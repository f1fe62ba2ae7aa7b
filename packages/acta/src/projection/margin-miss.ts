import { expectedByArea } from "./area-sums.js";
import { drawNight } from "./night-draws.js";
import type { Covariates, Night } from "./night.js";
import { forecastOf } from "./open-forecast.js";
import type { NightFit } from "./open-forecast.js";

/** Fewer units that came since do not tell how well the model foresaw them. */
const LEAST_CAME = 30;
const DRAWS = 100;

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
  seed: number,
): number | null {
  if (came.length < LEAST_CAME) return null;
  const forecast = forecastOf(night, covariates, fit, came);
  const plan = { night, fit, forecast, fates: [], kept: 1, flagged: new Uint32Array(0) };
  const expected = expectedByArea(plan).open;
  const predicted = (expected[0] ?? 0) - (expected[1] ?? 0);
  let actual = 0;
  for (const unit of came) actual += (night.votes[0]?.[unit] ?? 0) - (night.votes[1]?.[unit] ?? 0);
  let squares = 0;
  drawNight(plan, seed, DRAWS, (added) => {
    squares += ((added[0] ?? 0) - (added[1] ?? 0) - predicted) ** 2;
  });
  const deviation = Math.sqrt(squares / DRAWS);
  return deviation > 0 ? (actual - predicted) / deviation : null;
}
