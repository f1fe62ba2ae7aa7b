import { basename } from "node:path";
import { statSync } from "node:fs";
import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import type { BulletinPart, BulletinSeries, Election, KnownFile, Source, SourcePart, TextFrom } from "acta/election";
import { listFiles, openRows, sha256File } from "../files/index.js";
import { systemProblem } from "../store/index.js";

/** A given file and what the definition takes it for. */
export type MatchedFile = SheetFile | BulletinFile;

interface FoundFile {
  readonly path: string;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  /** The definition's entry for this hash; null when it does not know the file. */
  readonly known: KnownFile | null;
}

/** A file of a source of sheets. */
export interface SheetFile extends FoundFile {
  readonly kind: "sheets";
  readonly source: Source;
  readonly part: SourcePart;
}

/** A file of a series of published totals. */
export interface BulletinFile extends FoundFile {
  readonly kind: "bulletin";
  readonly series: BulletinSeries;
  readonly part: BulletinPart;
}

/** What became of the given paths. */
export interface Matching {
  readonly files: readonly MatchedFile[];
  /** Files of a given folder that no layout knows: named, not refused. */
  readonly leftOut: readonly string[];
}

/**
 * Finds for every path (a file, or the files of a folder) the part of the definition that reads it: by its hash, else by its
 * header. A file that was named and fits nothing is a problem that says which columns the nearest layout misses.
 */
export async function matchFiles(election: Election, paths: readonly string[]): Promise<Result<Matching>> {
  const files: MatchedFile[] = [];
  const leftOut: string[] = [];
  const seen = new Set<string>();
  for (const path of paths) {
    const expanded = await expand(path);
    if (!expanded.ok) return expanded;
    for (const each of expanded.value.files) {
      const matched = await matchFile(election, each);
      if (!matched.ok) {
        if (!expanded.value.folder) return matched;
        leftOut.push(each);
      } else if (!seen.has(matched.value.sha256 + matched.value.part.id)) {
        seen.add(matched.value.sha256 + matched.value.part.id);
        files.push(matched.value);
      }
    }
    if (expanded.value.folder && files.length === 0) return fail({ code: "import.emptyFolder", where: path });
  }
  return succeed({ files, leftOut });
}

async function expand(path: string): Promise<Result<{ readonly files: readonly string[]; readonly folder: boolean }>> {
  try {
    if (!statSync(path).isDirectory()) return succeed({ files: [path], folder: false });
  } catch (error) {
    const problem = systemProblem(error, path);
    return fail(problem.code === "store.notFound" ? { code: "file.notFound", where: path } : problem);
  }
  const listed = await listFiles(path);
  return listed.ok ? succeed({ files: listed.value, folder: true }) : listed;
}

type Candidate =
  | { readonly kind: "sheets"; readonly source: Source; readonly part: SourcePart }
  | { readonly kind: "bulletin"; readonly series: BulletinSeries; readonly part: BulletinPart };

/** Above this many bytes a file that no layout can read is refused by its first bytes, before all of it is hashed. */
const LARGE = 64 << 20;

