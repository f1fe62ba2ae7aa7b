import { compareToFraction, fail, parseInstant, succeed } from "acta/basics";
import type { Instant, Result } from "acta/basics";
import { stationAt } from "acta/election";
import type { Election, Roll, SourcePart } from "acta/election";
import { openRows } from "../files/index.js";
import type { RefusedRow, Row, Rows } from "../files/index.js";
import { Draft } from "./draft.js";
import type { Delivery } from "./deliveries.js";
import type { SheetFile } from "./match-files.js";
import { rowsOutOfContest } from "./out-of-contest.js";
import { PrintedSums } from "./printed-sums.js";
import { rollReader } from "./roll-reader.js";
import { rawOf } from "./row-cells.js";
import { countsAsRefused } from "./row-refusal.js";
import type { QuarantinedRow } from "./row-refusal.js";
import { sheetReader } from "./sheet-reader.js";
import type { Refusal, SheetReader } from "./sheet-context.js";
import { textReader } from "./text-from.js";

/** Told how far the reading is: file name, bytes read and in all. */
export type Progress = (file: string, done: number, total: number) => void;

/** What was read of one file. */
export interface FileReading {
  readonly name: string;
  readonly part: string;
  readonly rows: number;
  readonly skipped: number;
  readonly found: Rows["found"];
}

/** The files of one delivery, read and mapped; nothing has been recorded. */
export interface ReadDelivery {
  readonly draft: Draft;
  readonly files: readonly FileReading[];
  readonly quarantine: readonly QuarantinedRow[];
  readonly sums: PrintedSums;
  /** The source's clock as a column of the file says it; null when there is no such column. */
  readonly asOf: Instant | null;
  /** Different moments in one file: a torn snapshot. */
  readonly moments: readonly Instant[];
}

/** Reads the files of a delivery: rolls first, then sheets, then what only fills gaps. `base`: the roll in force, null without one. */
export async function readDelivery(
  election: Election,
  delivery: Delivery,
  progress: Progress,
  base: Roll | null,
): Promise<Result<ReadDelivery>> {
  const draft = new Draft(election);
  const state: ReadState = { election, draft, quarantine: [], sums: new PrintedSums(), moments: new Set(), rows: 0 };
  const files: FileReading[] = [];
  const onRoll = rollTest(draft, delivery, base);
  for (const file of delivery.files.toSorted((a, b) => order(a.part) - order(b.part))) {
    const read = await readFile(state, file, isRollOnly(file.part) ? null : onRoll, progress);
    if (!read.ok) return read;
    files.push(read.value);
  }
  const outside = await rowsOutOfContest(draft, delivery.files, base);
  if (!outside.ok) return outside;
  state.quarantine.push(...outside.value);
  const refused = state.quarantine.filter((row) => countsAsRefused(row.reason)).length;
  const { refusedLimit } = delivery.source;
  const first = state.quarantine.find((row) => countsAsRefused(row.reason));
  const moments = [...state.moments].toSorted();
  const done: ReadDelivery = { ...state, files, asOf: moments.at(-1) ?? null, moments };
  if (state.rows === 0) return fail({ code: "import.noRows", where: delivery.files[0]?.path ?? "" });
  if (first === undefined || compareToFraction(refused, state.rows, refusedLimit) <= 0) return succeed(done);
  return fail(tooManyRefused(first, refused, state, delivery));
}

interface ReadState {
  readonly election: Election;
  readonly draft: Draft;
  readonly quarantine: QuarantinedRow[];
  readonly sums: PrintedSums;
  readonly moments: Set<Instant>;
  rows: number;
}

/** Carries the quarantine out with the problem, so that the refused rows are kept although the import is refused. */
export interface RefusedImport {
  readonly code: "import.tooManyRefused";
  readonly where: string;
  readonly context: Readonly<Record<string, string | number>>;
  readonly quarantine: readonly QuarantinedRow[];
}

function tooManyRefused(first: QuarantinedRow, refused: number, state: ReadState, delivery: Delivery): RefusedImport {
  return {
    code: "import.tooManyRefused",
    where: `${first.file}:${first.line}${first.column > 0 ? `:${first.column}` : ""}`,
    context: {
      refused,
      rows: state.rows,
      reason: first.reason,
      seen: first.seen,
      limit: `${delivery.source.refusedLimit.numerator}/${delivery.source.refusedLimit.denominator}`,
    },
    quarantine: state.quarantine,
  };
}

/** Whether a station is on the roll against which sheets are read. */
type RollTest = (position: number, code: string) => boolean;

/** With a roll file, stations must be on it; without one, on the roll in force when the source brings rolls. Null: the sheets make the roll. */
function rollTest(draft: Draft, delivery: Delivery, base: Roll | null): RollTest | null {
  const isRoll = (part: SourcePart): boolean => part.roll !== null && part.rollUse === "all" && isRollOnly(part);
  if (delivery.files.some((file) => isRoll(file.part))) return (position) => draft.roll.has(position);
  if (base === null || base.codes.length === 0 || !delivery.source.parts.some(isRoll)) return null;
  return (_, code) => stationAt(base, code) >= 0;
}

function isRollOnly(part: SourcePart): boolean {
  return part.sheets.length === 0;
}

function order(part: SourcePart): number {
  if (part.rollUse === "gaps") return 2;
  return isRollOnly(part) ? 0 : 1;
}

