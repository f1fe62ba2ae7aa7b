import type { Generator } from "../basics/index.js";
import {
  beta,
  betaBinomial,
  dirichlet,
  exp,
  fitMargins,
  multinomial,
  roundMargins,
  stream,
} from "../statistics/index.js";
import { totalsBy } from "./categories.js";
import type { Categories } from "./categories.js";
import type { Fates } from "./fates.js";
import type { LeafRows, MadeUpRoll } from "./made-up-roll.js";
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

/** What voters of one kind of place do on the average: the part that votes, and how the votes are split. */
interface Habits {
  readonly turnout: number;
  readonly choices: Float64Array;
}

function habitsOf(spec: SimulationSpec, categories: Categories, totals: Float64Array, rural: boolean): Habits {
  const weights = totals.map((total, at) => {
    const lean = rural ? (spec.rural.lean.get(categories.names[at] ?? "") ?? 0) : 0;
    return total * exp(lean);
  });
  const absent = weights[categories.absent] ?? 0;
  const choices = weights.slice(0, categories.absent);
  const voting = choices.reduce((sum, weight) => sum + weight, 0);
  // The lean of an option changes how votes are split, not how many vote.
  const voters = totals.reduce((sum, total, at) => (at === categories.absent ? sum : sum + total), 0);
  return {
    turnout: voters > 0 ? voters / (voters + absent) : 0,
    choices: voting > 0 ? choices.map((weight) => weight / voting) : choices,
  };
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
  const drawer = new PlaceDrawer(spec, source, categories.absent);
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

/** Draws stations place by place, without making arrays for each. */
class PlaceDrawer {
  readonly #spec: SimulationSpec;
  readonly #source: Generator;
  readonly #place: Float64Array;
  readonly #station: Float64Array;
  readonly #votes: Float64Array;
  #turnout = 0;

  constructor(spec: SimulationSpec, source: Generator, choices: number) {
    this.#spec = spec;
    this.#source = source;
    this.#place = new Float64Array(choices);
    this.#station = new Float64Array(choices);
    this.#votes = new Float64Array(choices);
  }

  /** Draws the habits of a new place around those of its kind. */
  enter(habits: Habits): void {
    const { turnout, votes } = this.#spec.spread;
    const concentration = turnout.place > 0 ? 1 / turnout.place - 1 : 0;
    const certain = concentration === 0 || habits.turnout <= 0 || habits.turnout >= 1;
    this.#turnout = certain
      ? habits.turnout
      : beta(this.#source, habits.turnout * concentration, (1 - habits.turnout) * concentration);
    dirichlet(this.#source, habits.choices, votes.place, this.#place);
  }

  /** Writes what the voters of a station of the place do, by category, `absent` last. */
  draw(registered: number, out: Float64Array, from: number): void {
    const { turnout, votes } = this.#spec.spread;
    const voters = betaBinomial(this.#source, registered, this.#turnout, turnout.station);
    dirichlet(this.#source, this.#place, votes.station, this.#station);
    multinomial(this.#source, voters, this.#station, this.#votes);
    out.set(this.#votes, from);
    out[from + this.#votes.length] = registered - voters;
  }
}
