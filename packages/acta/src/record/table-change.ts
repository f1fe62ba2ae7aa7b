import { ancestorAt } from "../election/index.js";
import type { Contest, Roll, Status } from "../election/index.js";
import { NOT_SUPPLIED, NO_ENTRY, NO_SHEET, OUT_OF_SCOPE, emptyTable } from "../sheet/index.js";
import type { SheetTable } from "../sheet/index.js";

/** Whether the station at a row of the roll votes in a contest. */
export function scopeOf(contest: Contest, roll: Roll): (row: number) => boolean {
  const scope = contest.stations;
  const treeAt = roll.trees.findIndex((tree) => tree.id === scope?.tree);
  const tree = roll.trees[treeAt];
  const leaves = roll.leaves[treeAt];
  if (scope === null || tree === undefined || leaves === undefined) return () => true;
  const codes = new Set(scope.areas);
  const inside = tree.areas.map((_, at) => isInside(tree, at, codes));
  return (row) => inside[leaves[row] ?? 0] ?? false;
}

/** Marks the rows whose station does not vote in a contest. */
function markScope(table: SheetTable, contest: Contest, roll: Roll): void {
  if (contest.stations === null) return;
  const votes = scopeOf(contest, roll);
  for (let row = 0; row < table.size; row++) if (!votes(row)) table.status[row] = OUT_OF_SCOPE;
}

function isInside(tree: Roll["trees"][number], area: number, codes: ReadonlySet<string>): boolean {
  const level = tree.areas[area]?.level ?? 0;
  for (let up = level; up >= 0; up--) if (codes.has(tree.areas[ancestorAt(tree, area, up)]?.code ?? "")) return true;
  return false;
}

/** The statuses that tables refer to, after a definition came into force: old ones keep their place, new ones are added. */
export function joinStatuses(old: readonly Status[], added: readonly Status[]): readonly Status[] {
  const seen = new Set(old.map(statusKey));
  return [...old, ...added.filter((status) => !seen.has(statusKey(status)))];
}

/** Two statuses are the same when they mean the same under the same id. */
function statusKey(status: Status): string {
  return JSON.stringify([status.id, status.state, status.resolved, status.flags]);
}

/**
 * Moves a table to another roll, contest form or list of statuses; figures move with their station and cell id.
 * @returns the new table, or the code of a station that has a sheet and is not on the new roll or no longer votes in the contest.
 */
export function moveTable(
  old: SheetTable | undefined,
  oldCodes: readonly string[],
  contest: Contest,
  roll: Roll,
  statuses: readonly Status[],
): SheetTable | { readonly missing: string } {
  const table = emptyTable(contest, statuses, roll.codes.length);
  markScope(table, contest, roll);
  if (old === undefined) return table;
  const columns = contest.form.cells.map((cell) => old.form.cells.findIndex((each) => each.id === cell.id));
  let to = 0;
  for (let row = 0; row < old.size; row++) {
    const code = oldCodes[row] ?? "";
    while (to < roll.codes.length && (roll.codes[to] ?? "") < code) to++;
    const stays = roll.codes[to] === code && table.status[to] !== OUT_OF_SCOPE;
    if (stays) moveRow(old, row, table, to, columns);
    else if ((old.head[row] ?? NO_ENTRY) !== NO_ENTRY) return { missing: code };
  }
  return table;
}

function moveRow(old: SheetTable, row: number, table: SheetTable, to: number, columns: readonly number[]): void {
  const status = old.status[row] ?? NO_SHEET;
  if (status === OUT_OF_SCOPE) return;
  table.status[to] = status;
  table.head[to] = old.head[row] ?? NO_ENTRY;
  columns.forEach((from, at) => {
    const source = old.cells[from];
    const column = table.cells[at];
    if (source === undefined || column === undefined) return;
    column[to] = source[row] ?? 0;
    const raw = old.raw.get(row * old.cells.length + from);
    if (raw !== undefined) table.raw.set(to * table.cells.length + at, raw);
  });
  const first = old.first.get(row);
  if (first !== undefined)
    table.first.set(to, { status: first.status, cells: columns.map((from) => first.cells[from] ?? NOT_SUPPLIED) });
}
