import { dirname, resolve } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { parseHistory, parseProcedures, parseScenarios } from "acta/procedure";
import type { History, Laws, ScenarioFile } from "acta/procedure";
import { loadInstitutions } from "./load-institutions.js";
import { readDocument } from "./written-document.js";
import type { WrittenDocument } from "./written-document.js";

/** A procedures file with the institutions file that it names: what they say, and the hashes of their canonical JSON. */
export interface LoadedProcedures {
  readonly laws: Laws;
  readonly sha256: string;
  readonly institutionsSha256: string;
}

/** A history with the law that it names. */
export interface LoadedHistory extends LoadedProcedures {
  readonly history: History;
  readonly historySha256: string;
}

/** A file of scenarios with the history that it names. */
export interface LoadedScenarios extends LoadedHistory {
  readonly scenarios: ScenarioFile;
}

/** Reads a procedures file (`acta-procedures/1`) and the institutions file beside it. @returns every problem at once, with its place. */
export function loadProcedures(path: string): Result<LoadedProcedures, readonly Problem[]> {
  const document = documentOf(path, "acta-procedures/1", "institutions");
  if (!document.ok) return document;
  const institutions = loadInstitutions(document.value.beside);
  if (!institutions.ok) return institutions;
  const { value, sha256, placed } = document.value.written;
  const law = parseProcedures(value, institutions.value.law);
  if (!law.ok) return fail(law.problem.map(placed));
  return succeed({
    laws: { procedures: law.value, institutions: institutions.value.law },
    sha256,
    institutionsSha256: institutions.value.sha256,
  });
}

/** Reads a history (`acta-history/1`) and the law beside it. @returns every problem at once, with its place. */
export function loadHistory(path: string): Result<LoadedHistory, readonly Problem[]> {
  const document = documentOf(path, "acta-history/1", "law");
  if (!document.ok) return document;
  const law = loadProcedures(document.value.beside);
  if (!law.ok) return law;
  const { value, sha256, placed } = document.value.written;
  const history = parseHistory(value, law.value.laws.procedures);
  if (!history.ok) return fail(history.problem.map(placed));
  return succeed({ ...law.value, history: history.value, historySha256: sha256 });
}

/** Reads a file of scenarios (`acta-suppositions/1`) and the history beside it. @returns every problem at once, with its place. */
export function loadScenarios(path: string): Result<LoadedScenarios, readonly Problem[]> {
  const document = documentOf(path, "acta-suppositions/1", "history");
  if (!document.ok) return document;
  const loaded = loadHistory(document.value.beside);
  if (!loaded.ok) return loaded;
  const { value, placed } = document.value.written;
  const scenarios = parseScenarios(value, loaded.value.laws.procedures, loaded.value.history);
  if (!scenarios.ok) return fail(scenarios.problem.map(placed));
  return succeed({ ...loaded.value, scenarios: scenarios.value });
}

/** A document of a format, and the path of the file that it names, which lies beside it. */
function documentOf(
  path: string,
  format: string,
  names: string,
): Result<{ readonly written: WrittenDocument; readonly beside: string }, readonly Problem[]> {
  const document = readDocument(path);
  if (!document.ok) return document;
  const { value } = document.value;
  // Any other document would be answered with every key that it lacks.
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isObject || !("format" in value) || value["format"] !== format)
    return fail([{ code: "import.otherFormat", where: path, context: { format } }]);
  const beside = names in value ? value[names] : undefined;
  if (typeof beside !== "string" || beside === "")
    return fail([{ code: "import.namesNoFile", where: path, context: { key: names } }]);
  return succeed({ written: document.value, beside: resolve(dirname(path), beside) });
}
