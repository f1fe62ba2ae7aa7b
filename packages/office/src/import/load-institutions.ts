import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { parseInstitutions } from "acta/institution";
import type { InstitutionLaw } from "acta/institution";
import { readDocument } from "./written-document.js";

/** An institutions file that has been read: what it says, and the hash of its canonical JSON. */
export interface LoadedInstitutions {
  readonly law: InstitutionLaw;
  readonly sha256: string;
}

/** Reads an institutions file (`acta-institutions/1`, YAML or JSON) whole. @returns every problem at once with file, line and column. */
export function loadInstitutions(path: string): Result<LoadedInstitutions, readonly Problem[]> {
  const document = readDocument(path);
  if (!document.ok) return document;
  const { value, sha256, placed } = document.value;
  // Any other document would be answered with every key that it lacks.
  const isLaw =
    typeof value === "object" && value !== null && "format" in value && value.format === "acta-institutions/1";
  if (!isLaw) return fail([{ code: "import.notInstitutions", where: path }]);
  const law = parseInstitutions(value);
  return law.ok ? succeed({ law: law.value, sha256 }) : fail(law.problem.map(placed));
}
