import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { Frontier, HASH_BYTES } from "acta/ledger";
import type { Checkpoint } from "acta/ledger";
import { eachLeaf } from "acta/record";
import type { Leaves } from "acta/record";
import { sha256 } from "../keys/index.js";
import { dropDerived, readDerived, writeDerived } from "./derived-file.js";
import type { DerivedFolder } from "./derived-file.js";
import type { LedgerFile } from "./ledger-file.js";

// The right edge of the tree over a ledger's entries, kept as a derived file so that opening a ledger does not hash all of it again.
// The file is named by the chain hash of the frames that it was made from and its size; it is used only when its root is the one of
// the signed checkpoint of that size. `acta doctor` hashes every entry and does not look at it.

const PREFIX = "tree-";
const FORMAT = 1;

/** Adds leaves to a tree. */
export function growTree(tree: Frontier, leaves: Leaves): void {
  eachLeaf(leaves, (start, end) => tree.appendLeaf(leaves.bytes, start, end));
}

/**
 * The tree over all entries of a ledger, from the kept one or from the first entry.
 * @returns the tree; `ledger.forked` when its entries are not those that the checkpoint was signed for.
 */
export function treeOf(folder: DerivedFolder, ledger: LedgerFile, checkpoint: Checkpoint | null): Result<Frontier> {
  const tree = (checkpoint === null ? null : keptTree(folder, ledger, checkpoint)) ?? new Frontier(sha256);
  const from = tree.size;
  let forked = differs(tree, checkpoint);
  const read = ledger.read(
    ledger.size,
    (leaves, first) => {
      eachLeaf(leaves, (start, end, leaf) => {
        if (first + leaf < from) return;
        tree.appendLeaf(leaves.bytes, start, end);
        forked ||= differs(tree, checkpoint);
      });
      return forked ? forkOf(checkpoint) : succeed(null);
    },
    from,
  );
  if (!read.ok) return read;
  return forked ? forkOf(checkpoint) : succeed(tree);
}

/** True when a tree of the checkpoint's size has another root. */
function differs(tree: Frontier, checkpoint: Checkpoint | null): boolean {
  return checkpoint !== null && tree.size === checkpoint.size && Buffer.compare(tree.root(), checkpoint.root) !== 0;
}

function forkOf(checkpoint: Checkpoint | null): Result<never> {
  return fail({ code: "ledger.forked", context: { size: checkpoint?.size ?? 0 } });
}

/** Leaves the tree behind for the next opening. */
export function keepTree(folder: DerivedFolder, ledger: LedgerFile, tree: Frontier): void {
  const name = treeFileName(ledger.head.chain, tree.size);
  if (readDerived(folder, name) !== null) return;
  writeDerived(folder, name, Buffer.concat(tree.hashes()));
  dropDerived(folder, (other) => other.startsWith(PREFIX) && other !== name);
}

function keptTree(folder: DerivedFolder, ledger: LedgerFile, checkpoint: Checkpoint): Frontier | null {
  const point = ledger.pointCovering(checkpoint.size);
  if (point?.size !== checkpoint.size) return null;
  const bytes = readDerived(folder, treeFileName(point.chain, point.size));
  if (bytes === null || bytes.length % HASH_BYTES !== 0) return null;
  const hashes = Array.from({ length: bytes.length / HASH_BYTES }, (_, at) =>
    bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES),
  );
  const tree = Frontier.resume(sha256, point.size, hashes);
  return tree.ok && !differs(tree.value, checkpoint) ? tree.value : null;
}

/** Name of the kept tree of a chain of frames at a size. */
export function treeFileName(chain: string, size: number): string {
  return `${PREFIX}${chain.slice(0, 24)}-${size}.v${FORMAT}`;
}
