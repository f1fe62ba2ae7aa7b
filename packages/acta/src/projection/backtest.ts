import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import { stream } from "../statistics/index.js";
import { alteredTruth, truthParts } from "./altered-truth.js";
import { runOrder } from "./backtest-run.js";
import type { LevelOutcome } from "./backtest-run.js";
import type { CompleteCount } from "./complete-count.js";
import { finishedGround } from "./finished-ground.js";
import { domainsOf } from "./night-domains.js";
import type { EarlierEdition, PreparedNight } from "./night-record.js";
import { nightFromSheets } from "./night-from-sheets.js";
import type { SheetGround } from "./night-from-sheets.js";
import { COUNTED, OPEN, VOID } from "./night.js";
import type { Night } from "./night.js";
import type { PreviousContest } from "./previous-contest.js";
import { OrderMaker, isLikeTheNight } from "./reporting-order.js";
import type { CurvePoint, OrderTarget } from "./reporting-order.js";

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
  /** Orders that need not look like the night, and as many that besides lean on what the model cannot see. */
  readonly stress: number;
  /** Counted parts, ascending, between 0 and 1. */
  readonly levels: readonly number[];
  readonly seed: number;
}

/** One run of a backtest: one made-up night, projected at every level. */
export interface BacktestRun {
  /** Position in its family; the same whatever part of the runs was asked for. */
  readonly number: number;
  readonly levels: readonly LevelOutcome[];
}

/** Some or all runs of a backtest, by family of orders. */
export interface BacktestRuns {
  readonly accepted: readonly BacktestRun[];
  readonly worlds: readonly BacktestRun[];
  readonly stress: readonly BacktestRun[];
  readonly leaning: readonly BacktestRun[];
  /** Codes of the domains' areas, in the order of the outcomes. */
  readonly domains: readonly string[];
  /** Orders that were made until these looked like the night. */
  readonly tried: number;
}

/** Which runs are asked for: those whose number leaves `at` when divided by `of`. Runs do not depend on each other. */
export interface BacktestShare {
  readonly at: number;
  readonly of: number;
}

/** Tells how far a backtest has come: runs done of all that were asked for. */
export type BacktestProgress = (done: number, all: number) => void;

/** So many made-up orders without one like the night: the curve is not one of this contest. */
const MOST_TRIED = 400;
/** Correlation of a station's lateness with what the model cannot see of it, in the leaning orders. */
const LEAN = 0.1;

/**
 * Replays a finished count in made-up orders and projects each at every level; takes minutes, so the caller shows progress and may give
 * the runs out to several processes. `scoreBacktest` puts them together again: the same runs, however they were given out.
 */
export function replayBacktest(
  request: BacktestRequest,
  share: BacktestShare,
  progress: BacktestProgress,
): Result<BacktestRuns> {
  const { final, previous, levels, seed } = request;
  const finished = finishedGround(final, previous);
  if (!finished.ok) return finished;
  const { ground, prepared } = finished.value;
  const { complete } = ground;
  const maker = new OrderMaker(complete);
  const wanted = {
    like: numbersOf(Math.max(request.orders, request.worlds), share),
    stress: numbersOf(request.stress, share),
  };
  const all =
    wanted.like.filter((number) => number < request.orders).length +
    wanted.like.filter((number) => number < request.worlds).length +
    2 * wanted.stress.length;
  const runs: Record<"accepted" | "worlds" | "stress" | "leaning", BacktestRun[]> = {
    accepted: [],
    worlds: [],
    stress: [],
    leaning: [],
  };
  let done = 0;
  const run = (family: keyof typeof runs, number: number, truth: CompleteCount, order: Uint32Array): void => {
    const outcomes = runOrder({ ...ground, complete: truth }, order, levels, seedOf(seed, family, number));
    runs[family].push({ number, levels: outcomes });
    progress(++done, all);
  };
  const parts = truthParts(complete, prepared.covariates);
  const target = { curve: request.curve, late: request.earlier.map((each) => lateIn(each, complete, prepared)) };
  let tried = 0;
  for (const number of wanted.like) {
    const found = likeTheNight(seed, number, complete, maker, target);
    if (!found.ok) return found;
    tried += found.value.tried;
    if (number < request.orders) run("accepted", number, complete, found.value.order);
    if (number < request.worlds)
      run("worlds", number, alteredTruth(parts, seedOf(seed, "truth", number)), found.value.order);
  }
  const lean = leanOf(parts.share.left);
  for (const number of wanted.stress) {
    run("stress", number, complete, maker.order(seedOf(seed, "stress order", number), null));
    run("leaning", number, complete, maker.order(seedOf(seed, "leaning order", number), lean));
  }
  return succeed({ ...runs, domains: domainCodes(prepared), tried });
}

function numbersOf(count: number, { at, of }: BacktestShare): readonly number[] {
  return Array.from({ length: count }, (_, number) => number).filter((number) => number % of === at);
}

/** A seed for one purpose of one run. */
function seedOf(seed: number, purpose: string, number: number): number {
  return stream(seed, "backtest", purpose, String(number)).below(1_000_000_000);
}

function domainCodes({ night, tree }: PreparedNight): readonly string[] {
  return night.topLevel < 2 ? [] : domainsOf(night).map((node) => tree.areas[node]?.code ?? "");
}

/** The first of a run's own orders that looks like the night: which one does not depend on the other runs. */
function likeTheNight(
  seed: number,
  number: number,
  complete: CompleteCount,
  maker: OrderMaker,
  target: OrderTarget,
): Result<{ readonly order: Uint32Array; readonly tried: number }> {
  const source = stream(seed, "backtest", "orders", String(number));
  for (let tried = 1; tried <= MOST_TRIED; tried++) {
    const order = maker.order(source.below(1_000_000_000), null);
    if (target.curve.length === 0 || isLikeTheNight(complete, order, target)) return succeed({ order, tried });
  }
  return fail({ code: "projection.backtestCurve", context: { tried: MOST_TRIED } });
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
