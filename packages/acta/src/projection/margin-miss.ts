import { expectedByArea } from "./area-sums.js";
import { domainOfNodes, domainsOf } from "./night-domains.js";
import { linearSpread } from "./linear-spread.js";
import type { Covariates, Night } from "./night.js";
import { forecastOf } from "./open-forecast.js";
import type { NightFit } from "./open-forecast.js";
import type { OptionPair } from "./option-pair.js";

/** Fewer units that came since do not tell how well the model foresaw them. */
const LEAST_CAME = 30;

/** By how much an earlier fit missed one domain, in its own deviations: above 0 the first option did better than expected. */
export interface DomainMiss {
  readonly domain: number;
  readonly z: number;
}

/**
 * By how many of its own deviations an earlier fit missed the margin of the units that came since, one value for each domain of which enough
 * came (for the whole, where there are no domains): what the night teaches. Domains count one by one, since one that is small in the count
 * may be large in what is still out.
 * @param night holds the votes of `came`; their places are those of the fit's night
 * @param pair the options whose difference is the margin
 */
export function marginMisses(
  night: Night,
  covariates: Covariates,
  fit: NightFit,
  came: Uint32Array,
  pair: OptionPair,
): readonly DomainMiss[] {
  const domainOf = domainOfNodes(night);
  return domainsOf(night).flatMap((domain) => {
    const units = came.filter((unit) => domainOf[night.leaf[unit] ?? 0] === domain);
    if (units.length < LEAST_CAME) return [];
    const z = missOf(night, covariates, fit, units, pair);
    return z === null ? [] : [{ domain, z }];
  });
}

function missOf(
  night: Night,
  covariates: Covariates,
  fit: NightFit,
  came: Uint32Array,
  [first, second]: OptionPair,
): number | null {
  const forecast = forecastOf(night, covariates, fit, came);
  const scale = new Float64Array(forecast.areas.length).fill(1);
  const plan = { night, fit, forecast, scale, fates: [], kept: 1, flagged: new Uint32Array(0) };
  const expected = expectedByArea(plan).open;
  const predicted = (expected[first] ?? 0) - (expected[second] ?? 0);
  let actual = 0;
  for (const unit of came) actual += (night.votes[first]?.[unit] ?? 0) - (night.votes[second]?.[unit] ?? 0);
  // The margin in votes: as a part of 1 valid vote, and without the part that the size of the whole would take.
  const deviation = linearSpread(plan, { valid: 1, margin: 0 }, [first, second]);
  return deviation > 0 ? (actual - predicted) / deviation : null;
}
