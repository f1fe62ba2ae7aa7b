import { generator } from "../basics/index.js";
import type { Generator } from "../basics/index.js";

/** First values of a freshly seeded xoroshiro128+ still show its seed; they are thrown away. */
const WARM_UP = 16;

/**
 * An independent sequence of chance for one purpose: the same seed and names give the same sequence, other names another one.
 * What one part of a simulation draws does not depend on how much another part has drawn.
 */
export function stream(seed: number, ...names: readonly string[]): Generator {
  let state = finish(seed | 0);
  for (const name of names) state = finish(state ^ hashOf(name));
  const source = generator(state);
  for (let at = 0; at < WARM_UP; at++) source.next();
  return source;
}

/** FNV-1a over the UTF-16 units of a text (Fowler, Noll, Vo). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** The finalizer of MurmurHash3 (A. Appleby): every input bit reaches every output bit. */
function finish(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) + 0x9e3779b9) | 0;
}
