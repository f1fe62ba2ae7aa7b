// Procedures and histories of the countries in jurisdictions/, in the forms of the room `procedure`, for tests.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseInstitutions } from "acta/institution";
import { parseHistory, parseProcedures } from "acta/procedure";
import type { History, Laws } from "acta/procedure";
import { parse as parseYaml } from "yaml";
import { root } from "./workshop.mjs";

/** A file of a country as a document, to be parsed or spoilt. */
export function jurisdictionDocument(...path: readonly string[]): unknown {
  return parseYaml(readFileSync(join(root, "jurisdictions", ...path), "utf8"));
}

/** The laws and the history of a country; throws when a file has problems. */
export function countryFiles(country: string): { readonly laws: Laws; readonly history: History } {
  const institutions = must(parseInstitutions(jurisdictionDocument(country, "institutions.yaml")));
  const procedures = must(parseProcedures(jurisdictionDocument(country, "procedures.yaml"), institutions));
  const history = must(parseHistory(jurisdictionDocument(country, "history.yaml"), procedures));
  return { laws: { procedures, institutions }, history };
}

function must<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem, null, 1));
  return result.value;
}
