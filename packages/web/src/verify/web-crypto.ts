import { ed25519 } from "@noble/curves/ed25519.js";
import type { VerifyCrypto } from "acta/edition";
import { sha256 } from "./sha256.js";

/** Hashes and signatures without the platform: the same in every browser, and at once. */
export const webCrypto: VerifyCrypto = {
  sha256,
  ed25519: {
    verify: (publicKey, message, signature) => {
      try {
        // As RFC 8032, 5.1.7 and the platforms have it; the looser rule (ZIP 215) takes keys and points that others refuse.
        return ed25519.verify(signature, message, publicKey, { zip215: false });
      } catch {
        // Lengths that fit no key or signature, or bytes that are no point of the curve.
        return false;
      }
    },
  },
};
