/** Least and greatest value, in this order. */
export type Extent = readonly [number, number];

/** From values to places on paper: straight, and turned round where the range falls (upwards is less on a screen). */
export type Scale = (value: number) => number;

/** A straight scale. A domain of one value stands in the middle of its range. */
export function linearScale([least, most]: Extent, [from, to]: Extent): Scale {
  const width = most - least;
  return (value) => (width === 0 ? (from + to) / 2 : from + ((value - least) / width) * (to - from));
}

/** Factors of a step between round values, as people count. */
const ROUND = [1, 2, 5] as const;

/**
 * Round values inside an extent, evenly spaced by 1, 2 or 5 times a power of ten; never more than `most`, and 0 among them when it is inside.
 * @param leastStep no step below it: 1 where only whole things are counted.
 */
export function roundTicks([least, greatest]: Extent, most: number, leastStep = 0): readonly number[] {
  const width = greatest - least;
  if (!(width > 0) || most < 1) return [least];
  const start = Math.floor(Math.log10(width / most));
  for (let power = start; ; power++)
    for (const factor of ROUND) {
      const ticks = multiples(factor, power, least, greatest);
      if (factor * 10 ** power >= leastStep && ticks.length <= most) return ticks;
    }
}

/** Multiples of `factor` times ten to a power; divided, not multiplied, below 1, so that 3 times a tenth is 0.3; adding 0 turns -0 into 0. */
function multiples(factor: number, power: number, least: number, greatest: number): readonly number[] {
  const valueOf = (at: number): number => (power < 0 ? (at * factor) / 10 ** -power : at * factor * 10 ** power);
  const step = valueOf(1);
  const first = Math.ceil(least / step);
  const count = Math.max(Math.floor(greatest / step) - first + 1, 0);
  return count > 1000
    ? Array.from({ length: 1001 }, () => 0)
    : Array.from({ length: count }, (_, at) => valueOf(first + at) + 0);
}

const MINUTE = 60_000;
const HOUR = 60;
const DAY = 24 * HOUR;
/** Minutes between ticks of time, as clocks and calendars are read. */
const STEPS = [
  5,
  15,
  30,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  4 * DAY,
  7 * DAY,
  14 * DAY,
  28 * DAY,
];

/**
 * Moments (milliseconds since 1970, UTC) at which a clock on the wall shows a round time, at most `most` of them.
 * @param offsetAt what that clock is ahead of UTC at a moment, in milliseconds.
 */
export function timeTicks([from, to]: Extent, most: number, offsetAt: (moment: number) => number): readonly number[] {
  let step = (STEPS[0] ?? HOUR) * MINUTE;
  const count = (): number => Math.floor((to - from) / step) + 1;
  for (const minutes of STEPS) {
    step = minutes * MINUTE;
    if (count() <= most) break;
  }
  while (count() > most) step *= 2;
  const ticks: number[] = [];
  for (let wall = Math.ceil((from + offsetAt(from)) / step) * step; wall - offsetAt(wall) <= to; wall += step)
    if (wall - offsetAt(wall) >= from) ticks.push(wall - offsetAt(wall));
  return ticks;
}

/**
 * Moves labels apart so that none covers another: at least `gap` between neighbours, inside the extent where they fit, in the order of their places.
 * @returns the places in the order given.
 */
export function spreadLabels(places: readonly number[], gap: number, [least, most]: Extent): readonly number[] {
  const order = places.map((_, at) => at).toSorted((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const moved = [...places];
  let below = least;
  for (const at of order) {
    moved[at] = Math.max(moved[at] ?? 0, below);
    below = (moved[at] ?? 0) + gap;
  }
  let above = most;
  for (const at of order.toReversed()) {
    moved[at] = Math.min(moved[at] ?? 0, above);
    above = (moved[at] ?? 0) - gap;
  }
  return moved;
}
