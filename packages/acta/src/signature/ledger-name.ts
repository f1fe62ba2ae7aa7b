import { hex } from "../basics/index.js";
import type { Sha256 } from "../basics/index.js";
import type { LedgerEntry } from "../record/index.js";

const FINGERPRINT_DIGITS = 12;
const ORIGIN = /^(?:drill\.)?record(?:er)?\.([0-9a-f]{12})\//;

/**
 * The name of a new ledger. It says whose key founds it (`recorder`: somebody who writes down the acts of others, `record`: an authority
 * that signs its own), which key that is, so that whoever has the name can tell another key from it, and the election that it began
 * with; and of a drill, first of all, that it is one.
 */
export function ledgerName(
  sha256: Sha256,
  { mode, drill }: Omit<LedgerEntry, "origin">,
  publicKey: Uint8Array,
  election: string,
): string {
  const whose = mode === "ofRecord" ? "record" : "recorder";
  return `${drill ? "drill." : ""}${whose}.${fingerprintOf(sha256, publicKey)}/${election}`;
}

/** The fingerprint of the founding key that a ledger's name gives; null in names from before keys were made. */
export function fingerprintIn(origin: string): string | null {
  return ORIGIN.exec(origin)?.[1] ?? null;
}

/** The first digits of a key's SHA-256. */
export function fingerprintOf(sha256: Sha256, publicKey: Uint8Array): string {
  return hex(sha256(publicKey)).slice(0, FINGERPRINT_DIGITS);
}
