import { stationAt } from "acta/election";
import type { ElectionState, LeafWriter } from "acta/record";
import { writeSheetEntry } from "acta/record";
import { NO_ENTRY, NO_SHEET, OUT_OF_SCOPE } from "acta/sheet";
import type { SheetTable } from "acta/sheet";
import type { Draft, DraftSheets } from "./draft.js";

/** How many sheets were read and how many had to be written. */
export interface Written {
  readonly sheets: number;
  readonly written: number;
}

/** Writes an entry for every sheet of the draft that is new or differs from the one in force; one batch for each contest. */
export function writeChanges(
  writer: LeafWriter,
  state: ElectionState,
  draft: Draft,
  header: (contest: string, count: number) => Uint8Array,
): Written {
  let sheets = 0;
  let written = 0;
  const rows = rowsOf(state, draft);
  for (const each of draft.sheets) {
    const table = state.tables.get(each.contest.id);
    if (table === undefined) continue;
    const changes = changesOf(table, state, each, rows);
    sheets += changes.read;
    if (changes.rows.length === 0) continue;
    writer.leaf(header(each.contest.id, changes.rows.length));
    writeRows(writer, state, table, each, changes);
    written += changes.rows.length;
  }
  return { sheets, written };
}

/** Row of the roll for every position of the draft; files usually come in the roll's order. */
function rowsOf(state: ElectionState, draft: Draft): Uint32Array {
  const rows = new Uint32Array(draft.codes.length);
  const { codes } = state.roll;
  let next = 0;
  for (let position = 0; position < rows.length; position++) {
    const code = draft.codes[position] ?? "";
    next = codes[next] === code ? next : stationAt(state.roll, code);
    rows[position] = next;
    next++;
  }
  return rows;
}

interface Changes {
  readonly read: number;
  /** Rows and positions, in the roll's order: the same files give the same entries in any reading order. */
  readonly rows: readonly number[];
  readonly positions: Uint32Array;
}

function changesOf(table: SheetTable, state: ElectionState, sheets: DraftSheets, rowOf: Uint32Array): Changes {
  const positions = new Uint32Array(table.size);
  const ids = statusIds(table, state);
  const changed: number[] = [];
  let read = 0;
  for (let position = 0; position < rowOf.length; position++) {
    const row = rowOf[position] ?? 0;
    const status = sheets.status[position] ?? NO_SHEET;
    if (status === NO_SHEET || table.status[row] === OUT_OF_SCOPE) continue;
    read++;
    if (isSame(table, row, ids[status] ?? NO_SHEET, sheets, position)) continue;
    positions[row] = position;
    changed.push(row);
  }
  changed.sort((a, b) => a - b);
  return { read, rows: changed, positions };
}

/** Position in the table's statuses of each status of the definition. */
function statusIds(table: SheetTable, state: ElectionState): readonly number[] {
  return state.election.statuses.map((own) =>
    table.statuses.findIndex(
      (status) =>
        status.id === own.id &&
        status.state === own.state &&
        status.resolved === own.resolved &&
        status.flags.join() === own.flags.join(),
    ),
  );
}

function isSame(table: SheetTable, row: number, status: number, sheets: DraftSheets, position: number): boolean {
  if (table.status[row] !== status) return false;
  const count = table.cells.length;
  for (let cell = 0; cell < count; cell++) {
    if (table.cells[cell]?.[row] !== sheets.cells[cell]?.[position]) return false;
    if (table.raw.get(row * count + cell) !== sheets.raw.get(position * count + cell)) return false;
  }
  return true;
}

function writeRows(
  writer: LeafWriter,
  state: ElectionState,
  table: SheetTable,
  sheets: DraftSheets,
  changes: Changes,
): void {
  const ids = state.election.statuses.map((status) => status.id);
  for (const row of changes.rows) {
    const position = changes.positions[row] ?? 0;
    const status = ids[sheets.status[position] ?? 0] ?? "";
    writeSheetEntry(writer, state.roll.codes[row] ?? "", status, sheets, position, table.head[row] ?? NO_ENTRY);
  }
}
