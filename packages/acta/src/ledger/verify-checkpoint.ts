import { fail, hex, isCount, succeed } from "../basics/index.js";
import type { Problem, Result } from "../basics/index.js";
import { parseCheckpoint } from "./checkpoint.js";
import type { Checkpoint } from "./checkpoint.js";
import { parseNote } from "./note.js";
import { verifyNote } from "./note-signature.js";
import type { VerifiedSignature } from "./note-signature.js";
import type { Ed25519, VerifierKey } from "./verifier-key.js";

/**
 * Which checkpoints are accepted: of one ledger, signed by one of its keys, and cosigned by at least `quorum` of the witnesses
 * (C2SP tlog-proof, Verifying a tlog proof: "require k valid cosignatures out of n known witnesses").
 */
export interface CheckpointPolicy {
  readonly origin: string;
  readonly logKeys: readonly VerifierKey[];
  readonly witnesses: readonly VerifierKey<"cosignature">[];
  /** 0 where no witness is asked for. */
  readonly quorum: number;
}

/** A checkpoint that the policy accepts, with whose signatures. */
export interface VerifiedCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly signedBy: readonly VerifiedSignature[];
  readonly witnessedBy: readonly VerifiedSignature[];
}

/**
 * Verifies a checkpoint (C2SP tlog-checkpoint; tlog-proof, Verifying a tlog proof, steps 2 and 3). Its text is read only once a
 * signature of a known key holds. Whether it extends one that was seen before is for `verifyConsistency`.
 */
export function verifyCheckpoint(
  ed25519: Ed25519,
  bytes: Uint8Array,
  policy: CheckpointPolicy,
): Result<VerifiedCheckpoint> {
  const unusable = policyProblem(policy);
  if (unusable !== undefined) return fail(unusable);
  const note = parseNote(bytes);
  if (!note.ok) return note;
  const verified = verifyNote(ed25519, note.value, [...policy.logKeys, ...policy.witnesses]);
  if (!verified.ok) return verified;
  const checkpoint = parseCheckpoint(note.value.text);
  if (!checkpoint.ok) return checkpoint;
  if (checkpoint.value.origin !== policy.origin)
    return fail({
      code: "checkpoint.otherOrigin",
      context: { origin: checkpoint.value.origin.slice(0, 100), expected: policy.origin },
    });
  const signedBy = verified.value.filter(({ key }) => policy.logKeys.includes(key));
  if (signedBy.length === 0) return fail({ code: "checkpoint.notSigned", context: { origin: policy.origin } });
  const witnessedBy = verified.value.filter(({ key }) => !policy.logKeys.includes(key));
  if (witnessedBy.length < policy.quorum)
    return fail({
      code: "checkpoint.fewWitnesses",
      context: { witnesses: witnessedBy.length, quorum: policy.quorum },
    });
  return succeed({ checkpoint: checkpoint.value, signedBy, witnessedBy });
}

/**
 * Why a policy cannot be used. A public key stands in it once, whatever its names: otherwise one witness would count as two, or a
 * ledger as its own witness (C2SP tlog-policy, Public key representation, Defining a witness).
 */
function policyProblem({ logKeys, witnesses, quorum }: CheckpointPolicy): Problem | undefined {
  if (logKeys.length === 0) return { code: "checkpoint.noLogKey" };
  const seen = new Set<string>();
  for (const key of [...logKeys, ...witnesses]) {
    const publicKey = hex(key.publicKey);
    if (seen.has(publicKey)) return { code: "checkpoint.sameKey", where: key.name };
    seen.add(publicKey);
  }
  if (!isCount(quorum) || quorum > witnesses.length)
    return { code: "checkpoint.badQuorum", context: { quorum, witnesses: witnesses.length } };
  return undefined;
}
