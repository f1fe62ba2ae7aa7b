import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { openBlocks } from "./blocks.js";
import type { Blocks } from "./blocks.js";
import type { Bytes } from "./bytes.js";
import { cellsRow } from "./cells-row.js";
import { decode, isWellEncoded, rawText } from "./encoding.js";
import { cellsInOrder, readRecord } from "./json-record.js";
import type { JsonRecord } from "./json-record.js";
import { skipSpace } from "./json-text.js";
import type { JsonCursor } from "./json-text.js";
import { FIRST_LOOK, textStart } from "./looks-like.js";
import { fileProblem } from "./problems.js";
import type { Delivery, Reading } from "./reading.js";
import type { Dialect, RowRefusal } from "./rows.js";

/** A place in a file of lines, always at the start of one. */
interface LineCursor {
  readonly path: string;
  readonly blocks: Blocks;
  readonly encoding: Dialect["encoding"];
  readonly maxRecordBytes: number;
  at: number;
  line: number;
  /** Where the line ends, its line end included, when `look` has found it whole. */
  end: number;
}

/** Opens newline-delimited JSON: one object per line; the keys of the first one are the header. */
export async function openNdjson(
  path: string,
  source: Bytes,
  { encoding }: Dialect,
  maxRecordBytes: number,
): Promise<Result<Reading, Problem>> {
  const blocks = await openBlocks(source, FIRST_LOOK);
  if (!blocks.ok) return blocks;
  const start = textStart(path, blocks.value.bytes);
  if (!start.ok) return start;
  const place = { at: start.value, line: 1, end: 0 };
  const cursor: LineCursor = { path, blocks: blocks.value, encoding, maxRecordBytes, ...place };
  const header = await readHeader(cursor);
  if (!header.ok) return header;
  return succeed({
    header: header.value,
    byteOrderMark: start.value > 0,
    read: async (delivery) => {
      const known = new Set(header.value);
      const reader: Reader = { cursor, delivery, header: header.value, known, rows: 0, refused: 0, blankLines: 0 };
      for (;;) {
        const standing = drain(reader);
        delivery.progress(source.bytesRead());
        if (standing === "end") return succeed({ rows: reader.rows, refused: reader.refused });
        if (standing === "tooLong") return fail(tooLong(cursor));
        const fetched = await fetchMore(cursor);
        if (!fetched.ok) return fetched;
      }
    },
  });
}

function look(cursor: LineCursor): "line" | "more" | "tooLong" | "end" {
  const { blocks, at, maxRecordBytes } = cursor;
  const { bytes, ended } = blocks;
  if (at >= bytes.length) return ended ? "end" : "more";
  const lineBreak = bytes.indexOf(0x0a, at);
  const end = lineBreak >= 0 ? lineBreak + 1 : bytes.length;
  if (end - at > maxRecordBytes) return "tooLong";
  if (lineBreak < 0 && !ended) return end - at === maxRecordBytes ? "tooLong" : "more";
  cursor.end = end;
  return "line";
}

async function fetchMore(cursor: LineCursor): Promise<Result<undefined, Problem>> {
  const { at } = cursor;
  cursor.at = 0;
  return cursor.blocks.more(at);
}

function tooLong(cursor: LineCursor): Problem {
  return fileProblem("file.recordTooLong", cursor.path, { line: cursor.line, limit: cursor.maxRecordBytes });
}

async function readHeader(cursor: LineCursor): Promise<Result<string[], Problem>> {
  let standing = look(cursor);
  while (standing === "more") {
    const fetched = await fetchMore(cursor);
    if (!fetched.ok) return fetched;
    standing = look(cursor);
  }
  if (standing === "tooLong") return fail(tooLong(cursor));
  const record = readLine(cursor);
  if (record.refusal === undefined && record.names.size > 0) return succeed([...record.names]);
  const { path, line } = cursor;
  if (record.column !== undefined) return fail(fileProblem("file.badJson", path, { line, column: record.column }));
  return fail(fileProblem("file.noHeader", path, { line, reason: record.refusal ?? "blank" }));
}

interface LineRecord extends JsonRecord {
  /** Where (from 1) it stops being JSON. */
  readonly column?: number;
}

const NOTHING = { cells: new Map<string, string>(), names: new Set<string>() };

/** Reads the line at the cursor. */
function readLine({ blocks, encoding, at, end }: LineCursor): LineRecord {
  if (!isWellEncoded(blocks.bytes.subarray(at, end), encoding)) return { ...NOTHING, refusal: "badEncoding" };
  const json: JsonCursor = { text: decode(blocks.bytes, at, end, encoding), at: 0 };
  const record = readRecord(json);
  if (record !== undefined) skipSpace(json);
  if (record === undefined || json.at < json.text.length) {
    return { ...NOTHING, refusal: "notAnObject", column: json.at + 1 };
  }
  return record;
}

interface Reader {
  readonly cursor: LineCursor;
  readonly delivery: Delivery;
  readonly header: readonly string[];
  readonly known: ReadonlySet<string>;
  rows: number;
  refused: number;
  /** Blank lines just before the cursor, of which it is not known whether they end the file. */
  blankLines: number;
}

function drain(reader: Reader): "more" | "tooLong" | "end" {
  const { cursor } = reader;
  for (;;) {
    const standing = look(cursor);
    if (standing !== "line") return standing;
    if (isBlank(cursor)) reader.blankLines++;
    else judge(reader);
    cursor.at = cursor.end;
    cursor.line++;
  }
}

function isBlank({ blocks, at, end }: LineCursor): boolean {
  const text = blocks.text.slice(at, end);
  return /^[ \t\r\n]*$/.test(text);
}

function judge(reader: Reader): void {
  const { cursor, delivery } = reader;
  for (let line = cursor.line - reader.blankLines; line < cursor.line; line++) {
    reader.refused++;
    delivery.onRefused({ line, reason: "notAnObject", raw: "" });
  }
  reader.blankLines = 0;
  const record = readLine(cursor);
  const refusal = record.refusal ?? unknownName(record, reader.known);
  if (refusal === undefined) {
    reader.rows++;
    delivery.onRow(cellsRow(cursor.line, cellsInOrder(record, reader.header)));
    return;
  }
  reader.refused++;
  const raw = rawText(cursor.blocks.bytes, cursor.at, cursor.end, cursor.encoding);
  delivery.onRefused({ line: cursor.line, reason: refusal, raw });
}

/** A name that the first record did not have would be lost; without a value there is nothing to lose. */
function unknownName(record: JsonRecord, known: ReadonlySet<string>): RowRefusal | undefined {
  for (const name of record.cells.keys()) if (!known.has(name)) return "longRow";
  return undefined;
}
