import type { Contest, SheetForm, SheetState, Status } from "../election/index.js";
import { NOT_SUPPLIED } from "./cell.js";

/**
 * The sheets of one contest in typed columns, one row for each station of the roll, in the roll's order: the only form that
 * tabulation, checks, comparison and export read. At most 120 bytes a sheet (RECORD.md 9).
 */
export interface SheetTable {
  readonly contest: string;
  readonly form: SheetForm;
  /** The statuses that rows refer to. */
  readonly statuses: readonly Status[];
  readonly size: number;
  /** Position in `statuses`, or `NO_SHEET`, or `OUT_OF_SCOPE`. */
  readonly status: Uint8Array;
  /** One column for each cell of the form: counts, or the marks of cell.ts. */
  readonly cells: readonly Int32Array[];
  /** Position in the ledger of the entry in force, or `NO_ENTRY`. */
  readonly head: Uint32Array;
  /** Texts of absurd cells by `row * cells.length + cell`. */
  readonly raw: Map<number, string>;
  /** What was filed first, for the rows whose sheet was superseded after it had figures. */
  readonly first: Map<number, FirstFiled>;
}

/** The first version of a sheet that had figures. */
export interface FirstFiled {
  readonly status: number;
  readonly cells: readonly number[];
}

/** In `status`: the station is on the roll and no sheet has been recorded. */
export const NO_SHEET = 254;
/** In `status`: the station does not vote in this contest. */
export const OUT_OF_SCOPE = 255;
/** In `head`: no entry. */
export const NO_ENTRY = 0xffff_ffff;

/** An empty table: all rows without a sheet. */
export function emptyTable(contest: Contest, statuses: readonly Status[], size: number): SheetTable {
  return {
    contest: contest.id,
    form: contest.form,
    statuses,
    size,
    status: new Uint8Array(size).fill(NO_SHEET),
    cells: contest.form.cells.map(() => new Int32Array(size).fill(NOT_SUPPLIED)),
    head: new Uint32Array(size).fill(NO_ENTRY),
    raw: new Map(),
    first: new Map(),
  };
}

/** The state of a row; null when the station does not vote in this contest. */
export function stateOf(table: SheetTable, row: number): SheetState | null {
  const at = table.status[row] ?? OUT_OF_SCOPE;
  if (at === OUT_OF_SCOPE) return null;
  return at === NO_SHEET ? "notCollected" : (table.statuses[at]?.state ?? "notCollected");
}

/** The status of a row; undefined when it has no sheet or does not vote. */
export function statusOf(table: SheetTable, row: number): Status | undefined {
  return table.statuses[table.status[row] ?? OUT_OF_SCOPE];
}

/** True when a sheet in this state has figures: something was filed. */
export function hasFigures(state: SheetState | null): boolean {
  return state === "counted" || state === "annulled" || state === "referred";
}
