import { hex } from "../basics/index.js";
import type { Problem } from "../basics/index.js";
import { Frontier, entryBundlesOf, leafHash, tilePath } from "../ledger/index.js";
import type { Checkpoint } from "../ledger/index.js";
import { eachLeaf } from "../record/index.js";
import type { Leaves } from "../record/index.js";
import { ENTRIES_PATH } from "./ledger-files.js";
import { jsonOf } from "./published-reader.js";
import type { PublishedReader, VerifyPlatform } from "./published-reader.js";

const HASH_BYTES = 32;
const TILE = 256;

/**
 * The entries of a folder that give the signed root: those of `entries.gz`, else those of the bundles; what differs is told by entry.
 * Without a checkpoint that can be believed, `entries.gz` as it is, so that the rest can still be compared with it.
 */
export function verifyEntries(
  platform: VerifyPlatform,
  reader: PublishedReader,
  checkpoint: Checkpoint | null,
  tell: (problem: Problem) => void,
): Leaves | null {
  const packed = reader.read(ENTRIES_PATH);
  const bytes = packed === undefined ? undefined : platform.gunzip(packed);
  const inOne = bytes === undefined ? null : leavesOf(bytes);
  if (checkpoint === null) return inOne;
  if (inOne !== null && hasRoot(platform, inOne, checkpoint)) return inOne;
  const inBundles = bundled(reader, checkpoint.size);
  if (packed === undefined) tell({ code: "verify.missing", where: ENTRIES_PATH });
  else if (inOne === null) tell({ code: "verify.notPacked", where: ENTRIES_PATH });
  if (inBundles !== null && hasRoot(platform, inBundles, checkpoint)) {
    if (inOne !== null) tell(firstDifference(inOne, inBundles, ENTRIES_PATH));
    return inBundles;
  }
  const { size } = checkpoint;
  tell({ code: "verify.rootDiffers", where: ENTRIES_PATH, context: { size, entries: inOne?.count ?? 0 } });
  for (const problem of againstTiles(platform, reader, inOne ?? inBundles)) tell(problem);
  return null;
}

/** Entries of a file whose lengths fit its bytes. */
function leavesOf(bytes: Uint8Array): Leaves | null {
  let count = 0;
  let at = 0;
  while (at + 2 <= bytes.length) {
    at += 2 + ((bytes[at] ?? 0) << 8) + (bytes[at + 1] ?? 0);
    count++;
  }
  return at === bytes.length ? { bytes, count } : null;
}

function bundled(reader: PublishedReader, size: number): Leaves | null {
  const parts: Uint8Array[] = [];
  for (const tile of entryBundlesOf(size)) {
    const bytes = reader.read(tilePath(tile));
    if (bytes === undefined) return null;
    parts.push(bytes);
  }
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return leavesOf(bytes);
}

function hasRoot({ sha256 }: VerifyPlatform, leaves: Leaves, { size, root }: Checkpoint): boolean {
  return leaves.count === size && hex(rootOf(sha256, leaves, size)) === hex(root);
}

/** Root of the first entries. */
export function rootOf(sha256: VerifyPlatform["sha256"], leaves: Leaves, size: number): Uint8Array {
  const tree = new Frontier(sha256);
  eachLeaf(leaves, (start, end, at) => {
    if (at < size) tree.append(leafHash(sha256, leaves.bytes.subarray(start, end)));
  });
  return tree.root();
}

/** The first entry in which a file departs from what was signed. `first` counts where its entries begin in the ledger. */
export function firstDifference(found: Leaves, signed: Leaves, where: string, first = 0): Problem {
  const [a, b] = [partsOf(found), partsOf(signed)];
  const at = b.findIndex((part, index) => a[index] === undefined || hex(part) !== hex(a[index]));
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

/** Entries that do not hash to what the tiles of level 0 hold: with neither source right, both are shown against each other. */
function againstTiles({ sha256 }: VerifyPlatform, reader: PublishedReader, leaves: Leaves | null): readonly Problem[] {
  if (leaves === null) return [];
  const problems: Problem[] = [];
  let tile: Uint8Array | undefined;
  for (const [at, part] of partsOf(leaves).entries()) {
    if (at % TILE === 0) {
      const width = Math.min(TILE, leaves.count - at);
      tile = reader.read(tilePath({ kind: "hashes", level: 0, index: at / TILE, width }));
    }
    const held = tile?.subarray((at % TILE) * HASH_BYTES, ((at % TILE) + 1) * HASH_BYTES) ?? new Uint8Array(0);
    if (hex(held) !== hex(leafHash(sha256, part))) problems.push(entryDiffers(ENTRIES_PATH, at, part));
    if (problems.length >= MOST_TOLD) break;
  }
  return problems;
}
