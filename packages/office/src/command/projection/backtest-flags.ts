import { fail, parseCount, succeed } from "acta/basics";
import type { Result } from "acta/basics";

/** Flags of `acta project --backtest`. */
export interface BacktestFlags {
  readonly json: boolean;
  readonly previous?: string;
  readonly backtest: boolean;
  readonly quick: boolean;
  readonly orders?: string;
  readonly worlds?: string;
  readonly stress?: string;
  readonly levels?: string;
  readonly out?: string;
  readonly jobs?: string;
}

/** How large a backtest is. */
export interface BacktestSize {
  readonly orders: number;
  readonly worlds: number;
  readonly stress: number;
  readonly levels: readonly number[];
}

const FULL: BacktestSize = {
  orders: 200,
  worlds: 200,
  stress: 20,
  levels: [0.1, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.99],
};
const QUICK: BacktestSize = { orders: 20, worlds: 10, stress: 2, levels: [0.2, 0.6, 0.9, 0.95] };
const MOST_ORDERS = 10_000;
const MOST_JOBS = 64;

/** Reads the size: what is not said is as `--quick`, or its absence, has it. */
export function sizeOf(flags: BacktestFlags): Result<BacktestSize> {
  const usual = flags.quick ? QUICK : FULL;
  const orders = countOf("orders", flags.orders, usual.orders);
  if (!orders.ok) return orders;
  const worlds = countOf("worlds", flags.worlds, usual.worlds);
  if (!worlds.ok) return worlds;
  const stress = countOf("stress", flags.stress, usual.stress);
  if (!stress.ok) return stress;
  const levels = levelsOf(flags.levels, usual.levels);
  if (!levels.ok) return levels;
  if (orders.value + worlds.value + stress.value === 0) return fail({ code: "backtest.nothing" });
  return succeed({ orders: orders.value, worlds: worlds.value, stress: stress.value, levels: levels.value });
}

/** Threads that share the work: 1 unless said otherwise. */
export function jobsOf({ jobs }: BacktestFlags): Result<number> {
  if (jobs === undefined) return succeed(1);
  const count = parseCount(jobs);
  return count === undefined || count < 1 || count > MOST_JOBS
    ? fail({ code: "backtest.badJobs", context: { value: jobs.slice(0, 40), most: MOST_JOBS } })
    : succeed(count);
}

function countOf(flag: string, text: string | undefined, usual: number): Result<number> {
  if (text === undefined) return succeed(usual);
  const count = parseCount(text);
  return count === undefined || count > MOST_ORDERS
    ? fail({ code: "backtest.badCount", context: { flag, value: text.slice(0, 40), most: MOST_ORDERS } })
    : succeed(count);
}

/** Percentages between 0 and 100, ascending, none twice. */
function levelsOf(text: string | undefined, usual: readonly number[]): Result<readonly number[]> {
  if (text === undefined) return succeed(usual);
  const parts = text.split(",").map((part) => part.trim());
  const levels = parts.map((part) => (/^\d{1,2}(?:\.\d{1,3})?$/.test(part) ? Number(part) / 100 : 0));
  const isFine = levels.every((level, at) => level > 0 && (at === 0 || level > (levels[at - 1] ?? 1)));
  return isFine ? succeed(levels) : fail({ code: "backtest.badLevels", context: { levels: text.slice(0, 80) } });
}
