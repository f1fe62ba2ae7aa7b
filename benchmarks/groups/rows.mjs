// Rows of the table out of runs, and the totals on which everybody must agree.
import { median } from "../measure.mjs";

const medianOf = (runs, key) => median(runs.map((run) => run[key]));

/** A row with the median wall and processor time. */
export function rowOf(what, runs, more = {}) {
  return { what, ms: medianOf(runs, "ms"), cpu: medianOf(runs, "cpu"), ...more };
}

/** How many times as long Acta takes as a peer, by the medians. */
export function ratio(acta, peer) {
  return { times: medianOf(acta, "ms") / medianOf(peer, "ms") };
}

/** Stops the run when anybody counted something else than the published totals of this file. */
export function agree(votes, sheets = 86_488) {
  const right = votes.perulibre === 8_835_653 && votes.fp === 8_791_696 && sheets === 86_488;
  if (!right) throw new Error(`other totals: ${JSON.stringify(votes)} of ${sheets} sheets`);
}
