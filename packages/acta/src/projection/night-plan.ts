import type { Election } from "../election/index.js";
import { flaggedFates, keptPart } from "./flagged-prior.js";
import type { DrawPlan } from "./night-draws.js";
import { FLAGGED, OPEN } from "./night.js";
import type { Covariates, Night } from "./night.js";
import { forecastOf } from "./open-forecast.js";
import type { NightFit } from "./open-forecast.js";

/** Puts together what is drawn from: the open units' forecast and what is believed of the flagged ones. */
export function planOf(
  election: Election,
  night: Night,
  covariates: Covariates,
  fit: NightFit,
  annulled: number | null,
): DrawPlan {
  const fates = flaggedFates(election, night, annulled);
  return {
    night,
    fit,
    forecast: forecastOf(night, covariates, fit, unitsIn(night, OPEN), fates),
    fates,
    kept: keptPart(night, fates),
    flagged: unitsIn(night, FLAGGED),
  };
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
