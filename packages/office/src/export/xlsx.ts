import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { writeXlsx as writeWorkbook } from "hucre/xlsx";
import type { Cell, CellStyle, CellValue, ColumnDef, WriteSheet } from "hucre/xlsx";
import type { ExportColumn } from "./export-column.js";
import type { ExportTable } from "./export-table.js";
import { notesSheet } from "./xlsx-notes.js";
import { cellText } from "./xlsx-text.js";

/** Limits of a worksheet (Excel specifications and limits). */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
const MOST_TEXT = 32_767;
/** The writer builds a sheet as one text in memory; beyond this many cells that text is too long for the engine. */
const MOST_CELLS = 6_000_000;

/**
 * Writes a table as a workbook: sheet `data` with the rows, codes as text, and sheet `notes` with everything that the rows are about in
 * both languages. The same table gives the same bytes. Refuses a table that Excel could not open whole.
 */
export async function writeXlsx(table: ExportTable): Promise<Result<Uint8Array>> {
  const problem = sizeProblem(table) ?? textProblem(table);
  if (problem !== null) return fail(problem);
  // The seal of the edition is the only moment in the file: a clock would make every export differ.
  const moment = new Date(table.notes.edition.sealedAt);
  const bytes = await writeWorkbook({
    sheets: [dataSheet(table), notesSheet(table.notes)],
    properties: { title: table.notes.election.name.es, creator: "Acta", created: moment, modified: moment },
  });
  return succeed(bytes);
}

function sizeProblem(table: ExportTable): Problem | null {
  const rows = table.size;
  const columns = table.columns.length;
  if (columns > MOST_COLUMNS) return { code: "export.xlsxTooWide", context: { columns, most: MOST_COLUMNS } };
  if (rows + 1 <= MOST_ROWS && rows * columns <= MOST_CELLS) return null;
  return { code: "export.xlsxTooLarge", context: { rows, columns, mostRows: MOST_ROWS - 1, mostCells: MOST_CELLS } };
}

/** Excel repairs a file with a longer text by cutting it, which nobody would notice. */
function textProblem(table: ExportTable): Problem | null {
  for (const column of table.columns) {
    if (column.kind !== "text" && column.kind !== "code") continue;
    for (let row = 0; row < table.size; row++)
      if (column.cell(row).length > MOST_TEXT)
        return { code: "export.xlsxLongText", context: { column: column.id, row: row + 2, most: MOST_TEXT } };
  }
  return null;
}

const BOLD: CellStyle = { font: { bold: true } };

function dataSheet(table: ExportTable): WriteSheet {
  const rows: CellValue[][] = [table.columns.map((column) => column.id)];
  const cells = new Map<string, Partial<Cell>>(table.columns.map((_, at) => [`0,${at}`, { style: BOLD }]));
  for (let row = 0; row < table.size; row++) {
    rows.push(
      table.columns.map((column, at) => {
        const value = column.cell(row);
        if (typeof value !== "string") return value;
        const text = cellText(value);
        // The library turns a text such as #N/A into an error value; as rich text it stays the name that it is.
        if (text.startsWith("#")) cells.set(`${row + 1},${at}`, { richText: [{ text }] });
        return text === "" ? null : text;
      }),
    );
  }
  return { name: "data", columns: table.columns.map(columnOf), rows, cells, freezePane: { rows: 1 } };
}

function columnOf(column: ExportColumn): ColumnDef {
  // Text cells stay text as they are; the format keeps a code text also when someone types into its cell.
  if (column.kind === "code") return { width: 14, numFmt: "@" };
  return { width: column.kind === "text" ? 28 : 12 };
}
