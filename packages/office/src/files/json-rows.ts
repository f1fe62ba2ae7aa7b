import { constants } from "node:buffer";
import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { readWhole } from "./bytes.js";
import type { Bytes } from "./bytes.js";
import { cellsRow } from "./cells-row.js";
import { cutRaw, decode, isWellEncoded } from "./encoding.js";
import { cellsInOrder, readRecord } from "./json-record.js";
import { eachItem, eachMember, skipSpace, skipValue } from "./json-text.js";
import type { JsonCursor } from "./json-text.js";
import { textStart } from "./looks-like.js";
import { errorCode, fileProblem } from "./problems.js";
import type { Delivery, Reading } from "./reading.js";
import type { Dialect, RowCount } from "./rows.js";

/** Opens a JSON document that holds a list of records; the header is every name in order of first appearance. */
export async function openJson(path: string, source: Bytes, dialect: Dialect): Promise<Result<Reading, Problem>> {
  const whole = await readWhole(source);
  if (!whole.ok) return whole;
  const start = textStart(path, whole.value);
  if (!start.ok) return start;
  if (!isWellEncoded(whole.value, dialect.encoding)) return fail(fileProblem("file.badEncoding", path));
  const text = wholeText(path, whole.value, start.value, dialect.encoding);
  if (!text.ok) return text;
  const list = findRecords(path, text.value, dialect.records);
  if (!list.ok) return list;
  const header = [...list.value.names];
  if (header.length === 0) return fail(fileProblem("file.noHeader", path, { reason: "missing" }));
  return succeed({
    header,
    byteOrderMark: start.value > 0,
    read: (delivery) => {
      const count = deliver(text.value, list.value.starts, header, delivery);
      delivery.progress(source.bytesRead());
      return Promise.resolve(succeed(count));
    },
  });
}

function wholeText(path: string, bytes: Buffer, from: number, encoding: Dialect["encoding"]): Result<string, Problem> {
  try {
    return succeed(decode(bytes, from, bytes.length, encoding));
  } catch (error) {
    // The engine's own limit, about 512 MiB, whatever limit the caller has set.
    if (errorCode(error) === "ERR_STRING_TOO_LONG") {
      return fail(fileProblem("file.tooLarge", path, { limit: constants.MAX_STRING_LENGTH }));
    }
    throw error;
  }
}

interface RecordList {
  /** Where each record starts in the text. */
  readonly starts: number[];
  readonly names: Set<string>;
}

/** Walks the whole document once: is it JSON, where are the records, which names do they use. */
function findRecords(path: string, text: string, records: string): Result<RecordList, Problem> {
  const cursor: JsonCursor = { text, at: 0 };
  const steps = records === "" ? [] : records.split(".");
  const list: RecordList = { starts: [], names: new Set() };
  let found = 0;
  const walkList = (depth: number): boolean =>
    eachItem(cursor, depth, () => {
      list.starts.push(cursor.at);
      const record = readRecord(cursor);
      if (record === undefined) return false;
      if (record.refusal === undefined) for (const name of record.names) list.names.add(name);
      return true;
    });
  const walk = (depth: number): boolean => {
    skipSpace(cursor);
    const step = steps[depth];
    const opening = text[cursor.at];
    if (step === undefined && opening === "[") {
      found++;
      return walkList(depth + 1);
    }
    if (step === undefined || opening !== "{") return skipValue(cursor, depth + 1);
    return eachMember(cursor, depth + 1, (key) => (key === step ? walk(depth + 1) : skipValue(cursor, depth + 1)));
  };
  const walked = walk(0);
  if (walked) skipSpace(cursor);
  if (!walked || cursor.at < text.length) return fail(fileProblem("file.badJson", path, placeIn(text, cursor.at)));
  // Two lists at one path: programs differ in which one they take.
  if (found !== 1) return fail(fileProblem("file.noRecords", path, { records, found }));
  return succeed(list);
}

/** Line and column, from 1, of a position. */
function placeIn(text: string, at: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let lineStart = 0;
  for (let end = text.indexOf("\n"); end >= 0 && end < at; end = text.indexOf("\n", end + 1)) {
    line++;
    lineStart = end + 1;
  }
  return { line, column: at - lineStart + 1 };
}

function deliver(
  text: string,
  starts: readonly number[],
  header: readonly string[],
  { onRow, onRefused }: Delivery,
): RowCount {
  const cursor: JsonCursor = { text, at: 0 };
  let rows = 0;
  let refused = 0;
  for (const [index, start] of starts.entries()) {
    const line = index + 1;
    cursor.at = start;
    const record = readRecord(cursor);
    if (record !== undefined && record.refusal === undefined) {
      rows++;
      onRow(cellsRow(line, cellsInOrder(record, header)));
    } else {
      refused++;
      onRefused({ line, reason: record?.refusal ?? "notAnObject", raw: cutRaw(text.slice(start, cursor.at)) });
    }
  }
  return { rows, refused };
}
