import { createPublicKey, hash, verify } from "node:crypto";
import type { Sha256 } from "acta/basics";
import type { Ed25519 } from "acta/ledger";

/** DER of a public key up to its 32 bytes (RFC 8410, 4: SubjectPublicKeyInfo with id-Ed25519). */
const PUBLIC_KEY_HEAD = Buffer.from("302a300506032b6570032100", "hex");

const HASH_BYTES = 32;

/**
 * SHA-256 of this platform, in one call: three times as fast as an object that is fed (docs/decisions/0008). Asked for as text of one
 * character a byte: making a Buffer takes the platform longer than hashing an entry (docs/decisions/0014).
 */
export const sha256: Sha256 = (bytes) => {
  const text = hash("sha256", bytes, "binary");
  const result = new Uint8Array(HASH_BYTES);
  for (let at = 0; at < HASH_BYTES; at++) result[at] = text.charCodeAt(at);
  return result;
};

/** Ed25519 of this platform (RFC 8032, 5.1.7), as the ledger room asks for it: false for whatever is not a key or a signature. */
export const ed25519: Ed25519 = {
  verify: (publicKey, message, signature) => {
    try {
      const key = createPublicKey({ key: Buffer.concat([PUBLIC_KEY_HEAD, publicKey]), format: "der", type: "spki" });
      return verify(null, message, key, signature);
    } catch {
      // 32 bytes that are no point of the curve: the platform says so by an exception.
      return false;
    }
  },
};
