import { fail, isCount, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import { HASH_BYTES } from "./tree-hash.js";

/** Hashes or entries in a full tile (C2SP tlog-tiles, Merkle Tree). */
export const TILE_WIDTH = 256;

/** Highest level of a tile (C2SP tlog-tiles, Merkle Tree: between 0 and 63). */
const TOP_LEVEL = 63;

/**
 * Which tile: one of hashes with its level, or a bundle of entries. `index` counts along the level; `width` is 256 in a full one
 * and less at the right end of the tree (C2SP tlog-tiles, Merkle Tree, Partial Tiles, Log entries).
 */
export type TileName =
  | { readonly kind: "hashes"; readonly level: number; readonly index: number; readonly width: number }
  | { readonly kind: "entries"; readonly index: number; readonly width: number };

/** Reads a tile by its path; `undefined` when there is none. What it gives is not believed. */
export type TileReader = (path: string) => Uint8Array | undefined;

/** Path of a tile (C2SP tlog-tiles, Merkle Tree: `tile/<L>/<N>[.p/<W>]`; Log entries: `tile/entries/<N>[.p/<W>]`). */
export function tilePath(tile: TileName): string {
  const digits = String(tile.index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, "0").match(/\d{3}/g) ?? [];
  const last = groups.pop() ?? "";
  const folders = groups.map((group) => `x${group}/`).join("");
  const partial = tile.width === TILE_WIDTH ? "" : `.p/${tile.width}`;
  return `tile/${tile.kind === "hashes" ? tile.level : "entries"}/${folders}${last}${partial}`;
}

const PATH = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/(\d{1,3}))?$/;

/** Reads the path of a tile. There is one way to write each: leading zeros, a width of 0 or 256 and the like are refused. */
export function parseTilePath(path: string): Result<TileName> {
  const [, folder = "", places = "", written] = PATH.exec(path) ?? [];
  const index = Number(places.replaceAll(/[x/]/g, ""));
  const width = written === undefined ? TILE_WIDTH : Number(written);
  const tile: TileName =
    folder === "entries" ? { kind: folder, index, width } : { kind: "hashes", level: Number(folder), index, width };
  const known = tile.kind === "entries" || tile.level <= TOP_LEVEL;
  const wide = width >= 1 && width <= TILE_WIDTH;
  if (folder === "" || !known || !wide || !isCount(index) || tilePath(tile) !== path)
    return fail({ code: "tile.badPath", where: path.slice(0, 100) });
  return succeed(tile);
}

/** Width of a tile in a tree (C2SP tlog-tiles, Partial Tiles); 0 when it is not there, 256 when it is full. */
export function widthIn(level: number, index: number, size: number): number {
  const hashes = Math.floor(size / TILE_WIDTH ** level);
  return Math.max(0, Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH));
}

/**
 * The tiles of hashes of a tree (C2SP tlog-tiles, Merkle Tree, Partial Tiles), level by level.
 * @param after leaves out those that a tree of this smaller size has as well: what is left is what growing adds.
 */
export function* hashTilesOf(size: number, after = 0): Generator<TileName> {
  for (let level = 0; Math.floor(size / TILE_WIDTH ** level) > 0; level++)
    for (const { index, width } of tilesOfLevel(level, size, after)) yield { kind: "hashes", level, index, width };
}

/** The bundles of entries of a tree (C2SP tlog-tiles, Log entries); `after` as in `hashTilesOf`. */
export function* entryBundlesOf(size: number, after = 0): Generator<TileName> {
  for (const { index, width } of tilesOfLevel(0, size, after)) yield { kind: "entries", index, width };
}

function* tilesOfLevel(
  level: number,
  size: number,
  after: number,
): Generator<{ readonly index: number; readonly width: number }> {
  const span = TILE_WIDTH ** (level + 1);
  for (let index = Math.floor(after / span); index <= Math.floor(size / span); index++) {
    const width = widthIn(level, index, size);
    if (width > 0 && width !== widthIn(level, index, after)) yield { index, width };
  }
}

/** A tile of hashes as its bytes: the hashes one after the other (C2SP tlog-tiles, Merkle Tree). */
export function encodeHashTile(hashes: readonly Uint8Array[]): Result<Uint8Array> {
  if (hashes.length === 0 || hashes.length > TILE_WIDTH)
    return fail({ code: "tile.badWidth", context: { width: hashes.length } });
  const bytes = new Uint8Array(hashes.length * HASH_BYTES);
  for (const [at, hash] of hashes.entries()) {
    if (hash.length !== HASH_BYTES) return fail({ code: "tree.badHash", context: { bytes: hash.length } });
    bytes.set(hash, at * HASH_BYTES);
  }
  return succeed(bytes);
}

/** The hashes of a tile of this width: views of its bytes (C2SP tlog-tiles, Merkle Tree). */
export function decodeHashTile(bytes: Uint8Array, width: number): Result<readonly Uint8Array[]> {
  if (width < 1 || width > TILE_WIDTH) return fail({ code: "tile.badWidth", context: { width } });
  const expected = width * HASH_BYTES;
  if (bytes.length !== expected) return fail({ code: "tile.badLength", context: { bytes: bytes.length, expected } });
  return succeed(Array.from({ length: width }, (_, at) => bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES)));
}
