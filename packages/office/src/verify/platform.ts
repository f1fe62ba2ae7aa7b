import { gunzipSync } from "node:zlib";
import type { VerifyPlatform } from "acta/edition";
import { ed25519, sha256 } from "../keys/index.js";

/** The most that entries are unpacked to: 5 million of them have 250 MB, and a stranger's file may be made to fill the memory. */
const MOST_UNPACKED = 2 ** 31;

/** Hashes, signatures and gzip of Node, for the library's verifier. */
export const platform: VerifyPlatform = {
  sha256,
  ed25519,
  gunzip: (bytes) => {
    try {
      return gunzipSync(bytes, { maxOutputLength: MOST_UNPACKED });
    } catch {
      // Not gzip, cut off, or its checksum does not fit.
      return undefined;
    }
  },
};
