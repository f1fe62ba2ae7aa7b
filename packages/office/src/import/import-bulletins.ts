import { compareToFraction, fail, succeed } from "acta/basics";
import type { Instant, Problem, Result } from "acta/basics";
import type { BulletinSeries, Election, Roll } from "acta/election";
import { LeafWriter, Replay } from "acta/record";
import { checkBulletins, mergeBulletins } from "acta/tabulation";
import type { BulletinFinding } from "acta/tabulation";
import { blobsOf, ledgerClock, stageUntilFirst } from "../store/index.js";
import { appendBulletins } from "./append-bulletins.js";
import { AreaResolver } from "./area-resolver.js";
import type { BulletinStaging } from "./bulletin-batches.js";
import type { ImportRequest } from "./import-request.js";
import type { BulletinFile, Matching } from "./match-files.js";
import { keepRows } from "./quarantine.js";
import { readBulletin } from "./read-bulletin.js";
import type { ReadBulletins } from "./read-bulletin.js";
import type { FileReading } from "./read-delivery.js";

/** What an import of published totals did. */
export interface BulletinReport {
  readonly election: Election;
  readonly series: readonly SeriesReport[];
  /** Entries appended to the ledger. */
  readonly entries: number;
}

/** What became of the files of one series. */
export interface SeriesReport {
  readonly series: string;
  readonly files: readonly FileReading[];
  /** Moments that the files speak of, and those of them that were new or said something new. */
  readonly moments: number;
  readonly written: number;
  /** Rows (one for each area and moment) that the files make together. */
  readonly rows: number;
  readonly areas: number;
  /** First and last moment; null when no moment is known. */
  readonly from: Instant | null;
  readonly until: Instant | null;
  readonly refused: number;
  /** Path of the quarantine file; "" when nothing was refused. */
  readonly quarantine: string;
  /** What the checks say about the series as it now stands. */
  readonly findings: readonly BulletinFinding[];
}

/** The bulletin files among those that were matched. */
function bulletinFilesOf(matching: Matching): readonly BulletinFile[] {
  return matching.files.filter((file): file is BulletinFile => file.kind === "bulletin");
}

/**
 * Imports published totals: reads the files of each series, merges what they say about the same moment, and appends one batch for
 * each moment that is new or says something new, all in one atomic step. Files of sheets in the same matching are passed over.
 */
export async function importBulletins(request: ImportRequest): Promise<Result<BulletinReport>> {
  return stageUntilFirst(request.folder, async () => {
    const now = ledgerClock(request.folder, request.now);
    return now.ok ? importOnce({ ...request, now: now.value }) : now;
  });
}

async function importOnce(request: ImportRequest): Promise<Result<BulletinReport>> {
  const files = bulletinFilesOf(request.matching);
  if (files.length === 0) return fail({ code: "import.noBulletins", where: request.matching.files[0]?.path ?? "" });
  const { folder } = request;
  const staging: BulletinStaging = { writer: new LeafWriter(), blobs: new Map(), signed: 0 };
  const replay = new Replay(blobsOf(folder, { bytes: staging.blobs, rolls: new Map() }));
  const folded = folder.ledger.read(folder.ledger.size, (leaves) => replay.apply(leaves));
  if (!folded.ok) return folded;
  const { election } = request.definition;
  const before = replay.state().elections.get(election.id);
  const recordedAt = request.now();
  const read: SeriesReading[] = [];
  for (const series of election.bulletins) {
    const own = files.filter((file) => file.series.id === series.id);
    if (own.length === 0) continue;
    const done = await readSeries(request, series, own, before?.roll, recordedAt);
    if (!done.ok) return done;
    read.push(done.value);
  }
  const appended = await appendBulletins(
    request,
    staging,
    replay,
    before,
    read.map((each) => each.read),
    recordedAt,
  );
  if (!appended.ok) return appended;
  const state = replay.state().elections.get(election.id);
  const merged = mergeBulletins(state?.bulletins ?? []);
  const findings = checkBulletins(election, state?.roll, merged);
  const series = read.map((each) => ({
    ...each.report,
    written: appended.value.written.get(each.report.series) ?? 0,
    findings: findings.filter((finding) => finding.series === each.report.series),
  }));
  return succeed({ election, series, entries: appended.value.entries });
}

