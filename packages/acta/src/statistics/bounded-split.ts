import { orderBy } from "./ordering.js";

const HALVINGS = 60;

/**
 * Splits a whole `total` in proportion to `weights` (above 0) into whole parts from `least` to `most` that add up to it exactly:
 * one common factor for all parts within the bounds, then the largest remainders (Hamilton's method), equal ones by position.
 * Throws when `total` lies outside `least * n` to `most * n`, which is a bug of the caller.
 */
export function boundedSplit(weights: Float64Array, total: number, least: number, most: number): Int32Array {
  const size = weights.length;
  if (total < least * size || total > most * size) throw new Error(`no split of ${total} into ${size} parts`);
  const factor = factorFor(weights, total, least, most);
  const parts = new Int32Array(size);
  const remainders = new Float64Array(size);
  let left = total;
  for (let at = 0; at < size; at++) {
    const exact = clamp(factor * (weights[at] ?? 0), least, most);
    const whole = Math.floor(exact);
    parts[at] = whole;
    remainders[at] = whole - exact;
    left -= whole;
  }
  handOut(parts, orderBy(remainders), left, least, most);
  return parts;
}

/** Gives (or takes, when `left` is negative) one unit at a time, in this order, within the bounds, until nothing is left. */
function handOut(parts: Int32Array, order: Uint32Array, left: number, least: number, most: number): void {
  const step = left > 0 ? 1 : -1;
  let open = left;
  while (open !== 0)
    for (const at of order) {
      if (open === 0) return;
      const changed = (parts[at] ?? 0) + step;
      if (changed < least || changed > most) continue;
      parts[at] = changed;
      open -= step;
    }
}

/** The factor whose bounded parts come closest to the total from below, by halving. */
function factorFor(weights: Float64Array, total: number, least: number, most: number): number {
  let low = 0;
  let high = 1;
  while (boundedSum(weights, high, least, most) < total && high < Number.MAX_VALUE / 2) high *= 2;
  for (let at = 0; at < HALVINGS && high - low > low * 1e-11; at++) {
    const middle = (low + high) / 2;
    if (boundedSum(weights, middle, least, most) <= total) low = middle;
    else high = middle;
  }
  return low;
}

function boundedSum(weights: Float64Array, factor: number, least: number, most: number): number {
  let sum = 0;
  for (const weight of weights) sum += clamp(factor * weight, least, most);
  return sum;
}

function clamp(value: number, least: number, most: number): number {
  return value < least ? least : value > most ? most : value;
}
