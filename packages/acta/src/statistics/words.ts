import { stream } from "./stream.js";

/**
 * A fast independent sequence of whole numbers from 0 to 2^32 - 1, for loops with tens of millions of draws: sfc32 (Doty-Humphrey,
 * PractRand), its state filled by the stream of the same seed and names. The same seed and names give the same sequence.
 */
export function words(seed: number, ...names: readonly string[]): () => number {
  const source = stream(seed, ...names);
  let a = source.below(4_294_967_296) | 0;
  let b = source.below(4_294_967_296) | 0;
  let c = source.below(4_294_967_296) | 0;
  let counter = 1;
  const next = (): number => {
    const mixed = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + mixed) | 0;
    return mixed >>> 0;
  };
  for (let at = 0; at < 12; at++) next();
  return next;
}
