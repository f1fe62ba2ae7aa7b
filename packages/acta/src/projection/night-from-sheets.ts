import { NO_PLACE } from "../election/index.js";
import type { AnnulmentPrior, Contest, Election, Flag, Roll } from "../election/index.js";
import { OUT_OF_SCOPE, stateOf, statusOf } from "../sheet/index.js";
import type { SheetTable } from "../sheet/index.js";
import type { NightTree } from "./night-tree.js";
import { COUNTED, FLAGGED, NO_FATE, OPEN, VOID } from "./night.js";
import type { Night } from "./night.js";

/** The sheets of a contest as one edition has them. */
export interface SheetGround {
  readonly election: Election;
  readonly contest: Contest;
  readonly roll: Roll;
  readonly table: SheetTable;
}

/** A night made of sheets, and the row of the roll that each unit is. */
export interface SheetNight extends Night {
  readonly rows: Uint32Array;
}

/**
 * Reads a partial count. A sheet's figures are read only when its status says that they are counted, or that it is flagged and has
 * figures; those of all others are not looked at, whatever stands there.
 */
export function nightFromSheets(ground: SheetGround, tree: NightTree): SheetNight {
  const { contest, roll, table } = ground;
  const rows = rowsInScope(table);
  const size = rows.length;
  const columns = contest.options.map((option) =>
    table.form.cells.findIndex((cell) => cell.role === "option" && cell.option === option),
  );
  const state = new Uint8Array(size);
  const fate = new Uint8Array(size).fill(NO_FATE);
  const leaf = new Uint32Array(size);
  const registered = registeredOf(roll, rows);
  const votes = contest.options.map(() => new Float64Array(size));
  const classes = ground.election.projection?.annulment ?? [];
  const decided = [...classes, null].map(() => ({ annulled: 0, all: 0 }));
  for (let unit = 0; unit < size; unit++) {
    const row = rows[unit] ?? 0;
    const place = roll.place[row] ?? NO_PLACE;
    const placed = place === NO_PLACE ? 0 : (tree.nodeOfPlace[place] ?? 0);
    leaf[unit] = placed > 0 ? placed : (tree.nodeOfArea[roll.leaves[0]?.[row] ?? 0] ?? 0);
    state[unit] = readState(ground, row, columns, registered[unit] ?? 0);
    if (state[unit] === COUNTED || state[unit] === FLAGGED)
      columns.forEach((column, option) => {
        const own = votes[option];
        if (own !== undefined) own[unit] = Math.max(table.cells[column]?.[row] ?? 0, 0);
      });
    if (stateOf(table, row) === "referred")
      fate[unit] = classOf(classes, table, row, statusOf(table, row)?.flags ?? []);
    else if (statusOf(table, row)?.resolved === true) countDecided(classes, table, row, decided);
  }
  return {
    options: contest.options,
    size,
    state,
    registered,
    sheets: new Float64Array(size).fill(1),
    votes,
    fate,
    decided,
    tree,
    leaf,
    areaLevel: tree.areaLevel,
    topLevel: tree.topLevel,
    rows,
  };
}

/** Rows of the stations that vote in this contest. */
function rowsInScope({ size, status }: SheetTable): Uint32Array {
  const rows = new Uint32Array(size);
  let count = 0;
  for (let row = 0; row < size; row++) if (status[row] !== OUT_OF_SCOPE) rows[count++] = row;
  return rows.subarray(0, count);
}

/** Where the roll does not say, a station has as many voters as the others have on average. */
function registeredOf(roll: Roll, rows: Uint32Array): Float64Array {
  let sum = 0;
  let known = 0;
  for (let unit = 0; unit < rows.length; unit++) {
    const value = roll.registered[rows[unit] ?? 0] ?? -1;
    if (value < 0) continue;
    sum += value;
    known += 1;
  }
  const usual = known > 0 ? sum / known : 0;
  const registered = new Float64Array(rows.length);
  for (let unit = 0; unit < rows.length; unit++) {
    const value = roll.registered[rows[unit] ?? 0] ?? -1;
    registered[unit] = value < 0 ? usual : value;
  }
  return registered;
}

function readState({ table }: SheetGround, row: number, columns: readonly number[], registered: number): number {
  switch (stateOf(table, row)) {
    case "counted":
      return COUNTED;
    case "annulled":
    case "notInstalled":
    case null:
      return VOID;
    case "referred":
      return hasUsableFigures(table, row, columns, registered) ? FLAGGED : OPEN;
    case "pending":
    case "notCollected":
      return OPEN;
  }
}

/** Every option has a number, something was voted, and not more than there are voters. */
function hasUsableFigures(table: SheetTable, row: number, columns: readonly number[], registered: number): boolean {
  let sum = 0;
  for (const column of columns) {
    const value = table.cells[column]?.[row] ?? -1;
    if (value < 0) return false;
    sum += value;
  }
  return sum > 0 && sum <= registered;
}

/** Position of the first class that fits a flagged sheet; the last one, for all the others, when none does. */
function classOf(classes: readonly AnnulmentPrior[], table: SheetTable, row: number, flags: readonly Flag[]): number {
  const above = sumAboveVoters(table, row);
  const found = classes.findIndex(
    (each) =>
      (each.flags.length === 0 || each.flags.some((flag) => flags.includes(flag))) &&
      (each.when === "always" || (each.when === "sumAboveVoters") === above),
  );
  return found < 0 ? classes.length : found;
}

/** The votes that stand on a sheet are more than the voters that are written on it; false when no voters are written. */
function sumAboveVoters(table: SheetTable, row: number): boolean {
  let sum = 0;
  let voters = -1;
  table.form.cells.forEach(({ role }, at) => {
    const value = table.cells[at]?.[row] ?? -1;
    if (role === "voters") voters = value;
    else if (role === "option" || role === "blank" || role === "null" || role === "challenged")
      sum += Math.max(value, 0);
  });
  return voters >= 0 && sum > voters;
}

/** A decided sheet teaches its class, when the record knows what it was flagged for. */
function countDecided(
  classes: readonly AnnulmentPrior[],
  table: SheetTable,
  row: number,
  decided: { annulled: number; all: number }[],
): void {
  const first = table.first.get(row);
  const status = first === undefined ? undefined : table.statuses[first.status];
  if (first === undefined || status?.state !== "referred") return;
  const filed = { ...table, cells: first.cells.map((value) => Int32Array.of(value)) };
  const own = decided[classOf(classes, filed, 0, status.flags)];
  if (own === undefined) return;
  own.all += 1;
  if (stateOf(table, row) === "annulled") own.annulled += 1;
}
