import { readFileSync } from "node:fs";
import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import { sha256 as noble } from "@noble/hashes/sha2.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hex } from "acta/basics";
import { parseNote, parseVerifierKey, verifyConsistency, verifyInclusion, verifyNote } from "acta/ledger";
import { describeWithShared, sharedPath } from "../../../../scripts/shared-data.js";
import { webCrypto } from "./index.js";

const { sha256, ed25519 } = webCrypto;
const platform = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

describe("SHA-256 of the page", () => {
  test("is that of the platform and of noble at every length over four blocks", () => {
    for (let length = 0; length <= 260; length++) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 197 + length) % 256);
      expect(hex(sha256(bytes)), `${length} bytes`).toBe(platform(bytes));
      expect(hex(noble(bytes))).toBe(platform(bytes));
    }
  });

  test("is that of the platform for any bytes, also when it hashes from the middle of a buffer", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), fc.nat(50), (bytes, from) => {
        const part = bytes.subarray(Math.min(from, bytes.length));
        expect(hex(sha256(part))).toBe(platform(part));
      }),
    );
  });

  test("gives the example of the standard (FIPS 180-4, one million a)", () => {
    expect(hex(sha256(new Uint8Array(1_000_000).fill(0x61)))).toBe(
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
    );
  });
});

describe("Ed25519 of the page", () => {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const raw = new Uint8Array(publicKey.export({ format: "der", type: "spki" }).subarray(-32));

  test("agrees with the platform on signatures, whole and altered", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(511), fc.boolean(), (message, bit, alter) => {
        const signature = new Uint8Array(sign(null, message, privateKey));
        const at = bit >> 3;
        if (alter) signature[at] = (signature[at] ?? 0) ^ (1 << (bit & 7));
        const key = createPublicKey(publicKey.export({ format: "pem", type: "spki" }));
        expect(ed25519.verify(raw, message, signature)).toBe(verify(null, message, key, signature));
      }),
      { numRuns: 30 },
    );
  });

  test("answers false, and throws nothing, for whatever is no key or no signature", () => {
    for (const length of [0, 31, 33, 64])
      expect(ed25519.verify(new Uint8Array(length).fill(255), raw, new Uint8Array(64))).toBe(false);
    expect(ed25519.verify(raw, raw, new Uint8Array(63))).toBe(false);
  });
});

interface Note {
  readonly id: string;
  readonly note: string;
  readonly verifierKey?: string;
  readonly valid?: boolean;
}

interface Proof {
  readonly id: string;
  readonly kind: string;
  readonly leafIdx?: number;
  readonly treeSize?: number;
  readonly size1?: number;
  readonly size2?: number;
  readonly root?: string;
  readonly root1?: string;
  readonly root2?: string;
  readonly leafHash?: string;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}

describeWithShared("the vectors of ../shared/vectors/tlog.json, with the page's own hashes and signatures", () => {
  const file = (): { readonly notes: readonly Note[]; readonly proofs: readonly Proof[] } =>
    JSON.parse(readFileSync(sharedPath("vectors", "tlog.json"), "utf8"));
  const bytesOf = (text: string | undefined): Uint8Array => new Uint8Array(Buffer.from(text ?? "", "base64"));

  test("give the same for all 196 proofs of RFC 6962", () => {
    const { proofs } = file();
    expect(proofs).toHaveLength(196);
    for (const one of proofs) {
      const proof = (one.proof ?? []).map(bytesOf);
      const verified =
        one.kind === "inclusion"
          ? verifyInclusion(sha256, {
              index: one.leafIdx ?? -1,
              size: one.treeSize ?? -1,
              leafHash: bytesOf(one.leafHash),
              root: bytesOf(one.root),
              proof,
            })
          : verifyConsistency(sha256, {
              olderSize: one.size1 ?? -1,
              newerSize: one.size2 ?? -1,
              olderRoot: bytesOf(one.root1),
              newerRoot: bytesOf(one.root2),
              proof,
            });
      expect(verified.ok, one.id).toBe(!one.wantErr);
    }
  });

  test("give the same for every signed note that says whether its signature is valid", () => {
    const notes = file().notes.filter((one) => one.valid !== undefined);
    expect(notes.length).toBeGreaterThan(0);
    for (const { id, note, verifierKey = "", valid } of notes) {
      const parsed = parseNote(new TextEncoder().encode(note));
      const key = parseVerifierKey(sha256, verifierKey);
      expect(parsed.ok && key.ok && verifyNote(ed25519, parsed.value, [key.value]).ok, id).toBe(valid);
    }
  });
});
