import { fail, hex, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { parseSheetProof, verifySheetProof } from "acta/edition";
import type { ProofWords, ProvedSheet } from "acta/edition";
import { makeVerifierKey, parseVerifierKey } from "acta/ledger";
import type { VerifierKey } from "acta/ledger";
import { sha256 } from "../keys/index.js";
import { knownLedger } from "./known-ledgers.js";
import { platform } from "./platform.js";
import { ledgerKey } from "./published-head.js";

/** Which witnesses must have cosigned, and how many of them. */
export interface WitnessPolicy {
  readonly witnesses: readonly VerifierKey<"cosignature">[];
  readonly quorum: number;
}

/** What a proof file is verified with. */
export interface ProofRequest extends WitnessPolicy {
  readonly bytes: Uint8Array;
  /** Verifier key given from outside; undefined: the one that was pinned when the ledger was verified. */
  readonly key: string | undefined;
  readonly config: string | null;
}

/** A proof that holds. */
export interface ProofAnswer {
  readonly proved: ProvedSheet;
  readonly words: ProofWords | null;
  readonly key: VerifierKey;
  readonly trust: "given" | "pinned";
}

/** Verifies a proof file with a key and nothing else. Where the ledger was seen before, it must not contradict that. */
export function verifyProofFile(request: ProofRequest): Result<ProofAnswer> {
  const { bytes, config, witnesses, quorum } = request;
  const proof = parseSheetProof(bytes);
  if (!proof.ok) return proof;
  const given = request.key === undefined ? null : ledgerKey(request.key);
  if (given !== null && !given.ok) return given;
  // The name that the note gives itself only chooses what is remembered; the key of that name then decides.
  const [named = ""] = new TextDecoder().decode(proof.value.sheet.checkpoint).split("\n", 1);
  const known = knownLedger(config, given?.value.name ?? named);
  const key = given?.value ?? known?.key;
  if (key === undefined) return fail({ code: "verify.noKey", context: { origin: named.slice(0, 100) } });
  const policy = { origin: key.name, logKeys: [key], witnesses, quorum };
  const proved = verifySheetProof(platform, proof.value, policy);
  if (!proved.ok) return proved;
  const { size, root } = proved.value.checkpoint.checkpoint;
  const remembered = known?.checkpoint;
  if (remembered !== undefined && remembered.size === size && hex(remembered.root) !== hex(root))
    return fail({ code: "verify.forked", where: key.name, context: { size, remembered: size } });
  return succeed({
    proved: proved.value,
    words: proof.value.words,
    key,
    trust: given === null ? "pinned" : "given",
  });
}

/** Reads the verifier keys of witnesses. Without a quorum all of them must have cosigned. */
export function witnessPolicy(texts: readonly string[], quorum: number | undefined): Result<WitnessPolicy> {
  const witnesses: VerifierKey<"cosignature">[] = [];
  for (const text of texts) {
    const parsed = parseVerifierKey(sha256, text.trim());
    if (!parsed.ok) return parsed;
    const { kind, name, publicKey } = parsed.value;
    if (kind !== "cosignature") return fail({ code: "verify.notAWitness", where: name });
    const key = makeVerifierKey(sha256, kind, name, publicKey);
    if (!key.ok) return key;
    const isSame = witnesses.some((each) => hex(each.publicKey) === hex(publicKey));
    if (isSame) return fail({ code: "checkpoint.sameKey", where: name });
    witnesses.push(key.value);
  }
  const asked = quorum ?? witnesses.length;
  return asked <= witnesses.length
    ? succeed({ witnesses, quorum: asked })
    : fail({ code: "checkpoint.badQuorum", context: { quorum: asked, witnesses: witnesses.length } });
}
