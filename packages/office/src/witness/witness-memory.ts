import { mkdirSync, readFileSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { fail, hex, succeed, utf8 } from "acta/basics";
import type { Instant, Result } from "acta/basics";
import { formatVerifierKey, parseCheckpoint, parseNote, parseVerifierKey } from "acta/ledger";
import type { Checkpoint, VerifierKey } from "acta/ledger";
import { sha256 } from "../keys/index.js";
import { syncFolder, systemProblem, writeDurably } from "../store/index.js";

/** The last state of a ledger that a witness has cosigned. */
export interface WitnessedLedger {
  /** The ledger's key, pinned on first use or given. */
  readonly key: VerifierKey;
  readonly checkpoint: Checkpoint;
  /** The signed note, byte for byte: half of the evidence if the ledger ever contradicts it. */
  readonly note: Uint8Array;
}

/** Folder in which a witness remembers, beside its key: who has the key must have the memory as well. */
export function memoryOf(keyPath: string): string {
  return `${keyPath}.seen`;
}

function pathOf(keyPath: string, origin: string): string {
  // An origin comes from a stranger and may hold anything: its hash names the file.
  return join(memoryOf(keyPath), `${hex(sha256(utf8(origin)))}.json`);
}

/**
 * What a witness has cosigned last of a ledger; null when it never has. A memory that cannot be read is refused: a witness that has
 * forgotten would cosign whatever it is shown.
 */
export function witnessed(keyPath: string, origin: string): Result<WitnessedLedger | null> {
  const path = pathOf(keyPath, origin);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const problem = systemProblem(error, path);
    return problem.code === "store.notFound" ? succeed(null) : fail(problem);
  }
  const ledger = ledgerFrom(text);
  return ledger === undefined || ledger.key.name !== origin
    ? fail({ code: "witness.badMemory", where: path })
    : succeed(ledger);
}

function ledgerFrom(text: string): WitnessedLedger | undefined {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json !== "object" || json === null || !("key" in json) || !("checkpoint" in json)) return undefined;
    if (typeof json.key !== "string" || typeof json.checkpoint !== "string") return undefined;
    const note = utf8(json.checkpoint);
    const key = parseVerifierKey(sha256, json.key);
    const parsed = parseNote(note);
    const checkpoint = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed;
    return key.ok && checkpoint.ok ? { key: key.value, checkpoint: checkpoint.value, note } : undefined;
  } catch {
    // Not JSON: the caller refuses it.
    return undefined;
  }
}

/** Remembers a state before it is cosigned: on disk when this returns, so that no crash lets the witness cosign two histories. */
export function rememberWitnessed(keyPath: string, key: VerifierKey, note: Uint8Array, now: Instant): Result<null> {
  const path = pathOf(keyPath, key.name);
  const document = {
    origin: key.name,
    key: formatVerifierKey(key),
    checkpoint: new TextDecoder().decode(note),
    seenAt: now,
  };
  try {
    if (mkdirSync(dirname(path), { recursive: true }) !== undefined) syncFolder(dirname(memoryOf(keyPath)));
    writeDurably(`${path}.draft`, utf8(`${JSON.stringify(document, null, 2)}\n`));
    renameSync(`${path}.draft`, path);
    syncFolder(dirname(path));
    return succeed(null);
  } catch (error) {
    return fail(systemProblem(error, path));
  }
}
