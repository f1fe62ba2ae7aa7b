import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { columnOf, openTable } from "../institution/seat-votes-file.js";
import { shownText } from "./area-table.js";

/** Heads of the column of stations, by the words with which people write them. */
const STATION = ["station", "mesa", "polling station", "mesa de sufragio", "num_mesa"];
/** More rows than this are no order of stations. */
const MOST_ROWS = 10_000_000;

/** A station of an order, and the line on which it stands. */
export interface OrderedStation {
  readonly code: string;
  readonly line: number;
}

/** Reads the order in which sheets came: a table with a column of stations, the first to come first; other columns are not looked at. */
export async function readOrder(path: string, shown: string): Promise<Result<readonly OrderedStation[]>> {
  const opened = await openTable(path);
  if (!opened.ok) return fail({ ...opened.problem, where: shown });
  try {
    const { header } = opened.value;
    const column = columnOf(header, STATION);
    if (column < 0)
      return fail({ code: "replay.noColumn", where: shown, context: { header: shownText(header.join(", "), 200) } });
    const stations: OrderedStation[] = [];
    let problem: Problem | null = null;
    const done = await opened.value.each(
      (row) => {
        if (stations.length < MOST_ROWS) stations.push({ code: row.text(column).trim(), line: row.line });
        else problem ??= { code: "replay.manyRows", where: shown, context: { most: MOST_ROWS } };
      },
      ({ line }) => (problem ??= { code: "replay.badRow", where: `${shown}:${line}` }),
    );
    if (!done.ok) return fail({ ...done.problem, where: shown });
    return problem === null ? succeed(stations) : fail(problem);
  } finally {
    await opened.value.close();
  }
}
