import { assertNever, fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { OpenEdition } from "../store/index.js";
import { writeCsv } from "./csv.js";
import type { ExportRequest } from "./export-request.js";
import { exportTable } from "./export-table.js";
import type { ExportTable } from "./export-table.js";
import { writeJson, writeNotes } from "./json.js";
import { writeNist } from "./nist-report.js";
import { writeParquet } from "./parquet.js";
import { writeExport } from "./write-export.js";
import { writeXlsx } from "./xlsx.js";

/** The bytes of an export. */
export interface ExportBytes {
  /** The file, in pieces; they can be read once. */
  readonly parts: Iterable<Uint8Array>;
  /** What belongs beside it, as `<name>.meta.json`; null for the formats that carry their notes inside. */
  readonly sidecar: Uint8Array | null;
  /** Rows, or areas in the NIST format. */
  readonly rows: number;
}

/** Makes the bytes of an export without writing them anywhere. */
export async function exportBytes(open: OpenEdition, request: ExportRequest): Promise<Result<ExportBytes>> {
  const { format } = request;
  if (request.excel === true && format !== "csv") return fail({ code: "export.excelIsCsv", context: { format } });
  if (format === "nist") {
    const written = writeNist(open, request);
    return written.ok ? succeed({ parts: [written.value.bytes], sidecar: null, rows: written.value.areas }) : written;
  }
  const table = exportTable(open, request);
  if (!table.ok) return table;
  const parts = await partsOf(table.value, format, request.excel === true);
  if (!parts.ok) return parts;
  const sidecar = format === "csv" ? writeNotes(table.value.notes) : null;
  return succeed({ parts: parts.value, sidecar, rows: table.value.size });
}

async function partsOf(
  table: ExportTable,
  format: Exclude<ExportRequest["format"], "nist">,
  excel: boolean,
): Promise<Result<Iterable<Uint8Array>>> {
  switch (format) {
    case "csv":
      return succeed(writeCsv(table, { excel }));
    case "json":
      return succeed(writeJson(table));
    case "parquet":
      return succeed([writeParquet(table)]);
    case "xlsx": {
      const workbook = await writeXlsx(table);
      return workbook.ok ? succeed([workbook.value]) : workbook;
    }
    default:
      return assertNever(format);
  }
}

/** What an export left on the disk. */
export interface ExportedFiles {
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
  readonly rows: number;
}

/** Makes an export and writes it to a path, with its sidecar where the format needs one. */
export async function exportTo(
  open: OpenEdition,
  request: ExportRequest,
  path: string,
): Promise<Result<ExportedFiles>> {
  const made = await exportBytes(open, request);
  if (!made.ok) return made;
  const { parts, sidecar, rows } = made.value;
  const files: { path: string; bytes: number }[] = [];
  // The sidecar first: rows never lie there without what they are about.
  for (const [name, content] of [
    [`${path}.meta.json`, sidecar],
    [path, parts],
  ] as const) {
    if (content === null) continue;
    const written = writeExport(name, content);
    if (!written.ok) return written;
    files.unshift({ path: name, bytes: written.value });
  }
  return succeed({ files, rows });
}
