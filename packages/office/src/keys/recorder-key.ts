import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { makeVerifierKey } from "acta/ledger";
import type { Signer } from "acta/ledger";
import { sha256 } from "./ed25519.js";
import type { PrivateKey } from "./key-file.js";

/** Signs checkpoints under a ledger's origin: a key has the name of what it signs for (C2SP tlog-checkpoint, Signatures). */
export function checkpointSigner(key: PrivateKey, origin: string): Result<Signer<"ed25519">> {
  const verifier = makeVerifierKey(sha256, "ed25519", origin, key.publicKey);
  return verifier.ok ? succeed({ key: verifier.value, sign: key.sign }) : verifier;
}
