import type { Contest, Election, SheetFrom } from "acta/election";
import { ABSURD, BLANK, NO_SHEET, NOT_SUPPLIED } from "acta/sheet";
import type { Row } from "../files/index.js";
import { absurdText, cellReader, UNREADABLE } from "./cell-text.js";
import type { DraftSheets } from "./draft.js";
import type { Refusal, SheetContext, SheetReader } from "./sheet-context.js";
import { sumReaders } from "./sum-readers.js";
import { longCells } from "./long-cells.js";

/** Compiles the mapping of one contest, wide or long. */
export function sheetReader(from: SheetFrom, context: SheetContext): SheetReader {
  const sheets = context.draft.sheets.find((each) => each.contest.id === from.contest);
  if (sheets === undefined) throw new Error(`no contest ${from.contest}`);
  const status = statusReader(from, context);
  return from.long === null
    ? wideReader(from, context, sheets, status)
    : longReader(from, from.long, context, sheets, status);
}

type StatusReader = (row: Row) => number;

const UNKNOWN_STATUS = -1;

/** Finds the status by the words in its columns. The last words are tried first, since they repeat for thousands of rows. */
function statusReader(from: SheetFrom, { election, header }: SheetContext): StatusReader {
  if (from.fixedStatus !== "") {
    const fixed = election.statuses.findIndex((status) => status.id === from.fixedStatus);
    return () => fixed;
  }
  const columns = from.statusColumns.map((column) => header.get(column) ?? 0);
  const byWords = new Map<string, number>();
  election.statuses.forEach((status, at) => {
    for (const words of status.words) byWords.set(words.join("\u0000"), at);
  });
  const last = columns.map(() => "");
  let lastStatus = byWords.get(last.join("\u0000")) ?? UNKNOWN_STATUS;
  return (row) => {
    let same = true;
    for (let at = 0; at < columns.length; at++) {
      const word = row.text(columns[at] ?? 0);
      if (word === last[at]) continue;
      last[at] = word;
      same = false;
    }
    if (!same) lastStatus = byWords.get(last.join("\u0000")) ?? UNKNOWN_STATUS;
    return lastStatus;
  };
}

function wideReader(from: SheetFrom, context: SheetContext, sheets: DraftSheets, status: StatusReader): SheetReader {
  const { election, header, part } = context;
  const read = cellReader(part.values);
  const columns = sheets.contest.form.cells.map((cell) => {
    const column = from.cells.find((each) => each.cell === cell.id)?.column;
    return column === undefined ? -1 : (header.get(column) ?? -1);
  });
  const blankWhenZero = zeroBlanks(election, sheets.contest);
  const checkSums = sumReaders(from, context, sheets.contest);
  const values = new Int32Array(columns.length);
  const raw: string[] = columns.map(() => "");
  return (row, position) => {
    const at = status(row);
    if (at === UNKNOWN_STATUS) return statusRefusal(from, context, row);
    for (let cell = 0; cell < columns.length; cell++) {
      const column = columns[cell] ?? -1;
      const value = column < 0 ? NOT_SUPPLIED : read(row, column);
      if (value === UNREADABLE) return { reason: "notACount", column, seen: row.text(column) };
      values[cell] = value === 0 && blankWhenZero[at]?.[cell] === true ? BLANK : value;
      if (value === ABSURD) raw[cell] = absurdText(row.text(column));
    }
    checkSums(row, position, values);
    const refusal = earlierRow(context, sheets, position, at, values, row);
    if (refusal === null) store(sheets, position, at, values, raw, row.line);
    return refusal;
  };
}

function statusRefusal(from: SheetFrom, { header }: SheetContext, row: Row): Refusal {
  const columns = from.statusColumns.map((column) => header.get(column) ?? 0);
  return {
    reason: "unknownStatus",
    column: columns[0] ?? -1,
    seen: columns.map((column) => row.text(column)).join(" / "),
  };
}

/** For each status: the cells that its source prints as 0 although the box is empty. */
function zeroBlanks(election: Election, contest: Contest): readonly (readonly boolean[])[] {
  return election.statuses.map((status) => contest.form.cells.map((cell) => status.blankWhenZero.includes(cell.id)));
}

/** A second row of a station: the same again is set aside; another one contradicts the first, and neither can be believed. */
function earlierRow(
  context: SheetContext,
  sheets: DraftSheets,
  position: number,
  status: number,
  values: Int32Array,
  row: Row,
): Refusal | null {
  const line = sheets.line[position] ?? 0;
  if (line === 0 || line === row.line) return null;
  const same =
    sheets.status[position] === status && sheets.cells.every((column, cell) => column[position] === values[cell]);
  if (same) return { reason: "stationTwiceSame", column: -1, seen: "" };
  if (sheets.status[position] !== NO_SHEET) context.contradicted(line);
  context.draft.drop(sheets, position);
  return { reason: "stationTwiceDifferent", column: -1, seen: "" };
}

