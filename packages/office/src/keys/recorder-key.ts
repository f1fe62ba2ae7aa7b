import { hex, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { makeVerifierKey } from "acta/ledger";
import type { Signer } from "acta/ledger";
import { sha256 } from "./ed25519.js";
import type { PrivateKey } from "./key-file.js";

const FINGERPRINT_DIGITS = 12;
const ORIGIN = /^(?:drill\.)?recorder\.([0-9a-f]{12})\//;

/**
 * The name of a ledger that a recorder begins. It says what the key is (a recorder's, never an authority's), which key it is (so that
 * whoever has the name can tell another key from it), and the election it began with; and of a drill, first of all, that it is one.
 */
export function recorderOrigin(key: PrivateKey, election: string, drill: boolean): string {
  return `${drill ? "drill." : ""}recorder.${fingerprintOf(key.publicKey)}/${election}`;
}

/** False when an origin names another recorder's key. Ledgers from before keys were made have origins that name none. */
export function isOriginOf(origin: string, publicKey: Uint8Array): boolean {
  const named = ORIGIN.exec(origin)?.[1];
  return named === undefined || named === fingerprintOf(publicKey);
}

/** True for an origin that names the key that must sign. */
export function namesKey(origin: string): boolean {
  return ORIGIN.test(origin);
}

/** Signs checkpoints under a ledger's origin: a key has the name of what it signs for (C2SP tlog-checkpoint, Signatures). */
export function checkpointSigner(key: PrivateKey, origin: string): Result<Signer<"ed25519">> {
  const verifier = makeVerifierKey(sha256, "ed25519", origin, key.publicKey);
  return verifier.ok ? succeed({ key: verifier.value, sign: key.sign }) : verifier;
}

function fingerprintOf(publicKey: Uint8Array): string {
  return hex(sha256(publicKey)).slice(0, FINGERPRINT_DIGITS);
}
