// SHA-256 and Ed25519 of Node, in the form in which the library takes them as arguments: for the runners and for tests.
import { createPrivateKey, createPublicKey, hash, sign, verify } from "node:crypto";

/** @type {import("acta/basics").Sha256} */
export const sha256 = (bytes) => hash("sha256", bytes, "buffer");

/** @type {import("acta/ledger").Ed25519} */
export const ed25519 = {
  verify(publicKey, message, signature) {
    try {
      const x = Buffer.from(publicKey).toString("base64url");
      const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
      return verify(null, message, key, signature);
    } catch {
      return false;
    }
  },
};

/** What stands before the 32 bytes of a seed in PKCS #8 (RFC 8410, 7). */
const PKCS8_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");

/**
 * A key pair that follows from a word, for tests only: anybody can make it.
 * @param {string} word
 */
export function keyPairOf(word) {
  const seed = sha256(Buffer.from(word));
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: "der", type: "pkcs8" });
  const { x = "" } = createPublicKey(key).export({ format: "jwk" });
  return {
    publicKey: new Uint8Array(Buffer.from(x, "base64url")),
    /** @param {Uint8Array} message */
    sign: (message) => new Uint8Array(sign(null, message, key)),
  };
}
