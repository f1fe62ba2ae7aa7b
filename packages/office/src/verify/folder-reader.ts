import { readFileSync, readdirSync } from "node:fs";
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
    return succeed({ paths, read: (path) => bytesOf(join(folder, path)) });
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

function bytesOf(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    // Not there, or not to be read: for the verifier it is missing.
    return undefined;
  }
}
