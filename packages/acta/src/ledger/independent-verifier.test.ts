import { createHash, createPublicKey, verify } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ed25519, keyPairOf, sha256 } from "../../../../scripts/vectors/node-crypto.mjs";
import {
  MemoryTiles,
  cosignText,
  formatCheckpoint,
  formatNote,
  formatTlogProof,
  formatVerifierKey,
  inclusionProof,
  leafHash,
  makeVerifierKey,
  parseTlogProof,
  signText,
  verifyTlogProof,
} from "./index.js";
import type { CheckpointPolicy } from "./index.js";

// A second verifier, written from the specifications with nothing but Node's own crypto: what it shares with the library is
// the file that it reads and the text of the key. Whether a leaf is in the tree it decides the recursive way of RFC 6962, from the
// root down, where the library goes up with the counters of RFC 9162.

const digest = (...parts: readonly Uint8Array[]) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** Root that a path leads to: PATH(m, D[n]) of RFC 6962 2.1.1 read backwards; null when the path has another length. */
function rootOfPath(index: number, size: number, leaf: Buffer, path: readonly Buffer[]): Buffer | null {
  if (size === 1) return path.length === 0 ? leaf : null;
  const last = path.at(-1);
  if (last === undefined) return null;
  let split = 1;
  while (split * 2 < size) split *= 2;
  const left = index < split;
  const inner = rootOfPath(left ? index : index - split, left ? split : size - split, leaf, path.slice(0, -1));
  if (inner === null) return null;
  return left ? digest(Buffer.of(1), inner, last) : digest(Buffer.of(1), last, inner);
}

function signatureHolds(verifierKey: string, line: string, text: string): boolean {
  const [name = "", id = "", material = ""] = verifierKey.split(/\+(.{8})\+/);
  const key = Buffer.from(material, "base64");
  const signature = Buffer.from(line.slice(`— ${name} `.length), "base64");
  if (!line.startsWith(`— ${name} `) || signature.toString("base64") !== line.slice(`— ${name} `.length)) return false;
  if (
    digest(Buffer.from(`${name}\n`), key)
      .subarray(0, 4)
      .toString("hex") !== id
  )
    return false;
  if (signature.subarray(0, 4).toString("hex") !== id) return false;
  const x = key.subarray(1).toString("base64url");
  const publicKey = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  if (key[0] === 1) return verify(null, Buffer.from(text), publicKey, signature.subarray(4));
  const time = signature.readBigUInt64BE(4);
  return verify(null, Buffer.from(`cosignature/v1\ntime ${time}\n${text}`), publicKey, signature.subarray(12));
}

function independentlyVerified(
  file: Uint8Array,
  leaf: Uint8Array,
  origin: string,
  verifierKeys: readonly string[],
): boolean {
  const text = Buffer.from(file).toString("utf8");
  if (!Buffer.from(text, "utf8").equals(file)) return false;
  const match =
    /^c2sp\.org\/tlog-proof@v1\n(?:extra (.+)\n)?index (0|[1-9]\d*)\n((?:.+\n)*)\n([^]+\n)\n((?:— \S+ \S+\n)+)$/u.exec(
      text,
    );
  if (match === null) return false;
  const [, , index = "", steps = "", note = "", signatures = ""] = match;
  const lines = signatures.slice(0, -1).split("\n");
  if (!verifierKeys.every((key) => lines.some((line) => signatureHolds(key, line, note)))) return false;
  const [written, size = "", root = ""] = note.split("\n");
  if (written !== origin || !/^(0|[1-9]\d*)$/.test(size) || Number(index) >= Number(size)) return false;
  const path = steps.split("\n").slice(0, -1);
  const hashes = path.map((step) => Buffer.from(step, "base64"));
  if (hashes.some((hash, at) => hash.length !== 32 || hash.toString("base64") !== path[at])) return false;
  const got = rootOfPath(Number(index), Number(size), digest(Buffer.of(0), leaf), hashes);
  return got?.toString("base64") === root;
}

function must<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

const ORIGIN = "acta.example/peru-2021-runoff";
const pairs = { log: keyPairOf("log"), witness: keyPairOf("witness") };
const logKey = must(makeVerifierKey(sha256, "ed25519", ORIGIN, pairs.log.publicKey));
const witnessKey = must(makeVerifierKey(sha256, "cosignature", "witness.example", pairs.witness.publicKey));
const policy: CheckpointPolicy = { origin: ORIGIN, logKeys: [logKey], witnesses: [witnessKey], quorum: 1 };
const keys = [formatVerifierKey(logKey), formatVerifierKey(witnessKey)];
const leafAt = (index: number) => new TextEncoder().encode(`entry ${index}`);

function fileOf(index: number, size: number): Uint8Array {
  const tree = new MemoryTiles(sha256);
  for (let at = 0; at < size; at++) tree.appendLeaf(leafAt(at));
  const text = must(formatCheckpoint({ origin: ORIGIN, size, root: tree.root(), extensions: [] }));
  const signatures = [
    must(signText(text, { key: logKey, sign: pairs.log.sign })),
    must(cosignText(text, { key: witnessKey, sign: pairs.witness.sign }, 1_623_000_000)),
  ];
  const hashes = must(inclusionProof(sha256, tree.read, index, size));
  return must(formatTlogProof({ index, hashes, checkpoint: formatNote({ text, signatures }) }));
}

const libraryVerified = (file: Uint8Array, leaf: Uint8Array) => {
  const proof = parseTlogProof(file);
  return proof.ok && verifyTlogProof({ sha256, ed25519 }, proof.value, leafHash(sha256, leaf), policy).ok;
};

describe("a second verifier on Node's crypto alone", () => {
  test("accepts the checkpoints and inclusion proofs that the library accepts", () => {
    for (let size = 1; size <= 40; size++)
      for (let index = 0; index < size; index += 3) {
        const file = fileOf(index, size);
        expect(independentlyVerified(file, leafAt(index), ORIGIN, keys)).toBe(true);
        expect(libraryVerified(file, leafAt(index))).toBe(true);
      }
  });

  test("agrees with the library on every changed file, place and leaf", () => {
    const places = fc.tuple(fc.integer({ min: 1, max: 300 }), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }));
    fc.assert(
      fc.property(places, fc.boolean(), ([size, place, at, change], otherLeaf) => {
        const index = place % size;
        const file = fileOf(index, size);
        const changed = file.with(at % file.length, (file[at % file.length] ?? 0) ^ change);
        const leaf = leafAt(otherLeaf ? index + 1 : index);
        for (const bytes of [file, changed])
          expect(libraryVerified(bytes, leaf)).toBe(independentlyVerified(bytes, leaf, ORIGIN, keys));
      }),
      { numRuns: 200 },
    );
  });
});
