import type { Problem } from "../basics/index.js";
import { formatVerifierKey } from "../ledger/index.js";
import type { VerifierKey } from "../ledger/index.js";
import type { Leaves } from "../record/index.js";
import { SignatureCheck, followsKey, isLogKey } from "../signature/index.js";
import { CHECKPOINT_PATH, ENTRIES_PATH } from "./ledger-files.js";
import type { VerifyCrypto } from "./published-reader.js";

/** The keys of a verification: the one that signed the checkpoint, and the one that the reader trusts; null where there is none. */
interface SigningKeys {
  readonly key: VerifierKey | null;
  readonly trusted: VerifierKey | null;
}

/**
 * Checks in the entries who signed what: every range of a ledger of record by the role that may, every change of keys by the key that
 * goes, and the checkpoint by the key that the entries leave in force, to which the trusted one must lead.
 */
export function verifyKeys(
  { sha256, ed25519 }: VerifyCrypto,
  leaves: Leaves,
  { key, trusted }: SigningKeys,
  tell: (problem: Problem) => void,
): void {
  const check = new SignatureCheck({ sha256, ed25519 });
  const next = check.next(leaves);
  const done = next.ok ? check.end() : next;
  // What is no entry at all is told by the fold, with its place.
  if (!done.ok && done.problem.code.startsWith("signature.")) tell({ ...done.problem, where: ENTRIES_PATH });
  const register = { ledger: check.ledger(), keys: check.keys() };
  if (key === null || register.ledger === null) return;
  const where = CHECKPOINT_PATH;
  if (!isLogKey(sha256, register, key.publicKey))
    tell({ code: "verify.otherKey", where, context: { origin: register.ledger.origin } });
  else if (trusted !== null && !followsKey(sha256, register, trusted.publicKey, key.publicKey))
    tell({ code: "verify.keyNotFollowed", where, context: { key: formatVerifierKey(trusted) } });
}
