import { studentCdf, studentQuantile } from "../statistics/index.js";
import { TAIL_DEGREES } from "./inflation.js";

/** An interval: low, high. */
export type Interval = readonly [number, number];

/** An expected number with its spread and the intervals that are always shown. */
export interface Spread {
  readonly expected: number;
  /** Standard deviation, inflated by what the night has taught. */
  readonly sd: number;
  readonly interval50: Interval;
  readonly interval90: Interval;
  readonly interval95: Interval;
  readonly interval99: Interval;
}

const QUANTILES = {
  interval50: studentQuantile(0.75, TAIL_DEGREES),
  interval90: studentQuantile(0.95, TAIL_DEGREES),
  interval95: studentQuantile(0.975, TAIL_DEGREES),
  interval99: studentQuantile(0.995, TAIL_DEGREES),
} as const;

/** Intervals from Student's distribution around an expected number. */
export function spreadOf(expected: number, sd: number): Spread {
  const around = (quantile: number): Interval => [expected - quantile * sd, expected + quantile * sd];
  return {
    expected,
    sd,
    interval50: around(QUANTILES.interval50),
    interval90: around(QUANTILES.interval90),
    interval95: around(QUANTILES.interval95),
    interval99: around(QUANTILES.interval99),
  };
}

/** The chance that a difference with this expectation and spread is above 0; one half on a certain tie. */
export function chanceAbove({ expected, sd }: Pick<Spread, "expected" | "sd">): number {
  if (sd <= 0) return expected > 0 ? 1 : expected < 0 ? 0 : 0.5;
  return studentCdf(expected / sd, TAIL_DEGREES);
}
