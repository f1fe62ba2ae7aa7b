import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { fingerprintIn, isLogKey as isKeyOf } from "acta/signature";
import type { LedgerKeys } from "acta/signature";
import { makeKey, readKey, sha256 } from "../keys/index.js";
import type { PrivateKey } from "../keys/index.js";
import { systemProblem } from "./system-problem.js";

/** Where the recorder's key lies, which needs no configuration. */
export function recorderKeyPath(folder: string): string {
  return join(folder, "keys", "recorder.key");
}

/** Where the key waits that is to replace it. */
export function nextKeyPath(folder: string): string {
  return join(folder, "keys", "recorder.next.key");
}

/** The recorder's key, made when it is missing and may be made. */
export function recorderKey(folder: string, mayMake: boolean): Result<PrivateKey> {
  const path = recorderKeyPath(folder);
  const key = readKey(path);
  return !key.ok && key.problem.code === "key.missing" && mayMake ? makeKey(path) : key;
}

/** True for the key that signs a ledger's checkpoints. */
export function isLogKey(register: LedgerKeys, publicKey: Uint8Array): boolean {
  return isKeyOf(sha256, register, publicKey);
}

/** The key that signs a ledger's checkpoints. */
export interface LogKey {
  readonly key: PrivateKey;
  /** It still lies where a change of keys has put it: `takePlace` brings that to its end. */
  readonly waits: boolean;
}

/** The private key that signs the checkpoints of a ledger with these keys, in place or still waiting for its turn. */
export function logKey(folder: string, register: LedgerKeys, mayMake: boolean): Result<LogKey> {
  const path = recorderKeyPath(folder);
  const key = recorderKey(folder, mayMake && fingerprintIn(register.ledger?.origin ?? "") === null);
  if (key.ok && isLogKey(register, key.value.publicKey)) return succeed({ key: key.value, waits: false });
  const waiting = nextKeyPath(folder);
  const next = existsSync(waiting) ? readKey(waiting) : key;
  if (next.ok && isLogKey(register, next.value.publicKey)) return succeed({ key: next.value, waits: true });
  return key.ok ? fail({ code: "key.other", where: path, context: { origin: register.ledger?.origin ?? "" } }) : key;
}

/** The key that waited takes the place of the one that the ledger no longer knows: only after the ledger says so for good. */
export function takePlace(folder: string): Result<null> {
  const waiting = nextKeyPath(folder);
  try {
    renameSync(waiting, recorderKeyPath(folder));
    return succeed(null);
  } catch (error) {
    return fail(systemProblem(error, waiting));
  }
}
