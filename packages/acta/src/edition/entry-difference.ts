import { hex } from "../basics/index.js";
import type { Problem, Sha256 } from "../basics/index.js";
import { HASH_BYTES, TILE_WIDTH as TILE, TreeHasher, entryBundlesOf, tilePath } from "../ledger/index.js";
import type { TileName } from "../ledger/index.js";
import { eachLeaf } from "../record/index.js";
import type { Leaves } from "../record/index.js";
import { ENTRIES_PATH } from "./ledger-files.js";
import { jsonOf } from "./published-reader.js";
import type { PublishedReader } from "./published-reader.js";
import { sameBytes } from "./same-bytes.js";

const NOTHING = new Uint8Array(0);

/** The first entry in which a file departs from what was signed. `first` counts where its entries begin in the ledger. */
export function firstDifference(found: Leaves, signed: Leaves, where: string, first = 0): Problem {
  const [a, b] = [partsOf(found), partsOf(signed)];
  const at = b.findIndex((part, index) => !sameBytes(part, a[index] ?? NOTHING));
  const entry = at < 0 ? b.length : at;
  return entryDiffers(where, first + entry, b[entry] ?? a[entry]);
}

function entryDiffers(where: string, entry: number, leaf: Uint8Array | undefined): Problem {
  const station = stationOf(leaf);
  return station === ""
    ? { code: "verify.entryDiffers", where, context: { entry } }
    : { code: "verify.sheetDiffers", where, context: { entry, station } };
}

/** Leaves of bytes that a stranger may have cut: as many as are whole. */
export function wholeLeaves(bytes: Uint8Array): Leaves {
  let count = 0;
  let at = 0;
  for (;;) {
    const next = at + 2 + ((bytes[at] ?? 0) << 8) + (bytes[at + 1] ?? 0);
    if (at + 2 > bytes.length || next > bytes.length) break;
    at = next;
    count++;
  }
  return { bytes: bytes.subarray(0, at), count };
}

function partsOf(leaves: Leaves): readonly Uint8Array[] {
  const parts: Uint8Array[] = [];
  eachLeaf(leaves, (start, end) => parts.push(leaves.bytes.subarray(start, end)));
  return parts;
}

/** The station of a sheet entry; "" for any other. */
function stationOf(leaf: Uint8Array | undefined): string {
  const json = jsonOf(leaf);
  const first: unknown = Array.isArray(json) ? json[0] : "";
  return typeof first === "string" ? first.slice(0, 40) : "";
}

const MOST_TOLD = 20;

/** The tiles that hold the hashes of this many entries. */
export function levelZero(count: number): readonly TileName[] {
  return [...entryBundlesOf(count)].map(({ index, width }) => ({ kind: "hashes", level: 0, index, width }));
}

/** Entries that do not hash to what the tiles of level 0 hold: with neither source right, both are shown against each other. */
export function againstTiles(sha256: Sha256, reader: PublishedReader, leaves: Leaves): readonly Problem[] {
  const problems: Problem[] = [];
  const hasher = new TreeHasher(sha256);
  const tiles = levelZero(leaves.count).map((tile) => reader.read(tilePath(tile)));
  for (const [at, part] of partsOf(leaves).entries()) {
    const first = (at % TILE) * HASH_BYTES;
    const held = tiles[Math.floor(at / TILE)]?.subarray(first, first + HASH_BYTES) ?? new Uint8Array(0);
    if (hex(held) !== hex(hasher.leaf(part))) problems.push(entryDiffers(ENTRIES_PATH, at, part));
    if (problems.length >= MOST_TOLD) break;
  }
  return problems;
}
