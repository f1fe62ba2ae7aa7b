import { normalCdf, studentQuantile } from "../statistics/index.js";

/** Central intervals around an estimate, each [low, high]. */
export interface Intervals {
  readonly interval50: readonly [number, number];
  readonly interval90: readonly [number, number];
  readonly interval95: readonly [number, number];
  readonly interval99: readonly [number, number];
}

/** Intervals by Student's t; cut at `least` and `most`, which nothing can pass. */
export function intervalsAround(centre: number, se: number, freedom: number, least: number, most: number): Intervals {
  const at = (level: number): readonly [number, number] => {
    const half = se * studentQuantile((1 + level) / 2, freedom);
    return [Math.max(least, centre - half), Math.min(most, centre + half)];
  };
  return { interval50: at(0.5), interval90: at(0.9), interval95: at(0.95), interval99: at(0.99) };
}

/** The chance that a difference is above 0, Phi(difference / se), under a flat prior; null when nothing is uncertain. */
export function chanceOfLead(difference: number, se: number): number | null {
  return se > 0 ? normalCdf(difference / se) : null;
}
