import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { formatCheckpoint, formatNote, parseCheckpoint, parseNote, signText } from "acta/ledger";
import type { Checkpoint, Signer } from "acta/ledger";
import { systemProblem } from "./system-problem.js";

/** Where the signed checkpoint of a data folder stands. */
export function checkpointPath(folder: string): string {
  return join(folder, "ledger", "checkpoint");
}

/** Bytes of the checkpoint of a data folder; null when it has none: it is new, or a power cut came before the file was on disk. */
export function readCheckpoint(folder: string): Result<Uint8Array | null> {
  const path = checkpointPath(folder);
  try {
    const bytes = readFileSync(path);
    return succeed(bytes.length === 0 ? null : bytes);
  } catch (error) {
    const problem = systemProblem(error, path);
    return problem.code === "store.notFound" ? succeed(null) : fail(problem);
  }
}

/** A checkpoint as a signed note. */
export function signCheckpoint(
  checkpoint: Omit<Checkpoint, "extensions">,
  signer: Signer<"ed25519">,
): Result<Uint8Array> {
  const text = formatCheckpoint({ ...checkpoint, extensions: [] });
  if (!text.ok) return text;
  const signature = signText(text.value, signer);
  return signature.ok ? succeed(formatNote({ text: text.value, signatures: [signature.value] })) : signature;
}

/**
 * Puts a signed checkpoint in the place of the one before. Nobody waits for the disk here: a crash of the process leaves the old one
 * or the new one, whole; a power cut may leave the old one, or an empty file, which counts as none. Either is brought forward when
 * the folder is next opened for writing, from entries that are durable. So the checkpoint costs an append no second wait.
 */
export function writeCheckpoint(folder: string, note: Uint8Array): Result<null> {
  const path = checkpointPath(folder);
  try {
    writeFileSync(`${path}.draft`, note);
    renameSync(`${path}.draft`, path);
    return succeed(null);
  } catch (error) {
    return fail(systemProblem(error, path));
  }
}

/** How far the checkpoint of a folder that is read has come; its signature is for `acta doctor`. */
export interface CheckpointStanding {
  readonly size: number;
  /** Entries of the ledger behind it: a write was cut off after its entries were durable, or is just being finished. */
  readonly behind: number;
}

/** Where the checkpoint stands against the ledger; null when there is none that can be read. */
export function checkpointStanding(folder: {
  readonly path: string;
  readonly ledger: { readonly size: number };
}): CheckpointStanding | null {
  const bytes = readCheckpoint(folder.path);
  if (!bytes.ok || bytes.value === null) return null;
  const note = parseNote(bytes.value);
  const checkpoint = note.ok ? parseCheckpoint(note.value.text) : note;
  if (!checkpoint.ok) return null;
  const { size } = checkpoint.value;
  return { size, behind: Math.max(0, folder.ledger.size - size) };
}
