import { succeed } from "acta/basics";
import type { Instant, Result } from "acta/basics";
import type { DataFolder } from "./data-folder.js";

/** A folder as far as its clock goes. */
type Dated = Pick<DataFolder, "signed">;

/**
 * The clock by which entries of a folder that is open for writing are recorded: that of this machine, but never before the last entry. A
 * machine whose clock is behind records with the moment of that entry, so that `recordedAt` never goes back in a ledger: what was known by
 * a moment (`--at`) then has one answer. Refusing would stop a desk on election night, perhaps because another one was ahead.
 */
export function ledgerClock(folder: Dated, now: () => Instant): Result<() => Instant> {
  const recorded = folder.signed?.recorded() ?? succeed(null);
  if (!recorded.ok) return recorded;
  let last = recorded.value;
  return succeed(() => {
    const moment = now();
    if (last === null || moment > last) last = moment;
    return last;
  });
}

/** Seconds by which a clock may be behind before it is worth a word: desks are rarely set to the second. */
const TOLERATED = 5;

/** The last entry's moment, when a machine's clock is further behind it than clocks usually are; null otherwise. */
export function clockBehind(folder: Dated, now: Instant): Instant | null {
  const recorded = folder.signed?.recorded() ?? succeed(null);
  const last = recorded.ok ? recorded.value : null;
  return last !== null && (Date.parse(last) - Date.parse(now)) / 1_000 > TOLERATED ? last : null;
}
