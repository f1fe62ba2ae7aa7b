import { assertNever, fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { openBytes } from "./bytes.js";
import type { Bytes } from "./bytes.js";
import { openCsv } from "./csv-rows.js";
import { openJson } from "./json-rows.js";
import { limitsFor } from "./limits.js";
import type { FileLimits } from "./limits.js";
import { openNdjson } from "./ndjson-rows.js";
import { fileProblem } from "./problems.js";
import { rowsOf } from "./reading.js";
import type { Reading } from "./reading.js";
import type { Dialect, Rows } from "./rows.js";

/**
 * Opens a file of rows as its dialect says, reads its header and stands before the first row.
 * Files packed with gzip are unpacked whatever their name. Bad input of any kind is a problem or a refused row.
 * The text of a cell may keep the block that it was cut from in memory: who keeps cells of a huge file copies them.
 */
export async function openRows(
  path: string,
  dialect: Dialect,
  limits: FileLimits = {},
): Promise<Result<Rows, Problem>> {
  const fault = dialectFault(dialect);
  if (fault !== undefined) return fail(fileProblem("file.badDialect", path, { option: fault }));
  const bounds = limitsFor(dialect.format, limits);
  const source = await openBytes(path, bounds.maxBytes);
  if (!source.ok) return source;
  let opened: Rows | undefined;
  try {
    const reading = await openFormat(path, source.value, dialect, bounds);
    if (!reading.ok) return reading;
    opened = rowsOf(dialect.format, source.value, reading.value);
    return succeed(opened);
  } finally {
    if (opened === undefined) await source.value.close();
  }
}

/** The readers of spreadsheets and Parquet are large: they are loaded when such a file is opened, not with every command. */
async function openFormat(
  path: string,
  source: Bytes,
  dialect: Dialect,
  { maxRecordBytes, maxBytes }: Required<FileLimits>,
): Promise<Result<Reading, Problem>> {
  switch (dialect.format) {
    case "csv":
      return openCsv(path, source, dialect, maxRecordBytes);
    case "ndjson":
      return openNdjson(path, source, dialect, maxRecordBytes);
    case "json":
      return openJson(path, source, dialect);
    case "xlsx":
      return (await import("./xlsx-rows.js")).openXlsx(path, source, dialect, maxBytes);
    case "parquet":
      return (await import("./parquet-rows.js")).openParquet(path, source, maxBytes);
    default:
      return assertNever(dialect.format);
  }
}

/** One character of ASCII that is no line end: the scanner looks for single bytes. */
function isMark(text: string): boolean {
  const code = text.charCodeAt(0);
  return text.length === 1 && code > 0 && code < 0x80 && text !== "\n" && text !== "\r";
}

/** Names the option of a dialect that cannot be followed. */
function dialectFault({ format, separator, quote, headerRows }: Dialect): string | undefined {
  if (format !== "csv" && format !== "xlsx") return undefined;
  if (!Number.isSafeInteger(headerRows) || headerRows < 1 || headerRows > 100) return "headerRows";
  if (format === "xlsx") return undefined;
  if (!isMark(separator)) return "separator";
  return quote !== "" && (!isMark(quote) || quote === separator) ? "quote" : undefined;
}
