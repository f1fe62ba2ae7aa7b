import { assertNever, fail, isCount, succeed, utf8 } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import { concat } from "./bytes.js";
import { textProblem } from "./note.js";
import type { NoteSignature, SignedNote } from "./note.js";
import type { Ed25519, KeyKind, VerifierKey } from "./verifier-key.js";

/** Who signs: the public half, and a function that keeps the private half to itself (RFC 8032, 5.1.6; 64 bytes). */
export interface Signer<K extends KeyKind = KeyKind> {
  readonly key: VerifierKey<K>;
  readonly sign: (message: Uint8Array) => Uint8Array;
}

/** A signature of a known key that was checked; cosignatures say when they were made, in seconds since 1970. */
export interface VerifiedSignature {
  readonly key: VerifierKey;
  readonly time?: number;
}

const SIGNATURE_BYTES = 64;
const TIME_BYTES = 8;
const WORD = 2 ** 32;

/** Signs a text: Ed25519 over the text of the note (C2SP signed-note, Ed25519 signatures). */
export function signText(text: string, signer: Signer<"ed25519">): Result<NoteSignature> {
  const problem = textProblem(text);
  if (problem !== undefined) return fail(problem);
  const signature = signer.sign(utf8(text));
  if (signature.length !== SIGNATURE_BYTES) throw new Error(`an Ed25519 signature of ${signature.length} bytes`);
  return succeed({ name: signer.key.name, keyId: signer.key.id, signature });
}

/**
 * Cosigns the text of a checkpoint as of a time in whole seconds since 1970 (C2SP tlog-cosignature, Ed25519 signed message). It is
 * for the caller to have verified that the tree extends the last one that the key cosigned.
 */
export function cosignText(text: string, signer: Signer<"cosignature">, time: number): Result<NoteSignature> {
  const problem = textProblem(text);
  if (problem !== undefined) return fail(problem);
  if (!isCount(time)) return fail({ code: "note.badTime", where: signer.key.name });
  const signature = signer.sign(cosignedMessage(text, time));
  if (signature.length !== SIGNATURE_BYTES) throw new Error(`an Ed25519 signature of ${signature.length} bytes`);
  return succeed({ name: signer.key.name, keyId: signer.key.id, signature: concat(timeBytes(time), signature) });
}

/**
 * Verifies the signatures of a note (C2SP signed-note, Signatures): those of unknown keys are ignored; one of a known key that
 * does not hold refuses the note; without any of a known key it is refused as well.
 * @returns each known key that signed, once, in the order of the note.
 */
export function verifyNote(
  ed25519: Ed25519,
  note: SignedNote,
  keys: readonly VerifierKey[],
): Result<readonly VerifiedSignature[]> {
  const verified = new Map<VerifierKey, VerifiedSignature>();
  for (const signature of note.signatures) {
    const key = keys.find(({ name, id }) => name === signature.name && id === signature.keyId);
    if (key === undefined) continue;
    const checked = verifySignature(ed25519, note.text, signature.signature, key);
    if (checked === undefined) return fail({ code: "note.badSignature", where: key.name });
    if (!verified.has(key)) verified.set(key, checked);
  }
  if (verified.size === 0)
    return fail({ code: "note.noKnownSignature", context: { signatures: note.signatures.length } });
  return succeed([...verified.values()]);
}

function verifySignature(
  ed25519: Ed25519,
  text: string,
  bytes: Uint8Array,
  key: VerifierKey,
): VerifiedSignature | undefined {
  switch (key.kind) {
    case "ed25519":
      if (bytes.length !== SIGNATURE_BYTES) return undefined;
      return ed25519.verify(key.publicKey, utf8(text), bytes) ? { key } : undefined;
    case "cosignature": {
      if (bytes.length !== TIME_BYTES + SIGNATURE_BYTES) return undefined;
      const view = new DataView(bytes.buffer, bytes.byteOffset, TIME_BYTES);
      const time = view.getUint32(0) * WORD + view.getUint32(4);
      // Beyond 2^53 seconds lies the future in any case: "verifiers MAY reject cosignatures with timestamps in the future".
      if (!isCount(time)) return undefined;
      const message = cosignedMessage(text, time);
      return ed25519.verify(key.publicKey, message, bytes.subarray(TIME_BYTES)) ? { key, time } : undefined;
    }
    default:
      return assertNever(key.kind);
  }
}

/** Header line and time line before the whole note text (C2SP tlog-cosignature, Ed25519 signed message). */
function cosignedMessage(text: string, time: number): Uint8Array {
  return utf8(`cosignature/v1\ntime ${time}\n${text}`);
}

/** The time in 8 bytes, big-endian (C2SP tlog-cosignature, Format: `u64 timestamp`). */
function timeBytes(time: number): Uint8Array {
  const bytes = new Uint8Array(TIME_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Math.floor(time / WORD));
  view.setUint32(4, time % WORD);
  return bytes;
}
