import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import {
  HASH_BYTES,
  TILE_WIDTH,
  consistencyProof,
  parseTilePath,
  rootFromTiles,
  tilePath,
  verifyConsistency,
} from "acta/ledger";
import type { Checkpoint, TileReader } from "acta/ledger";
import { sha256 } from "../keys/index.js";
import { onTiles } from "./published-files.js";
import type { PublishedFiles } from "./published-files.js";

/** A state of a ledger: its size and the root of its entries. */
export type LedgerPoint = Pick<Checkpoint, "size" | "root">;

/**
 * Whether a published ledger still holds everything that was seen before, unchanged (RFC 9162 2.1.4), from a few of its tiles.
 * @returns `verify.rolledBack` or `verify.forked` where the two signed states contradict each other; `verify.staleTiles` where the tiles
 *   are not those of the checkpoint, which says nothing about the ledger: an old or cut-off copy.
 */
export async function checkGrowth(
  files: PublishedFiles,
  older: LedgerPoint,
  newer: LedgerPoint,
): Promise<Result<true>> {
  const context = { size: newer.size, remembered: older.size };
  const forked: Problem = { code: "verify.forked", where: files.where, context };
  if (older.size > newer.size) return fail({ code: "verify.rolledBack", where: files.where, context });
  if (older.size === 0) return succeed(true);
  if (older.size === newer.size) return sameBytes(older.root, newer.root) ? succeed(true) : fail(forked);
  const there = await onTiles(files, (read) => rootAt(read, older.size, newer));
  if (!there.ok) return fail(there.problem.code.startsWith("tile.") ? inFolder(there.problem, files) : there.problem);
  if (there.value === null) return fail({ code: "verify.staleTiles", where: files.where, context });
  return sameBytes(there.value, older.root) ? succeed(true) : fail(forked);
}

/** Root of the first entries of a ledger, shown to be that by the signed root of all of it; null when the tiles do not show it. */
function rootAt(read: TileReader, size: number, whole: LedgerPoint): Result<Uint8Array | null> {
  const olderRoot = rootFromTiles(sha256, readAsOf(read, whole.size), size);
  if (!olderRoot.ok) return olderRoot;
  const proof = consistencyProof(sha256, read, size, whole.size);
  if (!proof.ok) return proof;
  const shown = verifyConsistency(sha256, {
    olderSize: size,
    olderRoot: olderRoot.value,
    newerSize: whole.size,
    newerRoot: whole.root,
    proof: proof.value,
  });
  return succeed(shown.ok ? olderRoot.value : null);
}

/** Partial tiles of a smaller tree, cut from those that the tree of this size has (C2SP tlog-tiles, Partial Tiles). */
function readAsOf(read: TileReader, size: number): TileReader {
  return (path) => {
    const tile = parseTilePath(path);
    if (!tile.ok || tile.value.kind !== "hashes") return undefined;
    const { level, index, width } = tile.value;
    const now = Math.min(TILE_WIDTH, Math.floor(size / TILE_WIDTH ** level) - index * TILE_WIDTH);
    return read(tilePath({ ...tile.value, width: now }))?.subarray(0, width * HASH_BYTES);
  };
}

function inFolder(problem: Problem, files: PublishedFiles): Problem {
  return { ...problem, where: `${files.where.replace(/\/$/, "")}/${problem.where ?? ""}` };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
