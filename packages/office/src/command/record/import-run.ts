import { resolve } from "node:path";
import { succeed } from "acta/basics";
import type { Instant, Problem, Result } from "acta/basics";
import { ledgerEn, ledgerEs } from "acta/ledger";
import { actEn, actEs, signerFor } from "../../act/index.js";
import type { SigningChoice } from "../../act/index.js";
import { filesEn, filesEs } from "../../files/index.js";
import { importBulletins, importEn, importEs, importFiles, loadDefinition, matchFiles } from "../../import/index.js";
import type { ImportRequest, LoadedDefinition, Matching } from "../../import/index.js";
import { momentOf } from "../../language/index.js";
import { asDrill, indexOf, openFolder, openToWrite } from "../../store/index.js";
import type { DataFolder } from "../../store/index.js";
import { EXIT, printJson, tell, tellAll } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import type { SourceChoice } from "./fetched-sources.js";
import { isAddress } from "../desk/flags.js";
import { importDocument, importText } from "./import-text.js";
import type { Imported } from "./import-text.js";
import { clockTeller } from "../desk/tell-clock.js";

/** Flags of `acta import`. */
export interface ImportFlags {
  readonly source?: readonly string[];
  readonly fetch: boolean;
  readonly bulletins: boolean;
  readonly asOf?: string;
  readonly data: string;
  readonly drill: boolean;
  readonly ofRecord: boolean;
  readonly sign?: string;
  readonly json: boolean;
}

/** How files are imported, where the files do not say it themselves. */
export interface ImportManner {
  readonly asOf: Instant | null;
  /** The ledger that begins is a drill's. */
  readonly drill: boolean;
  readonly signing: SigningChoice;
}

/** An import into a recorder's ledger, which nobody signs. */
export const UNSIGNED: SigningChoice = { keyFile: null, founds: null };

/** Adds the texts of the rooms through which files are read. */
export function learnImport(desk: Desk): void {
  desk.language.learn({ es: filesEs, en: filesEn });
  desk.language.learn({ es: importEs, en: importEn });
  desk.language.learn({ es: actEs, en: actEn });
  desk.language.learn({ es: ledgerEs, en: ledgerEn });
}

/** Runs `acta import`. */
export async function runImport(desk: Desk, flags: ImportFlags, path: string): Promise<void> {
  learnImport(desk);
  const definition = loadDefinition(resolve(desk.cwd, path));
  if (!definition.ok) return tellAll(desk, definition.problem);
  const asOf = asOfFlag(flags.asOf, definition.value);
  if (asOf === undefined) return tell(desk, { code: "import.badAsOf", context: { text: flags.asOf ?? "" } });
  const choice = { sources: flags.source ?? [], fetch: flags.fetch, bulletins: flags.bulletins };
  if (choice.sources.length === 0 && !choice.fetch)
    return tell(desk, { code: "import.noSource", where: path, context: { count: knownFiles(definition.value) } });
  const data = resolve(desk.cwd, flags.data);
  const paths = await pathsOf(desk, definition.value, choice, data);
  if (paths === null) return;
  const signing = {
    keyFile: flags.sign === undefined ? null : resolve(desk.cwd, flags.sign),
    founds: flags.ofRecord ? definition.value.election.authority.name : null,
  };
  const report = await importPaths(desk, definition.value, paths, data, { asOf, drill: flags.drill, signing });
  if (report === null) return;
  if (flags.fetch) await fetchGeography(desk, data);
  if (flags.json) printJson(desk, importDocument(report));
  else desk.print(importText(desk.language, report, flags.data));
}

/** Outlines for maps come with the rest; a count is not held up when they cannot be had. */
async function fetchGeography(desk: Desk, data: string): Promise<void> {
  const { keepAll } = await import("../site/geography-run.js");
  const folder = openFolder(data);
  if (!folder.ok) return tell(desk, folder.problem);
  for (const problem of await keepAll(desk, folder.value, [], true)) desk.warn(desk.language.problem(problem));
  folder.value.close();
}

/** Nothing touches the network unless an address or the flag asks for it. */
async function pathsOf(
  desk: Desk,
  definition: LoadedDefinition,
  choice: SourceChoice,
  data: string,
): Promise<readonly string[] | null> {
  if (!choice.fetch && !choice.sources.some(isAddress)) return choice.sources.map((path) => resolve(desk.cwd, path));
  const { sourcePaths } = await import("./fetched-sources.js");
  return sourcePaths(desk, definition, choice, data);
}

