import { expectedByArea } from "./area-sums.js";
import { linearSpread } from "./linear-spread.js";
import type { Covariates, Night } from "./night.js";
import { forecastOf } from "./open-forecast.js";
import type { NightFit } from "./open-forecast.js";

/** Fewer units that came since do not tell how well the model foresaw them. */
const LEAST_CAME = 30;

/**
 * By how many of its own deviations an earlier fit missed the margin of the units that came since, one value for each domain of which enough
 * came (for the whole, where there are no domains): what the inflation is learnt from. Domains count one by one, since one that is small in
 * the count may be large in what is still out.
 * @param night holds the votes of `came`; their places are those of the fit's night
 */
export function marginMisses(
  night: Night,
  covariates: Covariates,
  fit: NightFit,
  came: Uint32Array,
): readonly number[] {
  const misses: number[] = [];
  for (const units of byDomain(night, came)) {
    if (units.length < LEAST_CAME) continue;
    const miss = missOf(night, covariates, fit, units);
    if (miss !== null) misses.push(miss);
  }
  return misses;
}

/** Units by the domain that they lie in, in the order of the domains. */
function byDomain(night: Night, units: Uint32Array): readonly Uint32Array[] {
  if (night.topLevel < 2) return [units];
  const { parent, level } = night.tree;
  const domain = new Uint32Array(parent.length);
  for (let node = 1; node < parent.length; node++)
    domain[node] = (level[node] ?? 0) <= 1 ? node : (domain[parent[node] ?? 0] ?? 0);
  let count = 0;
  while (level[count + 1] === 1) count += 1;
  return Array.from({ length: count }, (_, at) => units.filter((unit) => domain[night.leaf[unit] ?? 0] === at + 1));
}

function missOf(night: Night, covariates: Covariates, fit: NightFit, came: Uint32Array): number | null {
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
