import { annulmentChance } from "./flagged-fate.js";
import { areaNodes, drawNight, flaggedByArea, giveOut, openNodes, sumUp } from "./night-draws.js";
import type { DrawPlan } from "./night-draws.js";
import { areaOf } from "./open-forecast.js";
import { COUNTED } from "./night.js";
import type { Night } from "./night.js";
import { topPair } from "./option-pair.js";

/** Expected votes and their spread for every area, with what the night has taught: `options` values for each node. */
export interface AreaSums {
  readonly areas: number;
  /** Votes in the count. */
  readonly counted: Float64Array;
  /** Votes in the end as expected: counted, flagged that stay, open. */
  readonly expected: Float64Array;
  /** Variance of the votes in the end. */
  readonly variance: Float64Array;
  /** The two options whose difference is the area's margin: the two that are expected first. */
  readonly pair: Uint16Array;
  readonly marginVariance: Float64Array;
  /** Votes that come on top of the count at the root: one row of `options` for each draw. */
  readonly draws: Float64Array;
}

/** Counted votes by area node, summed up. */
export function countedByArea(night: Night): Float64Array {
  const areas = areaNodes(night);
  const width = night.options.length;
  const sums = new Float64Array(areas * width);
  for (let unit = 0; unit < night.size; unit++) {
    if (night.state[unit] !== COUNTED) continue;
    const from = areaOf(night, night.leaf[unit] ?? 0) * width;
    for (let option = 0; option < width; option++)
      sums[from + option] = (sums[from + option] ?? 0) + (night.votes[option]?.[unit] ?? 0);
  }
  sumUp(night, sums, areas);
  return sums;
}

/** What is expected on top of the count: open units and flagged sheets apart, by area node, summed up. */
export function expectedByArea(plan: DrawPlan): { readonly open: Float64Array; readonly flagged: Float64Array } {
  const { night, forecast, fit, kept } = plan;
  const areas = areaNodes(night);
  const width = night.options.length;
  const open = new Float64Array(areas * width);
  const { parent } = night.tree;
  const drawn = new Float64Array(fit.shares.length);
  forecast.areas.forEach((area, at) => {
    const above = parent[area] ?? 0;
    const rate = clip((forecast.rate.base[at] ?? 0) + (forecast.rate.hold[at] ?? 0) * (fit.rate.effect[above] ?? 0));
    fit.shares.forEach((share, each) => {
      const form = forecast.shares[each];
      drawn[each] = clip((form?.base[at] ?? 0) + (form?.hold[at] ?? 0) * (share.effect[above] ?? 0));
    });
    giveOut(plan, drawn, (forecast.registered[at] ?? 0) * rate * kept, open, area * width);
  });
  sumUp(night, open, areas);
  const flagged = new Float64Array(areas * width);
  plan.fates.forEach((fate, at) => {
    const filed = flaggedByArea(
      night,
      plan.flagged.filter((unit) => night.fate[unit] === at),
    );
    const stays = 1 - annulmentChance(fate);
    for (let each = 0; each < filed.length; each++) flagged[each] = (flagged[each] ?? 0) + stays * (filed[each] ?? 0);
  });
  sumUp(night, flagged, areas);
  return { open, flagged };
}

function clip(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value;
}

/** Adds what is expected to what is counted, draws the rest, and measures the spread of every area around its expectation. */
export function areaSums(
  plan: DrawPlan,
  expected: { readonly open: Float64Array; readonly flagged: Float64Array },
  seed: number,
  draws: number,
): AreaSums {
  const { night } = plan;
  const areas = areaNodes(night);
  const width = night.options.length;
  const counted = countedByArea(night);
  const added = counted.map((_, at) => (expected.open[at] ?? 0) + (expected.flagged[at] ?? 0));
  const total = counted.map((votes, at) => votes + (added[at] ?? 0));
  const pair = pairsOf(total, areas, width);
  const variance = new Float64Array(areas * width);
  const marginVariance = new Float64Array(areas);
  const atRoot = new Float64Array(draws * width);
  const scale = 1 / Math.max(draws, 1);
  const active = openNodes(plan);
  // Positions of the two options of every active area: this runs a million times, for each area in each draw.
  const firsts = active.map((area) => area * width + (pair[area * 2] ?? 0));
  const seconds = active.map((area) => area * width + (pair[area * 2 + 1] ?? 0));
  const visit = (drawn: Float64Array, draw: number): void => {
    for (let each = 0; each < active.length; each++) {
      const area = active[each] ?? 0;
      const from = area * width;
      for (let at = from; at < from + width; at++) {
        const away = (drawn[at] ?? 0) - (added[at] ?? 0);
        variance[at] = (variance[at] ?? 0) + away * away * scale;
      }
      const first = firsts[each] ?? 0;
      const second = seconds[each] ?? 0;
      const away = (drawn[first] ?? 0) - (drawn[second] ?? 0) - (added[first] ?? 0) + (added[second] ?? 0);
      marginVariance[area] = (marginVariance[area] ?? 0) + away * away * scale;
    }
    atRoot.set(drawn.subarray(0, width), draw * width);
  };
  if (active.length > 0) drawNight(plan, seed, draws, visit);
  return { areas, counted, expected: total, variance, pair, marginVariance, draws: atRoot };
}

/** The two options with the most expected votes of every area; equal ones in ballot order. */
function pairsOf(total: Float64Array, areas: number, width: number): Uint16Array {
  const pair = new Uint16Array(areas * 2);
  for (let area = 0; area < areas; area++) pair.set(topPair(total, area * width, width), area * 2);
  return pair;
}
