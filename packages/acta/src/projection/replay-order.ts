import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import { runOrder } from "./backtest-run.js";
import type { LevelOutcome } from "./backtest-run.js";
import { finishedGround } from "./finished-ground.js";
import type { SheetGround } from "./night-from-sheets.js";
import type { PreviousContest } from "./previous-contest.js";
import { chanceAbove, spreadOf } from "./spread.js";
import type { Interval } from "./spread.js";

/** A finished count, and the order in which its sheets came. */
export interface ReplayRequest {
  /** A final edition: everything counted. */
  readonly final: SheetGround;
  readonly previous: PreviousContest | null;
  /** Rows of the roll, every station of the contest once, the first to come first. */
  readonly order: readonly number[];
  /** Counted parts, ascending, between 0 and 1. */
  readonly levels: readonly number[];
  readonly seed: number;
}

/** What a count that came in a given order let expect at one level; margins of the first two options over the valid votes. */
export interface ReplayedLevel {
  readonly level: number;
  /** The margin of what was counted. */
  readonly counted: number;
  /** What area fill would have said. */
  readonly fill: number;
  readonly projected: number;
  readonly sd: number;
  readonly interval50: Interval;
  readonly interval90: Interval;
  /** Chance that the first option ends ahead. */
  readonly pFirst: number;
  /** The margin at the end. */
  readonly truth: number;
}

/**
 * Replays a finished count in an order that somebody gives, and projects it at every level as the night would have been.
 * @returns problems: those of a backtest, and `projection.orderUnknown`, `projection.orderRepeats` (with the position in the order, from 1), `projection.orderLacks`.
 */
export function replayOrder({ final, previous, order, levels, seed }: ReplayRequest): Result<readonly ReplayedLevel[]> {
  const finished = finishedGround(final, previous);
  if (!finished.ok) return finished;
  const { ground } = finished.value;
  const units = unitsOf(order, ground.complete.night.rows, final.roll.codes);
  return units.ok ? succeed(runOrder(ground, units.value, levels, seed).map(replayedLevel)) : units;
}

function replayedLevel({ level, naive, fill, margin, truth, deviation, lambda }: LevelOutcome): ReplayedLevel {
  const spread = spreadOf(margin, lambda * deviation);
  return {
    level,
    counted: truth + naive,
    fill: truth + fill,
    projected: margin,
    sd: spread.sd,
    interval50: spread.interval50,
    interval90: spread.interval90,
    pFirst: chanceAbove(spread),
    truth,
  };
}

/** The order in units of the night: each of them once. */
function unitsOf(order: readonly number[], rows: Uint32Array, codes: readonly string[]): Result<Uint32Array> {
  const unitAt = new Map(Array.from(rows, (row, unit) => [row, unit] as const));
  const come = new Uint8Array(rows.length);
  const units = new Uint32Array(rows.length);
  for (const [at, row] of order.entries()) {
    const unit = unitAt.get(row);
    const station = codes[row] ?? "";
    if (unit === undefined) return fail({ code: "projection.orderUnknown", context: { station, position: at + 1 } });
    if (come[unit] === 1) return fail({ code: "projection.orderRepeats", context: { station, position: at + 1 } });
    come[unit] = 1;
    units[at] = unit;
  }
  const lacking = come.indexOf(0);
  if (lacking < 0) return succeed(units);
  const context = { named: order.length, stations: rows.length, station: codes[rows[lacking] ?? 0] ?? "" };
  return fail({ code: "projection.orderLacks", context });
}
