import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { systemProblem } from "../store/index.js";

/**
 * Writes a file whole or not at all: into a temporary file beside it, which then takes its name. A reader never sees half a file; a
 * crash leaves the old one. What is no regular file (a pipe, a device) is written directly: renaming over it would replace it.
 * @returns the bytes written.
 */
export function writeExport(path: string, parts: Uint8Array | Iterable<Uint8Array>): Result<number> {
  const pieces = parts instanceof Uint8Array ? [parts] : parts;
  try {
    const target = targetOf(path);
    if (target.direct) return succeed(writePieces(target.path, "w", pieces));
    return succeed(writeAndRename(target.path, pieces));
  } catch (error) {
    return fail(systemProblem(error, path));
  }
}

function targetOf(path: string): { readonly path: string; readonly direct: boolean } {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return { path, direct: false };
  if (!found.isFile()) return { path, direct: true };
  // The file behind a link is replaced, not the link.
  return { path: realpathSync(path), direct: false };
}

function writeAndRename(path: string, pieces: Iterable<Uint8Array>): number {
  const temporary = join(dirname(path), `.acta-export-${randomBytes(6).toString("hex")}.tmp`);
  try {
    const bytes = writePieces(temporary, "wx", pieces);
    renameSync(temporary, path);
    return bytes;
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function writePieces(path: string, flags: "w" | "wx", pieces: Iterable<Uint8Array>): number {
  const file = openSync(path, flags);
  let bytes = 0;
  try {
    for (const piece of pieces) {
      for (let from = 0; from < piece.length;) from += writeSync(file, piece, from);
      bytes += piece.length;
    }
    // Pipes and devices have nothing to bring to the disk.
    if (flags === "wx") fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return bytes;
}
