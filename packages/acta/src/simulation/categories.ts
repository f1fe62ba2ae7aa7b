import { byCode } from "../election/index.js";
import type { SimulationSpec, AreaTotals } from "./spec.js";

/** What voters may do besides voting for an option: the words in `rural.lean`. */
export const OTHER_CATEGORIES: readonly string[] = ["blankVotes", "nullVotes", "absent"];

/**
 * What a registered voter may have done: voted for an option (in the order of their ids, so that the order in the file changes
 * nothing), blank, null, or stayed away.
 */
export interface Categories {
  readonly names: readonly string[];
  /** For each option category: its position among the options of the file. */
  readonly options: readonly number[];
  /** Position of `blank`; `null` and `absent` follow. */
  readonly blank: number;
  readonly null: number;
  readonly absent: number;
}

/** The categories of a simulation. */
export function categoriesOf(spec: SimulationSpec): Categories {
  const options = spec.options
    .map((_, at) => at)
    .toSorted((a, b) => byCode(spec.options[a]?.id ?? "", spec.options[b]?.id ?? ""));
  const names = options.map((at) => spec.options[at]?.id ?? "");
  const blank = options.length;
  return { names: [...names, ...OTHER_CATEGORIES], options, blank, null: blank + 1, absent: blank + 2 };
}

/** The totals of an area by category; they add up to its registered voters. */
export function totalsBy(categories: Categories, totals: AreaTotals): Float64Array {
  const all = new Float64Array(categories.names.length);
  let absent = totals.registered - totals.blankVotes - totals.nullVotes;
  categories.options.forEach((option, at) => {
    all[at] = totals.votes[option] ?? 0;
    absent -= totals.votes[option] ?? 0;
  });
  all[categories.blank] = totals.blankVotes;
  all[categories.null] = totals.nullVotes;
  all[categories.absent] = absent;
  return all;
}
