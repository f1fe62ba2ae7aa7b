import { hex } from "../basics/index.js";
import type { Sha256 } from "../basics/index.js";
import { TILE_WIDTH, TileWriter, tilePath } from "../ledger/index.js";
import { eachLeaf } from "../record/index.js";
import type { Leaves } from "../record/index.js";
import type { MadeFile } from "./made-file.js";

/** What one pass over the entries gives besides the tiles. */
export interface MadeTree {
  readonly root: Uint8Array;
  /** Root of the first entries, as many as were asked for; null when there are fewer. */
  readonly earlier: Uint8Array | null;
}

/**
 * Makes tiles and bundles (C2SP tlog-tiles). Every entry is hashed once; nothing is kept but the open tile of each level.
 * @param earlier a size at or below that of the ledger whose root is wanted as well.
 * @returns `undefined` when the lengths do not fit the bytes.
 */
export function treeFiles(
  sha256: Sha256,
  leaves: Leaves,
  emit: (file: MadeFile) => void,
  earlier = leaves.count,
): MadeTree | undefined {
  const put = (path: string, bytes: Uint8Array): void => emit({ path, sha256: hex(sha256(bytes)), bytes, about: null });
  const writer = new TileWriter(sha256, ({ path, bytes }) => put(path, bytes));
  let first = 0;
  let before = earlier === 0 ? writer.root() : null;
  const whole = eachLeaf(leaves, (start, end, at) => {
    writer.appendLeaf(leaves.bytes, start, end);
    if (at + 1 === earlier && earlier < leaves.count) before = writer.root();
    const width = (at % TILE_WIDTH) + 1;
    if (width < TILE_WIDTH && at + 1 < leaves.count) return;
    // Leaves behind their lengths are the bundle (C2SP tlog-tiles, Log entries).
    put(tilePath({ kind: "entries", index: Math.floor(at / TILE_WIDTH), width }), leaves.bytes.subarray(first, end));
    first = end;
  });
  if (!whole) return undefined;
  for (const { path, bytes } of writer.partialTiles()) put(path, bytes);
  const root = writer.root();
  return { root, earlier: earlier === leaves.count ? root : before };
}
