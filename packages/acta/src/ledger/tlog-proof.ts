import { fail, isCount, succeed, utf8 } from "../basics/index.js";
import type { Problem, Result, Sha256 } from "../basics/index.js";
import { decodeBase64, encodeBase64 } from "./base64.js";
import { MOST_NOTE_BYTES } from "./note.js";
import { decodeUtf8, parseDecimal } from "./plain-text.js";
import { HASH_BYTES } from "./tree-hash.js";
import type { Ed25519 } from "./verifier-key.js";
import { verifyCheckpoint } from "./verify-checkpoint.js";
import type { CheckpointPolicy, VerifiedCheckpoint } from "./verify-checkpoint.js";
import { verifyInclusion } from "./verify-proof.js";

/** A proof that stands alone: an entry is inside a checkpointed tree (C2SP tlog-proof). */
export interface TlogProof {
  readonly index: number;
  /** From the sibling of the leaf up to the child of the root. */
  readonly hashes: readonly Uint8Array[];
  /** The signed note, byte for byte as the ledger issued it. */
  readonly checkpoint: Uint8Array;
  /** Opaque, not empty, and signed by nobody (C2SP tlog-proof, Format): here the entry itself may travel. */
  readonly extra?: Uint8Array;
}

/** First line of every proof (C2SP tlog-proof, Format). */
const HEADER = "c2sp.org/tlog-proof@v1";

/** More steps than a tree of 2^63 leaves has (C2SP tlog-witness, add-checkpoint: not more than 63 lines). */
const MOST_HASHES = 63;

/** The largest file that is read: a checkpoint, the steps and an entry of 64 KiB have ample room. */
const MOST_PROOF_BYTES = 2 * MOST_NOTE_BYTES;

/** Reads a proof (C2SP tlog-proof, Format). Every proof has one form only: what is read is what `formatTlogProof` writes. */
export function parseTlogProof(bytes: Uint8Array): Result<TlogProof> {
  if (bytes.length > MOST_PROOF_BYTES) return fail(tooLarge(bytes));
  const text = decodeUtf8(bytes);
  const split = text?.indexOf("\n\n") ?? -1;
  if (text === undefined || split < 0) return fail({ code: "proof.badForm" });
  const [header, ...lines] = text.slice(0, split).split("\n");
  if (header !== HEADER) return fail({ code: "proof.badHeader" });
  const extra =
    lines[0]?.startsWith("extra ") === true ? decodeBase64(lines.shift()?.slice("extra ".length) ?? "") : null;
  if (extra === undefined || extra?.length === 0) return fail({ code: "proof.badExtra" });
  const [place = "", ...steps] = lines;
  const index = place.startsWith("index ") ? parseDecimal(place.slice("index ".length)) : undefined;
  if (index === undefined) return fail({ code: "proof.badIndex" });
  const hashes = steps.map((step) => decodeBase64(step)).filter((hash) => hash?.length === HASH_BYTES);
  if (hashes.length !== steps.length || hashes.length > MOST_HASHES) return fail({ code: "proof.badHash" });
  const checkpoint = utf8(text.slice(split + 2));
  const proof = { index, hashes: hashes.filter((hash) => hash !== undefined), checkpoint };
  return succeed(extra === null ? proof : { ...proof, extra });
}

/** Writes a proof (C2SP tlog-proof, Format); by custom into a file that ends with `.tlog-proof`. */
export function formatTlogProof(proof: TlogProof): Result<Uint8Array> {
  const { index, hashes, checkpoint, extra } = proof;
  if (!isCount(index) || parseDecimal(String(index)) === undefined) return fail({ code: "proof.badIndex" });
  if (hashes.length > MOST_HASHES || hashes.some(({ length }) => length !== HASH_BYTES))
    return fail({ code: "proof.badHash" });
  if (extra?.length === 0) return fail({ code: "proof.badExtra" });
  const note = decodeUtf8(checkpoint);
  if (note === undefined) return fail({ code: "note.notUtf8" });
  const lines = [HEADER];
  if (extra !== undefined) lines.push(`extra ${encodeBase64(extra)}`);
  lines.push(`index ${index}`, ...hashes.map(encodeBase64));
  const bytes = utf8(`${lines.join("\n")}\n\n${note}`);
  return bytes.length > MOST_PROOF_BYTES ? fail(tooLarge(bytes)) : succeed(bytes);
}

/**
 * Verifies a proof (C2SP tlog-proof, Verifying a tlog proof, steps 2 to 4).
 * @param leaf hash of the entry, from the bytes that it is about: step 1, which nobody but the caller can do. Where the entry
 *   travels in `extra`, that is its leaf hash, and nothing else in `extra` is believed.
 */
export function verifyTlogProof(
  platform: { readonly sha256: Sha256; readonly ed25519: Ed25519 },
  proof: TlogProof,
  leaf: Uint8Array,
  policy: CheckpointPolicy,
): Result<VerifiedCheckpoint> {
  const verified = verifyCheckpoint(platform.ed25519, proof.checkpoint, policy);
  if (!verified.ok) return verified;
  const { size, root } = verified.value.checkpoint;
  const included = verifyInclusion(platform.sha256, {
    index: proof.index,
    leafHash: leaf,
    size,
    root,
    proof: proof.hashes,
  });
  return included.ok ? verified : included;
}

function tooLarge(bytes: Uint8Array): Problem {
  return { code: "proof.tooLarge", context: { bytes: bytes.length, most: MOST_PROOF_BYTES } };
}
