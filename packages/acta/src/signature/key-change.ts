import { fail, succeed } from "../basics/index.js";
import type { Problem, Result, Sha256 } from "../basics/index.js";
import { parseVerifierKey } from "../ledger/index.js";
import type { BatchHeader, KeyEntry, LedgerEntry } from "../record/index.js";
import type { RegisteredKey } from "./key-register.js";
import { fingerprintIn, fingerprintOf } from "./ledger-name.js";

/** A key entry at its position, with its header. */
export interface KeyChange {
  readonly entry: KeyEntry;
  readonly header: BatchHeader;
  readonly index: number;
}

/**
 * Why the signers may not make a change of keys; `undefined` when they may. The authority adds and revokes; a holder may rotate or revoke
 * its own key.
 */
export function changeProblem({ entry, index }: KeyChange, signers: readonly RegisteredKey[]): Problem | undefined {
  const allowed = signers.some(
    ({ role, holder }) =>
      role === "electionAuthority" || (entry.action !== "added" && role === entry.role && holder === entry.holder),
  );
  if (allowed) return undefined;
  return { code: "signature.notYourKey", context: { index, action: entry.action, holder: entry.holder } };
}

/**
 * The key with which a ledger begins to sign: in a ledger of record the authority's, which the first range adds; in a recorder's the one
 * that its first change of keys replaces or revokes. In both the ledger's name must give its fingerprint.
 */
export function foundingKey(
  sha256: Sha256,
  { origin, mode }: LedgerEntry,
  changes: readonly KeyChange[],
  index: number,
): Result<RegisteredKey> {
  const role = mode === "ofRecord" ? "electionAuthority" : "recorder";
  for (const { entry } of changes) {
    if (entry.role !== role) continue;
    const line = mode === "ofRecord" || entry.action === "revoked" ? entry.key : entry.previous;
    const key = parseVerifierKey(sha256, line);
    if (!key.ok || fingerprintOf(sha256, key.value.publicKey) !== fingerprintIn(origin)) continue;
    const holder = entry.holder;
    return succeed({ key: key.value, role, holder, validUntil: null, since: -1, until: null });
  }
  return fail({ code: "signature.notFounded", context: { index, origin } });
}
