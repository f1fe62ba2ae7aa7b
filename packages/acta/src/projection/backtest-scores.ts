import {
  gaussianCrps,
  intervalScore,
  pinballLoss,
  studentCdf,
  studentCrps,
  studentQuantile,
} from "../statistics/index.js";
import type { MarginOutcome } from "./backtest-run.js";
import type { BacktestRun, BacktestRuns } from "./backtest.js";
import { TAIL_DEGREES } from "./inflation.js";

/** How the projection did, by family of orders. */
export interface Backtest {
  /** Orders that look like the real night. */
  readonly accepted: readonly LevelScores[];
  /** The same orders with other truths. */
  readonly worlds: readonly LevelScores[];
  /** Orders that need not look like it. */
  readonly stress: readonly LevelScores[];
  /** Such orders that lean on what the model cannot see. */
  readonly leaning: readonly LevelScores[];
  readonly tried: number;
}

/** Scores of one level: of the whole, and of each domain. */
export interface LevelScores extends MarginScores {
  readonly level: number;
  readonly runs: number;
  readonly domains: readonly DomainScores[];
}

/** Scores of the margin of one domain. */
export interface DomainScores extends MarginScores {
  /** Code of its area. */
  readonly code: string;
}

/** How the projections of one margin did over all runs; errors, widths and losses in points of the margin, the rest as parts of 1. */
export interface MarginScores {
  readonly projection: ErrorScores;
  /** The baselines; their scores take their own error over these runs as spread. */
  readonly fill: ErrorScores;
  readonly naive: ErrorScores;
  /** The projection less each baseline, run by run. */
  readonly against: { readonly fill: PairedScores; readonly naive: PairedScores };
  /** Of the median and the intervals of 50, 90, 95 and 99 % (Bracher et al. 2021). */
  readonly weightedInterval: number;
  /** Mean loss of the quantiles 0.05, 0.25, 0.5, 0.75 and 0.95. */
  readonly pinball: readonly number[];
  readonly width: ByInterval;
  readonly covers: ByInterval;
  /** Mean factor by which what the night had taught multiplied the model's deviation. */
  readonly lambda: number;
  /** Coverage at 90 % of the model alone, without inflation and with normal tails. */
  readonly aloneCovers90: number;
  /** Mean squared difference of the chance of the lead and what happened. */
  readonly brier: number;
  /** Calls at more than 0.99 and at more than 0.995. */
  readonly calls: { readonly p990: CallScores; readonly p995: CallScores };
}

/** Errors of one way of reading an unfinished count. */
export interface ErrorScores {
  readonly bias: number;
  readonly rmse: number;
  /** Median and 90th percentile of the absolute error. */
  readonly median: number;
  readonly p90: number;
  /** Continuous ranked probability score (Gneiting, Raftery 2007). */
  readonly crps: number;
}

/** Two ways compared on the same runs. */
export interface PairedScores {
  /** Mean of the absolute error less the baseline's, and the standard error of that mean: below 0 the projection is nearer. */
  readonly difference: number;
  readonly standardError: number;
  /** Part of the runs in which the projection is nearer. */
  readonly nearer: number;
}

/** One value for each interval. */
export interface ByInterval {
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
}

/** Parts of the runs that called rightly, called wrongly, did not call. */
export interface CallScores {
  readonly right: number;
  readonly wrong: number;
  readonly none: number;
}

const COVERED = [0.5, 0.9, 0.95, 0.99] as const;
const PINBALL = [0.05, 0.25, 0.5, 0.75, 0.95] as const;
const NORMAL_90 = 1.6448536269514722;

/** Quantiles of the distribution that is told, each computed once. */
const HALF_WIDTHS = new Map<number, number>(COVERED.map((p) => [p, studentQuantile((1 + p) / 2, TAIL_DEGREES)]));
const QUANTILES = PINBALL.map((p) => ({ p, quantile: studentQuantile(p, TAIL_DEGREES) }));

/** Scores the runs of a backtest, given out in parts as they may have been. */
export function scoreBacktest(parts: readonly BacktestRuns[]): Backtest {
  const codes = parts[0]?.domains ?? [];
  const family = (of: (part: BacktestRuns) => readonly BacktestRun[]): readonly LevelScores[] =>
    scoreLevels(parts.flatMap(of), codes);
  return {
    accepted: family(({ accepted }) => accepted),
    worlds: family(({ worlds }) => worlds),
    stress: family(({ stress }) => stress),
    leaning: family(({ leaning }) => leaning),
    tried: parts.reduce((sum, { tried }) => sum + tried, 0),
  };
}

/** In the order of the runs' numbers, so that sums are the same to the bit however the runs were given out. */
function scoreLevels(runs: readonly BacktestRun[], codes: readonly string[]): readonly LevelScores[] {
  const ordered = runs.toSorted((a, b) => a.number - b.number);
  const levels = ordered[0]?.levels.map(({ level }) => level) ?? [];
  return levels.map((level, at) => {
    const outcomes = ordered.flatMap((run) => run.levels.slice(at, at + 1));
    const domains = codes.map((code, domain) => ({
      code,
      ...scoreMargin(outcomes.flatMap((each) => each.domains.slice(domain, domain + 1))),
    }));
    return { level, runs: outcomes.length, ...scoreMargin(outcomes), domains };
  });
}

/** An outcome with the spread that would have been told. */
interface Scaled extends MarginOutcome {
  readonly scale: number;
}

