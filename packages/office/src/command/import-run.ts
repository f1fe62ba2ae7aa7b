import { resolve } from "node:path";
import type { Instant } from "acta/basics";
import { filesEn, filesEs } from "../files/index.js";
import { importEn, importEs, importFiles, loadDefinition, matchFiles } from "../import/index.js";
import type { ImportReport, LoadedDefinition, Matching } from "../import/index.js";
import { momentOf } from "../language/index.js";
import { openFolderToWrite } from "../store/index.js";
import { EXIT, printJson, tell, tellAll } from "./desk.js";
import type { Desk } from "./desk.js";
import { importDocument, importText } from "./import-text.js";

/** Flags of `acta import`. */
export interface ImportFlags {
  readonly source?: readonly string[];
  readonly asOf?: string;
  readonly data: string;
  readonly json: boolean;
}

/** Adds the texts of the rooms through which files are read. */
export function learnImport(desk: Desk): void {
  desk.language.learn({ es: filesEs, en: filesEn });
  desk.language.learn({ es: importEs, en: importEn });
}

/** Runs `acta import`. */
export async function runImport(desk: Desk, flags: ImportFlags, path: string): Promise<void> {
  learnImport(desk);
  const definition = loadDefinition(resolve(desk.cwd, path));
  if (!definition.ok) return tellAll(desk, definition.problem);
  const asOf = asOfFlag(flags.asOf, definition.value);
  if (asOf === undefined) return tell(desk, { code: "import.badAsOf", context: { text: flags.asOf ?? "" } });
  const paths = (flags.source ?? []).map((each) => resolve(desk.cwd, each));
  if (paths.length === 0)
    return tell(desk, { code: "import.noSource", where: path, context: { count: knownFiles(definition.value) } });
  const report = await importPaths(desk, definition.value, paths, resolve(desk.cwd, flags.data), asOf);
  if (report === null) return;
  if (flags.json) printJson(desk, importDocument(report));
  else desk.print(importText(desk.language, report, flags.data));
}

function knownFiles(definition: LoadedDefinition): number {
  return definition.election.sources.reduce((sum, source) => sum + source.files.length, 0);
}

/** Null when no moment is given, undefined when it cannot be read. */
function asOfFlag(text: string | undefined, definition: LoadedDefinition): Instant | null | undefined {
  return text === undefined ? null : momentOf(text, definition.election.timeZone);
}

/** Matches and imports paths into a folder; tells what went wrong and returns null when something did. */
export async function importPaths(
  desk: Desk,
  definition: LoadedDefinition,
  paths: readonly string[],
  data: string,
  asOf: Instant | null,
): Promise<ImportReport | null> {
  const matching = await matchFiles(definition.election, paths);
  if (!matching.ok) {
    tell(desk, matching.problem);
    return null;
  }
  return importMatched(desk, definition, matching.value, data, asOf);
}

async function importMatched(
  desk: Desk,
  definition: LoadedDefinition,
  matching: Matching,
  data: string,
  asOf: Instant | null,
): Promise<ImportReport | null> {
  const folder = openFolderToWrite(data);
  if (!folder.ok) {
    tell(desk, folder.problem);
    return null;
  }
  const interrupted = (): void => {
    folder.value.close();
    desk.progress("");
    desk.warn(desk.language.say("import.interrupted"));
    process.exit(EXIT.interrupted);
  };
  process.once("SIGINT", interrupted);
  try {
    const report = await importFiles({
      folder: folder.value,
      definition,
      matching,
      asOf,
      now: desk.now,
      origin: definition.election.id,
      progress: (file, done, total) =>
        desk.progress(desk.language.say("import.progress", { file, percent: Math.floor((100 * done) / Math.max(total, 1)) })),
    });
    desk.progress("");
    if (report.ok) return report.value;
    tell(desk, report.problem);
    return null;
  } finally {
    process.removeListener("SIGINT", interrupted);
    folder.value.close();
  }
}
