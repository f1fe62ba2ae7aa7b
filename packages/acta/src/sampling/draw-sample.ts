import { words } from "../statistics/index.js";
import type { Frame } from "./frame.js";

/**
 * Draws a simple random sample without replacement from each stratum (Fisher, Yates; Durstenfeld 1964). Every stratum has a sequence of
 * chance of its own, so that changing the number of one leaves the others as they are, and a larger sample of a stratum contains the smaller.
 * @param counts units of each stratum.
 * @returns units of the frame in rising order.
 */
export function drawSample(frame: Frame, counts: readonly number[], seed: number): Uint32Array {
  const drawn: number[] = [];
  frame.strata.forEach(({ code, from, units }, at) => {
    const next = words(seed, "sample", code);
    const order = new Uint32Array(units);
    for (let own = 0; own < units; own++) order[own] = from + own;
    for (let taken = 0; taken < Math.min(counts[at] ?? 0, units); taken++) {
      const other = taken + below(next, units - taken);
      const unit = order[other] ?? 0;
      order[other] = order[taken] ?? 0;
      order[taken] = unit;
      drawn.push(unit);
    }
  });
  return Uint32Array.from(drawn).toSorted();
}

/** A whole number from 0 to `limit` - 1, each exactly as likely: what lies above the last multiple is drawn again. */
function below(next: () => number, limit: number): number {
  const fair = 4_294_967_296 - (4_294_967_296 % limit);
  let word = next();
  while (word >= fair) word = next();
  return word % limit;
}
