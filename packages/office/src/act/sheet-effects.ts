import { fail, succeed } from "acta/basics";
import type { Json, Result } from "acta/basics";
import { stationAt } from "acta/election";
import type { ElectionState } from "acta/record";
import { NO_ENTRY, cellToJson } from "acta/sheet";
import type { SheetTable } from "acta/sheet";

/**
 * Effects as a person writes them, `{station, status, figures: {cell: value}}`, in the form of the record: all cells in their order, and the
 * version that is replaced. Cells that are not named stay as they are. What is in the form of the record already is left alone.
 * @returns null when there are none.
 */
export function sheetEffects(
  effects: Json | undefined,
  contest: string,
  election: ElectionState | null,
): Result<readonly Json[] | null> {
  if (!Array.isArray(effects) || effects.length === 0) return succeed(null);
  const written: readonly Json[] = effects;
  const done: Json[] = [];
  for (const effect of written) {
    if (Array.isArray(effect)) {
      done.push(effect);
      continue;
    }
    const table = election?.tables.get(contest);
    if (election === null || table === undefined) return fail({ code: "act.noContest", context: { contest } });
    const filled = fill(effect, table, election);
    if (!filled.ok) return filled;
    done.push(filled.value);
  }
  return succeed(done);
}

function fill(effect: Json, table: SheetTable, election: ElectionState): Result<Json> {
  if (!isObject(effect)) return fail({ code: "act.badEffect" });
  const { station, status, figures } = effect;
  if (typeof station !== "string") return fail({ code: "act.badEffect" });
  const row = stationAt(election.roll, station);
  const head = row < 0 ? NO_ENTRY : (table.head[row] ?? NO_ENTRY);
  if (row < 0) return fail({ code: "act.unknownStation", context: { station: station.slice(0, 40) } });
  const given = isObject(figures) ? figures : {};
  const { cells } = table.form;
  const unknown = Object.keys(given).find((id) => !cells.some((cell) => cell.id === id));
  if (unknown !== undefined)
    return fail({
      code: "act.unknownCell",
      context: { cell: unknown.slice(0, 40), known: cells.map(({ id }) => id).join(", ") },
    });
  const now = table.cells.map((column, at) => cellToJson(column[row] ?? 0, table.raw.get(row * cells.length + at)));
  const values = cells.map(({ id }, at) => given[id] ?? now[at] ?? 0);
  const state = typeof status === "string" ? status : (table.statuses[table.status[row] ?? 0]?.id ?? "");
  return succeed(head === NO_ENTRY ? [station, state, values] : [station, state, values, head]);
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
