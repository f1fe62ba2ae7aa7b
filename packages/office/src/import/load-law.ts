import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { parseLaw } from "acta/dispute";
import type { Law } from "acta/dispute";
import { readDocument } from "./written-document.js";

/** A law file that has been read: what it says, and the canonical bytes under whose hash it is recorded. */
export interface LoadedLaw {
  readonly law: Law;
  /** Canonical JSON: comments and layout of the file do not change the hash. */
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** Reads a law file (`acta-law/1`, YAML or JSON) whole. @returns the law, or every problem at once with file, line and column. */
export function loadLaw(path: string): Result<LoadedLaw, readonly Problem[]> {
  const document = readDocument(path);
  if (!document.ok) return document;
  const { value, bytes, sha256, placed } = document.value;
  // Any other document would be answered with every key that it lacks.
  const isLaw = typeof value === "object" && value !== null && "format" in value && "rules" in value;
  if (!isLaw) return fail([{ code: "import.notLaw", where: path }]);
  const law = parseLaw(value);
  if (!law.ok) return fail(law.problem.map(placed));
  return bytes === null
    ? fail([{ code: "definition.notText", where: path }])
    : succeed({ law: law.value, bytes, sha256 });
}
