import { readdir, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { problemOfError } from "./problems.js";
import type { Dialect } from "./rows.js";

const EXTENSIONS: ReadonlyMap<string, Dialect["format"]> = new Map([
  ["csv", "csv"],
  ["json", "json"],
  ["ndjson", "ndjson"],
  ["jsonl", "ndjson"],
  ["xlsx", "xlsx"],
  ["parquet", "parquet"],
]);

/** The format that a file's name promises, packed (`.gz`) or not; `undefined` when it promises none of ours. */
export function formatOfName(path: string): Dialect["format"] | undefined {
  const extension = /\.([a-z]+)(?:\.gz)?$/i.exec(path)?.[1];
  return extension === undefined ? undefined : EXTENSIONS.get(extension.toLowerCase());
}

/**
 * The data files of a folder by their names, in the order of their code units, as paths that begin with the folder.
 * Does not look into folders; passes over links that lead out of this one, so that a link cannot smuggle in a file.
 */
export async function listFiles(folder: string): Promise<Result<string[], Problem>> {
  try {
    const home = await realpath(folder);
    const paths: string[] = [];
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      const wanted = entry.isFile() || (entry.isSymbolicLink() && (await staysInside(path, home)));
      if (wanted && formatOfName(entry.name) !== undefined) paths.push(path);
    }
    return succeed(paths.toSorted());
  } catch (error) {
    const problem = problemOfError(folder, error);
    if (problem === undefined) throw error;
    return fail(problem);
  }
}

async function staysInside(link: string, home: string): Promise<boolean> {
  try {
    const target = await realpath(link);
    return target.startsWith(home.endsWith(sep) ? home : home + sep) && (await stat(target)).isFile();
  } catch (error) {
    // A link to nothing is not a file; anything that is not about the disk is a bug.
    if (problemOfError(link, error) === undefined) throw error;
    return false;
  }
}
