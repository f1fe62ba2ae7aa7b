import type { WrittenDefinition } from "./definition-schema.js";
import type { Contest } from "./definition.js";
import type { RollFrom, SheetFrom, Source, SourcePart, ValueNotation } from "./source.js";
import { fractionOf, knownFilesOf } from "./known-files.js";
import type { ProblemList } from "./problem-list.js";

type WrittenPart = WrittenDefinition["sources"][number]["parts"][number];
type WrittenSheet = WrittenPart["sheets"][number];

/** Resolves the sources of sheets. */
export function sourcesOf(
  written: WrittenDefinition,
  contests: readonly Contest[],
  problems: ProblemList,
): readonly Source[] {
  return written.sources.map((source, at) => {
    const where = `sources.${at}`;
    problems.uniqueIds(`${where}.parts`, source.parts);
    const parts = source.parts.map((part, partAt) =>
      partOf(part, written, contests, `${where}.parts.${partAt}`, problems),
    );
    if (!parts.some((part) => part.sheets.length > 0)) problems.add("definition.noSheets", `${where}.parts`);
    return {
      ...source,
      refusedLimit: fractionOf(source.refusedLimit),
      parts,
      files: knownFilesOf(source.files, new Set(parts.map((part) => part.id)), where, problems),
    };
  });
}

function partOf(
  part: WrittenPart,
  written: WrittenDefinition,
  contests: readonly Contest[],
  where: string,
  problems: ProblemList,
): SourcePart {
  if (part.roll === undefined && part.sheets.length === 0) problems.add("definition.emptyPart", where);
  return {
    id: part.id,
    optional: part.optional,
    dialect: part.dialect,
    values: notationOf(part.values),
    station: part.station,
    roll: part.roll === undefined ? null : rollOf(part.roll, written, `${where}.roll`, problems),
    rollUse: part.roll?.use ?? "all",
    sheets: part.sheets.map((sheet, at) => sheetOf(sheet, written, contests, `${where}.sheets.${at}`, problems)),
    asOfColumn: part.asOf,
    skip: part.skip,
  };
}

/** The notation of values, its missing words as a list. */
export function notationOf(values: WrittenPart["values"]): ValueNotation {
  return { ...values, missing: Object.entries(values.missing).map(([word, means]) => ({ word, means })) };
}

function rollOf(
  roll: NonNullable<WrittenPart["roll"]>,
  written: WrittenDefinition,
  where: string,
  problems: ProblemList,
): RollFrom {
  const trees = Object.entries(roll.trees).map(([tree, levels]) => {
    const definition = written.trees.find((each) => each.id === tree);
    if (definition === undefined) problems.unknown("tree", `${where}.trees.${tree}`, tree);
    for (const level of Object.keys(levels))
      if (definition !== undefined && !definition.levels.some((each) => each.id === level))
        problems.unknown("level", `${where}.trees.${tree}.${level}`, level);
    for (const level of definition?.levels ?? [])
      if (levels[level.id] === undefined)
        problems.add("definition.levelNotMapped", `${where}.trees.${tree}`, { level: level.id });
    const ordered = (definition?.levels ?? []).flatMap((level) => {
      const from = levels[level.id];
      return from === undefined ? [] : [{ level: level.id, code: from.code, name: from.name ?? null }];
    });
    return { tree, levels: ordered };
  });
  return { registered: roll.registered, place: roll.place ?? null, trees };
}

function sheetOf(
  sheet: WrittenSheet,
  written: WrittenDefinition,
  contests: readonly Contest[],
  where: string,
  problems: ProblemList,
): SheetFrom {
  const contest = contests.find((each) => each.id === sheet.contest);
  if (contest === undefined) problems.unknown("contest", `${where}.contest`, sheet.contest);
  const known = new Set(contest?.form.cells.map((cell) => cell.id) ?? []);
  const mapped = [
    ...Object.keys(sheet.cells),
    ...Object.values(sheet.long?.words ?? {}),
    ...Object.keys(sheet.long?.repeated ?? {}),
  ];
  for (const cell of mapped)
    if (contest !== undefined && !known.has(cell)) problems.unknown("cell", `${where}.cells.${cell}`, cell);
  if ((Object.keys(sheet.cells).length === 0) === (sheet.long === undefined))
    problems.add("definition.wideOrLong", where);
  checkAllMapped(sheet, contest, where, problems);
  checkLong(sheet, contest, where, problems);
  const fixedStatus = Array.isArray(sheet.status) ? "" : sheet.status.fixed;
  if (fixedStatus !== "" && !written.statuses.some((status) => status.id === fixedStatus))
    problems.unknown("status", `${where}.status.fixed`, fixedStatus);
  return {
    contest: sheet.contest,
    cells: Object.entries(sheet.cells).map(([cell, column]) => ({ cell, column })),
    long: longOf(sheet),
    statusColumns: Array.isArray(sheet.status) ? sheet.status : [],
    fixedStatus,
    sums: (["ballotsCast", "validVotes"] as const).flatMap((sum) => {
      const column = sheet.sums[sum];
      return column === undefined ? [] : [{ sum, column }];
    }),
  };
}

/** In the wide format every option must have its column: a forgotten one would silently count 0. */
function checkAllMapped(sheet: WrittenSheet, contest: Contest | undefined, where: string, problems: ProblemList): void {
  if (sheet.long !== undefined || contest === undefined) return;
  for (const option of contest.options)
    if (sheet.cells[option] === undefined) problems.add("definition.optionNotMapped", `${where}.cells`, { option });
}

/** What only the long format can get wrong. */
function checkLong(sheet: WrittenSheet, contest: Contest | undefined, where: string, problems: ProblemList): void {
  if (sheet.long === undefined) return;
  if (Object.keys(sheet.sums).length > 0) problems.add("definition.sumsInLong", `${where}.sums`);
  if (sheet.long.candidate !== undefined && contest?.form.cells.every((cell) => cell.role !== "preferential") === true)
    problems.add("definition.noPreferential", `${where}.long.candidate`, { contest: contest.id });
}

function longOf(sheet: WrittenSheet): SheetFrom["long"] {
  if (sheet.long === undefined) return null;
  return {
    option: sheet.long.option,
    candidate: sheet.long.candidate ?? null,
    votes: sheet.long.votes,
    words: Object.entries(sheet.long.words).map(([word, cell]) => ({ word, cell })),
    contestColumn: sheet.long.where?.column ?? "",
    contestWord: sheet.long.where?.word ?? "",
    repeated: Object.entries(sheet.long.repeated).map(([cell, column]) => ({ cell, column })),
  };
}
