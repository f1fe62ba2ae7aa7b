import { hex } from "../basics/index.js";
import type { Problem } from "../basics/index.js";
import { TILE_WIDTH as TILE, entryBundlesOf, tilePath } from "../ledger/index.js";
import type { Checkpoint } from "../ledger/index.js";
import type { Leaves } from "../record/index.js";
import { againstTiles, firstDifference, levelZero } from "./entry-difference.js";
import type { FileComparison } from "./file-comparison.js";
import { ENTRIES_PATH } from "./ledger-files.js";
import type { MadeFile } from "./made-file.js";
import type { PublishedReader } from "./published-reader.js";
import { sameBytes } from "./same-bytes.js";
import { treeFiles } from "./tree-files.js";
import type { VerifySteps, VerifyTask } from "./verification.js";

/** Entries that can be believed as far as a checkpoint was to be had, and what making their tiles has shown. */
export interface VerifiedEntries {
  readonly leaves: Leaves;
  /** Root at the size that was remembered; null when there are fewer entries. */
  readonly earlier: Uint8Array | null;
  /** Has their tiles, and goes on with the other files. */
  readonly comparison: FileComparison;
}

/**
 * The entries of a folder that give the signed root: those of `entries.gz`, else those of the bundles; what differs is told by entry.
 * Without a checkpoint that can be believed, `entries.gz` as it is, so that the rest can still be compared with it. One pass hashes them,
 * makes the tiles and compares those.
 * @param start makes a comparison: what was compared for entries that turn out to be others' is dropped.
 */
export function* verifyEntries(
  task: VerifyTask,
  checkpoint: Checkpoint | null,
  start: () => FileComparison,
  tell: (problem: Problem) => void,
): VerifySteps<VerifiedEntries | null> {
  const { reader } = task;
  const packed = reader.read(ENTRIES_PATH);
  const bytes = packed === undefined ? undefined : yield { kind: "unpack", bytes: packed };
  const inOne = bytes === undefined ? null : leavesOf(bytes);
  const first = inOne === null ? null : withTree(task, inOne, checkpoint, start());
  if (checkpoint === null || first !== null) return first;
  const { size } = checkpoint;
  const bundles = [...entryBundlesOf(size)].map(tilePath);
  yield { kind: "files", paths: bundles };
  const inBundles = bundled(reader, bundles);
  if (packed === undefined) tell({ code: "verify.missing", where: ENTRIES_PATH });
  else if (inOne === null) tell({ code: "verify.notPacked", where: ENTRIES_PATH });
  const second = inBundles === null ? null : withTree(task, inBundles, checkpoint, start());
  if (second !== null) {
    if (inOne !== null) tell(staleOrDifferent(inOne, second.leaves));
    return second;
  }
  tell({ code: "verify.rootDiffers", where: ENTRIES_PATH, context: { size, entries: inOne?.count ?? 0 } });
  const held = inOne ?? inBundles;
  if (held === null) return null;
  yield { kind: "files", paths: levelZero(held.count).map(tilePath) };
  for (const problem of againstTiles(task.crypto.sha256, reader, held)) tell(problem);
  return null;
}

/** Makes the tiles of entries. @returns null when their root is not the signed one. */
function withTree(
  { crypto, trust, progress }: VerifyTask,
  leaves: Leaves,
  checkpoint: Checkpoint | null,
  comparison: FileComparison,
): VerifiedEntries | null {
  if (checkpoint !== null && leaves.count !== checkpoint.size) return null;
  let hashed = 0;
  const all = leaves.count;
  const emit = (file: MadeFile): void => {
    comparison.compare(file);
    if (file.path.startsWith(BUNDLES) && (hashed += TILE) % REPORT_EVERY === 0)
      progress?.({ stage: "entries", done: Math.min(hashed, all), all });
  };
  const tree = treeFiles(crypto.sha256, leaves, emit, trust.remembered?.size);
  if (tree === undefined) return null;
  if (checkpoint !== null && hex(tree.root) !== hex(checkpoint.root)) return null;
  return { leaves, earlier: tree.earlier, comparison };
}

const BUNDLES = "tile/entries/";
/** Entries between two reports of progress. */
const REPORT_EVERY = 16 * TILE;

/** The first entries only, as they were signed before: a cache has kept an earlier file. Else the first entry that differs. */
function staleOrDifferent(found: Leaves, signed: Leaves): Problem {
  const isPrefix = found.count < signed.count && sameBytes(found.bytes, signed.bytes.subarray(0, found.bytes.length));
  return isPrefix
    ? { code: "verify.stale", where: ENTRIES_PATH, context: { size: found.count, newest: signed.count } }
    : firstDifference(found, signed, ENTRIES_PATH);
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

function bundled(reader: PublishedReader, paths: readonly string[]): Leaves | null {
  const parts: Uint8Array[] = [];
  for (const path of paths) {
    const bytes = reader.read(path);
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
