import { fail, succeed } from "../basics/index.js";
import type { Problem, Result, Sha256 } from "../basics/index.js";
import { TILE_WIDTH } from "./tile.js";
import { HASH_BYTES, TreeHasher } from "./tree-hash.js";

/** The longest entry of a bundle in bytes: its length is a uint16 (C2SP tlog-tiles, Log entries). */
export const MOST_ENTRY_BYTES = 65_535;

const LENGTH_BYTES = 2;

/** Entries as the bytes of a bundle: each behind its length, a big-endian uint16 (C2SP tlog-tiles, Log entries). */
export function encodeEntryBundle(entries: readonly Uint8Array[]): Result<Uint8Array> {
  if (entries.length === 0 || entries.length > TILE_WIDTH)
    return fail({ code: "tile.badWidth", context: { width: entries.length } });
  const bytes = new Uint8Array(entries.reduce((sum, entry) => sum + LENGTH_BYTES + entry.length, 0));
  let at = 0;
  for (const [index, entry] of entries.entries()) {
    if (entry.length > MOST_ENTRY_BYTES)
      return fail({ code: "tile.longEntry", context: { index, bytes: entry.length, most: MOST_ENTRY_BYTES } });
    bytes[at] = entry.length >>> 8;
    bytes[at + 1] = entry.length & 0xff;
    bytes.set(entry, at + LENGTH_BYTES);
    at += LENGTH_BYTES + entry.length;
  }
  return succeed(bytes);
}

/** The entries of a bundle of this width: views of its bytes (C2SP tlog-tiles, Log entries). */
export function decodeEntryBundle(bytes: Uint8Array, width: number): Result<readonly Uint8Array[]> {
  const entries: Uint8Array[] = [];
  const problem = eachEntry(bytes, width, (start, end) => entries.push(bytes.subarray(start, end)));
  return problem === undefined ? succeed(entries) : fail(problem);
}

/**
 * The tile of level 0 that belongs to a bundle: "each entry in a bundle hashes to the corresponding entry in the corresponding
 * level 0 Merkle Tree tile" (C2SP tlog-tiles, Log entries).
 */
export function hashEntryBundle(sha256: Sha256, bytes: Uint8Array, width: number): Result<Uint8Array> {
  const hasher = new TreeHasher(sha256);
  const tile = new Uint8Array(width * HASH_BYTES);
  let at = 0;
  const problem = eachEntry(bytes, width, (start, end) => {
    tile.set(hasher.leaf(bytes, start, end), at);
    at += HASH_BYTES;
  });
  return problem === undefined ? succeed(tile) : fail(problem);
}

function eachEntry(bytes: Uint8Array, width: number, visit: (start: number, end: number) => void): Problem | undefined {
  if (width < 1 || width > TILE_WIDTH) return { code: "tile.badWidth", context: { width } };
  let at = 0;
  for (let entry = 0; entry < width; entry++) {
    const start = at + LENGTH_BYTES;
    const end = start + (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
    if (start > bytes.length || end > bytes.length) return { code: "tile.shortBundle", context: { entry, width } };
    visit(start, end);
    at = end;
  }
  return at === bytes.length ? undefined : { code: "tile.longBundle", context: { width, bytes: bytes.length - at } };
}
