import { resolve } from "node:path";
import { buildCommand } from "@stricli/core";
import type { Instant } from "acta/basics";
import { importFiles, loadDefinition, matchFiles } from "../import/index.js";
import type { ImportReport, LoadedDefinition, Matching } from "../import/index.js";
import { momentOf } from "../language/index.js";
import type { Language } from "../language/index.js";
import { openFolderToWrite } from "../store/index.js";
import { EXIT, printJson, tell, tellAll } from "./desk.js";
import type { Desk } from "./desk.js";
import { optionalText, severalTexts, switchFlag, textFlag } from "./flags.js";
import { importDocument, importText } from "./import-text.js";

interface Flags {
  readonly source?: readonly string[];
  readonly asOf?: string;
  readonly data: string;
  readonly json: boolean;
}

/** `acta import`: files into entries, by a definition. */
export function importCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("import.brief"), fullDescription: language.say("import.full") },
    parameters: {
      flags: {
        source: severalTexts(language, "source", "PATH"),
        asOf: optionalText(language, "asOf", "TIME"),
        data: textFlag(language, "data", "DIR", "acta-data"),
        json: switchFlag(language, "json"),
      },
      positional: {
        kind: "tuple",
        parameters: [{ brief: language.say("argument.definition"), parse: String, placeholder: "DEFINITION" }],
      },
    },
    async func(this: Desk, flags: Flags, path: string) {
      const definition = loadDefinition(resolve(this.cwd, path));
      if (!definition.ok) return tellAll(this, definition.problem);
      const asOf = asOfFlag(flags.asOf, definition.value);
      if (asOf === undefined) return tell(this, { code: "import.badAsOf", context: { text: flags.asOf ?? "" } });
      const paths = (flags.source ?? []).map((each) => resolve(this.cwd, each));
      if (paths.length === 0)
        return tell(this, { code: "import.noSource", where: path, context: { count: knownFiles(definition.value) } });
      const report = await importPaths(this, definition.value, paths, resolve(this.cwd, flags.data), asOf);
      if (report === null) return undefined;
      if (flags.json) printJson(this, importDocument(report));
      else this.print(importText(this.language, report, flags.data));
      return undefined;
    },
  });
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
