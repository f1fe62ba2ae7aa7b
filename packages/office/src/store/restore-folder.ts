import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fail, isCount, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { MANIFEST, MANIFEST_FORMAT, makeEmpty, writeCopy } from "./backup-folder.js";
import type { BackupFile, BackupReport } from "./backup-folder.js";
import { syncFolder } from "./durable-file.js";
import { FOLDER_MARK } from "./folder-mark.js";
import { isServerPath } from "./server-address.js";
import { systemProblem } from "./system-problem.js";

/** Everything that a backup may hold: a list that names another path is none of ours. */
const PATH =
  /^(?:acta-data\.json|ledger\/(?:entries\.log|checkpoint)|blobs\/[0-9a-f]{64}|quarantine\/(?!\.)[^/\\]+|mirror\/(?:files\/[0-9a-f]{64}|origin\.json|manifest(?:\.files)?|pointer\.json)|keys\/recorder\.(?:pub|key))$/;

/**
 * Makes a data folder from a backup. Every file is compared with the list before it is written, and the mark that makes the folder
 * usable is written last: what was cut off is not taken for a data folder. Whether what was restored is sound is for `checkFolder`.
 */
export function restoreFolder(backup: string, to: string): Result<BackupReport> {
  if (isServerPath(to)) return fail({ code: "store.addressForFolder" });
  const manifest = readManifest(backup);
  if (!manifest.ok) return manifest;
  const { size, files } = manifest.value;
  const ready = makeEmpty(to);
  if (!ready.ok) return ready;
  const mark = files.filter(({ path }) => path === FOLDER_MARK);
  for (const file of [...files.filter(({ path }) => path !== FOLDER_MARK), ...mark]) {
    const copied = restoreFile(backup, to, file);
    if (!copied.ok) return copied;
  }
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return succeed({ size, files: files.length, bytes, hasKey: files.some(({ path }) => path.endsWith(".key")) });
}

function restoreFile(backup: string, to: string, file: BackupFile): Result<null> {
  const from = join(backup, file.path);
  try {
    const bytes = readFileSync(from);
    if (bytes.length !== file.bytes || createHash("sha256").update(bytes).digest("hex") !== file.sha256)
      return fail({ code: "store.backupAltered", where: from });
    if (file.path === FOLDER_MARK) syncFolder(to);
    writeCopy(to, file.path, bytes);
    syncFolder(join(to, file.path, ".."));
    return succeed(null);
  } catch (error) {
    return fail(systemProblem(error, from));
  }
}

interface Manifest {
  readonly size: number;
  readonly files: readonly BackupFile[];
}

function readManifest(backup: string): Result<Manifest> {
  const path = join(backup, MANIFEST);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const problem = systemProblem(error, path);
    return problem.code === "store.notFound" ? fail({ code: "store.noBackup", where: backup }) : fail(problem);
  }
  const manifest = manifestFrom(text);
  return manifest === null ? fail({ code: "store.backupAltered", where: path }) : succeed(manifest);
}

function manifestFrom(text: string): Manifest | null {
  try {
    const value: unknown = JSON.parse(text);
    return isManifest(value) ? value : null;
  } catch {
    return null;
  }
}

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== "object" || value === null || !("format" in value) || value.format !== MANIFEST_FORMAT)
    return false;
  if (!("size" in value) || !isCount(value.size) || !("files" in value) || !Array.isArray(value.files)) return false;
  const paths = value.files.map((file: unknown) => (isFile(file) ? file.path : ""));
  return new Set(paths).size === paths.length && !paths.includes("") && paths.includes(FOLDER_MARK);
}

function isFile(value: unknown): value is BackupFile {
  if (typeof value !== "object" || value === null) return false;
  const isPath = "path" in value && typeof value.path === "string" && PATH.test(value.path);
  return isPath && "bytes" in value && isCount(value.bytes) && "sha256" in value && typeof value.sha256 === "string";
}
