import { readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { formatCheckpoint, formatNote, parseCheckpoint, parseNote, signText } from "acta/ledger";
import type { Checkpoint, Signer } from "acta/ledger";
import { writeDurably } from "./durable-file.js";
import { systemProblem } from "./system-problem.js";

/** Where the signed checkpoint of a data folder stands. */
export function checkpointPath(folder: string): string {
  return join(folder, "ledger", "checkpoint");
}

/** Bytes of the checkpoint of a data folder; null when it has none: it is new, or was written before checkpoints were. */
export function readCheckpoint(folder: string): Result<Uint8Array | null> {
  const path = checkpointPath(folder);
  try {
    return succeed(readFileSync(path));
  } catch (error) {
    const problem = systemProblem(error, path);
    return problem.code === "store.notFound" ? succeed(null) : fail(problem);
  }
}

/**
 * Signs a checkpoint and puts it in the place of the one before. A crash leaves the old one or the new one, whole: the bytes are on disk
 * before the name is changed. The change of the name itself is not waited for, as an older checkpoint is brought forward when
 * the folder is next opened for writing.
 */
export function writeCheckpoint(
  folder: string,
  checkpoint: Omit<Checkpoint, "extensions">,
  signer: Signer<"ed25519">,
): Result<null> {
  const text = formatCheckpoint({ ...checkpoint, extensions: [] });
  if (!text.ok) return text;
  const signature = signText(text.value, signer);
  if (!signature.ok) return signature;
  const path = checkpointPath(folder);
  try {
    writeDurably(`${path}.draft`, formatNote({ text: text.value, signatures: [signature.value] }));
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
