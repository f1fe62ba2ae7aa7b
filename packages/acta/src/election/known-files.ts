import { parseFraction, parseInstant } from "../basics/index.js";
import type { Fraction, Instant } from "../basics/index.js";
import type { WrittenDefinition } from "./definition-schema.js";
import type { KnownFile } from "./source.js";
import type { ProblemList } from "./problem-list.js";

/** A fraction that the schema has already accepted. */
export function fractionOf(text: string): Fraction {
  return parseFraction(text) ?? { numerator: 0n, denominator: 1n };
}

/** Reads the list of known files; a moment without zone, or two entries for one hash, is a problem. */
export function knownFilesOf(
  files: WrittenDefinition["sources"][number]["files"],
  parts: ReadonlySet<string>,
  where: string,
  problems: ProblemList,
): readonly KnownFile[] {
  const hashes = new Set<string>();
  return files.map((file, at) => {
    const path = `${where}.files.${at}`;
    if (hashes.has(file.sha256)) problems.add("definition.sameHash", path, { sha256: file.sha256.slice(0, 12) });
    hashes.add(file.sha256);
    if (file.part !== "" && !parts.has(file.part)) problems.unknown("part", `${path}.part`, file.part);
    return { ...file, asOf: momentOf(file.asOf, `${path}.asOf`, problems) };
  });
}

function momentOf(written: string | undefined, where: string, problems: ProblemList): Instant | null {
  if (written === undefined) return null;
  const moment = parseInstant(written);
  if (moment === undefined) problems.add("definition.badMoment", where, { received: written.slice(0, 40) });
  return moment ?? null;
}
