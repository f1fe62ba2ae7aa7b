import { fail, isCount, succeed } from "../basics/index.js";
import type { Problem, Result, Sha256 } from "../basics/index.js";
import { sameBytes } from "./bytes.js";
import { HASH_BYTES, TreeHasher } from "./tree-hash.js";

/** What an inclusion proof is to show: that a leaf stands at `index` in the tree with this size and root (RFC 9162 2.1.3). */
export interface InclusionClaim {
  readonly index: number;
  readonly leafHash: Uint8Array;
  readonly size: number;
  readonly root: Uint8Array;
  /** From the sibling of the leaf up to the child of the root. */
  readonly proof: readonly Uint8Array[];
}

/** What a consistency proof is to show: that the older tree is the beginning of the newer one (RFC 9162 2.1.4). */
export interface ConsistencyClaim {
  readonly olderSize: number;
  readonly olderRoot: Uint8Array;
  readonly newerSize: number;
  readonly newerRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/**
 * Verifies an inclusion proof (RFC 9162 2.1.3.2). Everything in the claim but the root may come from an attacker: sizes that
 * are no counts, an index outside the tree, hashes of another length and a proof that is too long or too short are refused.
 */
export function verifyInclusion(sha256: Sha256, claim: InclusionClaim): Result<true> {
  const { index, size } = claim;
  const problem = outsideTree(index, size) ?? badHash([claim.leafHash, ...claim.proof]);
  if (problem !== undefined) return fail(problem);
  const hasher = new TreeHasher(sha256);
  let first = index;
  let last = size - 1;
  let root = claim.leafHash;
  for (const step of claim.proof) {
    if (last === 0) return fail(badLength(claim.proof));
    if (first % 2 === 1 || first === last) {
      root = hasher.node(step, root);
      while (first % 2 === 0 && first !== 0) [first, last] = [half(first), half(last)];
    } else root = hasher.node(root, step);
    [first, last] = [half(first), half(last)];
  }
  if (last !== 0) return fail(badLength(claim.proof));
  return sameBytes(root, claim.root) ? succeed(true) : fail({ code: "tree.notIncluded", context: { index, size } });
}

/**
 * Verifies a consistency proof (RFC 9162 2.1.4.2). Every tree extends the empty one, so nothing is shown by a proof from size 0:
 * it is refused. Between equal sizes the proof is empty and the roots are the same.
 */
export function verifyConsistency(sha256: Sha256, claim: ConsistencyClaim): Result<true> {
  const { olderSize: older, newerSize: newer, proof } = claim;
  const problem = notOlder(older, newer) ?? badHash(proof);
  if (problem !== undefined) return fail(problem);
  const differs: Problem = { code: "tree.notConsistent", context: { older, newer } };
  if (older === newer) {
    if (proof.length > 0) return fail(badLength(proof));
    return sameBytes(claim.olderRoot, claim.newerRoot) ? succeed(true) : fail(differs);
  }
  const roots = rootsOf(new TreeHasher(sha256), claim);
  if (roots === undefined) return fail(badLength(proof));
  const same = sameBytes(roots.older, claim.olderRoot) && sameBytes(roots.newer, claim.newerRoot);
  return same ? succeed(true) : fail(differs);
}

/** The two roots that a consistency proof leads to; `undefined` when it is too long or too short. */
function rootsOf(
  hasher: TreeHasher,
  claim: ConsistencyClaim,
): { readonly older: Uint8Array; readonly newer: Uint8Array } | undefined {
  if (claim.proof.length === 0) return undefined;
  let first = claim.olderSize - 1;
  let last = claim.newerSize - 1;
  while (first % 2 === 1) [first, last] = [half(first), half(last)];
  // An older tree that is complete is itself the first subtree: its root is not repeated in the proof.
  const path = first === 0 ? [claim.olderRoot, ...claim.proof] : claim.proof;
  const [start, ...steps] = path;
  if (start?.length !== HASH_BYTES) return undefined;
  let older = start;
  let newer = start;
  for (const step of steps) {
    if (last === 0) return undefined;
    if (first % 2 === 1 || first === last) {
      older = hasher.node(step, older);
      newer = hasher.node(step, newer);
      while (first % 2 === 0 && first !== 0) [first, last] = [half(first), half(last)];
    } else newer = hasher.node(newer, step);
    [first, last] = [half(first), half(last)];
  }
  return last === 0 ? { older, newer } : undefined;
}

/** Why there is no leaf at this place; `undefined` when there is one. */
export function outsideTree(index: number, size: number): Problem | undefined {
  if (!isCount(size)) return { code: "tree.badSize", context: { size } };
  if (!isCount(index) || index >= size) return { code: "tree.badIndex", context: { index, size } };
  return undefined;
}

/** Why nothing can be shown between these sizes; `undefined` when the older one is at least 1 and at most the newer one. */
export function notOlder(older: number, newer: number): Problem | undefined {
  if (!isCount(newer)) return { code: "tree.badSize", context: { size: newer } };
  if (!isCount(older) || older === 0 || older > newer) return { code: "tree.badSizes", context: { older, newer } };
  return undefined;
}

function badHash(hashes: readonly Uint8Array[]): Problem | undefined {
  const bad = hashes.find((hash) => hash.length !== HASH_BYTES);
  return bad === undefined ? undefined : { code: "tree.badHash", context: { bytes: bad.length } };
}

function badLength(proof: readonly Uint8Array[]): Problem {
  return { code: "tree.badProof", context: { hashes: proof.length } };
}

function half(value: number): number {
  return Math.floor(value / 2);
}
