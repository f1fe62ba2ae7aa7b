import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import type { BacktestGround } from "./backtest-run.js";
import { completeCount } from "./complete-count.js";
import type { SheetGround } from "./night-from-sheets.js";
import { prepareNight } from "./night-record.js";
import type { PreparedNight } from "./night-record.js";
import { COUNTED, VOID } from "./night.js";
import type { PreviousContest } from "./previous-contest.js";

/** A finished count of two options, ready to be replayed. */
export interface FinishedGround {
  readonly ground: BacktestGround;
  readonly prepared: PreparedNight;
}

/**
 * Reads a final edition for a replay.
 * @returns problems: `projection.backtestOptions` (not two options), `projection.backtestOpen` (something is still open)
 */
export function finishedGround(final: SheetGround, previous: PreviousContest | null): Result<FinishedGround> {
  if (final.contest.options.length !== 2) return fail({ code: "projection.backtestOptions" });
  const prepared = prepareNight(final, previous);
  const complete = completeCount(final, prepared.tree);
  if (complete.night.state.some((state) => state !== COUNTED && state !== VOID))
    return fail({ code: "projection.backtestOpen" });
  const { covariates, figures } = prepared;
  return succeed({
    ground: { election: final.election, complete, covariates, annulled: figures?.annulled ?? null },
    prepared,
  });
}
