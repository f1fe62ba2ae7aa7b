import { utf8 } from "acta/basics";
import type { ExportColumn } from "./export-column.js";
import type { ExportTable } from "./export-table.js";

/** How a CSV is written. */
export interface CsvOptions {
  /** For a double click in Excel instead of for programs. */
  readonly excel: boolean;
}

/** Text is encoded in pieces of about this many characters. */
const PIECE = 1 << 16;

/**
 * Writes a table as CSV (RFC 4180, UTF-8, comma), in pieces. Nothing but the header and the rows: what they are about goes into the
 * sidecar (`writeNotes`), because a comment line breaks most readers.
 *
 * For Excel: byte order mark, CRLF, codes as `="010101"` so that zeros stay, and an apostrophe before text that Excel would run as a
 * formula; names come from whoever wrote the source. The plain form leaves every text as it is: programs do not run it.
 */
export function* writeCsv(table: Pick<ExportTable, "columns" | "size">, { excel }: CsvOptions): Generator<Uint8Array> {
  const end = excel ? "\r\n" : "\n";
  const cells = table.columns.map((column) => (excel ? excelCell(column) : plainCell(column)));
  const header = table.columns.map((column) => field(excel ? guarded(column.id) : column.id));
  let text = (excel ? "\uFEFF" : "") + header.join(",") + end;
  for (let row = 0; row < table.size; row++) {
    for (let at = 0; at < cells.length; at++) text += (at === 0 ? "" : ",") + (cells[at]?.(row) ?? "");
    text += end;
    if (text.length < PIECE) continue;
    yield utf8(text);
    text = "";
  }
  yield utf8(text);
}

type CellText = (row: number) => string;

function plainCell(column: ExportColumn): CellText {
  switch (column.kind) {
    case "code":
    case "text":
      return (row) => field(column.cell(row));
    case "share":
      return (row) => shareText(column.cell(row));
    case "count":
    case "sum":
    case "truth":
      return (row) => String(column.cell(row) ?? "");
  }
}

function excelCell(column: ExportColumn): CellText {
  switch (column.kind) {
    case "code":
      return (row) => field(asText(column.cell(row)));
    case "text":
      return (row) => field(guarded(column.cell(row)));
    default:
      return plainCell(column);
  }
}

/** The exact decimal of a share: always 9 places, never an exponent. */
function shareText(decimal: number | null): string {
  return decimal === null ? "" : decimal.toFixed(9);
}

const SPECIAL = /[",\r\n]/;

function field(text: string): string {
  return SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Excel takes at most 255 characters in a text of a formula; line breaks and the like in it are asking for trouble. */
const FITS_FORMULA = /^[^\p{Cc}]{1,250}$/u;

/** A code as a formula whose value is the text. Quotes are doubled, so nothing in the code can leave the text. Without a digit nothing is lost. */
function asText(code: string): string {
  if (!/\d/.test(code)) return guarded(code);
  return FITS_FORMULA.test(code) ? `="${code.replaceAll('"', '""')}"` : guarded(code);
}

/** What starts a formula, also after blanks and as full-width signs (OWASP, CSV injection). */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;
/** A name without letters, which Excel would read as a number, a date or a time. */
const NUMBER_LIKE = /^[\d\s.,:/%()-]*\d[\d\s.,:/%()-]*$|^\d+[eE]\d+$/;

function guarded(text: string): string {
  if (FORMULA.test(text)) return `'${text}`;
  return NUMBER_LIKE.test(text) ? asText(text) : text;
}
