import type { Generator } from "../basics/index.js";
import { beta, betaBinomial, dirichlet, exp, multinomial } from "../statistics/index.js";
import type { Categories } from "./categories.js";
import type { SimulationSpec, Spread } from "./spec.js";

/** What voters of one kind of place do on the average. */
export interface Habits {
  /** The part of the registered voters that votes. */
  readonly turnout: number;
  /** The parts of the voters whose vote is valid, blank and null. */
  readonly kinds: Float64Array;
  /** The parts of the options in the valid votes, in the order of the categories. */
  readonly options: Float64Array;
}

/** The habits in towns or in villages of an area with these totals; villages lean as the specification says. */
export function habitsOf(spec: SimulationSpec, categories: Categories, totals: Float64Array, rural: boolean): Habits {
  const weights = totals.map((total, at) => {
    const lean = rural ? (spec.rural.lean.get(categories.names[at] ?? "") ?? 0) : 0;
    return total * exp(lean);
  });
  // The lean of an option changes how valid votes are split, not how many there are.
  const valid = sumOf(totals.subarray(0, categories.blank));
  const invalid = totals.subarray(categories.blank, categories.absent);
  const voters = valid + sumOf(invalid);
  const absent = weights[categories.absent] ?? 0;
  return {
    turnout: voters > 0 ? voters / (voters + absent) : 0,
    kinds: sharesOf(Float64Array.of(valid, ...weights.subarray(categories.blank, categories.absent))),
    options: sharesOf(weights.slice(0, categories.blank)),
  };
}

function sharesOf(weights: Float64Array): Float64Array {
  const sum = sumOf(weights);
  return sum > 0 ? weights.map((weight) => weight / sum) : weights;
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

const KINDS = 3;

/** Draws stations place by place, without making arrays for each. */
export class PlaceDrawer {
  readonly #spread: Spread;
  readonly #source: Generator;
  #turnout = 0;
  readonly #placeKinds = new Float64Array(KINDS);
  readonly #kindShares = new Float64Array(KINDS);
  readonly #kinds = new Float64Array(KINDS);
  readonly #placeOptions: Float64Array;
  readonly #optionShares: Float64Array;
  readonly #options: Float64Array;

  constructor(spread: Spread, source: Generator, options: number) {
    this.#spread = spread;
    this.#source = source;
    this.#placeOptions = new Float64Array(options);
    this.#optionShares = new Float64Array(options);
    this.#options = new Float64Array(options);
  }

  /** Draws the habits of a new place around those of its kind. */
  enter(habits: Habits): void {
    const { turnout, invalid, votes } = this.#spread;
    const concentration = turnout.place > 0 ? 1 / turnout.place - 1 : 0;
    const certain = concentration === 0 || habits.turnout <= 0 || habits.turnout >= 1;
    this.#turnout = certain
      ? habits.turnout
      : beta(this.#source, habits.turnout * concentration, (1 - habits.turnout) * concentration);
    dirichlet(this.#source, habits.kinds, invalid.place, this.#placeKinds);
    dirichlet(this.#source, habits.options, votes.place, this.#placeOptions);
  }

  /** Writes what the voters of a station of the place do: options, blank, null, absent. */
  draw(registered: number, out: Float64Array, from: number): void {
    const { turnout, invalid, votes } = this.#spread;
    const voters = betaBinomial(this.#source, registered, this.#turnout, turnout.station);
    dirichlet(this.#source, this.#placeKinds, invalid.station, this.#kindShares);
    multinomial(this.#source, voters, this.#kindShares, this.#kinds);
    dirichlet(this.#source, this.#placeOptions, votes.station, this.#optionShares);
    multinomial(this.#source, this.#kinds[0] ?? 0, this.#optionShares, this.#options);
    out.set(this.#options, from);
    const blank = from + this.#options.length;
    out[blank] = this.#kinds[1] ?? 0;
    out[blank + 1] = this.#kinds[2] ?? 0;
    out[blank + 2] = registered - voters;
  }
}
