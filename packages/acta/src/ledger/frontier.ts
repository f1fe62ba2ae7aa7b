import { fail, isCount, succeed } from "../basics/index.js";
import type { Result, Sha256 } from "../basics/index.js";
import { HASH_BYTES, TreeHasher } from "./tree-hash.js";

/** Levels of a tree of at most 2^53 leaves. */
const LEVELS = 53;

/**
 * The right edge of a growing tree: the roots of its complete subtrees, largest first, as the binary digits of its size say
 * (RFC 6962 2.1 splits at the largest power of two). Enough to append and to know the root; under 2 kB for any size.
 */
export class Frontier {
  readonly #sha256: Sha256;
  readonly #hasher: TreeHasher;
  readonly #slots = Array.from({ length: LEVELS }, () => new Uint8Array(HASH_BYTES));
  #size = 0;

  constructor(sha256: Sha256) {
    this.#sha256 = sha256;
    this.#hasher = new TreeHasher(sha256);
  }

  /** Goes on from where another stood: its size and what its `hashes()` gave. Whether they are true only a root can tell. */
  static resume(sha256: Sha256, size: number, hashes: readonly Uint8Array[]): Result<Frontier> {
    const frontier = new Frontier(sha256);
    if (!isCount(size)) return fail({ code: "tree.badSize", context: { size } });
    const levels = levelsOf(size);
    if (hashes.length !== levels.length)
      return fail({ code: "tree.badLength", context: { hashes: hashes.length, expected: levels.length } });
    for (const [at, level] of levels.entries()) {
      const hash = hashes[at];
      if (hash?.length !== HASH_BYTES) return fail({ code: "tree.badHash", context: { bytes: hash?.length ?? 0 } });
      frontier.#slots[level]?.set(hash);
    }
    frontier.#size = size;
    return succeed(frontier);
  }

  /** A second tree that goes on from here by itself. */
  clone(): Frontier {
    const copy = new Frontier(this.#sha256);
    for (const [level, slot] of this.#slots.entries()) copy.#slots[level]?.set(slot);
    copy.#size = this.#size;
    return copy;
  }

  /** Leaves so far. */
  get size(): number {
    return this.#size;
  }

  /** Appends a leaf that stands in a buffer from `start` up to `end`. */
  appendLeaf(bytes: Uint8Array, start = 0, end: number = bytes.length): void {
    this.append(this.#hasher.leaf(bytes, start, end));
  }

  /** Appends a leaf by its hash. */
  append(hash: Uint8Array): void {
    if (hash.length !== HASH_BYTES) throw new Error(`a leaf hash of ${hash.length} bytes`);
    let carry = hash;
    let level = 0;
    for (let rest = this.#size; rest % 2 === 1; rest = (rest - 1) / 2) {
      carry = this.#hasher.node(this.#slot(level), carry);
      level++;
    }
    this.#slot(level).set(carry);
    this.#size++;
  }

  /** Root of all leaves so far (RFC 6962 2.1). */
  root(): Uint8Array {
    let root: Uint8Array | undefined;
    for (const level of levelsOf(this.#size).toReversed()) {
      const slot = this.#slot(level);
      root = root === undefined ? slot.slice() : this.#hasher.node(slot, root);
    }
    return root ?? this.#hasher.empty();
  }

  /** Copies of the roots of the complete subtrees, largest first. */
  hashes(): readonly Uint8Array[] {
    return levelsOf(this.#size).map((level) => this.#slot(level).slice());
  }

  #slot(level: number): Uint8Array {
    const slot = this.#slots[level];
    if (slot === undefined) throw new Error("more than 2^53 leaves");
    return slot;
  }
}

/** Heights of the complete subtrees of a tree, largest first: the places of the ones in its size. */
function levelsOf(size: number): readonly number[] {
  const levels: number[] = [];
  for (let rest = size, level = 0; rest > 0; rest = Math.floor(rest / 2), level++)
    if (rest % 2 === 1) levels.push(level);
  return levels.toReversed();
}
