import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { stationAt } from "acta/election";
import type { Contest, Roll, SheetFrom, SourcePart } from "acta/election";
import { scopeOf } from "acta/record";
import { ABSURD, NO_SHEET } from "acta/sheet";
import { openRows } from "../files/index.js";
import type { Row } from "../files/index.js";
import type { Draft, DraftSheets } from "./draft.js";
import type { SheetFile } from "./match-files.js";
import { rawOf } from "./row-cells.js";
import type { QuarantinedRow } from "./row-refusal.js";
import { textReader } from "./text-from.js";

/**
 * Finds votes in a contest in which the station does not vote (a congress of another district): they enter no sheet, so their
 * rows must not be lost. Empty boxes and zeros are how a wide file says "not here" and are let pass.
 */
export async function rowsOutOfContest(
  draft: Draft,
  files: readonly SheetFile[],
  base: Roll | null,
): Promise<Result<readonly QuarantinedRow[]>> {
  const found: QuarantinedRow[] = [];
  for (const sheets of draft.sheets) {
    const codes = stationsOutside(draft, sheets, base);
    if (codes.size === 0) continue;
    for (const file of files) {
      const fetched = await fetchRows(file, sheets.contest, codes, found);
      if (!fetched.ok) return fetched;
    }
  }
  return succeed(found);
}

function stationsOutside(draft: Draft, sheets: DraftSheets, base: Roll | null): ReadonlySet<string> {
  const outside = new Set<string>();
  if (sheets.contest.stations === null) return outside;
  const roll = draft.buildRoll();
  const votes = scopeOf(sheets.contest, roll);
  const votedBefore = base === null ? () => false : scopeOf(sheets.contest, base);
  draft.codes.forEach((code, position) => {
    if (sheets.status[position] === NO_SHEET || !hasVotes(sheets, position)) return;
    const inside = draft.roll.has(position)
      ? votes(stationAt(roll, code))
      : base !== null && votedBefore(stationAt(base, code));
    if (!inside) outside.add(code);
  });
  return outside;
}

function hasVotes(sheets: DraftSheets, position: number): boolean {
  return sheets.cells.some((column) => (column[position] ?? 0) > 0 || column[position] === ABSURD);
}

/** Reads a file once more for the rows of these stations in this contest. */
async function fetchRows(
  file: SheetFile,
  contest: Contest,
  codes: ReadonlySet<string>,
  found: QuarantinedRow[],
): Promise<Result<null>> {
  const from = file.part.sheets.find((sheet) => sheet.contest === contest.id);
  if (from === undefined) return succeed(null);
  const opened = await openRows(file.path, file.part.dialect);
  if (!opened.ok) return opened;
  const header = new Map(opened.value.header.map((name, at) => [name, at]));
  const isOurs = rowTest(file.part, from, header);
  const station = textReader(file.part.station, header, file.part.values);
  const read = await opened.value.each(
    (row) => {
      const code = station(row);
      if (!codes.has(code) || !isOurs(row)) return;
      const raw = rawOf(row, header.size);
      found.push({ file: file.name, line: row.line, column: 0, reason: "stationOutOfContest", seen: contest.id, raw });
    },
    () => undefined,
  );
  await opened.value.close();
  return read.ok ? succeed(null) : read;
}

/** True for the rows that the contest reads. */
function rowTest(part: SourcePart, from: SheetFrom, header: ReadonlyMap<string, number>): (row: Row) => boolean {
  const skips = part.skip.map((skip) => ({ column: header.get(skip.column) ?? 0, words: new Set(skip.words) }));
  const contestAt = header.get(from.long?.contestColumn ?? "") ?? -1;
  return (row) =>
    !skips.some((skip) => skip.words.has(row.text(skip.column))) &&
    (contestAt < 0 || row.text(contestAt) === from.long?.contestWord);
}
