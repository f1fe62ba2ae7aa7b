import { fail, succeed } from "../basics/index.js";
import type { Result, Sha256 } from "../basics/index.js";
import { Frontier, encodeBase64, formatSignature, signText } from "../ledger/index.js";
import type { Signer } from "../ledger/index.js";
import { BatchWalk, LeafWriter, eachLeaf, leafOf } from "../record/index.js";
import type { BatchHeader, KeyRole, Leaves } from "../record/index.js";
import { rangeText } from "./range-text.js";
import { signatureHeader } from "./signature-header.js";

/** Who signs, in which role, under whose name. */
export interface RoleSigner {
  readonly signer: Signer<"ed25519">;
  readonly role: KeyRole;
  readonly holder: string;
}

/**
 * The batch that signs whole batches as one range; it stands right behind them.
 * @param first ledger position at which the signed leaves stand.
 */
export function signRange(
  sha256: Sha256,
  leaves: Leaves,
  { signer, role, holder }: RoleSigner,
  { origin, first }: { readonly origin: string; readonly first: number },
): Result<Leaves> {
  const tree = new Frontier(sha256);
  eachLeaf(leaves, (start, end) => tree.appendLeaf(leaves.bytes, start, end));
  const last = lastHeader(leaves);
  if (!last.ok) return last;
  const root = tree.root();
  const signed = signText(rangeText({ origin, first, end: first + leaves.count, root }), signer);
  if (!signed.ok) return signed;
  const writer = new LeafWriter();
  writer.leaf(leafOf(signatureHeader({ key: signer.key, role, holder }, last.value)));
  // The dash in front and the line break behind are the note's, not the entry's.
  const line = formatSignature(signed.value).slice(2, -1);
  writer.leaf(leafOf({ first, root: encodeBase64(root), signatures: [line] }));
  return succeed(writer.leaves());
}

function lastHeader(leaves: Leaves): Result<BatchHeader> {
  let last: BatchHeader | null = null;
  const walk = new BatchWalk({
    batch: (header) => {
      last = header;
      return succeed(null);
    },
  });
  const walked = walk.next(leaves);
  if (!walked.ok) return walked;
  return last === null ? fail({ code: "record.badHeader", context: { index: 0 } }) : succeed(last);
}
