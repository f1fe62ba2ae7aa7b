import { fail, hex, succeed, utf8 } from "../basics/index.js";
import type { Result, Sha256 } from "../basics/index.js";
import { decodeBase64, encodeBase64 } from "./base64.js";
import { concat } from "./bytes.js";

/**
 * Checks a signature (RFC 8032, 5.1.7) as the platform can; an argument wherever the library verifies. The key has 32 bytes and the
 * signature 64. It answers false to whatever is not a valid key or signature, and never throws.
 */
export interface Ed25519 {
  readonly verify: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;
}

/**
 * What a key signs: `ed25519` the text of a note (C2SP signed-note, type 0x01), `cosignature` a checkpoint together with the time
 * (C2SP tlog-cosignature, type 0x04). One key under both kinds is two verifier keys.
 */
export type KeyKind = "ed25519" | "cosignature";

/** A key that signatures are checked with; its name and id choose it (C2SP signed-note, Signatures). */
export interface VerifierKey<K extends KeyKind = KeyKind> {
  readonly kind: K;
  /** Non-empty, without spaces and plus signs (C2SP signed-note, Format). */
  readonly name: string;
  /** Four bytes in hexadecimal: short on purpose, a name and not a proof (C2SP signed-note, Signatures). */
  readonly id: string;
  /** 32 bytes (RFC 8032, 5.1.5). */
  readonly publicKey: Uint8Array;
}

/** Bytes of an Ed25519 public key (RFC 8032, 5.1.5). */
const PUBLIC_KEY_BYTES = 32;

/** Signature type identifier bytes (C2SP signed-note, Signature types). */
const TYPES: Readonly<Record<KeyKind, number>> = { ed25519: 0x01, cosignature: 0x04 };

const NEWLINE = 0x0a;
const SPACE_OR_PLUS = /[\p{White_Space}+]/u;
const UNPRINTABLE = /[\p{Cc}\p{Surrogate}]/u;

/** True for a name that a key may have: "non-empty, no Unicode spaces or plus characters" (C2SP signed-note, Format). */
export function isKeyName(name: string): boolean {
  return name !== "" && !SPACE_OR_PLUS.test(name);
}

/** Makes a verifier key; its id is SHA-256(name || 0x0A || type || public key)[:4] (C2SP signed-note, Signatures). */
export function makeVerifierKey<K extends KeyKind>(
  sha256: Sha256,
  kind: K,
  name: string,
  publicKey: Uint8Array,
): Result<VerifierKey<K>> {
  if (!isKeyName(name) || UNPRINTABLE.test(name))
    return fail({ code: "note.badName", context: { name: name.slice(0, 60) } });
  if (publicKey.length !== PUBLIC_KEY_BYTES) return fail({ code: "note.badKey", where: name });
  const id = hex(sha256(concat(utf8(name), Uint8Array.of(NEWLINE, TYPES[kind]), publicKey)).subarray(0, 4));
  return succeed({ kind, name, id, publicKey });
}

const KEY = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u;

/**
 * Reads a verifier key: `<name>+<id in hexadecimal>+base64(<type> || <public key>)` (C2SP signed-note, Verifier keys). The id must be
 * the one that follows from the rest: a key that was mistyped is refused.
 */
export function parseVerifierKey(sha256: Sha256, text: string): Result<VerifierKey> {
  const [, name = "", id = "", material = ""] = KEY.exec(text) ?? [];
  const bytes = decodeBase64(material);
  // The text is not repeated in the problem: somebody may have given the private key.
  if (name === "" || bytes === undefined || bytes.length === 0) return fail({ code: "note.badKey" });
  const kind = kindOf(bytes[0]);
  if (kind === undefined) return fail({ code: "note.unknownKeyType", where: name, context: { type: bytes[0] ?? 0 } });
  const key = makeVerifierKey(sha256, kind, name, bytes.subarray(1));
  if (key.ok && key.value.id !== id) return fail({ code: "note.otherKeyId", where: name, context: { id } });
  return key;
}

/** Writes a verifier key as one line of text (C2SP signed-note, Verifier keys). */
export function formatVerifierKey(key: VerifierKey): string {
  return `${key.name}+${key.id}+${encodeBase64(concat(Uint8Array.of(TYPES[key.kind]), key.publicKey))}`;
}

function kindOf(type: number | undefined): KeyKind | undefined {
  if (type === TYPES.ed25519) return "ed25519";
  return type === TYPES.cosignature ? "cosignature" : undefined;
}
