import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { readWhole } from "./bytes.js";
import type { Bytes } from "./bytes.js";
import { cellsRow } from "./cells-row.js";
import { cutRaw } from "./encoding.js";
import { nameColumns } from "./header.js";
import { fileProblem } from "./problems.js";
import type { Delivery, Reading } from "./reading.js";
import type { Dialect, RowCount } from "./rows.js";
import { valueText } from "./value-text.js";
import { readWorksheet } from "./worksheet.js";
import type { Worksheet } from "./worksheet.js";

/** Opens a worksheet; its first rows are the header. A row that ends early has empty cells, as spreadsheets save it. */
export async function openXlsx(
  path: string,
  source: Bytes,
  dialect: Dialect,
  maxBytes: number,
): Promise<Result<Reading, Problem>> {
  const whole = await readWhole(source);
  if (!whole.ok) return whole;
  if (whole.value.length === 0) return fail(fileProblem("file.empty", path));
  const sheet = await readWorksheet(path, whole.value, dialect.worksheet, maxBytes);
  if (!sheet.ok) return sheet;
  const top = sheet.value.slice(0, dialect.headerRows).map(texts);
  const columns = Math.max(0, ...top.map((row) => row.length));
  if (columns === 0) return fail(fileProblem("file.noHeader", path, { line: 1, reason: "blank" }));
  if (top.length < dialect.headerRows) return fail(fileProblem("file.noHeader", path, { line: 1, reason: "missing" }));
  const header = nameColumns(top.map((row) => padded(row, columns)));
  return succeed({
    header,
    byteOrderMark: false,
    read: (delivery) => {
      const count = deliver(sheet.value, dialect.headerRows, columns, delivery);
      delivery.progress(source.bytesRead());
      return Promise.resolve(succeed(count));
    },
  });
}

/** The texts of a row up to its last cell that is not empty. */
function texts(row: readonly unknown[]): string[] {
  const cells = row.map(valueText);
  while (cells.at(-1) === "") cells.pop();
  return cells;
}

function padded(cells: readonly string[], columns: number): string[] {
  return Array.from({ length: columns }, (_, column) => cells[column] ?? "");
}

function deliver(sheet: Worksheet, first: number, columns: number, { onRow, onRefused }: Delivery): RowCount {
  let rows = 0;
  let refused = 0;
  let blankRows = 0;
  for (let index = first; index < sheet.length; index++) {
    const cells = texts(sheet[index] ?? []);
    if (cells.length === 0) {
      blankRows++;
      continue;
    }
    // Blank rows are records only when something follows.
    for (; blankRows > 0; blankRows--) {
      refused++;
      onRefused({ line: index + 1 - blankRows, column: 1, reason: "shortRow", raw: "" });
    }
    if (cells.length > columns) {
      refused++;
      onRefused({ line: index + 1, column: columns + 1, reason: "longRow", raw: cutRaw(cells.join("\t")) });
    } else {
      rows++;
      onRow(cellsRow(index + 1, padded(cells, columns)));
    }
  }
  return { rows, refused };
}
