import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import type { OpenTile } from "./tile-root.js";
import { TILE_WIDTH, tilePath, widthIn } from "./tile.js";
import type { TileReader } from "./tile.js";
import { HASH_BYTES } from "./tree-hash.js";

/** Reads the tile of hashes with this level and index as it stands in a tree of one size, with its length checked. */
export type TileSource = (level: number, index: number) => Result<Uint8Array>;

/**
 * Reads tiles of a tree of this size, each once. Where a partial tile is gone the full one serves (C2SP tlog-tiles, Partial
 * Tiles: a log may delete it once the full tile is there). A tile of another length is refused.
 */
export function tileSource(read: TileReader, size: number): TileSource {
  const tiles = new Map<string, Result<Uint8Array>>();
  return (level, index) => {
    const width = widthIn(level, index, size);
    const path = tilePath({ kind: "hashes", level, index, width });
    const known = tiles.get(path) ?? readTile(read, level, index, width);
    tiles.set(path, known);
    return known;
  };
}

function readTile(read: TileReader, level: number, index: number, width: number): Result<Uint8Array> {
  const where = tilePath({ kind: "hashes", level, index, width });
  const own = read(where);
  if (own !== undefined) return ofLength(own, width, where);
  if (width === TILE_WIDTH) return fail({ code: "tile.missing", where });
  const path = tilePath({ kind: "hashes", level, index, width: TILE_WIDTH });
  const full = read(path);
  if (full === undefined) return fail({ code: "tile.missing", where });
  const checked = ofLength(full, TILE_WIDTH, path);
  return checked.ok ? succeed(full.subarray(0, width * HASH_BYTES)) : checked;
}

function ofLength(bytes: Uint8Array, width: number, where: string): Result<Uint8Array> {
  const expected = width * HASH_BYTES;
  if (bytes.length === expected) return succeed(bytes);
  return fail({ code: "tile.badLength", where, context: { bytes: bytes.length, expected } });
}

/** The open tiles of a tree, lowest level first, up to its highest level; an empty one where a level ends with a full tile. */
export function openTiles(source: TileSource, size: number): Result<readonly OpenTile[]> {
  const open: OpenTile[] = [];
  for (let level = 0; Math.floor(size / TILE_WIDTH ** level) > 0; level++) {
    const hashes = Math.floor(size / TILE_WIDTH ** level);
    const width = hashes % TILE_WIDTH;
    const tile = width === 0 ? succeed(new Uint8Array(0)) : source(level, Math.floor(hashes / TILE_WIDTH));
    if (!tile.ok) return tile;
    open.push({ bytes: tile.value, width });
  }
  return succeed(open);
}
