import { basename } from "node:path";
import { fail, parseCount, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { BLANK, ILLEGIBLE, MOST_IN_CELL, NOT_SUPPLIED } from "acta/sheet";
import { formatOfName, openRows, sha256File } from "../files/index.js";
import type { Dialect, Row, Rows } from "../files/index.js";

/** What a file of copies is read for. */
export interface CopyReading {
  /** Cells of the form, in their order. */
  readonly cells: number;
  /** Position of the cell that a column names; undefined for a column that is none. */
  readonly cellAt: (header: string) => number | undefined;
  /** Code on the roll of a station as the file writes it; undefined when there is none. */
  readonly stationOf: (text: string) => string | undefined;
}

/** A file of copies: one row for each station, one column for each cell. */
export interface CopyFile {
  readonly sheets: readonly { readonly station: string; readonly cells: readonly number[] }[];
  /** Columns that name neither the station nor a cell. */
  readonly ignored: readonly string[];
  /** Positions of the cells that the file does not have. */
  readonly lacking: readonly number[];
  readonly name: string;
  readonly sha256: string;
}

const STATIONS: ReadonlySet<string> = new Set([
  "station",
  "mesa",
  "num_mesa",
  "nro_mesa",
  "acta",
  "code",
  "codigo",
  "código",
]);
const SEPARATORS = [",", ";", "\t"];

/** So many problems are told; a file that is wrong in every row is told to be so. */
const MOST_PROBLEMS = 20;

/** Reads a file of copies whole. @returns every problem at once (the first twenty), and then nothing of it is used. */
export async function readCopies(path: string, reading: CopyReading): Promise<Result<CopyFile, readonly Problem[]>> {
  const hash = await sha256File(path);
  if (!hash.ok) return fail([hash.problem]);
  const opened = await openFile(path);
  if (!opened.ok) return fail([opened.problem]);
  const rows = opened.value;
  try {
    const columns = columnsOf(rows.header, reading, path);
    if (!columns.ok) return fail([columns.problem]);
    const { station, cells, ignored } = columns.value;
    const problems: Problem[] = [];
    const found = new Map<string, readonly number[]>();
    const read = await rows.each(
      (row) => takeRow(row, station, cells, reading, path, found, problems),
      ({ line, reason }) => problems.push({ code: "copies.refusedRow", where: path, context: { line, reason } }),
    );
    if (!read.ok) return fail([read.problem]);
    if (problems.length > 0) return fail(problems.slice(0, MOST_PROBLEMS));
    if (found.size === 0) return fail([{ code: "copies.noRows", where: path }]);
    return succeed({
      sheets: [...found].map(([code, values]) => ({ station: code, cells: values })),
      ignored,
      lacking: cells.flatMap((column, at) => (column < 0 ? [at] : [])),
      name: basename(path),
      sha256: hash.value.sha256,
    });
  } finally {
    await rows.close();
  }
}

/** The first separator that gives more than one column. */
async function openFile(path: string): Promise<Result<Rows>> {
  const format = formatOfName(path) ?? "csv";
  let last: Result<Rows> = fail({ code: "copies.noCells", where: path });
  for (const separator of format === "csv" ? SEPARATORS : [","]) {
    const dialect: Dialect = {
      format,
      separator,
      quote: '"',
      encoding: "utf-8",
      headerRows: 1,
      worksheet: "",
      records: "",
    };
    const opened = await openRows(path, dialect);
    if (!opened.ok || opened.value.header.length > 1) return opened;
    await opened.value.close();
    last = fail({ code: "copies.noCells", where: path });
  }
  return last;
}

interface Columns {
  readonly station: number;
  /** Column of each cell of the form; -1 when the file has none. */
  readonly cells: readonly number[];
  readonly ignored: readonly string[];
}

function columnsOf(header: readonly string[], reading: CopyReading, path: string): Result<Columns> {
  const station = header.findIndex((name) => STATIONS.has(name.trim().toLowerCase()));
  if (station < 0) return fail({ code: "copies.noStation", where: path });
  const cells = Array.from({ length: reading.cells }, () => -1);
  const ignored: string[] = [];
  for (const [column, name] of header.entries()) {
    if (column === station) continue;
    const at = reading.cellAt(name);
    if (at === undefined) ignored.push(name);
    else if ((cells[at] ?? -1) >= 0) return fail({ code: "copies.twoColumns", where: path, context: { column: name } });
    else cells[at] = column;
  }
  return cells.every((column) => column < 0)
    ? fail({ code: "copies.noCells", where: path })
    : succeed({ station, cells, ignored });
}

function takeRow(
  row: Row,
  station: number,
  columns: readonly number[],
  reading: CopyReading,
  path: string,
  found: Map<string, readonly number[]>,
  problems: Problem[],
): void {
  const text = row.text(station).trim();
  const tell = (code: string, seen: string): void => {
    problems.push({ code, where: path, context: { line: row.line, seen: seen.slice(0, 40) } });
  };
  const code = reading.stationOf(text);
  if (code === undefined) return tell("copies.unknownStation", text);
  const cells: number[] = [];
  for (const column of columns) {
    const value = column < 0 ? NOT_SUPPLIED : valueOf(row, column);
    if (value === undefined) return tell("copies.badCell", row.text(column));
    cells.push(value);
  }
  const before = found.get(code);
  if (before !== undefined && before.join() !== cells.join()) return tell("copies.twice", code);
  found.set(code, cells);
}

const MARKS: ReadonlyMap<string, number> = new Map([
  ["", NOT_SUPPLIED],
  ["-", NOT_SUPPLIED],
  ["?", ILLEGIBLE],
  ["illegible", ILLEGIBLE],
  ["ilegible", ILLEGIBLE],
  ["blank", BLANK],
  ["vacio", BLANK],
  ["vacío", BLANK],
]);

function valueOf(row: Row, column: number): number | undefined {
  const count = row.count(column);
  if (count >= 0) return count;
  const text = row.text(column).trim();
  const mark = MARKS.get(text.toLowerCase());
  if (mark !== undefined) return mark;
  const written = parseCount(text);
  return written !== undefined && written <= MOST_IN_CELL ? written : undefined;
}
