import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";

/** How a sample is shared out among strata: by units, by units times spread (Neyman 1934), or the same for each. */
export type AllocationRule = "proportional" | "neyman" | "equal";

/** A variance needs two units. */
const LEAST = 2;

/**
 * Shares out `wanted` units among strata: in proportion to `sizes` times `spreads`, at least two and at most all of each stratum, the
 * rest by largest remainders, equal ones by position (Cochran 1977, sections 5.5 and 5.8). A stratum that would get more than it has is
 * taken whole and the others share what is left.
 * @param spreads standard deviation within each stratum for Neyman's rule; ignored for the others.
 * @returns units of each stratum; they add up to `wanted`.
 */
export function allocate(
  rule: AllocationRule,
  wanted: number,
  sizes: readonly number[],
  spreads: readonly number[],
): Result<readonly number[]> {
  const least = sizes.map((size) => Math.min(LEAST, size));
  const floor = least.reduce((sum, each) => sum + each, 0);
  const all = sizes.reduce((sum, each) => sum + each, 0);
  if (wanted > all) return fail({ code: "sampling.moreThanFrame", context: { wanted, all } });
  if (wanted < floor)
    return fail({ code: "sampling.fewerThanStrata", context: { wanted, floor, strata: sizes.length } });
  const weights = sizes.map((size, at) =>
    rule === "equal" ? 1 : rule === "proportional" ? size : size * (spreads[at] ?? 0),
  );
  // Nothing varies anywhere, or nothing is known: then size decides.
  return succeed(shareOut(wanted, weights.some((weight) => weight > 0) ? weights : sizes, least, sizes));
}

function shareOut(
  wanted: number,
  weights: readonly number[],
  least: readonly number[],
  most: readonly number[],
): readonly number[] {
  const parts = least.map((part) => part);
  const fixed = new Set<number>();
  for (;;) {
    const open = weights.map((_weight, at) => at).filter((at) => !fixed.has(at));
    const sum = open.reduce((total, at) => total + (weights[at] ?? 0), 0);
    let left = wanted;
    for (const at of fixed) left -= parts[at] ?? 0;
    const exact = open.map((at) => ({ at, part: sum > 0 ? (left * (weights[at] ?? 0)) / sum : 0 }));
    const above = exact.filter(({ at, part }) => part > (most[at] ?? 0));
    const below = exact.filter(({ at, part }) => part < (least[at] ?? 0));
    // Bounds that take most away are set first: fixing both sides at once could overshoot.
    const excess = above.reduce((total, { at, part }) => total + part - (most[at] ?? 0), 0);
    const lack = below.reduce((total, { at, part }) => total + (least[at] ?? 0) - part, 0);
    if (above.length === 0 && below.length === 0) return remainders(parts, exact, left, most);
    for (const { at } of excess >= lack ? above : below) {
      parts[at] = excess >= lack ? (most[at] ?? 0) : (least[at] ?? 0);
      fixed.add(at);
    }
  }
}

interface ExactPart {
  readonly at: number;
  readonly part: number;
}

/** Rounds the open parts to whole numbers that add up to what is left. */
function remainders(
  parts: number[],
  exact: readonly ExactPart[],
  left: number,
  most: readonly number[],
): readonly number[] {
  let rest = left;
  for (const { at, part } of exact) {
    parts[at] = Math.floor(part + 1e-9);
    rest -= parts[at] ?? 0;
  }
  const order = exact.toSorted(
    (a, b) => b.part - Math.floor(b.part + 1e-9) - (a.part - Math.floor(a.part + 1e-9)) || a.at - b.at,
  );
  while (rest > 0) {
    const before = rest;
    for (const { at } of order)
      if (rest > 0 && (parts[at] ?? 0) < (most[at] ?? 0)) {
        parts[at] = (parts[at] ?? 0) + 1;
        rest--;
      }
    // Every open stratum is whole: what is left goes where there is room.
    if (rest === before) {
      const room = parts.findIndex((part, at) => part < (most[at] ?? 0));
      parts[room] = (parts[room] ?? 0) + 1;
      rest--;
    }
  }
  return parts;
}