async function matchFile(election: Election, path: string): Promise<Result<MatchedFile>> {
  const candidates = candidatesOf(election);
  const seen = sizeOf(path) > LARGE ? await byHeader(path, candidates) : null;
  if (seen !== null && !seen.ok) return seen;
  const hashed = await sha256File(path);
  if (!hashed.ok) return hashed;
  const found = { path, name: basename(path), ...hashed.value };
  for (const candidate of candidates) {
    const listed = candidate.kind === "sheets" ? candidate.source.files : candidate.series.files;
    const known = listed.find(
      (file) => file.sha256 === found.sha256 && (file.part === "" || file.part === candidate.part.id),
    );
    if (known !== undefined && (known.part !== "" || (await fits(path, candidate)).missing.length === 0))
      return succeed({ ...found, ...candidate, known });
  }
  const fitting = seen ?? (await byHeader(path, candidates));
  return fitting.ok ? succeed({ ...found, ...fitting.value, known: null }) : fitting;
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function candidatesOf(election: Election): readonly Candidate[] {
  const sheets = election.sources.flatMap((source) =>
    source.parts.map((part): Candidate => ({ kind: "sheets", source, part })),
  );
  const bulletins = election.bulletins.flatMap((series) =>
    series.parts.map((part): Candidate => ({ kind: "bulletin", series, part })),
  );
  return [...sheets, ...bulletins];
}

async function byHeader(path: string, candidates: readonly Candidate[]): Promise<Result<Candidate>> {
  let nearest: { candidate: Candidate; missing: readonly string[] } | null = null;
  let fitting: { candidate: Candidate; wanted: number } | null = null;
  let unread: Problem | null = null;
  for (const candidate of candidates) {
    const fit = await fits(path, candidate);
    if (fit.problem !== null) unread ??= fit.problem;
    else if (fit.missing.length === 0) {
      // A table of districts has every column of a national one: the layout that names most columns is meant.
      if (fitting === null || fit.wanted > fitting.wanted) fitting = { candidate, wanted: fit.wanted };
    } else if (nearest === null || fit.missing.length < nearest.missing.length)
      nearest = { candidate, missing: fit.missing };
  }
  if (fitting !== null) return succeed(fitting.candidate);
  if (nearest === null) return fail(unread ?? { code: "import.noLayouts", where: path });
  const { candidate, missing } = nearest;
  const owner = candidate.kind === "sheets" ? candidate.source.id : candidate.series.id;
  return fail({
    code: "import.noLayout",
    where: path,
    context: {
      nearest: `${owner}/${candidate.part.id}`,
      columns: missing.slice(0, 5).join(", ") + (missing.length > 5 ? " …" : ""),
      count: missing.length,
    },
  });
}

async function fits(
  path: string,
  candidate: Candidate,
): Promise<{ readonly missing: readonly string[]; readonly wanted: number; readonly problem: Problem | null }> {
  const rows = await openRows(path, candidate.part.dialect);
  if (!rows.ok) return { missing: [], wanted: 0, problem: rows.problem };
  const header = new Set(rows.value.header);
  await rows.value.close();
  const wanted = candidate.kind === "sheets" ? sheetColumns(candidate.part) : bulletinColumns(candidate.part);
  return { missing: wanted.filter((column) => !header.has(column)), wanted: wanted.length, problem: null };
}

/** Every column that a part of a source names. */
function sheetColumns(part: SourcePart): readonly string[] {
  const texts: TextFrom[] = [part.station];
  for (const tree of part.roll?.trees ?? [])
    for (const level of tree.levels) texts.push(level.code, ...(level.name === null ? [] : [level.name]));
  const columns = [
    ...texts.map((text) => text.column),
    part.roll?.registered ?? "",
    part.roll?.place?.name ?? "",
    part.roll?.place?.address ?? "",
    part.asOfColumn,
    ...part.skip.map((skip) => skip.column),
    ...part.sheets.flatMap((sheet) => [
      ...sheet.cells.map((cell) => cell.column),
      ...sheet.statusColumns,
      ...sheet.sums.map((sum) => sum.column),
      ...(sheet.long === null
        ? []
        : [sheet.long.option, sheet.long.candidate?.column ?? "", sheet.long.votes, sheet.long.contestColumn]),
      ...(sheet.long?.repeated.map((each) => each.column) ?? []),
    ]),
  ];
  return [...new Set(columns.filter((column) => column !== ""))];
}

/** Every column that a part of a bulletin series names. */
function bulletinColumns(part: BulletinPart): readonly string[] {
  const columns = [
    ...(part.clock?.columns ?? []),
    part.area.code?.column ?? "",
    ...part.area.names,
    part.scope?.column ?? "",
    ...part.figures.map((figure) => figure.column),
    part.long?.column ?? "",
    part.long?.value ?? "",
    ...(part.long?.shares.map((share) => share.column) ?? []),
  ];
  return [...new Set(columns.filter((column) => column !== ""))];
}
