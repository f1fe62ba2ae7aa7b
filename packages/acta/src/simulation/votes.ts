import { fitMargins, roundMargins, stream } from "../statistics/index.js";
import { totalsBy } from "./categories.js";
import type { Categories } from "./categories.js";
import type { Fates } from "./fates.js";
import type { LeafRows, MadeUpRoll } from "./made-up-roll.js";
import { PlaceDrawer, habitsOf } from "./place-drawer.js";
import type { SimulationSpec } from "./spec.js";
import { ANNULLED, NOT_INSTALLED } from "./statuses.js";

/** The columns that the final figures go into: one for each category but `absent`. */
export type VoteColumns = readonly Int32Array[];

/**
 * Spreads the totals of an area over its stations: chance draws what each station would do by itself (voters cluster by place and by
 * station), and the table of all stations is fitted and rounded to the exact totals of the area and the registered voters of each station.
 */
export function drawVotes(
  spec: SimulationSpec,
  made: MadeUpRoll,
  leaf: LeafRows,
  fates: Fates,
  categories: Categories,
  columns: VoteColumns,
): void {
  const left = totalsBy(categories, leaf.totals);
  const free = takeSettled(made, leaf, fates, categories, columns, left);
  const table = drawTable(spec, made, leaf, free, categories);
  const registered = free.rows.map((row) => made.roll.registered[row] ?? 0);
  const rowTotals = Int32Array.from(registered);
  fitMargins(table, rowTotals, left);
  const votes = roundMargins(table, rowTotals, left);
  const width = categories.names.length;
  for (let at = 0; at < free.rows.length; at++)
    for (let category = 0; category < categories.absent; category++) {
      const column = columns[category];
      if (column !== undefined) column[free.rows[at] ?? 0] = votes[at * width + category] ?? 0;
    }
}

interface FreeRows {
  readonly rows: Uint32Array;
}

/** Writes the stations whose figures are settled (annulled, never opened), takes them from the totals; returns the others. */
function takeSettled(
  made: MadeUpRoll,
  leaf: LeafRows,
  fates: Fates,
  categories: Categories,
  columns: VoteColumns,
  left: Float64Array,
): FreeRows {
  const rows = new Uint32Array(leaf.to - leaf.from);
  let free = 0;
  for (let row = leaf.from; row < leaf.to; row++) {
    const final = fates.final[row];
    if (final !== ANNULLED && final !== NOT_INSTALLED) {
      rows[free++] = row;
      continue;
    }
    const ballots = fates.annulledNull.get(row) ?? 0;
    if (final === ANNULLED)
      columns.forEach((column, category) => (column[row] = category === categories.null ? ballots : 0));
    left[categories.null] = (left[categories.null] ?? 0) - ballots;
    left[categories.absent] = (left[categories.absent] ?? 0) - ((made.roll.registered[row] ?? 0) - ballots);
  }
  return { rows: rows.subarray(0, free) };
}

/** One row for each free station: what was drawn there, and a little of the area's mean, so that no cell is closed to fitting. */
function drawTable(
  spec: SimulationSpec,
  made: MadeUpRoll,
  leaf: LeafRows,
  free: FreeRows,
  categories: Categories,
): Float64Array {
  const source = stream(spec.seed, "votes", leaf.code);
  const totals = totalsBy(categories, leaf.totals);
  const habits = [habitsOf(spec, categories, totals, false), habitsOf(spec, categories, totals, true)];
  const width = categories.names.length;
  const means = totals.map((total) => total / leaf.totals.registered);
  const table = new Float64Array(free.rows.length * width);
  const drawer = new PlaceDrawer(spec.spread, source, categories.blank);
  let place = -1;
  for (let at = 0; at < free.rows.length; at++) {
    const row = free.rows[at] ?? 0;
    const here = made.roll.place[row] ?? 0;
    const habit = habits[made.rural[row] ?? 0];
    if (here !== place && habit !== undefined) drawer.enter(habit);
    place = here;
    const registered = made.roll.registered[row] ?? 0;
    drawer.draw(registered, table, at * width);
    for (let category = 0; category < width; category++)
      table[at * width + category] = (table[at * width + category] ?? 0) + (means[category] ?? 0);
  }
  return table;
}
