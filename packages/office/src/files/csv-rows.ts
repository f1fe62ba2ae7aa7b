import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { openBlocks } from "./blocks.js";
import type { Bytes } from "./bytes.js";
import { cellsRow } from "./cells-row.js";
import { csvCursor, fetchMore, look, readCsvHeader, tooLong } from "./csv-cursor.js";
import type { CsvCursor, Standing } from "./csv-cursor.js";
import { csvRow } from "./csv-row.js";
import type { CsvRow } from "./csv-row.js";
import { isWellEncoded, rawText } from "./encoding.js";
import { FIRST_LOOK, textStart } from "./looks-like.js";
import type { Delivery, Reading } from "./reading.js";
import type { Dialect, RowRefusal } from "./rows.js";

/** Opens a CSV file: checks that it is text and reads its header. */
export async function openCsv(
  path: string,
  source: Bytes,
  dialect: Dialect,
  maxRecordBytes: number,
): Promise<Result<Reading, Problem>> {
  const blocks = await openBlocks(source, FIRST_LOOK);
  if (!blocks.ok) return blocks;
  const start = textStart(path, blocks.value.bytes);
  if (!start.ok) return start;
  const cursor = csvCursor(path, blocks.value, dialect, maxRecordBytes, start.value);
  const header = await readCsvHeader(cursor);
  if (!header.ok) return header;
  return succeed({
    header: header.value,
    byteOrderMark: start.value > 0,
    read: async (delivery) => {
      const reader = csvReader(cursor, delivery);
      for (;;) {
        const standing = drain(reader);
        delivery.progress(source.bytesRead());
        if (standing === "end") return succeed({ rows: reader.rows, refused: reader.refused });
        if (standing === "tooLong") return fail(tooLong(cursor));
        const fetched = await fetchMore(cursor);
        if (!fetched.ok) return fetched;
        reader.row.forget();
      }
    },
  });
}

interface CsvReader {
  readonly cursor: CsvCursor;
  readonly delivery: Delivery;
  readonly columns: number;
  readonly row: CsvRow;
  rows: number;
  refused: number;
  /** Blank lines just before the cursor, of which it is not known whether they end the file. */
  blankLines: number;
}

function csvReader(cursor: CsvCursor, delivery: Delivery): CsvReader {
  const row = csvRow(cursor, () => cursor.line);
  return { cursor, delivery, columns: cursor.scan.from.length, row, rows: 0, refused: 0, blankLines: 0 };
}

/** Delivers the records in hand; returns when it needs more or is done. */
function drain(reader: CsvReader): Exclude<Standing, "record" | "broken"> {
  const { cursor } = reader;
  const { scan } = cursor;
  for (;;) {
    const standing = look(cursor);
    if (standing === "record") {
      if (scan.blank) {
        reader.blankLines++;
      } else {
        if (reader.blankLines > 0) settleBlankLines(reader);
        judge(reader);
      }
      cursor.at = scan.end;
      cursor.line += scan.breaks;
    } else if (standing === "broken") {
      if (reader.blankLines > 0) settleBlankLines(reader);
      refuse(reader, cursor.column, cursor.reason, cursor.lineEnd);
      cursor.at = cursor.lineEnd;
      cursor.line++;
    } else {
      return standing;
    }
  }
}

/** Decides about the whole record at the cursor. */
function judge(reader: CsvReader): void {
  const { cursor, columns } = reader;
  const { scan, blocks, dialect } = cursor;
  if (scan.cells < columns) {
    refuse(reader, scan.cells + 1, "shortRow", scan.end);
  } else if (scan.cells > columns) {
    refuse(reader, columns + 1, "longRow", scan.end);
  } else if (scan.high && !isWellEncoded(blocks.bytes.subarray(cursor.at, scan.end), dialect.encoding)) {
    refuse(reader, badCell(cursor), "badEncoding", scan.end);
  } else {
    reader.rows++;
    reader.delivery.onRow(reader.row);
    reader.row.leave();
  }
}

/** Refuses what stands between the cursor and `end`. */
function refuse(reader: CsvReader, column: number, reason: RowRefusal, end: number): void {
  const { line, at, blocks, dialect } = reader.cursor;
  reader.refused++;
  reader.delivery.onRefused({ line, column, reason, raw: rawText(blocks.bytes, at, end, dialect.encoding) });
}

/** Something follows the blank lines, so they are records: of one empty cell. */
function settleBlankLines(reader: CsvReader): void {
  const first = reader.cursor.line - reader.blankLines;
  for (let line = first; line < reader.cursor.line; line++) {
    if (reader.columns > 1) {
      reader.refused++;
      reader.delivery.onRefused({ line, column: 2, reason: "shortRow", raw: "" });
    } else {
      reader.rows++;
      reader.delivery.onRow(cellsRow(line, [""]));
    }
  }
  reader.blankLines = 0;
}

/** Number (from 1) of the first cell whose bytes mean nothing. */
function badCell({ scan, blocks, dialect }: CsvCursor): number {
  for (let cell = 0; cell < scan.cells; cell++) {
    if (!isWellEncoded(blocks.bytes.subarray(scan.from[cell], scan.to[cell]), dialect.encoding)) return cell + 1;
  }
  return scan.cells;
}
