import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { parseScenario } from "acta/tabulation";
import type { Scenario } from "acta/tabulation";
import { yaml } from "../../import/index.js";
import { syncFolder, systemProblem, writeDurably } from "../../store/index.js";

/** A scenario and the document that it was read from. */
export interface ReadScenario {
  readonly scenario: Scenario;
  readonly document: unknown;
}

/** In a data folder: where scenarios are saved by name, beside the record and never in it. */
const SAVED = "scenarios";

/** Reads a JSON or YAML document. `shown` is how the file is called in a problem. */
export function readDocument(path: string, shown: string): Result<unknown> {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    return fail(systemProblem(error, shown));
  }
  try {
    return succeed(yaml().parse(text, { maxAliasCount: 0 }));
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
    return fail({ code: "disputes.notDocument", where: shown, context: { reason } });
  }
}

/** Reads the scenario that a path names, or a name under which one was saved in the data folder. */
export function readScenario(cwd: string, data: string, given: string): Result<ReadScenario, readonly Problem[]> {
  const saved = join(resolve(cwd, data), SAVED, `${given}.json`);
  const isName = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(given) && !existsSync(resolve(cwd, given));
  if (isName && !existsSync(saved)) return fail([{ code: "disputes.noScenario", context: { name: given } }]);
  const document = readDocument(isName ? saved : resolve(cwd, given), given);
  if (!document.ok) return fail([document.problem]);
  const scenario = parseScenario(document.value);
  if (scenario.ok) return succeed({ scenario: scenario.value, document: document.value });
  const at = (where: string | undefined): string =>
    where === undefined || where === "" ? given : `${given}: ${where}`;
  return fail(scenario.problem.map((problem) => ({ ...problem, where: at(problem.where) })));
}

/** Saves a scenario under its id in the data folder; one of the same id is replaced. @returns the name to call it by. */
export function saveScenario(cwd: string, data: string, { scenario, document }: ReadScenario): Result<string> {
  const folder = join(resolve(cwd, data), SAVED);
  const path = join(folder, `${scenario.id}.json`);
  try {
    mkdirSync(folder, { recursive: true });
    writeDurably(path, new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`));
    syncFolder(folder);
  } catch (error) {
    return fail(systemProblem(error, path));
  }
  return succeed(scenario.id);
}
