import { parseCount } from "acta/basics";
import type { Contest, SheetFrom } from "acta/election";
import type { Row } from "../files/index.js";
import type { Refusal, SheetContext } from "./sheet-context.js";

type LongFrom = NonNullable<SheetFrom["long"]>;

/** Compiles which cell a row of the long format is about: its position in the form, or why no cell is meant. */
export function longCells(long: LongFrom, context: SheetContext, contest: Contest): (row: Row) => number | Refusal {
  const words = cellsByWord(long, context, contest);
  const optionAt = context.header.get(long.option) ?? 0;
  const unknown = (row: Row): Refusal => ({ reason: "unknownOption", column: optionAt, seen: row.text(optionAt) });
  const { candidate } = long;
  if (candidate === null) return (row) => words.get(row.text(optionAt)) ?? unknown(row);
  const candidateAt = context.header.get(candidate.column) ?? 0;
  const listWords = new Set(candidate.list);
  const preferential = preferentialCells(contest);
  return (row) => {
    const cell = words.get(row.text(optionAt));
    if (cell === undefined) return unknown(row);
    const text = row.text(candidateAt);
    if (listWords.has(text)) return cell;
    const option = contest.form.cells[cell]?.option ?? "";
    const own = preferential.get(`${option}.${parseCount(text) ?? "?"}`);
    return own ?? { reason: "unknownOption", column: candidateAt, seen: `${row.text(optionAt)} / ${text}` };
  };
}

/** Words of the option column -> cell positions: ids and aliases of options, and the words that the definition lists. */
function cellsByWord(long: LongFrom, { election }: SheetContext, contest: Contest): ReadonlyMap<string, number> {
  const cells = new Map<string, number>();
  contest.form.cells.forEach((cell, at) => {
    cells.set(cell.id, at);
    const option = cell.role === "option" ? election.options.find((each) => each.id === cell.option) : undefined;
    for (const alias of option?.aliases ?? []) cells.set(alias, at);
  });
  for (const { word, cell } of long.words)
    cells.set(
      word,
      contest.form.cells.findIndex((each) => each.id === cell),
    );
  return cells;
}

function preferentialCells(contest: Contest): ReadonlyMap<string, number> {
  return new Map(
    contest.form.cells.flatMap((cell, at) =>
      cell.role === "preferential" ? [[`${cell.option}.${cell.candidate}`, at] as const] : [],
    ),
  );
}
