import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import type { CellRole, Election, SheetState, Status } from "../election/index.js";
import { BLANK, hasFigures, stateOf } from "../sheet/index.js";
import type { SheetTable } from "../sheet/index.js";
import type { Action } from "./scenario.js";
import { isPart } from "./tally-rows.js";

/** Why a selected sheet stayed as it was. */
export type Unchanged = "noFigures" | "alreadyAnnulled" | "alreadyAsFiled" | "filedUnknown" | "sameFigures";

/** What an action did to the rows that were selected. */
export interface ActionReport {
  readonly changed: readonly number[];
  readonly unchanged: Readonly<Record<Unchanged, number>>;
}

/** Why one row stays as it is, or null when it was changed. */
type RowAction = (row: number) => Unchanged | null;

/** A table that may be written on: columns of its own, so that the sheets themselves stay as they are. */
export function draftTable(table: SheetTable): SheetTable {
  // Not `slice`: columns that were read from a file may be views of a kind (Buffer in Node) whose slices share their memory.
  return {
    ...table,
    status: new Uint8Array(table.status),
    cells: table.cells.map((column) => new Int32Array(column)),
    raw: new Map(table.raw),
    first: new Map(table.first),
  };
}

/**
 * Does an action to rows of a draft. @returns the draft (with a further status where the definition lacks one) and what became of the
 * rows, or a problem: `scenario.unknownOption`, `scenario.unknownCell`, `scenario.changesNothing`.
 */
export function act(
  election: Election,
  draft: SheetTable,
  rows: readonly number[],
  action: Action,
): Result<{ readonly draft: SheetTable; readonly report: ActionReport }> {
  const wanted = action.kind === "annul" ? withState(draft, "annulled") : withState(draft, "counted");
  const doing = rowAction(election, wanted, action);
  if (!doing.ok) return doing;
  const changed: number[] = [];
  const unchanged = { noFigures: 0, alreadyAnnulled: 0, alreadyAsFiled: 0, filedUnknown: 0, sameFigures: 0 };
  for (const row of rows) {
    const why = doing.value(row);
    if (why !== null) {
      unchanged[why]++;
      continue;
    }
    // From here on the sheet says this, under a policy of first figures too.
    wanted.table.first.delete(row);
    changed.push(row);
  }
  if (changed.length === 0) return fail({ code: "scenario.changesNothing", context: { sheets: rows.length } });
  return succeed({ draft: wanted.table, report: { changed, unchanged } });
}

interface Wanted {
  readonly table: SheetTable;
  /** Position of the first status of the state that the action leads to. */
  readonly status: number;
}

/** The draft and a status of this state in it: one of the definition's, or one more. */
function withState(draft: SheetTable, state: SheetState): Wanted {
  const at = draft.statuses.findIndex((status) => status.state === state);
  if (at >= 0) return { table: draft, status: at };
  const added: Status = {
    id: `scenario-${state}`,
    name: { es: "por hipótesis", en: "by assumption" },
    state,
    resolved: true,
    flags: [],
    words: [],
    blankWhenZero: [],
  };
  return { table: { ...draft, statuses: [...draft.statuses, added] }, status: draft.statuses.length };
}

function rowAction(election: Election, wanted: Wanted, action: Action): Result<RowAction> {
  switch (action.kind) {
    case "annul":
      return succeed(annulling(election, wanted));
    case "restore":
      return succeed(restoring(wanted));
    case "swap":
      return swapping(wanted.table, action.options);
    case "correct":
      return correcting(wanted, action.cells);
  }
}

/**
 * Annuls: where the source prints annulled sheets as decided, the figures become those of a decided annulment, all ballots null; where
 * it prints them as written, the tally does that (RECORD.md 8: never twice).
 */
function annulling(election: Election, { table, status }: Wanted): RowAction {
  const columnsOf = (wanted: (role: CellRole) => boolean): readonly Int32Array[] =>
    table.cells.filter((_, at) => wanted(table.form.cells[at]?.role ?? "voters"));
  const parts = columnsOf(isPart);
  const preferences = columnsOf((role) => role === "preferential");
  const [nulls] = columnsOf((role) => role === "null");
  return (row) => {
    const state = stateOf(table, row);
    if (state === "annulled") return "alreadyAnnulled";
    if (!hasFigures(state)) return "noFigures";
    table.status[row] = status;
    if (election.annulledFigures === "asWritten") return null;
    let ballots = 0;
    for (const column of parts) {
      ballots += Math.max(column[row] ?? 0, 0);
      column[row] = 0;
    }
    for (const column of preferences) column[row] = 0;
    if (nulls !== undefined) nulls[row] = ballots;
    return null;
  };
}

function restoring({ table, status }: Wanted): RowAction {
  return (row) => {
    const filed = table.first.get(row);
    const state = stateOf(table, row);
    if (filed === undefined) {
      if (state === "annulled") return "filedUnknown";
      if (state !== "referred") return hasFigures(state) ? "alreadyAsFiled" : "noFigures";
    }
    if (filed !== undefined)
      table.cells.forEach((column, at) => {
        column[row] = filed.cells[at] ?? BLANK;
      });
    table.status[row] = status;
    return null;
  };
}

function swapping(table: SheetTable, options: readonly [string, string]): Result<RowAction> {
  const at = options.map((option) =>
    table.form.cells.findIndex((cell) => cell.role === "option" && cell.option === option),
  );
  const [first, second] = at.map((each) => table.cells[each]);
  if (first === undefined || second === undefined)
    return fail({ code: "scenario.unknownOption", context: { option: options[at.indexOf(-1)] ?? "" } });
  return succeed((row) => {
    if (!hasFigures(stateOf(table, row))) return "noFigures";
    const [a, b] = [first[row] ?? BLANK, second[row] ?? BLANK];
    if (a === b) return "sameFigures";
    first[row] = b;
    second[row] = a;
    return null;
  });
}

function correcting({ table, status }: Wanted, cells: ReadonlyMap<string, number>): Result<RowAction> {
  const columns: { readonly column: Int32Array; readonly value: number }[] = [];
  for (const [id, value] of cells) {
    const column = table.cells[table.form.cells.findIndex((cell) => cell.id === id)];
    if (column === undefined) return fail({ code: "scenario.unknownCell", context: { cell: id } });
    columns.push({ column, value });
  }
  return succeed((row) => {
    const counted = stateOf(table, row) === "counted";
    if (counted && columns.every(({ column, value }) => column[row] === value)) return "sameFigures";
    for (const { column, value } of columns) column[row] = value;
    if (!counted) table.status[row] = status;
    return null;
  });
}
