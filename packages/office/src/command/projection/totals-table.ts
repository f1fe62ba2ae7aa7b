import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { FLAGS } from "acta/election";
import type { Contest, Election, Flag } from "acta/election";
import type { AreaRow } from "acta/projection";
import type { Row } from "../../files/index.js";
import { optionColumn } from "../desk/option-column.js";
import { columnOf } from "../institution/seat-votes-file.js";
import { checkColumns, countIn, noColumn, optionalCount, pathColumns, pathOf, readAreaTable } from "./area-table.js";
import type { PathColumns } from "./area-table.js";

/** Heads of columns, by the words with which people write them. */
const WORDS = {
  sheets: ["sheets", "actas", "stations", "mesas"],
  counted: ["counted", "contabilizadas"],
  referred: ["referred", "observadas"],
  registered: ["registered", "electores", "electores hábiles"],
  registeredCounted: ["registeredcounted", "electores contabilizados"],
  ignored: ["blank", "null", "blancos", "nulos"],
} as const;

interface TotalsColumns {
  readonly path: PathColumns;
  readonly options: readonly { readonly id: string; readonly column: number }[];
  readonly sheets: number;
  readonly counted: number;
  readonly referred: number;
  readonly flags: readonly { readonly flag: Flag; readonly column: number }[];
  readonly registered: number;
  readonly registeredCounted: number;
}

/** Reads the table of a running count by area. @param shown the path as it was given, for messages */
export function readTotals(
  path: string,
  shown: string,
  election: Election,
  contest: Contest,
): Promise<Result<readonly AreaRow[]>> {
  return readAreaTable(path, shown, (header) => {
    const columns = columnsOf(header, election, contest);
    return columns.ok ? succeed((row, where) => rowOf(row, where, columns.value)) : columns;
  });
}

function columnsOf(header: readonly string[], election: Election, contest: Contest): Result<TotalsColumns> {
  const path = pathColumns(election, header);
  if (!path.ok) return path;
  const options = contest.options.map((id) => ({ id, column: optionColumn(header, election, id) }));
  const flags = FLAGS.map((flag) => ({ flag, column: columnOf(header, [`referred.${flag}`.toLowerCase()]) }));
  const at = {
    sheets: columnOf(header, WORDS.sheets),
    counted: columnOf(header, WORDS.counted),
    referred: columnOf(header, WORDS.referred),
    registered: columnOf(header, WORDS.registered),
    registeredCounted: columnOf(header, WORDS.registeredCounted),
  };
  const absent = [
    ...options.map(({ id, column }) => ({ name: id, column })),
    { name: "sheets", column: at.sheets },
    { name: "counted", column: at.counted },
  ].find(({ column }) => column < 0);
  if (absent !== undefined) return fail(noColumn(absent.name, header));
  const ignored = header.flatMap((_, column) =>
    WORDS.ignored.some((word) => columnOf(header, [word]) === column) ? [column] : [],
  );
  const used = new Set([
    ...path.value.codes,
    ...path.value.names,
    ...options.map(({ column }) => column),
    ...flags.map(({ column }) => column),
    ...Object.values(at),
    ...ignored,
  ]);
  const known = checkColumns(header, used);
  if (!known.ok) return known;
  return succeed({ ...at, path: path.value, options, flags: flags.filter(({ column }) => column >= 0) });
}

function rowOf(row: Row, where: string, columns: TotalsColumns): Result<AreaRow> {
  const path = pathOf(row, columns.path);
  if (!path.ok) return path;
  const sheets = countIn(row, columns.sheets, "sheets");
  if (!sheets.ok) return sheets;
  const counted = countIn(row, columns.counted, "counted");
  if (!counted.ok) return counted;
  const registered = optionalCount(row, columns.registered, "registered");
  if (!registered.ok) return registered;
  const registeredCounted = optionalCount(row, columns.registeredCounted, "registeredCounted");
  if (!registeredCounted.ok) return registeredCounted;
  const referred = referredOf(row, columns);
  if (!referred.ok) return referred;
  const votes: number[] = [];
  for (const { id, column } of columns.options) {
    const count = countIn(row, column, id);
    if (!count.ok) return count;
    votes.push(count.value);
  }
  return succeed({
    where,
    ...path.value,
    votes,
    sheets: sheets.value,
    counted: counted.value,
    referred: referred.value,
    registered: registered.value,
    registeredCounted: registeredCounted.value,
  });
}

/** Sheets at a tribunal by flag; what the total has more than its flags is of no flag that is told. */
function referredOf(row: Row, columns: TotalsColumns): Result<AreaRow["referred"]> {
  const total = optionalCount(row, columns.referred, "referred");
  if (!total.ok) return total;
  const referred: { flag: Flag | null; sheets: number }[] = [];
  let sum = 0;
  for (const { flag, column } of columns.flags) {
    const count = optionalCount(row, column, `referred.${flag}`);
    if (!count.ok) return count;
    sum += count.value ?? 0;
    if ((count.value ?? 0) > 0) referred.push({ flag, sheets: count.value ?? 0 });
  }
  if (total.value !== null && sum > total.value)
    return fail({ code: "totals.flagsAboveReferred", context: { flags: sum, referred: total.value } });
  const rest = (total.value ?? sum) - sum;
  return succeed(rest > 0 ? [...referred, { flag: null, sheets: rest }] : referred);
}