function store(
  sheets: DraftSheets,
  position: number,
  status: number,
  values: Int32Array,
  raw: readonly string[],
  line: number,
): void {
  sheets.status[position] = status;
  sheets.line[position] = line;
  for (let cell = 0; cell < values.length; cell++) {
    const column = sheets.cells[cell];
    const value = values[cell] ?? 0;
    if (column !== undefined) column[position] = value;
    if (value === ABSURD) sheets.raw.set(position * values.length + cell, raw[cell] ?? "");
  }
}

type LongFrom = NonNullable<SheetFrom["long"]>;

function longReader(
  from: SheetFrom,
  long: LongFrom,
  context: SheetContext,
  sheets: DraftSheets,
  status: StatusReader,
): SheetReader {
  const { election, header, part } = context;
  const read = cellReader(part.values);
  const votesAt = header.get(long.votes) ?? 0;
  const contestAt = long.contestColumn === "" ? -1 : (header.get(long.contestColumn) ?? -1);
  const cellAt = longCells(long, context, sheets.contest);
  const repeated = long.repeated.map((each) => ({
    cell: sheets.contest.form.cells.findIndex((cell) => cell.id === each.cell),
    column: header.get(each.column) ?? 0,
  }));
  const blankWhenZero = zeroBlanks(election, sheets.contest);
  const put = longWriter(context, sheets);
  const beside = new Int32Array(repeated.length);
  return (row, position) => {
    if (contestAt >= 0 && row.text(contestAt) !== long.contestWord)
      return { reason: "unknownContest", column: contestAt, seen: row.text(contestAt) };
    const at = status(row);
    if (at === UNKNOWN_STATUS) return statusRefusal(from, context, row);
    const cell = cellAt(row);
    if (typeof cell !== "number") return cell;
    const valueOf = (column: number, of: number): number => {
      const value = read(row, column);
      return value === 0 && blankWhenZero[at]?.[of] === true ? BLANK : value;
    };
    const value = valueOf(votesAt, cell);
    if (value === UNREADABLE) return { reason: "notACount", column: votesAt, seen: row.text(votesAt) };
    const other = otherThanBefore(sheets, position, at, from, context);
    if (other >= 0) return { reason: "stationTwiceDifferent", column: other, seen: row.text(other) };
    for (let each = 0; each < repeated.length; each++) {
      const { column, cell: of } = repeated[each] ?? { column: 0, cell: -1 };
      const said = valueOf(column, of);
      if (said === UNREADABLE) return { reason: "notACount", column, seen: row.text(column) };
      const before = sheets.cells[of]?.[position] ?? NOT_SUPPLIED;
      if (before !== NOT_SUPPLIED && before !== said)
        return { reason: "stationTwiceDifferent", column, seen: row.text(column) };
      beside[each] = said;
    }
    const refusal = put(position, cell, value, row.text(votesAt), row.line, at);
    if (refusal !== null) return refusal;
    repeated.forEach((each, which) => {
      const column = sheets.cells[each.cell];
      if (column !== undefined) column[position] = beside[which] ?? NOT_SUPPLIED;
      if (beside[which] === ABSURD)
        sheets.raw.set(position * sheets.cells.length + each.cell, absurdText(row.text(each.column)));
    });
    return null;
  };
}

/** The column of a status that contradicts an earlier row of the same station; -1 when it is the first row, or says the same. */
function otherThanBefore(
  sheets: DraftSheets,
  position: number,
  status: number,
  from: SheetFrom,
  { header }: SheetContext,
): number {
  const before = sheets.status[position] ?? NO_SHEET;
  return before === NO_SHEET || before === status ? -1 : (header.get(from.statusColumns[0] ?? "") ?? -1);
}

type LongWriter = (
  position: number,
  cell: number,
  value: number,
  text: string,
  line: number,
  status: number,
) => Refusal | null;

function longWriter(context: SheetContext, sheets: DraftSheets): LongWriter {
  // Line on which each cell was read, to tell "said twice" from "said once".
  const lines = new Map<number, number>();
  return (position, cell, value, text, line, status) => {
    const key = position * sheets.cells.length + cell;
    const earlier = lines.get(key);
    const column = sheets.cells[cell];
    if (column === undefined) return null;
    if (earlier !== undefined) {
      if (column[position] === value) return { reason: "stationTwiceSame", column: -1, seen: "" };
      context.contradicted(earlier);
      column[position] = NOT_SUPPLIED;
      return { reason: "stationTwiceDifferent", column: -1, seen: "" };
    }
    lines.set(key, line);
    sheets.status[position] = status;
    sheets.line[position] = line;
    column[position] = value;
    if (value === ABSURD) sheets.raw.set(key, absurdText(text));
    return null;
  };
}
