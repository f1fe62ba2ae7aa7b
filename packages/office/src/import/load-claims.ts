import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { parseClaims } from "acta/claim";
import type { ClaimsFile } from "acta/claim";
import { readDocument } from "./written-document.js";

/** A claims file that has been read, and the hash of its canonical JSON. */
export interface LoadedClaims {
  readonly file: ClaimsFile;
  readonly sha256: string;
}

/**
 * Reads a claims file (`acta-claims/1`, or a list of claims of others; YAML or JSON). Problems of single claims stand in the file, with
 * the file's name. @returns the problems of a file that is none, with line and column.
 */
export function loadClaims(path: string, mapping: ClaimsFile | null): Result<LoadedClaims, readonly Problem[]> {
  const document = readDocument(path);
  if (!document.ok) return document;
  const { value, sha256, placed } = document.value;
  const file = parseClaims(value, mapping);
  if (!file.ok) return fail([placed(file.problem)]);
  const known = new Set(mapping?.problems);
  const problems = file.value.problems.map((problem) => (known.has(problem) ? problem : placedIn(problem, placed)));
  return succeed({ file: { ...file.value, problems }, sha256 });
}

/** Problems at a path of the document are placed by line; those of a claim keep its id. */
function placedIn(problem: Problem, placed: (problem: Problem) => Problem): Problem {
  return /^(?:claims|facts)\.\d+/.test(problem.where ?? "") ? placed(problem) : problem;
}
