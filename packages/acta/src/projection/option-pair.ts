import { countedVotes } from "./night-fit.js";
import type { Night } from "./night.js";

/** Positions of two options on the ballot: the difference of the first from the second is a margin. */
export type OptionPair = readonly [number, number];

/** The two options with the most of these votes; equal ones in ballot order. */
export function topPair(votes: Float64Array, from: number, width: number): OptionPair {
  let first = 0;
  let second = width > 1 ? 1 : 0;
  for (let option = 0; option < width; option++) {
    const own = votes[from + option] ?? 0;
    if (option > 0 && own > (votes[from + first] ?? 0)) {
      second = first;
      first = option;
    } else if (option !== first && (second === first || own > (votes[from + second] ?? 0))) second = option;
  }
  return [first, second];
}

/** The two options that lead a count, in ballot order, so that who is ahead changes no sign: what misses and drifts are about. */
export function contendersOf(night: Night): OptionPair {
  const [first, second] = topPair(countedVotes(night), 0, night.options.length);
  return first < second ? [first, second] : [second, first];
}
