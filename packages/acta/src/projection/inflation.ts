/** How far earlier projections of a night missed what came next, as a prior: it counts as `strength` misses of size `scale`. */
export interface InflationPrior {
  readonly strength: number;
  readonly scale: number;
}

/**
 * The prior for every country until its own nights teach another: a model that knows nothing of the order in which sheets come misses
 * by four tenths more than it says.
 */
const INFLATION_PRIOR: InflationPrior = { strength: 6, scale: 1.4 };

/** Degrees of freedom of the Student distribution from which intervals and chances are read: tails of a short record. */
export const TAIL_DEGREES = 8;

/**
 * The factor by which the model's own deviation is multiplied, from the night's own misses so far (z = error / deviation):
 * lambda^2 = (strength scale^2 + sum z^2) / (strength + k).
 */
export function inflationOf(misses: readonly number[], prior: InflationPrior = INFLATION_PRIOR): number {
  const squares = misses.reduce((sum, z) => sum + z * z, 0);
  return Math.sqrt((prior.strength * prior.scale * prior.scale + squares) / (prior.strength + misses.length));
}

/** So many misses around no drift are believed before the night begins: a drift has somewhat more than half the size of a single miss. */
const DRIFT_STRENGTH = 3;

/**
 * The part of the misses that is believed to go on: their mean, shrunk towards none as a normal mean with a normal prior is (Efron and Morris
 * 1975): sum z / (strength + k). Sheets come in an order (towns first, villages later), so that what is missed at one hour tends to be missed
 * in the same direction at the next. In deviations of the model.
 */
export function driftOf(misses: readonly number[]): number {
  return misses.reduce((sum, z) => sum + z, 0) / (DRIFT_STRENGTH + misses.length);
}
