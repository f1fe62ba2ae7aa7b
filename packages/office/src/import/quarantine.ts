import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DataFolder } from "../store/index.js";
import type { Delivery } from "./deliveries.js";
import type { QuarantinedRow } from "./row-refusal.js";

/**
 * Keeps the refused rows of a delivery, one JSON line each, in a file named by the hash of its file, or of the hashes of its
 * files: two deliveries that share a roll file keep their rows apart.
 * @returns the path; "" when nothing was refused or the file could not be written (the import then says what was refused anyway).
 */
export function keepQuarantine(folder: DataFolder, delivery: Delivery, rows: readonly QuarantinedRow[]): string {
  const hashes = delivery.files.map((file) => file.sha256).toSorted();
  const [only = ""] = hashes;
  const name = hashes.length === 1 ? only : createHash("sha256").update(hashes.join()).digest("hex");
  return keepRows(folder, name, rows);
}

/** The same for files that are no delivery: `sha256` is the hash of the first of them. */
export function keepRows(folder: DataFolder, sha256: string, rows: readonly QuarantinedRow[]): string {
  if (rows.length === 0) return "";
  const path = join(folder.quarantine, `${sha256.slice(0, 16)}.ndjson`);
  try {
    mkdirSync(folder.quarantine, { recursive: true });
    writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
    return path;
  } catch {
    // A full or read-only disk fails the import itself, with its own line; the counts are reported in any case.
    return "";
  }
}
