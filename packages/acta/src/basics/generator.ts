import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";

/** A seeded source of chance: the same seed gives the same sequence on every machine and version. */
export interface Generator {
  /** Next float in [0, 1). */
  readonly next: () => number;
  /** Next whole number in [0, below). */
  readonly below: (below: number) => number;
}

/** Makes a generator from a 32-bit seed (xoroshiro128+ of the pure-rand package). */
export function generator(seed: number): Generator {
  const state = xoroshiro128plus(seed);
  const next = (): number => uniformFloat64(state);
  return { next, below: (below) => Math.floor(next() * below) };
}
