import { fail, succeed } from "acta/basics";
import type { Json, Problem, Result } from "acta/basics";
import { parseDefinition } from "acta/election";
import type { Election } from "acta/election";
import { readDocument } from "./written-document.js";

/** A definition file that has been read: what it says, and the canonical bytes under whose hash it is recorded. */
export interface LoadedDefinition {
  readonly election: Election;
  /** Canonical JSON: comments and layout of the file do not change the hash. */
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** Reads a definition file (YAML or JSON) whole. @returns the definition, or every problem at once with file, line and column. */
export function loadDefinition(path: string): Result<LoadedDefinition, readonly Problem[]> {
  const document = readDocument(path);
  if (!document.ok) return document;
  const { value, bytes, sha256, placed } = document.value;
  if (!looksLikeDefinition(value)) return fail([{ code: "definition.notOne", where: path }]);
  const election = parseDefinition(value);
  if (!election.ok) return fail(election.problem.map(placed));
  const { timeZone } = election.value;
  if (!isZone(timeZone)) {
    const problem = { code: "definition.badTimeZone", where: "timeZone", context: { received: timeZone } };
    return fail([placed(problem)]);
  }
  if (bytes === null) return fail([{ code: "definition.notText", where: path }]);
  return succeed({ election: election.value, bytes, sha256 });
}

/** Any other document would be answered with every key that it lacks. */
function looksLikeDefinition(value: Json): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return ["format", "contests", "options", "sources"].some((key) => Object.hasOwn(value, key));
}

/** The zones that a machine knows are its own matter; what is recorded must not depend on it, so this is asked here, at the door. */
function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
