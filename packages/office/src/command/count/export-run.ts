import { resolve } from "node:path";
import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { EXPORT_FORMATS, exportEn, exportEs, exportTo } from "../../export/index.js";
import type { ExportedFiles, ExportFormat } from "../../export/index.js";
import { printJson, tell } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import type { DataFlags } from "../desk/flags.js";
import { atOf, chooseEdition, openElection } from "../desk/opened.js";
import type { OpenedElection } from "../desk/opened.js";
import { openEdition } from "../../store/index.js";
import type { OpenEdition } from "../../store/index.js";
import { provenanceText } from "./result-text.js";

/** Flags of `acta export`. */
export interface ExportFlags extends DataFlags {
  readonly edition?: string;
  readonly policy: string;
  readonly tree?: string;
  readonly level?: string;
  readonly group?: string;
  readonly format: string;
  readonly excel: boolean;
  readonly out?: string;
}

/** Runs `acta export`. */
export async function runExport(desk: Desk, flags: ExportFlags): Promise<void> {
  desk.language.learn({ es: exportEs, en: exportEn });
  const format = EXPORT_FORMATS.find((each) => each === flags.format);
  if (format === undefined)
    return tell(desk, {
      code: "command.unknownFormat",
      context: { format: flags.format, known: EXPORT_FORMATS.join(", ") },
    });
  const opened = await openElection(desk, flags);
  if (!opened.ok) return tell(desk, opened.problem);
  try {
    const done = await exportEdition(desk, flags, format, opened.value);
    if (!done.ok) tell(desk, done.problem);
  } finally {
    opened.value.folder.close();
  }
}

async function exportEdition(
  desk: Desk,
  flags: ExportFlags,
  format: ExportFormat,
  opened: OpenedElection,
): Promise<Result<null>> {
  const edition = chooseEdition(opened, flags.edition);
  if (!edition.ok) return edition;
  const open = openEdition(opened.folder, opened.indexed, edition.value);
  if (!open.ok) return open;
  const { contest, policy, tree, level, group, excel } = flags;
  const request = { contest, policy, tree, level, group, format, excel, drill: opened.index.drill };
  const path = resolve(desk.cwd, flags.out ?? fileName(open.value, flags, format));
  const written = await exportTo(open.value, request, path);
  if (!written.ok) return written;
  if (flags.json) printJson(desk, { ...exportDocument(open.value, format, written.value), ...atOf(opened) });
  else desk.print(exportText(desk, open.value, written.value));
  return succeed(null);
}

const ENDINGS: Readonly<Record<ExportFormat, string>> = {
  csv: "csv",
  json: "json",
  parquet: "parquet",
  xlsx: "xlsx",
  nist: "nist.json",
};

/** A name that tells election, edition, level and policy apart. */
function fileName(open: OpenEdition, flags: ExportFlags, format: ExportFormat): string {
  const level = format === "nist" ? "all" : (flags.level ?? "areas");
  return `${open.election.id}-${open.edition.id}-${level}-${flags.policy}.${ENDINGS[format]}`;
}

/** The documented JSON shape `acta-export/1`: what was written. */
function exportDocument(
  open: OpenEdition,
  format: ExportFormat,
  written: ExportedFiles,
): Readonly<Record<string, unknown>> {
  const { election, edition } = open;
  return {
    schema: "acta-export/1",
    provenance: election.provenance,
    election: election.id,
    edition: { id: edition.id, number: edition.number, asOf: edition.asOf },
    format,
    rows: written.rows,
    files: written.files,
  };
}

function exportText(desk: Desk, open: OpenEdition, written: ExportedFiles): string {
  const { language } = desk;
  const mark = provenanceText(language, open.election.provenance);
  const lines = written.files.map((file) => language.say("export.file", { path: file.path, bytes: file.bytes }));
  return [
    ...(mark === "" ? [] : [mark]),
    language.say("export.done", { rows: written.rows, number: open.edition.number, id: open.edition.id }),
    ...lines,
  ].join("\n");
}
