import { normalQuantile } from "../statistics/index.js";
import { allocate } from "./allocation.js";
import type { AllocationRule } from "./allocation.js";
import type { Frame } from "./frame.js";

/** How much the difference of two options varies within the strata of a frame, in a contest whose result is known. */
export interface StratumSpreads {
  /** Standard deviation of e = d - D x within each stratum, with d a unit's difference and x its valid votes. */
  readonly spreads: readonly number[];
  /** The same over all units. */
  readonly whole: number;
  /** Valid votes of all units, estimated where some have no sheet. */
  readonly validVotes: number;
  readonly difference: number;
  /** Units with a sheet, of all. */
  readonly known: number;
}

/**
 * Measures the spread of a known contest on a frame. A stratum of which fewer than two units are known takes the spread of all.
 * @param votes by option, then by unit. @param known 1 for the units with figures.
 * @returns null when nobody voted.
 */
export function stratumSpreads(
  frame: Frame,
  votes: readonly Float64Array[],
  known: Uint8Array,
  [first, second]: readonly [number, number],
): StratumSpreads | null {
  let all = 0;
  let lead = 0;
  let units = 0;
  for (let unit = 0; unit < known.length; unit++) {
    if (known[unit] !== 1) continue;
    units++;
    for (const column of votes) all += column[unit] ?? 0;
    lead += (votes[first]?.[unit] ?? 0) - (votes[second]?.[unit] ?? 0);
  }
  if (all === 0) return null;
  const difference = lead / all;
  const residual = (unit: number): number => {
    let valid = 0;
    for (const column of votes) valid += column[unit] ?? 0;
    return (votes[first]?.[unit] ?? 0) - (votes[second]?.[unit] ?? 0) - difference * valid;
  };
  const whole = deviation(known, residual, 0, known.length) ?? 0;
  const spreads = frame.strata.map(({ from, units: size }) => deviation(known, residual, from, from + size) ?? whole);
  return { spreads, whole, validVotes: (all * known.length) / units, difference, known: units };
}

function deviation(known: Uint8Array, value: (unit: number) => number, from: number, to: number): number | null {
  let [count, sum, squares] = [0, 0, 0];
  for (let unit = from; unit < to; unit++) {
    if (known[unit] !== 1) continue;
    const each = value(unit);
    count++;
    sum += each;
    squares += each * each;
  }
  return count < 2 ? null : Math.sqrt(Math.max(0, squares - (sum * sum) / count) / (count - 1));
}

/**
 * The standard error of the difference that a design would have had in the known contest:
 * sum of N^2 (1 - n/N) S^2 / n over strata, over X^2 (Cochran 1977, theorem 5.3 with the linearised residual).
 */
export function expectedError(
  sizes: readonly number[],
  counts: readonly number[],
  { spreads, validVotes }: StratumSpreads,
): number {
  let variance = 0;
  sizes.forEach((size, at) => {
    const count = counts[at] ?? 0;
    if (count > 0) variance += (size * size * (1 - count / size) * (spreads[at] ?? 0) ** 2) / count;
  });
  return Math.sqrt(variance) / validVotes;
}

/** The fewest units whose expected margin of error of the difference (95 %) is at most `margin`; all units when none fewer suffice. */
export function unitsForMargin(
  rule: AllocationRule,
  sizes: readonly number[],
  spreads: StratumSpreads,
  margin: number,
): number {
  const z = normalQuantile(0.975);
  const all = sizes.reduce((sum, each) => sum + each, 0);
  let low = sizes.reduce((sum, size) => sum + Math.min(2, size), 0);
  let high = all;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const counts = allocate(rule, middle, sizes, spreads.spreads);
    if (counts.ok && z * expectedError(sizes, counts.value, spreads) <= margin) high = middle;
    else low = middle + 1;
  }
  return low;
}
