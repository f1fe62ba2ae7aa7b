import type { Election } from "../election/index.js";
import { flaggedFates, keptPart } from "./flagged-prior.js";
import type { DomainMiss } from "./margin-miss.js";
import { taught } from "./night-lesson.js";
import type { TaughtPlan } from "./night-lesson.js";
import { FLAGGED, OPEN } from "./night.js";
import type { Covariates, Night } from "./night.js";
import { forecastOf } from "./open-forecast.js";
import type { NightFit } from "./open-forecast.js";

/**
 * Puts together what is drawn from: the open units' forecast, what is believed of the flagged ones, and what the night has taught.
 * @param misses of the editions before
 */
export function planOf(
  election: Election,
  night: Night,
  covariates: Covariates,
  fit: NightFit,
  annulled: number | null,
  misses: readonly DomainMiss[],
): TaughtPlan {
  const fates = flaggedFates(election, night, annulled);
  const forecast = forecastOf(night, covariates, fit, unitsIn(night, OPEN), fates);
  const plan = {
    night,
    fit,
    forecast,
    scale: new Float64Array(forecast.areas.length).fill(1),
    fates,
    kept: keptPart(night, fates),
    flagged: unitsIn(night, FLAGGED),
  };
  return taught(plan, misses);
}

/** Positions of the units in a state. */
function unitsIn(night: Night, state: number): Uint32Array {
  let count = 0;
  for (let unit = 0; unit < night.size; unit++) if (night.state[unit] === state) count += 1;
  const units = new Uint32Array(count);
  let to = 0;
  for (let unit = 0; unit < night.size; unit++) if (night.state[unit] === state) units[to++] = unit;
  return units;
}

/** Positions of all units. */
export function allUnits(night: Night): Uint32Array {
  const units = new Uint32Array(night.size);
  for (let unit = 0; unit < night.size; unit++) units[unit] = unit;
  return units;
}