interface SeriesReading {
  readonly read: readonly ReadBulletins[];
  readonly report: Omit<SeriesReport, "written" | "findings">;
}

function teaches(file: BulletinFile): number {
  return file.part.area.code === null ? 1 : 0;
}

/** Reads the files that give codes and names first: the others need the names. */
async function readSeries(
  request: ImportRequest,
  series: BulletinSeries,
  files: readonly BulletinFile[],
  roll: Roll | undefined,
  recordedAt: Instant,
): Promise<Result<SeriesReading>> {
  const { election } = request.definition;
  const read: ReadBulletins[] = [];
  const resolvers = new Map<string, AreaResolver>();
  for (const file of files.toSorted((a, b) => teaches(a) - teaches(b))) {
    const names = resolverOf(resolvers, file, roll);
    const moment = request.asOf ?? file.known?.asOf ?? null;
    const done = await readBulletin(file, { election, moment, areas: names, recordedAt, progress: request.progress });
    if (!done.ok) return done;
    read.push(done.value);
  }
  const rows = read.reduce((sum, each) => sum + each.reading.rows - each.reading.skipped, 0);
  const quarantine = read.flatMap((each) => each.quarantine);
  const kept = keepRows(request.folder, files[0]?.sha256 ?? "", quarantine);
  const first = quarantine[0];
  if (rows === 0) return fail({ code: "import.noRows", where: files[0]?.path ?? "" });
  if (first !== undefined && compareToFraction(quarantine.length, rows, series.refusedLimit) > 0)
    return fail(tooManyRefused(first, quarantine.length, rows, series, kept));
  return succeed({ read, report: reportOf(series, read, quarantine.length, kept) });
}

/** Names of areas: first what the series itself says, then the roll. */
function resolverOf(resolvers: Map<string, AreaResolver>, file: BulletinFile, roll: Roll | undefined): AreaResolver {
  const { tree: id, area } = file.part;
  let resolver = resolvers.get(id);
  if (resolver === undefined) resolvers.set(id, (resolver = new AreaResolver()));
  const tree = roll?.trees.find((each) => each.id === id);
  if (area.code === null && tree !== undefined) resolver.learnTree(tree);
  return resolver;
}

function tooManyRefused(
  first: ReadBulletins["quarantine"][number],
  refused: number,
  rows: number,
  series: BulletinSeries,
  quarantine: string,
): Problem {
  const { reason, seen } = first;
  const limit = `${series.refusedLimit.numerator}/${series.refusedLimit.denominator}`;
  return {
    code: "import.tooManyRefused",
    where: `${first.file}:${first.line}${first.column > 0 ? `:${first.column}` : ""}`,
    context: { refused, rows, reason, seen, limit, quarantine: quarantine === "" ? "none" : quarantine },
  };
}

function reportOf(
  series: BulletinSeries,
  read: readonly ReadBulletins[],
  refused: number,
  quarantine: string,
): SeriesReading["report"] {
  const merged = mergeBulletins(read.flatMap((each) => each.bulletins));
  const moments = merged.flatMap((each) => (each.asOf === null ? [] : [each.asOf]));
  return {
    series: series.id,
    files: read.map((each) => each.reading),
    moments: merged.length,
    rows: merged.reduce((sum, each) => sum + each.rows.length, 0),
    areas: new Set(merged.flatMap((each) => each.rows.map((row) => row.area))).size,
    from: moments[0] ?? null,
    until: moments.at(-1) ?? null,
    refused,
    quarantine,
  };
}
