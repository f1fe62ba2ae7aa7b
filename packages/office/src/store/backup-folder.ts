import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { readCheckpoint } from "./checkpoint-file.js";
import { openFolder } from "./data-folder.js";
import type { DataFolder } from "./data-folder.js";
import { syncFolder, writeDurably } from "./durable-file.js";
import { FOLDER_MARK } from "./folder-mark.js";
import { mirrorPath, mirroredFiles } from "./mirror-mark.js";
import { systemProblem } from "./system-problem.js";

/** Name of the list of files in a backup. It is written last: a backup without it was cut off. */
export const MANIFEST = "acta-backup.json";
/** How the list says what it is. */
export const MANIFEST_FORMAT = "acta-backup/1";
const KEY = "keys/recorder.key";
const MIRRORED = ["origin.json", "manifest", "manifest.files", "pointer.json"];

/** One file of a backup. */
export interface BackupFile {
  /** Path inside the data folder, with slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What was backed up or restored. */
export interface BackupReport {
  /** Ledger entries in it. */
  readonly size: number;
  readonly files: number;
  readonly bytes: number;
  readonly hasKey: boolean;
}

/**
 * Copies a data folder into a new one, with a list of the hashes of all files. Somebody may write to the folder meanwhile: the checkpoint
 * is read before the ledger, the ledger up to its last commit, and blobs after it, so that what is copied fits together. Derived
 * files stay behind. The private key is a secret and goes along only when asked for.
 */
export function backupFolder(path: string, to: string, withKey: boolean): Result<BackupReport> {
  const checkpoint = readCheckpoint(path);
  if (!checkpoint.ok) return checkpoint;
  const opened = openFolder(path);
  if (!opened.ok) return opened;
  const folder = opened.value;
  try {
    const ready = makeEmpty(to);
    if (!ready.ok) return ready;
    return copyInto(folder, checkpoint.value, to, withKey);
  } catch (error) {
    return fail(systemProblem(error, to));
  } finally {
    folder.close();
  }
}

function copyInto(
  folder: DataFolder,
  checkpoint: Uint8Array | null,
  to: string,
  withKey: boolean,
): Result<BackupReport> {
  const files: BackupFile[] = [];
  const keep = (path: string, bytes: Uint8Array): void => void files.push(writeCopy(to, path, bytes));
  const read = (path: string): Uint8Array => readFileSync(join(folder.path, path));
  keep(FOLDER_MARK, read(FOLDER_MARK));
  if (checkpoint !== null) keep("ledger/checkpoint", checkpoint);
  const sound = folder.ledger.read(folder.ledger.size, () => succeed(null));
  if (!sound.ok) return sound;
  keep("ledger/entries.log", read("ledger/entries.log").subarray(0, folder.ledger.committedBytes));
  for (const name of namesIn(join(folder.path, "blobs"))) {
    if (!/^[0-9a-f]{64}$/.test(name)) continue;
    const blob = folder.blobs.get(name);
    if (!blob.ok) return blob;
    keep(`blobs/${name}`, blob.value);
  }
  for (const name of namesIn(folder.quarantine)) keep(`quarantine/${name}`, read(`quarantine/${name}`));
  // A mirror stays one, with the key that it has pinned; what it keeps as evidence lies in a folder of its own below.
  for (const name of namesIn(mirrorPath(folder.path)).filter((each) => MIRRORED.includes(each)))
    keep(`mirror/${name}`, read(`mirror/${name}`));
  for (const name of namesIn(mirroredFiles(folder.path).path).filter((each) => /^[0-9a-f]{64}$/.test(each)))
    keep(`mirror/files/${name}`, read(`mirror/files/${name}`));
  if (isThere(folder.path, "keys/recorder.pub")) keep("keys/recorder.pub", read("keys/recorder.pub"));
  const hasKey = withKey && isThere(folder.path, KEY);
  if (hasKey) keep(KEY, read(KEY));
  const { size } = folder.ledger;
  writeDurably(
    join(to, MANIFEST),
    Buffer.from(`${JSON.stringify({ format: MANIFEST_FORMAT, size, files }, null, 1)}\n`),
  );
  syncFolder(to);
  return succeed({ size, files: files.length, bytes: files.reduce((sum, file) => sum + file.bytes, 0), hasKey });
}

/** Writes one file of a copy durably; what is a key is for its owner alone from the first byte on. */
export function writeCopy(to: string, path: string, bytes: Uint8Array): BackupFile {
  const target = join(to, path);
  mkdirSync(dirname(target), { recursive: true });
  if (path.endsWith(".key")) {
    writeDurably(target, new Uint8Array(0));
    chmodSync(target, 0o600);
  }
  writeDurably(target, bytes);
  return { path, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** Makes a folder for a copy; one with anything in it is left alone. */
export function makeEmpty(path: string): Result<null> {
  try {
    mkdirSync(path, { recursive: true });
    return readdirSync(path).length === 0 ? succeed(null) : fail({ code: "store.notOurs", where: path });
  } catch (error) {
    return fail(systemProblem(error, path));
  }
}

function isThere(folder: string, path: string): boolean {
  return namesIn(dirname(join(folder, path))).includes(path.split("/").at(-1) ?? "");
}

function namesIn(path: string): readonly string[] {
  try {
    return readdirSync(path).toSorted();
  } catch {
    // Folders that hold nothing yet are not there.
    return [];
  }
}
