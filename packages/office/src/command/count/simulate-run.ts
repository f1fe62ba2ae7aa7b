import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { canonicalJson, fail, parseCount, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { parseSimulation, simulate, simulatedRows, simulationMessagesEn, simulationMessagesEs } from "acta/simulation";
import type { SimulationSpec } from "acta/simulation";
import { loadDefinition, yaml } from "../../import/index.js";
import { systemProblem } from "../../store/index.js";
import { printJson, tell, tellAll } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { UNSIGNED, importPaths, learnImport } from "../record/import-run.js";

/** Flags of `acta simulate`. */
export interface SimulateFlags {
  readonly out: string;
  readonly seed?: string;
  readonly json: boolean;
}

function learnSimulation(desk: Desk): void {
  learnImport(desk);
  desk.language.learn({ es: simulationMessagesEs, en: simulationMessagesEn });
}

/** Runs `acta simulate`. */
export function runSimulate(desk: Desk, flags: SimulateFlags, path: string): void {
  learnSimulation(desk);
  const spec = readSpecification(resolve(desk.cwd, path), flags.seed);
  if (!spec.ok) return tellAll(desk, spec.problem);
  const written = writeSimulation(spec.value, resolve(desk.cwd, flags.out));
  if (!written.ok) return tell(desk, written.problem);
  if (flags.json) {
    const files = written.value.map((file) => join(flags.out, basename(file)));
    printJson(desk, { schema: "acta-simulate/1", provenance: "synthetic", election: spec.value.id, files });
    return undefined;
  }
  desk.print(desk.language.say("provenance.synthetic"));
  desk.print(desk.language.pick(spec.value.name));
  for (const file of written.value) desk.print(`  ${join(flags.out, basename(file))}`);
  const sources = written.value.slice(1).map((file) => `--source ${join(flags.out, basename(file))}`);
  desk.print(
    desk.language.say("simulate.next", { definition: join(flags.out, DEFINITION), sources: sources.join(" ") }),
  );
}

const DEFINITION = "election.yaml";

/** Reads a specification file; `seed` overrides its own. */
function readSpecification(path: string, seed: string | undefined): Result<SimulationSpec, readonly Problem[]> {
  let document: unknown;
  try {
    document = yaml().parse(readFileSync(path, "utf8"), { maxAliasCount: 0 });
  } catch (error) {
    if (error instanceof Error && "code" in error && /^E[A-Z]+$/.test(String(error.code)))
      return fail([systemProblem(error, path)]);
    return fail([
      { code: "definition.badYaml", where: path, context: { reason: error instanceof Error ? error.message : "" } },
    ]);
  }
  const number = seed === undefined ? undefined : parseCount(seed);
  if (seed !== undefined && number === undefined) return fail([{ code: "command.badSeed", context: { seed } }]);
  const seeded = number === undefined || typeof document !== "object" ? document : { ...document, seed: number };
  const spec = parseSimulation(seeded);
  if (spec.ok) return spec;
  return fail(spec.problem.map((problem) => ({ ...problem, where: `${path} ${problem.where ?? ""}`.trim() })));
}

/** Writes the definition and a file for each moment. @returns their paths, the definition first. */
function writeSimulation(spec: SimulationSpec, folder: string): Result<readonly string[]> {
  const simulated = simulate(spec);
  try {
    mkdirSync(folder, { recursive: true });
    const paths = [join(folder, DEFINITION)];
    // JSON is YAML: the same bytes for the same specification, without a second writer.
    writeFileSync(join(folder, DEFINITION), `${canonicalJson(simulated.definition)}\n`);
    spec.moments.forEach((moment, at) => {
      const path = join(folder, `sheets-${at + 1}.csv`);
      const lines: string[] = [];
      for (const row of simulatedRows(simulated, moment)) lines.push(row.map(csvCell).join(","));
      writeFileSync(path, `${lines.join("\n")}\n`);
      paths.push(path);
    });
    return succeed(paths);
  } catch (error) {
    return fail(systemProblem(error, folder));
  }
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Makes up an election and imports it into a data folder. @returns false when something went wrong, which it has told. */
export async function simulateInto(desk: Desk, specification: string, data: string): Promise<boolean> {
  learnSimulation(desk);
  const spec = readSpecification(specification, undefined);
  if (!spec.ok) {
    tellAll(desk, spec.problem);
    return false;
  }
  const folder = mkdtempSync(join(tmpdir(), "acta-example-"));
  try {
    const written = writeSimulation(spec.value, folder);
    if (!written.ok) {
      tell(desk, written.problem);
      return false;
    }
    const definition = loadDefinition(join(folder, DEFINITION));
    if (!definition.ok) {
      tellAll(desk, definition.problem);
      return false;
    }
    const manner = { asOf: null, drill: false, signing: UNSIGNED };
    return (await importPaths(desk, definition.value, written.value.slice(1), data, manner)) !== null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
