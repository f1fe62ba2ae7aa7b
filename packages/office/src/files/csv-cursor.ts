import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import type { Blocks } from "./blocks.js";
import { DOUBLED, HIGH, csvScan, scanRecord } from "./csv-scan.js";
import type { CsvScan } from "./csv-scan.js";
import { decode, isWellEncoded } from "./encoding.js";
import { nameColumns } from "./header.js";
import { fileProblem } from "./problems.js";
import type { Dialect, RowRefusal } from "./rows.js";

/** A place in a CSV file, always at the start of a record. */
export interface CsvCursor {
  readonly path: string;
  readonly blocks: Blocks;
  readonly dialect: Dialect;
  readonly maxRecordBytes: number;
  /** The record that stands here, when `look` has found a whole one. */
  scan: CsvScan;
  at: number;
  line: number;
  /** When `look` has found a broken quotation: why, in which cell (from 1), and where the line to be refused ends. */
  reason: RowRefusal;
  column: number;
  lineEnd: number;
}

/**
 * What stands at the cursor: a whole record; a line with a broken quotation; something that goes on after this block;
 * a line without end; nothing.
 */
export type Standing = "record" | "broken" | "more" | "tooLong" | "end";

/** Puts a cursor on the first record. */
export function csvCursor(
  path: string,
  blocks: Blocks,
  dialect: Dialect,
  maxRecordBytes: number,
  at: number,
): CsvCursor {
  const scan = scanOf(dialect, 0);
  return { path, blocks, dialect, maxRecordBytes, scan, at, line: 1, reason: "shortRow", column: 0, lineEnd: 0 };
}

function scanOf(dialect: Dialect, room: number): CsvScan {
  const quote = dialect.quote === "" ? 256 : dialect.quote.charCodeAt(0);
  return csvScan(dialect.separator.charCodeAt(0), quote, room);
}

/** Fetches the next block; the record at the cursor is carried over. */
export async function fetchMore(cursor: CsvCursor): Promise<Result<undefined, Problem>> {
  const { at } = cursor;
  cursor.at = 0;
  return cursor.blocks.more(at);
}

/** The problem of a line that passes the limit without ending. */
export function tooLong(cursor: CsvCursor): Problem {
  return fileProblem("file.recordTooLong", cursor.path, { line: cursor.line, limit: cursor.maxRecordBytes });
}

/** Looks at what stands at the cursor, without moving it. */
export function look(cursor: CsvCursor): Standing {
  const { blocks, scan, at, maxRecordBytes } = cursor;
  const { bytes, ended } = blocks;
  if (at >= bytes.length) return ended ? "end" : "more";
  // Never looking further than the limit makes the answer independent of how the file was cut into blocks.
  const bound = Math.min(bytes.length, at + maxRecordBytes);
  const last = ended && bound === bytes.length;
  const how = scanRecord(scan, bytes, at, bound, last);
  if (how === "whole") return "record";
  const full = bound === at + maxRecordBytes;
  if (how === "cut" && !full) return "more";
  if (scan.firstBreak >= 0) {
    // Once a quotation is broken only line breaks can be trusted: the first line is refused, the next gets its chance.
    cursor.reason = "unclosedQuote";
    cursor.column = scan.openCell;
    cursor.lineEnd = scan.firstBreak + 1;
    return "broken";
  }
  if (how === "cut") return "tooLong";
  cursor.reason = how === "unclosed" ? "unclosedQuote" : "strayQuote";
  cursor.column = scan.cells;
  const lineBreak = bytes.subarray(0, bound).indexOf(0x0a, scan.end);
  if (lineBreak < 0 && !last) return full ? "tooLong" : "more";
  cursor.lineEnd = lineBreak < 0 ? bound : lineBreak + 1;
  return "broken";
}

/** The text of one cell of the record at the cursor. */
export function cellText(scan: CsvScan, blocks: Blocks, { encoding, quote }: Dialect, cell: number): string {
  const from = scan.from[cell] ?? 0;
  const to = scan.to[cell] ?? 0;
  const mark = scan.marks[cell] ?? 0;
  if (mark === 0) return blocks.text.substring(from, to);
  const text = (mark & HIGH) === 0 ? blocks.text.substring(from, to) : decode(blocks.bytes, from, to, encoding);
  return (mark & DOUBLED) === 0 ? text : text.replaceAll(quote + quote, quote);
}

/** The value of a cell of one to nine digits, straight from its bytes; -1 for anything else. */
export function cellCount({ from, to }: CsvScan, { bytes }: Blocks, cell: number): number {
  const start = from[cell] ?? 0;
  const end = to[cell] ?? 0;
  if (end === start || end - start > 9) return -1;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Reads the rows of the header; afterwards the cursor stands at the first record and has room for its cells. */
export async function readCsvHeader(cursor: CsvCursor): Promise<Result<string[], Problem>> {
  const rows: string[][] = [];
  while (rows.length < cursor.dialect.headerRows) {
    const standing = look(cursor);
    if (standing === "more") {
      const fetched = await fetchMore(cursor);
      if (!fetched.ok) return fetched;
      continue;
    }
    if (standing === "tooLong") return fail(tooLong(cursor));
    if (standing === "end") return fail(noHeader(cursor, "missing"));
    if (standing === "broken") return fail(noHeader(cursor, cursor.reason));
    const cells = headerCells(cursor);
    if (!cells.ok) return cells;
    const width = rows[0]?.length ?? cells.value.length;
    if (cells.value.length < width) return fail(noHeader(cursor, "shortRow"));
    if (cells.value.length > width) return fail(noHeader(cursor, "longRow"));
    rows.push(cells.value);
    cursor.at = cursor.scan.end;
    cursor.line += cursor.scan.breaks;
  }
  if (rows.every((row) => row.every((cell) => cell === ""))) return fail(noHeader(cursor, "blank", 1));
  const names = nameColumns(rows);
  cursor.scan = scanOf(cursor.dialect, names.length);
  return succeed(names);
}

function noHeader(cursor: CsvCursor, reason: string, line = cursor.line): Problem {
  return fileProblem("file.noHeader", cursor.path, { line, reason });
}

function headerCells(cursor: CsvCursor): Result<string[], Problem> {
  const { blocks, dialect, at } = cursor;
  const { end, cells } = cursor.scan;
  if (!isWellEncoded(blocks.bytes.subarray(at, end), dialect.encoding)) return fail(noHeader(cursor, "badEncoding"));
  // The scan of the cursor has no room yet and only counted the cells.
  const scan = scanOf(dialect, cells);
  scanRecord(scan, blocks.bytes, at, end, true);
  const names = Array.from({ length: cells }, (_, cell) => cellText(scan, blocks, dialect, cell));
  // A file with the line ends of old Macintoshes would otherwise be one long header without a row.
  if (names.some((name) => name.includes("\r") && !name.includes("\n"))) {
    return fail(fileProblem("file.lineEnds", cursor.path, { line: cursor.line }));
  }
  return succeed(names);
}
