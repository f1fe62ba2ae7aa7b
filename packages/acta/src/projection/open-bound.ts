import { FLAGGED, OPEN } from "./night.js";
import type { Night } from "./night.js";
import type { CountBase } from "./night-size.js";
import type { OpenBound } from "./projection.js";

/**
 * What is open against the lead of the count, by arithmetic: every registered voter of it for the second option, and the same at the
 * highest rate of valid votes that an area under the root (or its domain) shows in the count.
 */
export function openBound(night: Night, counted: Float64Array, bases: readonly CountBase[]): OpenBound {
  const width = night.options.length;
  const votes = [...counted.subarray(0, width)].toSorted((a, b) => b - a);
  const lead = (votes[0] ?? 0) - (votes[1] ?? 0);
  let mostVotes = 0;
  for (let unit = 0; unit < night.size; unit++)
    if (night.state[unit] === OPEN || night.state[unit] === FLAGGED) mostVotes += night.registered[unit] ?? 0;
  let highest = 0;
  bases.forEach((base, node) => {
    if (night.tree.level[node] !== night.topLevel || base.registeredCounted <= 0) return;
    let valid = 0;
    for (let at = 0; at < width; at++) valid += counted[node * width + at] ?? 0;
    highest = Math.max(highest, Math.min(valid / base.registeredCounted, 1));
  });
  const plausibleVotes = mostVotes * (highest > 0 ? highest : 1);
  return {
    lead,
    mostVotes,
    plausibleVotes,
    canChange: mostVotes >= lead && mostVotes > 0,
    canPlausiblyChange: plausibleVotes >= lead && mostVotes > 0,
  };
}
