import { NOT_SUPPLIED } from "../sheet/index.js";
import type { SheetTable } from "../sheet/index.js";
import { NOT_REFERRED } from "./simulate.js";
import type { SimulatedElection } from "./simulate.js";
import type { Moment } from "./spec.js";
import { PENDING } from "./statuses.js";

/**
 * The sheets as a count shows them at a moment: those that have not come are pending; flagged ones that are not yet resolved are at the
 * tribunal, with what was filed on them; the others are final. Flagged sheets are resolved in the order in which they come.
 */
export function sheetsAt(simulated: SimulatedElection, moment: Pick<Moment, "reported" | "resolved">): SheetTable {
  const { table, order, referred } = simulated;
  const come = Math.round(moment.reported * order.length);
  let toResolve = Math.round(moment.resolved * flaggedIn(referred));
  const early: SheetTable = {
    ...table,
    status: table.status.slice(),
    cells: table.cells.map((column) => column.slice()),
    head: table.head.slice(),
    raw: new Map(table.raw),
    first: new Map(table.first),
  };
  for (let at = 0; at < order.length; at++) {
    const row = order[at] ?? 0;
    const flagged = referred[row] !== NOT_REFERRED;
    if (at >= come) withhold(early, row, PENDING, undefined);
    else if (flagged && toResolve > 0) toResolve -= 1;
    else if (flagged) withhold(early, row, referred[row] ?? NOT_REFERRED, table.first.get(row)?.cells);
  }
  return early;
}

function flaggedIn(referred: Uint8Array): number {
  let flagged = 0;
  for (const status of referred) if (status !== NOT_REFERRED) flagged += 1;
  return flagged;
}

/** Puts a row back into an earlier state with these cells, or with none. */
function withhold(table: SheetTable, row: number, status: number, cells: readonly number[] | undefined): void {
  table.status[row] = status;
  table.cells.forEach((column, at) => (column[row] = cells?.[at] ?? NOT_SUPPLIED));
  table.first.delete(row);
}
