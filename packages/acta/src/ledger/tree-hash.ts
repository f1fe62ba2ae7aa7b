import type { Sha256 } from "../basics/index.js";
import { concat } from "./bytes.js";

/** Bytes of a hash of the tree (SHA-256; RFC 6962 2.1). */
export const HASH_BYTES = 32;

const LEAF_PREFIX = 0x00;
const NODE_PREFIX = 0x01;
const SCRATCH_BYTES = 512;

/**
 * Hashes leaves and nodes (RFC 6962 2.1: the prefixes 00 and 01 keep a leaf from passing for a node). What is hashed is put
 * together in two buffers of its own, used again for every hash: the function that hashes must not keep its argument.
 */
export class TreeHasher {
  readonly #sha256: Sha256;
  readonly #node = new Uint8Array(1 + 2 * HASH_BYTES);
  readonly #left = this.#node.subarray(1, 1 + HASH_BYTES);
  #leaf = new Uint8Array(SCRATCH_BYTES);

  constructor(sha256: Sha256) {
    this.#sha256 = sha256;
    this.#node[0] = NODE_PREFIX;
    this.#leaf[0] = LEAF_PREFIX;
  }

  /** Root of the tree without leaves (RFC 6962 2.1: the hash of nothing). */
  empty(): Uint8Array {
    return this.#checked(this.#sha256(new Uint8Array(0)));
  }

  /** Hash of a leaf that stands in a buffer from `start` up to `end` (RFC 6962 2.1: SHA-256(0x00 || d)). */
  leaf(bytes: Uint8Array, start = 0, end: number = bytes.length): Uint8Array {
    const length = end - start + 1;
    if (length > this.#leaf.length) {
      this.#leaf = new Uint8Array(Math.max(length, this.#leaf.length * 2));
      this.#leaf[0] = LEAF_PREFIX;
    }
    this.#leaf.set(bytes.subarray(start, end), 1);
    return this.#checked(this.#sha256(this.#leaf.subarray(0, length)));
  }

  /** Hash of a node from its children (RFC 6962 2.1: SHA-256(0x01 || left || right)). */
  node(left: Uint8Array, right: Uint8Array): Uint8Array {
    this.#left.set(left);
    this.#node.set(right, 1 + HASH_BYTES);
    return this.#checked(this.#sha256(this.#node));
  }

  /** Hash of a node whose children stand one after the other in a buffer, from `start` on. */
  pair(bytes: Uint8Array, start: number): Uint8Array {
    this.#node.set(bytes.subarray(start, start + 2 * HASH_BYTES), 1);
    return this.#checked(this.#sha256(this.#node));
  }

  #checked(hash: Uint8Array): Uint8Array {
    if (hash.length !== HASH_BYTES) throw new Error(`a hash of ${hash.length} bytes is not SHA-256`);
    return hash;
  }
}

/** Hash of one leaf (RFC 6962 2.1). */
export function leafHash(sha256: Sha256, leaf: Uint8Array): Uint8Array {
  return new TreeHasher(sha256).leaf(leaf);
}

/** Hash of one node from its children (RFC 6962 2.1). */
export function nodeHash(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concat(Uint8Array.of(NODE_PREFIX), left, right));
}

/** Root of the tree without leaves (RFC 6962 2.1). */
export function emptyRoot(sha256: Sha256): Uint8Array {
  return new TreeHasher(sha256).empty();
}
