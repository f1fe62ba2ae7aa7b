import { gaussianCrps, intervalScore, studentCdf, studentCrps, studentQuantile } from "../statistics/index.js";
import type { LevelOutcome } from "./backtest-run.js";
import { TAIL_DEGREES } from "./inflation.js";

/** A call: the projection says who is ahead with more than this chance. */
const CALL = 0.995;
const COVERED = [0.5, 0.9, 0.95, 0.99] as const;

/** How the projections of one level did over all orders; errors, widths and scores in points of the margin. */
export interface LevelScores {
  readonly level: number;
  readonly runs: number;
  readonly rmse: { readonly projection: number; readonly fill: number; readonly naive: number };
  readonly bias: number;
  readonly medianError: number;
  readonly error90: number;
  /** Continuous ranked probability score; area fill with its own error over these runs as spread. */
  readonly crps: { readonly projection: number; readonly fill: number };
  /** Median and the intervals of 50, 90, 95 and 99 %. */
  readonly weightedInterval: number;
  readonly width90: number;
  readonly covers: { readonly p50: number; readonly p90: number; readonly p95: number; readonly p99: number };
  /** Coverage at 90 % of the model alone, without inflation and with normal tails. */
  readonly aloneCovers90: number;
  readonly lambda: number;
  readonly brier: number;
  /** Parts of the runs that called, rightly and wrongly. */
  readonly calls: { readonly right: number; readonly wrong: number };
}

/** Scores of every level. @param runs one list of levels for each order, all with the same levels */
export function scoreLevels(runs: readonly (readonly LevelOutcome[])[]): readonly LevelScores[] {
  const levels = runs[0]?.map(({ level }) => level) ?? [];
  return levels.map((level, at) => {
    const outcomes = runs.flatMap((run) => run.slice(at, at + 1));
    return scoreLevel(level, outcomes);
  });
}

function scoreLevel(level: number, outcomes: readonly LevelOutcome[]): LevelScores {
  const mean = (of: (each: LevelOutcome) => number): number =>
    outcomes.reduce((sum, each) => sum + of(each), 0) / Math.max(outcomes.length, 1);
  const rmse = (of: (each: LevelOutcome) => number): number => 100 * Math.sqrt(mean((each) => of(each) ** 2));
  const scale = (each: LevelOutcome): number => each.lambda * each.deviation;
  const covered = (p: number): number => {
    const half = studentQuantile((1 + p) / 2, TAIL_DEGREES);
    return mean((each) => (Math.abs(each.error) <= half * scale(each) ? 1 : 0));
  };
  const errors = outcomes.map(({ error }) => 100 * Math.abs(error)).toSorted((a, b) => a - b);
  const fillSpread = Math.sqrt(mean(({ fill }) => fill * fill));
  const chance = (each: LevelOutcome): number =>
    scale(each) > 0 ? studentCdf(each.margin / scale(each), TAIL_DEGREES) : each.margin > 0 ? 1 : 0;
  const ahead = ({ truth }: LevelOutcome): number => (truth > 0 ? 1 : 0);
  const certainty = (each: LevelOutcome): number => (ahead(each) === 1 ? chance(each) : 1 - chance(each));
  return {
    level,
    runs: outcomes.length,
    rmse: { projection: rmse(({ error }) => error), fill: rmse(({ fill }) => fill), naive: rmse(({ naive }) => naive) },
    bias: 100 * mean(({ error }) => error),
    medianError: errors[Math.floor(errors.length / 2)] ?? 0,
    error90: errors[Math.floor(0.9 * errors.length)] ?? 0,
    crps: {
      projection: 100 * mean((each) => studentCrps(each.error, scale(each), TAIL_DEGREES)),
      fill: 100 * mean(({ fill }) => gaussianCrps(fill, fillSpread)),
    },
    weightedInterval: 100 * mean((each) => weightedInterval(each.error, scale(each))),
    width90: 100 * mean((each) => 2 * studentQuantile(0.95, TAIL_DEGREES) * scale(each)),
    covers: { p50: covered(0.5), p90: covered(0.9), p95: covered(0.95), p99: covered(0.99) },
    aloneCovers90: mean((each) => (Math.abs(each.error) <= NORMAL_90 * each.deviation ? 1 : 0)),
    lambda: mean(({ lambda }) => lambda),
    brier: mean((each) => (chance(each) - ahead(each)) ** 2),
    calls: {
      right: mean((each) => (certainty(each) > CALL ? 1 : 0)),
      wrong: mean((each) => (certainty(each) < 1 - CALL ? 1 : 0)),
    },
  };
}

const NORMAL_90 = 1.6448536269514722;

/** Of a forecast centred at 0 and a truth at minus the error. */
function weightedInterval(error: number, scale: number): number {
  let sum = 0.5 * Math.abs(error);
  for (const level of COVERED) {
    const half = studentQuantile((1 + level) / 2, TAIL_DEGREES) * scale;
    sum += ((1 - level) / 2) * intervalScore(-half, half, level, -error);
  }
  return sum / (COVERED.length + 0.5);
}
