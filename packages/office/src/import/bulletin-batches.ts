import { readFileSync } from "node:fs";
import { fail, succeed } from "acta/basics";
import type { Instant, Result } from "acta/basics";
import { ENTRY_VERSIONS, LeafWriter, eachLeaf, leafOf } from "acta/record";
import type { BatchHeader, BulletinEntry, EntryKind, LedgerState, PlainEntry } from "acta/record";
import type { MergedBulletin } from "acta/tabulation";
import { systemProblem } from "../store/index.js";
import { importedBy, openImport } from "./import-acts.js";
import type { ImportRequest } from "./import-request.js";
import type { BulletinFile } from "./match-files.js";

/** Entries that wait to be appended, and the blobs that they name. */
export interface BulletinStaging {
  readonly writer: LeafWriter;
  readonly blobs: Map<string, Uint8Array>;
  /** Leaves at the beginning that are signed already. */
  signed: number;
}

/** Figures in one entry at most: a name has up to 80 characters and a leaf less than 64 KiB. */
const MOST_FIGURES = 500;

/** Writes the ledger's first entry and the definition where they are not yet in force. */
export function writeOpening(
  staging: BulletinStaging,
  request: ImportRequest,
  state: LedgerState,
  recordedAt: Instant,
): Result<null> {
  const { definition } = request;
  const { election } = definition;
  const head = { request, recordedAt, asOf: null, source: "" };
  if (state.ledger === null) {
    const opening = openImport(request, recordedAt);
    if (!opening.ok) return opening;
    const { bytes, count } = opening.value;
    eachLeaf(opening.value, (start, end) => staging.writer.leaf(bytes.subarray(start, end)));
    staging.signed = count;
  }
  if (state.elections.get(election.id)?.definition === definition.sha256) return succeed(null);
  const { sha256, bytes } = definition;
  staging.blobs.set(sha256, bytes);
  writeBatch(staging, headerOf("definition", head), [{ sha256, bytes: bytes.length, name: "election", part: "" }]);
  return succeed(null);
}

/** Writes that a raw file was read, and keeps its bytes. */
export function writeSource(
  staging: BulletinStaging,
  request: ImportRequest,
  file: BulletinFile,
  asOf: Instant | null,
  recordedAt: Instant,
): Result<null> {
  try {
    staging.blobs.set(file.sha256, readFileSync(file.path));
  } catch (error) {
    return fail(systemProblem(error, file.path));
  }
  const entry = { sha256: file.sha256, bytes: file.bytes, name: file.name, part: `${file.series.id}/${file.part.id}` };
  writeBatch(staging, headerOf("source", { request, recordedAt, asOf, source: file.sha256 }), [entry]);
  return succeed(null);
}

/** Writes the batch of one moment of a series; its source is the first of its files, the others stand in entries of their own. */
export function writeBulletin(
  staging: BulletinStaging,
  request: ImportRequest,
  bulletin: MergedBulletin,
  source: string,
  recordedAt: Instant,
): number {
  const entries = bulletin.rows.flatMap(splitRow);
  const header = headerOf("bulletin", { request, recordedAt, asOf: bulletin.asOf, source });
  writeBatch(staging, { ...header, scope: bulletin.series }, entries);
  return entries.length + 1;
}

function splitRow(row: BulletinEntry): readonly BulletinEntry[] {
  const figures = Object.entries(row.figures);
  if (figures.length <= MOST_FIGURES) return [row];
  const parts: BulletinEntry[] = [];
  for (let at = 0; at < figures.length; at += MOST_FIGURES)
    parts.push({ ...row, figures: Object.fromEntries(figures.slice(at, at + MOST_FIGURES)) });
  return parts;
}

interface HeaderFacts {
  readonly request: ImportRequest;
  readonly recordedAt: Instant;
  readonly asOf: Instant | null;
  readonly source: string;
}

function headerOf(kind: EntryKind, { request, recordedAt, asOf, source }: HeaderFacts): BatchHeader {
  const { election, sha256 } = request.definition;
  return {
    kind,
    version: ENTRY_VERSIONS[kind],
    count: 0,
    ...importedBy(request),
    source,
    asOf,
    recordedAt,
    reason: "import",
    election: election.id,
    definition: sha256,
    scope: "",
    copy: "",
  };
}

function writeBatch(staging: BulletinStaging, header: BatchHeader, entries: readonly PlainEntry[]): void {
  staging.writer.leaf(leafOf({ ...header, count: entries.length }));
  for (const entry of entries) staging.writer.leaf(leafOf(entry));
}
