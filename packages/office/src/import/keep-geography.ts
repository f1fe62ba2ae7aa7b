import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { MOST_GEOGRAPHY_BYTES } from "acta/election";
import type { GeographyFile } from "acta/election";
import { sha256File } from "../files/index.js";
import { systemProblem } from "../store/index.js";
import type { DataFolder } from "../store/index.js";

/**
 * Keeps a file with outlines or points in a data folder, under its hash, when a definition names it: maps are drawn from these bytes and no others.
 * Problems: `geography.tooLarge`, `geography.notNamed` when no definition names a file with this hash.
 * @returns the file as the definition names it.
 */
export async function keepGeography(
  folder: DataFolder,
  named: readonly GeographyFile[],
  path: string,
): Promise<Result<GeographyFile>> {
  const bytes = sizeOf(path);
  if (!bytes.ok) return bytes;
  if (bytes.value > MOST_GEOGRAPHY_BYTES)
    return fail({
      code: "geography.tooLarge",
      where: path,
      context: { bytes: bytes.value, most: MOST_GEOGRAPHY_BYTES },
    });
  const hashed = await sha256File(path);
  if (!hashed.ok) return hashed;
  const { sha256 } = hashed.value;
  const file = named.find((each) => each.sha256 === sha256);
  if (file === undefined) return fail(notNamed(named, path, sha256));
  try {
    const kept = folder.blobs.put(readFileSync(path));
    return kept.ok ? succeed(file) : kept;
  } catch (error) {
    return fail(systemProblem(error, path));
  }
}

function sizeOf(path: string): Result<number> {
  try {
    return succeed(statSync(path).size);
  } catch (error) {
    return fail(systemProblem(error, path));
  }
}

/** The file that was meant is the one of the same name: then its hash is the news. */
function notNamed(named: readonly GeographyFile[], path: string, sha256: string) {
  const meant = named.find(({ name }) => name === basename(path));
  const context = { sha256, expected: meant?.sha256 ?? "", names: named.map(({ name }) => name).join(", ") };
  return { code: meant === undefined ? "geography.notNamed" : "geography.otherBytes", where: path, context };
}
