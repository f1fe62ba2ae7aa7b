import { existsSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fail, parseCount, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import type { Contest, Election, Roll } from "acta/election";
import { ancestorAt } from "acta/election";
import { parseSampleDocument } from "acta/sampling";
import type { Frame, SampleDocument, SampledSheet } from "acta/sampling";
import type { Row } from "../../files/index.js";
import { systemProblem } from "../../store/index.js";
import { readDocument } from "../dispute/scenario-file.js";
import { columnOf, openTable } from "../institution/seat-votes-file.js";
import { optionColumn } from "../desk/option-column.js";
import { stationCalled } from "../desk/station-code.js";

/** Heads of the columns of a sample, by the words with which people write them. */
const STATION = ["station", "mesa", "polling station", "mesa de sufragio", "num_mesa"];
const CAME = ["came", "llegada", "llegó", "time", "hora"];

/** Writes a drawn sample: a form to fill in (CSV) and the design beside it (JSON). Files that are there are never written over. */
export function writeSample(
  cwd: string,
  out: string,
  document: SampleDocument,
  rows: readonly (readonly string[])[],
): Result<{ readonly form: string; readonly design: string }> {
  const form = /\.csv$/i.test(out) ? out : `${out}.csv`;
  const design = form.replace(/\.csv$/i, ".json");
  for (const path of [form, design])
    if (existsSync(resolve(cwd, path))) return fail({ code: "quickCount.fileThere", where: path });
  try {
    writeFileSync(resolve(cwd, form), `${rows.map((row) => row.map(cellOf).join(",")).join("\n")}\n`, { flag: "wx" });
    writeFileSync(resolve(cwd, design), `${JSON.stringify(document, null, 1)}\n`, { flag: "wx" });
  } catch (error) {
    return fail(systemProblem(error, form));
  }
  return succeed({ form, design });
}

/** A spreadsheet must not run what a source wrote: text that begins like a formula gets an apostrophe. */
function cellOf(text: string): string {
  const guarded = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** The rows of the form: where each station is, and empty cells for its votes and the moment when its sheet came. */
export function formRows(
  election: Election,
  contest: Contest,
  roll: Roll,
  frame: Frame,
  document: SampleDocument,
): readonly (readonly string[])[] {
  const tree = roll.trees[0];
  const levels = election.trees[0]?.levels ?? [];
  const rowAt = new Map(roll.codes.map((code, row) => [code, row]));
  const strataOf = frame.strata.flatMap(({ code, units }) => Array.from({ length: units }, () => code));
  const header = [
    "station",
    "stratum",
    ...levels.map(({ id }) => id),
    "place",
    "address",
    "registered",
    ...contest.options,
    "came",
  ];
  const rows = document.stations.map((code) => {
    const row = rowAt.get(code) ?? -1;
    const leaf = roll.leaves[0]?.[row] ?? 0;
    const areas = levels.map((_level, at) =>
      tree === undefined ? "" : (tree.areas[ancestorAt(tree, leaf, at + 1)]?.name ?? ""),
    );
    const place = roll.places[roll.place[row] ?? -1];
    const registered = roll.registered[row] ?? -1;
    return [
      code,
      strataOf[frame.unitOf[row] ?? -1] ?? "",
      ...areas,
      place?.name ?? "",
      place?.address ?? "",
      registered < 0 ? "" : String(registered),
      ...contest.options.map(() => ""),
      "",
    ];
  });
  return [header, ...rows];
}

/** Reads the design of a sample. */
export function readSampleDocument(cwd: string, path: string): Result<SampleDocument> {
  const document = readDocument(resolve(cwd, path), path);
  if (!document.ok) return document;
  const parsed = parseSampleDocument(document.value);
  return parsed.ok ? parsed : fail({ ...parsed.problem, where: path });
}

interface SheetColumns {
  readonly station: number;
  readonly came: number;
  readonly options: readonly number[];
}

/** Reads the filled form of a sample: a station in each row, its votes, empty while its sheet has not come. */
export async function readSampleSheets(
  path: string,
  shown: string,
  election: Election,
  contest: Contest,
  roll: Roll,
): Promise<Result<readonly SampledSheet[]>> {
  const opened = await openTable(path);
  if (!opened.ok) return fail({ ...opened.problem, where: shown });
  try {
    const columns = columnsOf(opened.value.header, election, contest);
    if (!columns.ok) return fail({ ...columns.problem, where: shown });
    const sheets: SampledSheet[] = [];
    let problem: Problem | null = null;
    const refuse = (line: number, found: Problem): void => {
      problem ??= { ...found, where: `${shown}:${line}` };
    };
    const done = await opened.value.each(
      (row) => {
        const sheet = sheetOf(row, columns.value, contest, roll);
        if (sheet.ok) sheets.push(sheet.value);
        else refuse(row.line, sheet.problem);
      },
      ({ line }) => refuse(line, { code: "quickCount.badRow" }),
    );
    if (!done.ok) return done;
    return problem === null ? succeed(sheets) : fail(problem);
  } finally {
    await opened.value.close();
  }
}

function columnsOf(header: readonly string[], election: Election, contest: Contest): Result<SheetColumns> {
  const station = columnOf(header, STATION);
  if (station < 0)
    return fail({
      code: "quickCount.noColumn",
      context: { column: "station", header: header.join(", ").slice(0, 200) },
    });
  const options: number[] = [];
  for (const id of contest.options) {
    const at = optionColumn(header, election, id);
    if (at < 0)
      return fail({ code: "quickCount.noColumn", context: { column: id, header: header.join(", ").slice(0, 200) } });
    options.push(at);
  }
  return succeed({ station, came: columnOf(header, CAME), options });
}

function sheetOf(row: Row, columns: SheetColumns, contest: Contest, roll: Roll): Result<SampledSheet> {
  const written = row.text(columns.station).trim();
  const known = stationCalled(roll, written);
  const station = known < 0 ? written : (roll.codes[known] ?? written);
  const texts = columns.options.map((at) => row.text(at).trim());
  const came = columns.came < 0 ? "" : row.text(columns.came).trim().slice(0, 40);
  if (texts.every((text) => text === "")) return succeed({ station, votes: null, came: "", isRecorded: false });
  const votes: number[] = [];
  for (const [at, text] of texts.entries()) {
    const count = parseCount(text);
    if (count === undefined)
      return fail({
        code: text === "" ? "quickCount.halfFilled" : "quickCount.badVotes",
        context: { station: station.slice(0, 40), option: contest.options[at] ?? "", text: text.slice(0, 40) },
      });
    votes.push(count);
  }
  return succeed({ station, votes, came, isRecorded: false });
}
