import { fail, succeed } from "acta/basics";
import type { Instant, Result } from "acta/basics";
import { CHECKPOINT_PATH, POINTER_PATH, parsePointer, verifyFolder } from "acta/edition";
import type { PublishedReader, Verification } from "acta/edition";
import { verifyCheckpoint } from "acta/ledger";
import type { VerifiedSignature, VerifierKey } from "acta/ledger";
import { knownLedger, rememberLedger } from "./known-ledgers.js";
import type { KnownLedger } from "./known-ledgers.js";
import { platform } from "./platform.js";
import type { WitnessPolicy } from "./proof-file.js";
import { ledgerKey } from "./published-head.js";

/** What is verified, and what the reader goes by. */
export interface VerifyRequest {
  readonly reader: PublishedReader;
  /** Verifier key given from outside; undefined without one. */
  readonly trust: string | undefined;
  /** Who must have cosigned the checkpoint, besides the ledger's own key. */
  readonly policy: WitnessPolicy;
  /** Where ledgers are remembered; null for nowhere. */
  readonly config: string | null;
  readonly now: Instant;
}

/** What was found, and on what the answer about the signer rests. */
export interface VerifyAnswer extends Verification {
  /** `given`: the key came from outside. `pinned`: it is the one of an earlier time. `unknown`: nobody vouches for it. */
  readonly trust: "given" | "pinned" | "unknown";
  /** What was known before; a rollback or a fork shows only against it. */
  readonly known: KnownLedger | null;
  /** Cosignatures of the witnesses that were given. */
  readonly witnessedBy: readonly VerifiedSignature[];
  /** True when key and checkpoint are remembered from now on. */
  readonly remembered: boolean;
}

/** Verifies a published folder with the key given, else with the one that was pinned, else with its own. */
export function verifyPublished({ reader, trust, policy, config, now }: VerifyRequest): Result<VerifyAnswer> {
  const given = trust === undefined ? succeed(null) : ledgerKey(trust);
  if (!given.ok) return given;
  const known = knownLedger(config, given.value?.name ?? originOf(reader));
  const key = given.value ?? known?.key ?? null;
  const remembers = known?.checkpoint ?? null;
  const verification = verifyFolder(platform, reader, { key, remembered: remembers });
  const { checkpoint, key: used } = verification;
  const witnessed = checkpoint === null || used === null ? succeed([]) : witnessesOf(reader, used, policy);
  const differences = witnessed.ok ? verification.differences : [...verification.differences, witnessed.problem];
  const sound = differences.length === 0 && checkpoint !== null && used !== null;
  const remembered = sound && rememberLedger(config, used, checkpoint, now);
  const by = given.value !== null ? "given" : known !== null ? "pinned" : "unknown";
  const witnessedBy = witnessed.ok ? witnessed.value : [];
  return succeed({ ...verification, differences, trust: by, known, witnessedBy, remembered });
}

/** Who of the given witnesses has cosigned the checkpoint; a problem when they are fewer than asked for, or one does not hold. */
function witnessesOf(
  reader: PublishedReader,
  key: VerifierKey,
  { witnesses, quorum }: WitnessPolicy,
): Result<readonly VerifiedSignature[]> {
  const note = reader.read(CHECKPOINT_PATH) ?? new Uint8Array(0);
  const verified = verifyCheckpoint(platform.ed25519, note, { origin: key.name, logKeys: [key], witnesses, quorum });
  return verified.ok ? succeed(verified.value.witnessedBy) : fail({ ...verified.problem, where: CHECKPOINT_PATH });
}

/** The name that a folder gives itself: it only chooses what is remembered, and is then held against it. */
function originOf(reader: PublishedReader): string {
  const pointer = parsePointer(new TextDecoder().decode(reader.read(POINTER_PATH)));
  return pointer.ok ? pointer.value.origin : "";
}
