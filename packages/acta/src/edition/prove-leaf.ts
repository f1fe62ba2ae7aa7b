import { succeed } from "../basics/index.js";
import type { Result, Sha256 } from "../basics/index.js";
import { inclusionProof, leafHash, verifyInclusion } from "../ledger/index.js";
import type { Checkpoint, TileReader, TlogProof } from "../ledger/index.js";
import type { FoundLeaf } from "./sheet-search.js";

/**
 * Proves that a leaf is in the tree of a checkpoint, from tiles. Checked before anybody gets it: tiles that somebody altered, or entries of another
 * publication, give none.
 * @param note the checkpoint as it was signed: it stands in the proof.
 */
export function proveLeaf(
  sha256: Sha256,
  { index, leaf }: FoundLeaf,
  { size, root }: Checkpoint,
  note: Uint8Array,
  read: TileReader,
): Result<TlogProof> {
  const hashes = inclusionProof(sha256, read, index, size);
  if (!hashes.ok) return hashes;
  const claim = { index, size, root, leafHash: leafHash(sha256, leaf), proof: hashes.value };
  const shown = verifyInclusion(sha256, claim);
  return shown.ok ? succeed({ index, hashes: hashes.value, checkpoint: note, extra: leaf }) : shown;
}