function meanOf<Each>(values: readonly Each[], of: (each: Each) => number): number {
  return values.reduce((sum, each) => sum + of(each), 0) / Math.max(values.length, 1);
}

function scoreMargin(found: readonly MarginOutcome[]): MarginScores {
  const outcomes = found.map((each): Scaled => ({ ...each, scale: each.lambda * each.deviation }));
  const mean = (of: (each: Scaled) => number): number => meanOf(outcomes, of);
  const spread = (of: (each: Scaled) => number): number => Math.sqrt(mean((each) => of(each) ** 2));
  const fillSpread = spread(({ fill }) => fill);
  const naiveSpread = spread(({ naive }) => naive);
  return {
    projection: errorsOf(
      outcomes,
      ({ error }) => error,
      (each) => studentCrps(each.error, each.scale, TAIL_DEGREES),
    ),
    fill: errorsOf(
      outcomes,
      ({ fill }) => fill,
      ({ fill }) => gaussianCrps(fill, fillSpread),
    ),
    naive: errorsOf(
      outcomes,
      ({ naive }) => naive,
      ({ naive }) => gaussianCrps(naive, naiveSpread),
    ),
    against: { fill: pairedOf(outcomes, ({ fill }) => fill), naive: pairedOf(outcomes, ({ naive }) => naive) },
    weightedInterval: 100 * mean((each) => weightedInterval(each.error, each.scale)),
    pinball: QUANTILES.map(
      ({ p, quantile }) => 100 * mean((each) => pinballLoss(p, quantile * each.scale, -each.error)),
    ),
    width: byInterval((p) => 100 * mean((each) => 2 * halfWidth(p, each.scale))),
    covers: byInterval((p) => mean((each) => (Math.abs(each.error) <= halfWidth(p, each.scale) ? 1 : 0))),
    lambda: mean(({ lambda }) => lambda),
    aloneCovers90: mean((each) => (Math.abs(each.error) <= NORMAL_90 * each.deviation ? 1 : 0)),
    brier: mean((each) => (chanceOf(each) - aheadIn(each)) ** 2),
    calls: { p990: callsOf(outcomes, 0.99), p995: callsOf(outcomes, 0.995) },
  };
}

function errorsOf(
  outcomes: readonly Scaled[],
  of: (each: Scaled) => number,
  crps: (each: Scaled) => number,
): ErrorScores {
  const sizes = outcomes.map((each) => 100 * Math.abs(of(each))).toSorted((a, b) => a - b);
  return {
    bias: 100 * meanOf(outcomes, of),
    rmse: 100 * Math.sqrt(meanOf(outcomes, (each) => of(each) ** 2)),
    median: quantileOf(sizes, 0.5),
    p90: quantileOf(sizes, 0.9),
    crps: 100 * meanOf(outcomes, crps),
  };
}

/** Between the two values beside it, in proportion. */
function quantileOf(sorted: readonly number[], p: number): number {
  const at = Math.max(sorted.length - 1, 0) * p;
  const low = sorted[Math.floor(at)] ?? 0;
  return low + (at - Math.floor(at)) * ((sorted[Math.ceil(at)] ?? low) - low);
}

function pairedOf(outcomes: readonly Scaled[], baseline: (each: Scaled) => number): PairedScores {
  const apart = (each: Scaled): number => 100 * (Math.abs(each.error) - Math.abs(baseline(each)));
  const difference = meanOf(outcomes, apart);
  const squares = outcomes.reduce((sum, each) => sum + (apart(each) - difference) ** 2, 0);
  const size = outcomes.length;
  return {
    difference,
    standardError: size < 2 ? 0 : Math.sqrt(squares / (size - 1) / size),
    nearer: meanOf(outcomes, (each) => (apart(each) < 0 ? 1 : 0)),
  };
}

function byInterval(of: (p: number) => number): ByInterval {
  return { p50: of(0.5), p90: of(0.9), p95: of(0.95), p99: of(0.99) };
}

function halfWidth(p: number, scale: number): number {
  return (HALF_WIDTHS.get(p) ?? NaN) * scale;
}

/** A call: the projection says who is ahead with more than this chance. */
function callsOf(outcomes: readonly Scaled[], least: number): CallScores {
  const certainty = (each: Scaled): number => (aheadIn(each) === 1 ? chanceOf(each) : 1 - chanceOf(each));
  const right = meanOf(outcomes, (each) => (certainty(each) > least ? 1 : 0));
  const wrong = meanOf(outcomes, (each) => (certainty(each) < 1 - least ? 1 : 0));
  return { right, wrong, none: outcomes.length === 0 ? 0 : 1 - right - wrong };
}

/** The chance that the first option ends ahead, as it would have been told. */
function chanceOf({ margin, scale }: Scaled): number {
  return scale > 0 ? studentCdf(margin / scale, TAIL_DEGREES) : margin > 0 ? 1 : 0;
}

function aheadIn({ truth }: Scaled): number {
  return truth > 0 ? 1 : 0;
}

/** Of a forecast centred at 0 and a truth at minus the error. */
function weightedInterval(error: number, scale: number): number {
  let sum = 0.5 * Math.abs(error);
  for (const level of COVERED) {
    const half = halfWidth(level, scale);
    sum += ((1 - level) / 2) * intervalScore(-half, half, level, -error);
  }
  return sum / (COVERED.length + 0.5);
}
