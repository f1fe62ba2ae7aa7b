import { fail, parseCount, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import type { Election } from "acta/election";
import type { Row } from "../../files/index.js";
import { columnOf, openTable } from "../institution/seat-votes-file.js";

/** Longest code or name of an area. */
const MOST_NAME = 200;
/** More rows than this are no table of areas. */
const MOST_ROWS = 200_000;

/** Where the codes and names of the areas stand, from the level under the root down. */
export interface PathColumns {
  readonly codes: readonly number[];
  /** -1 where a level has no column of names. */
  readonly names: readonly number[];
}

/** The words of a column that is called by an id: itself, or what the definition calls the thing. */
function wordsOf(id: string, name: { readonly es: string; readonly en: string }): readonly string[] {
  return [id, name.es, name.en].map((word) => word.toLowerCase());
}

/** Finds the columns of the levels: from the top down, without a gap, at least the first. */
export function pathColumns(election: Election, header: readonly string[]): Result<PathColumns> {
  const levels = election.trees[0]?.levels ?? [];
  const codes = levels.map(({ id, name }) => columnOf(header, wordsOf(id, name)));
  const names = levels.map(({ id, name }) =>
    columnOf(
      header,
      wordsOf(id, name).flatMap((word) => [`${word} name`, `${word}_name`, `nombre de ${word}`]),
    ),
  );
  const depth = codes.findIndex((column) => column < 0);
  const used = depth < 0 ? codes.length : depth;
  const missing = levels[used];
  if (missing !== undefined && (used === 0 || codes.slice(used).some((column) => column >= 0)))
    return fail(noColumn(missing.id, header));
  return succeed({ codes: codes.slice(0, used), names: names.slice(0, used) });
}

/** A text of a stranger's file as it may stand in a message: short, and nothing that a terminal would obey. */
export function shownText(text: string, most: number): string {
  return text.replaceAll(UNSHOWN, " ").slice(0, most);
}

/** Control and format characters. */
const UNSHOWN = /[\p{Cc}\p{Cf}]/gu;

/** The problem of a column that is not there. */
export function noColumn(column: string, header: readonly string[]): Problem {
  return { code: "totals.noColumn", context: { column, header: shownText(header.join(", "), 200) } };
}

/** A column that means nothing here may be one whose name was misspelt: it is refused. */
export function checkColumns(header: readonly string[], used: ReadonlySet<number>): Result<null> {
  const at = header.findIndex((_, column) => !used.has(column));
  return at < 0
    ? succeed(null)
    : fail({ code: "totals.unknownColumn", context: { column: shownText(header[at] ?? "", 60) } });
}

/** The codes of a row's area: cells of lower levels may be empty, which makes the row stand for all of the area. */
export function pathOf(row: Row, { codes, names }: PathColumns): Result<Pick<NamedPath, "path" | "names">> {
  const texts = codes.map((column) => row.text(column).trim());
  const end = texts.indexOf("");
  const path = end < 0 ? texts : texts.slice(0, end);
  if (path.length === 0) return fail({ code: "totals.noArea" });
  if (texts.slice(path.length).some((text) => text !== ""))
    return fail({ code: "totals.pathGap", context: { area: shownText(path.join(" / "), 80) } });
  const called = path.map((_, at) => ((names[at] ?? -1) < 0 ? "" : row.text(names[at] ?? 0).trim()));
  const bad = [...path, ...called].find((text) => text.length > MOST_NAME || text !== shownText(text, MOST_NAME));
  return bad === undefined
    ? succeed({ path, names: called })
    : fail({ code: "totals.badName", context: { text: shownText(bad, 40), most: MOST_NAME } });
}

interface NamedPath {
  readonly path: readonly string[];
  readonly names: readonly string[];
}

/** A whole number that must be there. */
export function countIn(row: Row, column: number, name: string): Result<number> {
  const text = row.text(column).trim();
  const count = parseCount(text);
  if (count !== undefined) return succeed(count);
  return fail(
    text === ""
      ? { code: "totals.emptyCell", context: { column: name } }
      : { code: "totals.badNumber", context: { column: name, text: shownText(text, 40) } },
  );
}

/** A whole number, or null where the cell is empty or there is no such column. */
export function optionalCount(row: Row, column: number, name: string): Result<number | null> {
  return column < 0 || row.text(column).trim() === "" ? succeed(null) : countIn(row, column, name);
}

/**
 * Reads a CSV table of areas: what `columns` makes of its header turns every row into a value. Stops at the first problem, told with
 * file and line.
 */
export async function readAreaTable<T>(
  path: string,
  shown: string,
  columns: (header: readonly string[]) => Result<(row: Row, where: string) => Result<T>>,
): Promise<Result<readonly T[]>> {
  const opened = await openTable(path);
  if (!opened.ok) return fail({ ...opened.problem, where: shown });
  try {
    const read = columns(opened.value.header);
    if (!read.ok) return fail({ ...read.problem, where: shown });
    const rows: T[] = [];
    let problem: Problem | null = null;
    const refuse = (line: number, found: Problem): void => {
      problem ??= { ...found, where: `${shown}:${line}` };
    };
    const done = await opened.value.each(
      (row) => {
        if (problem !== null) return;
        if (rows.length >= MOST_ROWS) return refuse(row.line, { code: "totals.tooMany", context: { most: MOST_ROWS } });
        const value = read.value(row, `${shown}:${row.line}`);
        if (value.ok) rows.push(value.value);
        else refuse(row.line, value.problem);
      },
      ({ line }) => refuse(line, { code: "totals.badRow" }),
    );
    if (!done.ok) return fail({ ...done.problem, where: shown });
    if (problem !== null) return fail(problem);
    return rows.length === 0 ? fail({ code: "totals.empty", where: shown }) : succeed(rows);
  } finally {
    await opened.value.close();
  }
}