async function readFile(
  state: ReadState,
  file: SheetFile,
  onRoll: RollTest | null,
  progress: Progress,
): Promise<Result<FileReading>> {
  const opened = await openRows(file.path, file.part.dialect);
  if (!opened.ok) return opened;
  const rows = opened.value;
  const again = new Set<number>();
  const reader = rowReader(state, file, rows.header, onRoll, again);
  const read = await rows.each(
    reader.row,
    (refused) => state.quarantine.push(asQuarantined(file.name, refused)),
    (done, total) => progress(file.name, done, total),
  );
  await rows.close();
  if (!read.ok) return read;
  state.rows += read.value.rows + read.value.refused - reader.skipped();
  if (again.size > 0) {
    const fetched = await fetchLines(state, file, again);
    if (!fetched.ok) return fetched;
  }
  return succeed({
    name: file.name,
    part: file.part.id,
    rows: read.value.rows + read.value.refused,
    skipped: reader.skipped(),
    found: rows.found,
  });
}

interface RowReader {
  readonly row: (row: Row) => void;
  readonly skipped: () => number;
}

const MOST_STATION = 32;

function rowReader(
  state: ReadState,
  file: SheetFile,
  columns: readonly string[],
  onRoll: RollTest | null,
  again: Set<number>,
): RowReader {
  const { part } = file;
  const { draft, election } = state;
  const header = new Map(columns.map((name, at) => [name, at]));
  const station = textReader(part.station, header, part.values);
  const codeColumn = header.get(part.station.column) ?? -1;
  const roll = rollReader(part, election, header, draft.roll);
  const context = { election, part, header, draft, sums: state.sums, contradicted: (line: number) => again.add(line) };
  const sheets = part.sheets.map((from) => sheetReader(from, context));
  const skips = part.skip.map((skip) => ({ column: header.get(skip.column) ?? 0, words: new Set(skip.words) }));
  const momentAt = part.asOfColumn === "" ? -1 : (header.get(part.asOfColumn) ?? -1);
  let lastMoment = "";
  let skipped = 0;
  const refuse = (row: Row, refusal: Refusal): void => {
    state.quarantine.push({
      file: file.name,
      line: row.line,
      column: refusal.column + 1,
      reason: refusal.reason,
      seen: refusal.seen.slice(0, 80),
      raw: rawOf(row, columns.length),
    });
  };
  return {
    skipped: () => skipped,
    row: (row) => {
      for (const skip of skips)
        if (skip.words.has(row.text(skip.column))) {
          skipped++;
          return;
        }
      const code = station(row);
      const bad = codeRefusal(code, codeColumn);
      if (bad !== null) return refuse(row, bad);
      const position = draft.position(code);
      if (onRoll !== null && !onRoll(position, code))
        return refuse(row, { reason: "stationNotOnRoll", column: codeColumn, seen: code });
      const registeredAt = roll === null ? -1 : roll(row, position);
      if (registeredAt >= 0)
        return refuse(row, { reason: "notACount", column: registeredAt, seen: row.text(registeredAt) });
      const refusal = firstRefusal(sheets, row, position);
      if (refusal !== null) refuse(row, refusal);
      if (momentAt >= 0 && row.text(momentAt) !== lastMoment) {
        lastMoment = row.text(momentAt);
        const moment = parseInstant(lastMoment);
        if (moment !== undefined) state.moments.add(moment);
      }
    },
  };
}

function codeRefusal(code: string, column: number): Refusal | null {
  if (code === "") return { reason: "noStation", column, seen: "" };
  // Line breaks would break the derived files; nothing that long or broken is a station code anywhere.
  return code.length > MOST_STATION || /[\u0000-\u001f]/.test(code)
    ? { reason: "badStation", column, seen: code }
    : null;
}

function firstRefusal(sheets: readonly SheetReader[], row: Row, position: number): Refusal | null {
  let others = 0;
  let refusal: Refusal | null = null;
  for (const sheet of sheets) {
    refusal = sheet(row, position);
    if (refusal?.reason === "unknownContest") others++;
    else if (refusal !== null) return refusal;
  }
  // A row of another contest is refused when no contest takes it: a misspelt word must not lose a whole contest.
  return others > 0 && others === sheets.length ? refusal : null;
}

/** A row that the reader itself refused. */
export function asQuarantined(file: string, refused: RefusedRow): QuarantinedRow {
  return { file, line: refused.line, column: refused.column ?? 0, reason: refused.reason, seen: "", raw: refused.raw };
}

/** Reads the file once more for the rows that a later one contradicted, so that both stand in the quarantine. */
async function fetchLines(state: ReadState, file: SheetFile, lines: ReadonlySet<number>): Promise<Result<null>> {
  const opened = await openRows(file.path, file.part.dialect);
  if (!opened.ok) return opened;
  const columns = opened.value.header.length;
  const read = await opened.value.each(
    (row) => {
      if (!lines.has(row.line)) return;
      state.quarantine.push({
        file: file.name,
        line: row.line,
        column: 0,
        reason: "stationTwiceDifferent",
        seen: "",
        raw: rawOf(row, columns),
      });
    },
    () => undefined,
  );
  await opened.value.close();
  return read.ok ? succeed(null) : read;
}
