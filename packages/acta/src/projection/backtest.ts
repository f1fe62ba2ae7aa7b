import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import { stream } from "../statistics/index.js";
import { alteredTruth, truthParts } from "./altered-truth.js";
import { runOrder } from "./backtest-run.js";
import type { BacktestGround, LevelOutcome } from "./backtest-run.js";
import { scoreLevels } from "./backtest-scores.js";
import type { LevelScores } from "./backtest-scores.js";
import { completeCount } from "./complete-count.js";
import type { CompleteCount } from "./complete-count.js";
import { prepareNight } from "./night-record.js";
import type { EarlierEdition, PreparedNight } from "./night-record.js";
import { nightFromSheets } from "./night-from-sheets.js";
import type { SheetGround } from "./night-from-sheets.js";
import { COUNTED, OPEN, VOID } from "./night.js";
import type { Night } from "./night.js";
import type { PreviousContest } from "./previous-contest.js";
import { OrderMaker, isLikeTheNight } from "./reporting-order.js";
import type { CurvePoint } from "./reporting-order.js";

/** What a backtest is made of. */
export interface BacktestRequest {
  /** A final edition: everything counted. */
  readonly final: SheetGround;
  readonly previous: PreviousContest | null;
  readonly earlier: readonly EarlierEdition[];
  /** The real curve of the count; without one every order is accepted. */
  readonly curve: readonly CurvePoint[];
  readonly orders: number;
  readonly worlds: number;
  /** Orders that need not look like the night and lean on what the model cannot see. */
  readonly stress: number;
  /** Counted parts, ascending, between 0 and 1. */
  readonly levels: readonly number[];
  readonly seed: number;
}

/** How the projection does, by family of orders. */
export interface Backtest {
  readonly accepted: readonly LevelScores[];
  readonly worlds: readonly LevelScores[];
  readonly stress: readonly LevelScores[];
  /** Orders that were made until enough looked like the night. */
  readonly tried: number;
  readonly seed: number;
  readonly curvePoints: number;
}

/** Tells how far a backtest has come: orders done of all. */
export type BacktestProgress = (done: number, all: number) => void;

/** So many made-up orders without one like the night: the curve is not one of this contest. */
const MOST_TRIED_FOR_ONE = 400;
/** Correlation of a station's lateness with what the model cannot see of it, in the stress orders. */
const LEAN = 0.1;

/** Replays a finished count in made-up orders and scores what would have been projected. Takes minutes: the caller shows progress. */
export function runBacktest(request: BacktestRequest, progress: BacktestProgress): Result<Backtest> {
  const { final, previous, levels, seed } = request;
  if (final.contest.options.length !== 2) return fail({ code: "projection.backtestOptions" });
  const prepared = prepareNight(final, previous);
  const complete = completeCount(final, prepared.tree);
  if (complete.night.state.some((state) => state !== COUNTED && state !== VOID))
    return fail({ code: "projection.backtestOpen" });
  const ground: BacktestGround = {
    election: final.election,
    complete,
    covariates: prepared.covariates,
    annulled: prepared.figures?.annulled ?? null,
  };
  const maker = new OrderMaker(complete);
  const found = likeTheNight(request, complete, prepared, maker);
  if (!found.ok) return found;
  const all = request.orders + request.worlds + request.stress;
  let done = 0;
  const run = (truth: CompleteCount, order: Uint32Array, number: number): readonly LevelOutcome[] => {
    const outcomes = runOrder({ ...ground, complete: truth }, order, levels, seed + number);
    progress(++done, all);
    return outcomes;
  };
  const { seeds, tried } = found.value;
  const accepted = seeds.slice(0, request.orders).map((each) => run(complete, maker.order(each, null), each));
  const parts = truthParts(complete, prepared.covariates);
  const worlds = seeds
    .slice(0, request.worlds)
    .map((each) => run(alteredTruth(parts, seed + each), maker.order(each, null), each));
  const lean = leanOf(parts.share.left);
  const stress = Array.from({ length: request.stress }, (_, at) => run(complete, maker.order(seed + at, lean), at));
  return succeed({
    accepted: scoreLevels(accepted),
    worlds: scoreLevels(worlds),
    stress: scoreLevels(stress),
    tried,
    seed,
    curvePoints: request.curve.length,
  });
}

/** Seeds of orders that look like the night; the same for both sets. */
function likeTheNight(
  request: BacktestRequest,
  complete: CompleteCount,
  prepared: PreparedNight,
  maker: OrderMaker,
): Result<{ readonly seeds: readonly number[]; readonly tried: number }> {
  const wanted = Math.max(request.orders, request.worlds);
  const target = { curve: request.curve, late: request.earlier.map((each) => lateIn(each, complete, prepared)) };
  const source = stream(request.seed, "orders");
  const seeds: number[] = [];
  let tried = 0;
  while (seeds.length < wanted) {
    if (tried >= MOST_TRIED_FOR_ONE * (seeds.length + 1))
      return fail({ code: "projection.backtestCurve", context: { tried } });
    const seed = source.below(1_000_000_000);
    tried += 1;
    if (request.curve.length === 0 || isLikeTheNight(complete, maker.order(seed, null), target)) seeds.push(seed);
  }
  return succeed({ seeds, tried });
}

/** At the counted part of an earlier edition, the part of the small domains' sheets that was still out. */
function lateIn(earlier: EarlierEdition, { apart }: CompleteCount, prepared: PreparedNight): CurvePoint {
  const night: Night = nightFromSheets(earlier, prepared.tree);
  let counted = 0;
  let out = 0;
  let all = 0;
  for (let unit = 0; unit < night.size; unit++) {
    const state = night.state[unit] ?? OPEN;
    const isIn = state === COUNTED || state === VOID;
    if (isIn) counted += 1;
    if (apart[unit] !== 1) continue;
    all += 1;
    if (!isIn) out += 1;
  }
  return { counted: counted / Math.max(night.size, 1), margin: out / Math.max(all, 1) };
}

function leanOf(left: Float64Array): Float64Array {
  const squares = left.reduce((sum, each) => sum + each * each, 0) / Math.max(left.length, 1);
  // Lateness has a deviation of about 1: the lean adds its correlation times the standardised residual.
  const scale = squares > 0 ? LEAN / Math.sqrt(squares) : 0;
  return left.map((each) => each * scale);
}
