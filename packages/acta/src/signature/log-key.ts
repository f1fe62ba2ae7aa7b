import { hex } from "../basics/index.js";
import type { Sha256 } from "../basics/index.js";
import type { LedgerEntry } from "../record/index.js";
import { fingerprintIn, fingerprintOf } from "./ledger-name.js";
import type { RegisteredKey } from "./key-register.js";

/** Who may sign in a ledger, as its entries have left it. */
export interface LedgerKeys {
  /** The ledger's own entry; null while it has none. */
  readonly ledger: LedgerEntry | null;
  readonly keys: readonly RegisteredKey[];
}

/** True for the key that signs a ledger's checkpoints: the one with the role of recorder, else the one that its name gives. */
export function isLogKey(sha256: Sha256, { ledger, keys }: LedgerKeys, publicKey: Uint8Array): boolean {
  const recorders = keys.filter(({ role }) => role === "recorder");
  if (recorders.length > 0)
    return recorders.some(({ key, until }) => until === null && hex(key.publicKey) === hex(publicKey));
  // Ledgers from before keys were made have names that give none.
  const named = fingerprintIn(ledger?.origin ?? "");
  return ledger?.mode !== "ofRecord" && (named === null || named === fingerprintOf(sha256, publicKey));
}

/** True when one key has signed a ledger's checkpoints and another does so now: each change was signed by the key that went. */
export function followsKey(sha256: Sha256, register: LedgerKeys, old: Uint8Array, now: Uint8Array): boolean {
  if (hex(old) === hex(now)) return true;
  const was = register.keys.some(({ role, key }) => role === "recorder" && hex(key.publicKey) === hex(old));
  return was && isLogKey(sha256, register, now);
}
