import { HASH_BYTES } from "./tree-hash.js";
import type { TreeHasher } from "./tree-hash.js";

/**
 * Root of a complete subtree from the hashes at its foot, `count` of them (a power of two) beginning at hash `first` of a tile
 * (C2SP tlog-tiles, Merkle Tree: the levels between tiles are reconstructed by hashing).
 */
export function subtreeRoot(hasher: TreeHasher, tile: Uint8Array, first: number, count: number): Uint8Array {
  // A copy on purpose: `slice` of what Node reads from disk would be a view, and the tile would be overwritten.
  const row = new Uint8Array(count * HASH_BYTES);
  row.set(tile.subarray(first * HASH_BYTES, (first + count) * HASH_BYTES));
  for (let width = count; width > 1; width /= 2)
    for (let at = 0; at < width; at += 2) {
      const left = at * HASH_BYTES;
      row.set(hasher.pair(row, left), left / 2);
    }
  return row.subarray(0, HASH_BYTES);
}

/** The hashes of the last tile of one level that are not yet under a hash of the level above: less than 256. */
export interface OpenTile {
  readonly bytes: Uint8Array;
  readonly width: number;
}

/**
 * Root of a tree from its open tiles, lowest level first (RFC 6962 2.1): the complete subtrees of a tree are those of its open
 * tiles, so that at most one tile of each level is needed.
 */
export function rootOfEdge(hasher: TreeHasher, edge: readonly OpenTile[]): Uint8Array {
  let root: Uint8Array | undefined;
  for (const { bytes, width } of edge) {
    let end = width;
    for (let count = 1; count <= width; count *= 2) {
      if (Math.floor(width / count) % 2 === 0) continue;
      end -= count;
      const subtree = subtreeRoot(hasher, bytes, end, count);
      root = root === undefined ? subtree : hasher.node(subtree, root);
    }
  }
  return root ?? hasher.empty();
}
