// RFC 6962 Merkle trees and the C2SP formats: hashes, inclusion and consistency proofs, signed notes and checkpoints.
import {
  emptyRoot,
  encodeBase64,
  leafHash,
  nodeHash,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  verifyConsistency,
  verifyInclusion,
  verifyNote,
} from "acta/ledger";
import { ed25519, sha256 } from "./node-crypto.mjs";

/**
 * @typedef {{ id: string, sha256Hex: string, leafHex?: string, leafUtf8?: string, leftUtf8?: string, rightUtf8?: string }} HashCase
 * @typedef {{ id: string, kind: "inclusion", leafIdx: number, treeSize: number, root: string, leafHash: string,
 *   proof: string[] | null, wantErr: boolean }} InclusionCase
 * @typedef {{ id: string, kind: "consistency", size1: number, size2: number, root1: string, root2: string,
 *   proof: string[] | null, wantErr: boolean }} ConsistencyCase
 * @typedef {{ id: string, note: string, verifierKey?: string, valid?: boolean, origin?: string, size?: number, root?: string,
 *   keyIdHex?: string, signatures?: number, cosignatureTimestamp?: number }} NoteCase
 * @typedef {{ hashes?: HashCase[], notes?: NoteCase[], proofs: (InclusionCase | ConsistencyCase)[] }} TlogFile
 */

/**
 * @param {unknown} json
 * @returns {json is TlogFile}
 */
function isTlog(json) {
  if (typeof json !== "object" || json === null) return false;
  const { hashes = [], notes = [], proofs } = /** @type {Record<string, unknown>} */ (json);
  if (!Array.isArray(hashes) || !Array.isArray(notes) || !Array.isArray(proofs)) return false;
  return proofs.every((one) => one?.kind === "inclusion" || one?.kind === "consistency");
}

/** @param {string} text */
const bytesOf = (text) => new Uint8Array(Buffer.from(text, "base64"));

/** @param {HashCase} one */
function hashOf({ leafHex, leafUtf8, leftUtf8, rightUtf8 }) {
  if (leafHex !== undefined) return leafHash(sha256, Buffer.from(leafHex, "hex"));
  if (leafUtf8 !== undefined) return leafHash(sha256, Buffer.from(leafUtf8));
  if (leftUtf8 === undefined || rightUtf8 === undefined) return emptyRoot(sha256);
  return nodeHash(sha256, Buffer.from(leftUtf8), Buffer.from(rightUtf8));
}

/** @param {InclusionCase | ConsistencyCase} one */
function resultOf(one) {
  const proof = (one.proof ?? []).map(bytesOf);
  if (one.kind === "inclusion") {
    const claim = {
      index: one.leafIdx,
      size: one.treeSize,
      leafHash: bytesOf(one.leafHash),
      root: bytesOf(one.root),
      proof,
    };
    return verifyInclusion(sha256, claim);
  }
  const { size1: olderSize, size2: newerSize } = one;
  const claim = { olderSize, newerSize, olderRoot: bytesOf(one.root1), newerRoot: bytesOf(one.root2), proof };
  return verifyConsistency(sha256, claim);
}

/**
 * What a note case says about the note, as this library reads it: the same fields, and no others.
 * @param {NoteCase} one
 */
function readNote(one) {
  const { id, note, verifierKey, ...want } = one;
  /** @type {Record<string, unknown>} */
  const got = {};
  const parsed = parseNote(new TextEncoder().encode(note));
  if (!parsed.ok) return { id, want, got: want.valid === false ? { valid: false } : { problem: parsed.problem } };
  if (want.valid !== undefined) {
    const key = parseVerifierKey(sha256, verifierKey ?? "");
    got["valid"] = key.ok && verifyNote(ed25519, parsed.value, [key.value]).ok;
  }
  const [first, second] = parsed.value.signatures;
  if (want.keyIdHex !== undefined) got["keyIdHex"] = first?.keyId;
  if (want.signatures !== undefined) got["signatures"] = parsed.value.signatures.length;
  if (want.cosignatureTimestamp !== undefined)
    got["cosignatureTimestamp"] = Number(Buffer.from(second?.signature ?? []).readBigUInt64BE());
  if (want.origin !== undefined) {
    const checkpoint = parseCheckpoint(parsed.value.text);
    if (!checkpoint.ok) return { id, want, got: { problem: checkpoint.problem } };
    const { origin, size, root } = checkpoint.value;
    Object.assign(got, { origin, size, root: encodeBase64(root) });
  }
  return { id, want, got };
}

/** @type {import("./check-vectors.mjs").Runner} */
export const tlog = {
  name: "RFC 6962 and C2SP transparency logs",
  matches: isTlog,
  *run(json) {
    if (!isTlog(json)) throw new Error("not a file of this format");
    for (const one of json.hashes ?? []) {
      const got = Buffer.from(hashOf(one)).toString("hex");
      yield { id: one.id, passed: got === one.sha256Hex, got, want: one.sha256Hex };
    }
    for (const one of json.notes ?? []) {
      const { id, want, got } = readNote(one);
      const passed = Object.entries(want).every(([field, value]) => got[field] === value);
      yield { id, passed, got, want };
    }
    for (const one of json.proofs) {
      const result = resultOf(one);
      const got = result.ok ? "accepted" : `refused (${result.problem.code})`;
      yield { id: one.id, passed: result.ok !== one.wantErr, got, want: one.wantErr ? "refused" : "accepted" };
    }
  },
};
