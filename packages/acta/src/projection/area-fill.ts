import { countedByArea } from "./area-sums.js";
import { annulmentChance } from "./flagged-fate.js";
import { areaNodes, sumUp } from "./night-draws.js";
import type { DrawPlan } from "./night-draws.js";
import { areaOf } from "./open-forecast.js";
import { COUNTED, NO_FATE, OPEN } from "./night.js";
import type { Night } from "./night.js";

/**
 * The baseline to beat: each open unit takes the shares and the rate of the smallest area in which something is counted. Flagged sheets
 * as in the projection. Has no interval of its own.
 * @returns expected votes in the end by area node
 */
export function areaFill(plan: Pick<DrawPlan, "night" | "kept" | "fates">, flagged: Float64Array): Float64Array {
  const { night, kept, fates } = plan;
  const width = night.options.length;
  const areas = areaNodes(night);
  const known = knownByNode(night);
  const total = countedByArea(night);
  const open = new Float64Array(areas * width);
  for (let unit = 0; unit < night.size; unit++) {
    if (night.state[unit] !== OPEN) continue;
    const leaf = night.leaf[unit] ?? 0;
    let node = leaf;
    while (node > 0 && (known[node * (width + 1) + width] ?? 0) <= 0) node = night.tree.parent[node] ?? 0;
    const from = node * (width + 1);
    const stays = 1 - annulmentChance(fates[night.fate[unit] ?? NO_FATE]);
    const scale = (kept * stays * (night.registered[unit] ?? 0)) / Math.max(known[from + width] ?? 0, 1);
    const to = areaOf(night, leaf) * width;
    for (let at = 0; at < width; at++) open[to + at] = (open[to + at] ?? 0) + scale * (known[from + at] ?? 0);
  }
  sumUp(night, open, areas);
  return total.map((votes, at) => votes + (open[at] ?? 0) + (flagged[at] ?? 0));
}

/** Votes of each option and registered voters of the counted units, by node, places included. */
function knownByNode(night: Night): Float64Array {
  const width = night.options.length + 1;
  const { parent } = night.tree;
  const sums = new Float64Array(parent.length * width);
  for (let unit = 0; unit < night.size; unit++) {
    if (night.state[unit] !== COUNTED) continue;
    const to = (night.leaf[unit] ?? 0) * width;
    for (let at = 0; at < width - 1; at++) sums[to + at] = (sums[to + at] ?? 0) + (night.votes[at]?.[unit] ?? 0);
    sums[to + width - 1] = (sums[to + width - 1] ?? 0) + (night.registered[unit] ?? 0);
  }
  for (let node = parent.length - 1; node > 0; node--)
    for (let at = 0; at < width; at++) {
      const to = (parent[node] ?? 0) * width + at;
      sums[to] = (sums[to] ?? 0) + (sums[node * width + at] ?? 0);
    }
  return sums;
}