function knownFiles(definition: LoadedDefinition): number {
  return definition.election.sources.flatMap((source) => source.files).filter((file) => file.url !== "").length;
}

/** Null when no moment is given, undefined when it cannot be read. */
function asOfFlag(text: string | undefined, definition: LoadedDefinition): Instant | null | undefined {
  return text === undefined ? null : momentOf(text, definition.election.timeZone);
}

/**
 * Matches and imports paths into a folder; tells what went wrong and returns null when something did. Ctrl-C at any time before
 * the entries are appended leaves nothing behind; after that it comes too late.
 */
export async function importPaths(
  desk: Desk,
  definition: LoadedDefinition,
  paths: readonly string[],
  data: string,
  manner: ImportManner,
): Promise<Imported | null> {
  let folder: DataFolder | null = null;
  const interrupted = (): void => {
    folder?.close();
    desk.progress("");
    // An append that was under way to a server cannot be called back.
    const isDesk = folder !== null && folder.catchUp !== null;
    desk.warn(desk.language.say(isDesk ? "import.interruptedDesk" : "import.interrupted"));
    process.exit(EXIT.interrupted);
  };
  process.once("SIGINT", interrupted);
  try {
    const matching = await matchFiles(definition.election, paths);
    if (!matching.ok) return telling(desk, matching.problem);
    const opened = await openToWrite(data);
    if (!opened.ok) return telling(desk, opened.problem);
    folder = opened.value;
    if (folder.ledger.setAside !== "")
      desk.warn(desk.language.say("import.setAside", { path: folder.ledger.setAside }));
    const tellClock = clockTeller(desk, folder);
    const imported = await importMatched(desk, definition, matching.value, folder, manner);
    if (imported !== null && imported.entries > 0) tellClock();
    return imported;
  } finally {
    process.removeListener("SIGINT", interrupted);
    folder?.close();
  }
}

/** Whether the ledger of a folder is a drill's; null while it has no entries. */
function drillOf(folder: DataFolder): Result<boolean | null> {
  if (folder.ledger.size === 0) return succeed(null);
  const index = indexOf(folder);
  return index.ok ? succeed(index.value.drill) : index;
}

function telling(desk: Desk, problem: Problem): null {
  tell(desk, problem);
  return null;
}

async function importMatched(
  desk: Desk,
  definition: LoadedDefinition,
  matching: Matching,
  folder: DataFolder,
  manner: ImportManner,
): Promise<Imported | null> {
  const before = drillOf(folder);
  if (!before.ok) return telling(desk, before.problem);
  // What was real, or published as if it were, cannot become a drill afterwards, nor the other way round.
  if (manner.drill && before.value === false) return telling(desk, { code: "import.notDrill", where: folder.path });
  const signer = signerFor(folder, manner.signing);
  if (!signer.ok) return telling(desk, signer.problem);
  const request: ImportRequest = {
    folder,
    definition,
    matching,
    asOf: manner.asOf,
    drill: manner.drill,
    signer: signer.value,
    now: desk.now,
    progress: (file, done, total) =>
      desk.progress(
        desk.language.say("import.progress", { file, percent: Math.floor((100 * done) / Math.max(total, 1)) }),
      ),
  };
  const kinds = new Set(matching.files.map((file) => file.kind));
  // Sheets first: totals by the name of their area look the area up in the roll that came with the sheets.
  const sheets = kinds.has("sheets") || !kinds.has("bulletin") ? await importFiles(request) : null;
  desk.progress("");
  if (sheets !== null && !sheets.ok) return telling(desk, sheets.problem);
  const bulletins = kinds.has("bulletin") ? await importBulletins(request) : null;
  desk.progress("");
  if (bulletins !== null && !bulletins.ok) return telling(desk, bulletins.problem);
  return {
    election: asDrill(definition.election, before.value ?? manner.drill),
    deliveries: sheets?.value.deliveries ?? [],
    bulletins: bulletins?.value.series ?? [],
    leftOut: matching.leftOut,
    entries: (sheets?.value.entries ?? 0) + (bulletins?.value.entries ?? 0),
  };
}
