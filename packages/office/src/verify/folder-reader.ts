import { closeSync, openSync, readFileSync, readSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { POINTER_PATH } from "acta/edition";
import type { PublishedReader } from "acta/edition";
import { systemProblem } from "../store/index.js";

/** Opens a published folder on disk. */
export function folderReader(folder: string): Result<PublishedReader> {
  try {
    const paths = pathsIn(folder, "");
    if (!paths.includes(POINTER_PATH) && !paths.includes("manifest"))
      return fail({ code: "verify.notPublished", where: folder });
    return succeed({ paths, read: (path) => bytesOf(join(folder, path)), holds: comparer(folder) });
  } catch (error) {
    return fail(systemProblem(error, folder));
  }
}

function pathsIn(folder: string, below: string): readonly string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? pathsIn(folder, path) : [path];
  });
}

/** Compares files with bytes in one buffer of its own: thousands of small ones, without an object for each. */
function comparer(folder: string): (path: string, bytes: Uint8Array) => boolean {
  const base = join(folder, "/");
  let scratch = Buffer.allocUnsafe(1 << 16);
  return (path, bytes) => {
    // One byte more than it should have shows that it is longer.
    if (scratch.length <= bytes.length) scratch = Buffer.allocUnsafe(2 * bytes.length);
    try {
      const file = openSync(`${base}${path}`, "r");
      try {
        const length = readSync(file, scratch, 0, bytes.length + 1, 0);
        return length === bytes.length && scratch.compare(bytes, 0, length, 0, length) === 0;
      } finally {
        closeSync(file);
      }
    } catch {
      // Not there, or not to be read: `read` will say so.
      return false;
    }
  };
}

function bytesOf(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    // Not there, or not to be read: for the verifier it is missing.
    return undefined;
  }
}
