import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { ENTRIES_PATH, verifyKeys } from "acta/edition";
import { Frontier } from "acta/ledger";
import type { Checkpoint } from "acta/ledger";
import { eachLeaf } from "acta/record";
import type { Leaves } from "acta/record";
import { sha256 } from "../keys/index.js";
import { platform } from "./platform.js";
import type { PublishedFiles } from "./published-files.js";
import type { PublishedHead } from "./published-head.js";

/** All entries of a published ledger in one file: those of the signed root, or none. */
export async function publishedEntries(
  files: PublishedFiles,
  { size, root }: Pick<Checkpoint, "size" | "root">,
): Promise<Result<Leaves>> {
  const packed = await files.read(ENTRIES_PATH);
  if (!packed.ok) return packed;
  const bytes = packed.value === undefined ? undefined : platform.gunzip(packed.value);
  if (bytes === undefined) return fail({ code: "verify.badEntries", where: files.where });
  const leaves = { bytes, count: countOf(bytes) };
  const tree = new Frontier(sha256);
  const whole = eachLeaf(leaves, (start, end) => tree.appendLeaf(bytes, start, end));
  const same = whole && leaves.count === size && Buffer.compare(tree.root(), root) === 0;
  return same ? succeed(leaves) : fail({ code: "verify.staleEntries", where: files.where, context: { size } });
}

/**
 * Asks the entries who may sign: each range of a ledger of record by the role that may, and the checkpoint by the key that they leave in
 * force, to which the trusted one must lead through changes that it has signed itself (docs/decisions/0012).
 */
export function checkKeys(files: PublishedFiles, leaves: Leaves, { key, trusted }: PublishedHead): Result<null> {
  const problems: Problem[] = [];
  verifyKeys(platform, leaves, { key, trusted }, (problem) => problems.push(problem));
  const [first] = problems;
  return first === undefined ? succeed(null) : fail({ ...first, where: files.where });
}

/**
 * Where another key signs than the trusted one, asks the entries whether that was handed over; otherwise there is nothing to ask. Before this
 * nothing that the key has signed is the ledger's word.
 */
export async function checkKeeper(files: PublishedFiles, head: PublishedHead): Promise<Result<null>> {
  if (head.trusted === null || head.trusted === head.key) return succeed(null);
  const leaves = await publishedEntries(files, head.checkpoint);
  return leaves.ok ? checkKeys(files, leaves.value, head) : leaves;
}

/** Leaves in bytes behind their lengths. */
function countOf(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < bytes.length; count++) at += 2 + ((bytes[at] ?? 0) << 8) + (bytes[at + 1] ?? 0);
  return count;
}
