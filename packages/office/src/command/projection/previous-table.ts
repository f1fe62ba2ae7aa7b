import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import type { Contest, Election } from "acta/election";
import type { PreviousTotals } from "acta/projection";
import type { Row } from "../../files/index.js";
import { optionColumn } from "../desk/option-column.js";
import { columnOf } from "../institution/seat-votes-file.js";
import { countIn, noColumn, pathColumns, pathOf, readAreaTable, shownText } from "./area-table.js";
import type { PathColumns } from "./area-table.js";

/** Heads of the columns that are no option; every other one is. */
const WORDS = {
  blank: ["blank", "blancos", "en blanco"],
  null: ["null", "nulos"],
  registered: ["registered", "electores", "electores hábiles"],
  ignored: ["sheets", "actas", "stations", "mesas", "counted", "contabilizadas"],
} as const;
/** A previous contest with more options than this is a table of something else. */
const MOST_OPTIONS = 200;

interface PreviousColumns {
  readonly path: PathColumns;
  readonly options: readonly { readonly id: string; readonly column: number }[];
  readonly blank: number;
  readonly null: number;
  readonly registered: number;
}

interface PreviousRow {
  readonly code: string;
  readonly where: string;
  readonly values: Float64Array;
}

/**
 * Reads a finished contest by area: columns of the levels, `registered`, `blank` and `null` where there are any; every other column is an
 * option, of this contest where its words fit.
 */
export async function readPreviousTotals(
  path: string,
  shown: string,
  election: Election,
  contest: Contest,
): Promise<Result<PreviousTotals>> {
  let options: readonly string[] = [];
  const rows = await readAreaTable(path, shown, (header) => {
    const columns = columnsOf(header, election, contest);
    if (!columns.ok) return columns;
    options = columns.value.options.map(({ id }) => id);
    return succeed((row, where) => rowOf(row, where, columns.value));
  });
  if (!rows.ok) return rows;
  const totals = new Map<string, Float64Array>();
  const seen = new Map<string, string>();
  for (const { code, where, values } of rows.value) {
    const other = seen.get(code);
    if (other !== undefined) return fail({ code: "totals.areaTwice", where, context: { area: code, other } });
    seen.set(code, where);
    totals.set(code, values);
  }
  return succeed({ source: shown, country: null, options, totals, annulled: null });
}

function columnsOf(header: readonly string[], election: Election, contest: Contest): Result<PreviousColumns> {
  const path = pathColumns(election, header);
  if (!path.ok) return path;
  const registered = columnOf(header, WORDS.registered);
  if (registered < 0) return fail(noColumn("registered", header));
  const blank = columnOf(header, WORDS.blank);
  const empty = columnOf(header, WORDS.null);
  const ignored = WORDS.ignored.map((word) => columnOf(header, [word]));
  const taken = new Set([...path.value.codes, ...path.value.names, registered, blank, empty, ...ignored]);
  const known = new Map(contest.options.map((id) => [optionColumn(header, election, id), id]));
  const options = header.flatMap((name, column) =>
    taken.has(column) ? [] : [{ id: known.get(column) ?? shownText(name.trim(), 100), column }],
  );
  if (options.length === 0) return fail(noColumn(contest.options[0] ?? "", header));
  if (options.length > MOST_OPTIONS)
    return fail({ code: "totals.manyOptions", context: { options: options.length, most: MOST_OPTIONS } });
  return succeed({ path: path.value, options, blank, null: empty, registered });
}

function rowOf(row: Row, where: string, columns: PreviousColumns): Result<PreviousRow> {
  const path = pathOf(row, columns.path);
  if (!path.ok) return path;
  const cells = [
    ...columns.options,
    { id: "blank", column: columns.blank },
    { id: "null", column: columns.null },
    { id: "registered", column: columns.registered },
  ];
  const values = new Float64Array(cells.length);
  let ballots = 0;
  for (const [at, { id, column }] of cells.entries()) {
    if (column < 0) continue;
    const count = countIn(row, column, id);
    if (!count.ok) return count;
    values[at] = count.value;
    if (at < cells.length - 1) ballots += count.value;
  }
  const code = path.value.path.at(-1) ?? "";
  const problem = aboveRegistered(code, ballots, values.at(-1) ?? 0);
  return problem === null ? succeed({ code, where, values }) : fail(problem);
}

function aboveRegistered(area: string, votes: number, registered: number): Problem | null {
  return votes > registered ? { code: "totals.ballotsAboveRegistered", context: { area, votes, registered } } : null;
}
