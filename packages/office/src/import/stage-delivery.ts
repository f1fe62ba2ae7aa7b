import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fail, succeed } from "acta/basics";
import type { Instant, Result } from "acta/basics";
import { rollBytes } from "acta/election";
import type { Roll } from "acta/election";
import { AUTHORITY_COPY, ENTRY_VERSIONS, LeafWriter, Replay, dataDigest, editionsInOrder, leafOf } from "acta/record";
import type { BatchHeader, Edition, ElectionState, EntryKind, Leaves, PlainEntry } from "acta/record";
import { checkTable } from "acta/sheet";
import type { FindingCode } from "acta/sheet";
import { blobsOf, systemProblem } from "../store/index.js";
import type { DataFolder, EditionColumns, StagedBlobs } from "../store/index.js";
import type { Delivery } from "./deliveries.js";
import { importedBy, openImport } from "./import-acts.js";
import type { ImportRequest } from "./import-request.js";
import type { DeliveryReport } from "./import-report.js";
import type { ReadDelivery } from "./read-delivery.js";
import { countsAsRefused } from "./row-refusal.js";
import type { RefusalReason } from "./row-refusal.js";
import { writeChanges } from "./write-changes.js";

/** Everything that waits to be appended. */
export interface Staging {
  readonly folder: DataFolder;
  /** Leaves in order; the replay below has already applied them. */
  readonly staged: Leaves[];
  /** Blobs to write before the append. */
  readonly blobs: StagedBlobs;
  replay: Replay;
  /** Leaves at the beginning that are signed already. */
  signed: number;
  /** Editions sealed so far, with their columns. */
  readonly sealed: { readonly edition: Edition; readonly columns: EditionColumns }[];
}

interface Context {
  readonly request: ImportRequest;
  readonly staging: Staging;
  readonly delivery: Delivery;
  readonly asOf: Instant | null;
  readonly recordedAt: Instant;
}

/**
 * Writes the entries of a delivery to the staging: source, definition, roll, changed sheets, edition. A delivery that says what an
 * earlier edition said leaves nothing behind.
 */
export function stageDelivery(
  request: ImportRequest,
  staging: Staging,
  delivery: Delivery,
  read: ReadDelivery,
  asOf: Instant | null,
  quarantine: string,
): Result<DeliveryReport> {
  const context: Context = { request, staging, delivery, asOf, recordedAt: request.now() };
  const before = staging.staged.length;
  const base = stateOf(context);
  const older = olderDelta(delivery, base, asOf);
  if (older !== null) return fail(older);
  const absent = fillRoll(read, base);
  const roll = read.draft.buildRoll();
  const opened = openDelivery(context, roll);
  if (!opened.ok) return opened;
  const changes = new LeafWriter();
  const state = stateOf(context);
  if (state === undefined) return fail({ code: "import.noRows", where: delivery.files[0]?.path ?? "" });
  const written = writeChanges(changes, state, read.draft, (contest, count) =>
    leafOf(headerOf(context, "sheet", count, { scope: contest, copy: AUTHORITY_COPY })),
  );
  const applied = stage(context, changes.leaves());
  if (!applied.ok) return applied;
  const sealed = sealEdition(context, delivery.source.delivers === "full" ? absent.length : 0, read);
  if (!sealed.ok) return sealed;
  if (sealed.value.seenAgain) {
    const undone = undo(staging, before);
    if (!undone.ok) return undone;
  }
  return succeed({
    source: delivery.source.id,
    files: read.files,
    asOf,
    stations: roll.codes.length,
    ...written,
    refused: read.quarantine.filter((row) => countsAsRefused(row.reason)).length,
    repeated: read.quarantine.filter((row) => !countsAsRefused(row.reason)).length,
    quarantine,
    sumsDiffering: read.sums.differing,
    absent: delivery.source.delivers === "full" ? absent : [],
    ...sealed.value,
  });
}

function stateOf(context: Context): ElectionState | undefined {
  return context.staging.replay.state().elections.get(context.request.definition.election.id);
}

/** A delta only makes sense on top of what came before it. */
function olderDelta(
  delivery: Delivery,
  base: ElectionState | undefined,
  asOf: Instant | null,
): { code: string; where: string; context: Record<string, string> } | null {
  const last = base?.editions.at(-1);
  if (delivery.source.delivers !== "delta" || last === undefined) return null;
  if (base?.editions.some((edition) => isOfFiles(edition, delivery)) === true) return null;
  if (asOf !== null && last.asOf !== null && asOf >= last.asOf) return null;
  return {
    code: "import.olderDelta",
    where: delivery.files[0]?.path ?? "",
    context: { asOf: asOf ?? "?", last: last.asOf ?? "?" },
  };
}

/** Stations that were read without roll facts get them from the roll in force; what the files do not mention stays. */
function fillRoll(read: ReadDelivery, base: ElectionState | undefined): readonly string[] {
  const { draft } = read;
  const kept = base === undefined ? [] : draft.roll.addMissing(base.roll);
  for (let position = 0; position < draft.codes.length; position++)
    if (!draft.roll.has(position) && draft.hasRead(position))
      draft.roll.set(position, draft.roll.unknownLeaves(), "", "", -1);
  return kept.flatMap((position) => (draft.hasRead(position) ? [] : [draft.codes[position] ?? ""]));
}

/** Ledger entry, sources, definition and roll: what must be in force before the sheets. */
function openDelivery(context: Context, roll: Roll): Result<null> {
  const { request, staging, delivery } = context;
  const writer = new LeafWriter();
  if (staging.replay.state().ledger === null) {
    const opening = openImport(request, context.recordedAt);
    if (!opening.ok) return opening;
    const begun = stage(context, opening.value);
    if (!begun.ok) return begun;
    // What the founding keys have signed is not signed again with the rest.
    staging.signed = opening.value.count;
  }
  const base = stateOf(context);
  if (base?.definition !== request.definition.sha256) {
    const { sha256, bytes } = request.definition;
    staging.blobs.bytes.set(sha256, bytes);
    plain(writer, context, "definition", [{ sha256, bytes: bytes.length, name: "election", part: "" }]);
  }
  for (const file of delivery.files) {
    try {
      staging.blobs.bytes.set(file.sha256, readFileSync(file.path));
    } catch (error) {
      return fail(systemProblem(error, file.path));
    }
    const entry = {
      sha256: file.sha256,
      bytes: file.bytes,
      name: file.name,
      part: `${delivery.source.id}/${file.part.id}`,
    };
    plain(writer, context, "source", [entry]);
  }
  const bytes = rollBytes(roll);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (base?.rollHash !== sha256) {
    staging.blobs.bytes.set(sha256, bytes);
    staging.blobs.rolls.set(sha256, roll);
    plain(writer, context, "roll", [{ sha256, bytes: bytes.length, name: "roll", part: "" }]);
  }
  return stage(context, writer.leaves());
}

function headerOf(
  context: Context,
  kind: EntryKind,
  count: number,
  more: Partial<Pick<BatchHeader, "scope" | "copy" | "definition">> = {},
): BatchHeader {
  const { request, delivery, asOf, recordedAt } = context;
  const { election } = request.definition;
  return {
    kind,
    version: ENTRY_VERSIONS[kind],
    count,
    ...importedBy(request),
    source: delivery.files[0]?.sha256 ?? "",
    asOf: kind === "definition" ? null : asOf,
    recordedAt,
    reason: "import",
    election: election.id,
    definition: request.definition.sha256,
    scope: "",
    copy: "",
    ...more,
  };
}

function plain(writer: LeafWriter, context: Context, kind: EntryKind, entries: readonly PlainEntry[]): void {
  writer.leaf(leafOf(headerOf(context, kind, entries.length)));
  for (const entry of entries) writer.leaf(leafOf(entry));
}

/** Applies what was written to the replay: what is appended later is known to be readable. */
function stage(context: Context, leaves: Leaves): Result<null> {
  const { staging } = context;
  if (leaves.count === 0) return succeed(null);
  const applied = staging.replay.apply(leaves);
  if (!applied.ok) return applied;
  staging.staged.push(leaves);
  return succeed(null);
}

interface Sealed {
  readonly edition: Edition;
  readonly seenAgain: boolean;
  readonly findings: Readonly<Record<string, number>>;
  readonly missingCells: number;
}

function sealEdition(context: Context, absent: number, read: ReadDelivery): Result<Sealed> {
  const state = stateOf(context);
  if (state === undefined) throw new Error("the definition was staged");
  const digest = dataDigest(state.roll, state.tables.values(), sha256Of);
  const findings = findingsOf(state, absent, read);
  const missingCells = (findings["S101"] ?? 0) + (findings["S102"] ?? 0) + (findings["S105"] ?? 0);
  const same = state.editions.find(
    (edition) => saysSame(edition, state, digest, context.delivery) && holdsAt(edition, state, context.asOf),
  );
  if (same !== undefined) return succeed({ edition: same, seenAgain: true, findings, missingCells });
  const writer = new LeafWriter();
  plain(writer, context, "edition", [
    {
      id: freeId(state.editions, `${compact(context.asOf)}-${digest.slice(0, 8)}`),
      number: state.editions.length + 1,
      dataDigest: digest,
      roll: state.rollHash,
      definition: state.definition,
      sources: context.delivery.files.map((file) => file.sha256),
      findings,
    },
  ]);
  const staged = stage(context, writer.leaves());
  if (!staged.ok) return staged;
  const edition = stateOf(context)?.editions.at(-1);
  if (edition === undefined) throw new Error("the edition was staged");
  context.staging.sealed.push({ edition, columns: copyOf(state) });
  return succeed({ edition, seenAgain: false, findings, missingCells });
}

/**
 * An edition is seen again when the same files are read by the same definition, or others that say the same of every sheet and of
 * the roll. The same sheets on a better roll (areas that were not known) or by an amended definition are an edition of their own.
 */
function saysSame(edition: Edition, state: ElectionState, digest: string, delivery: Delivery): boolean {
  if (edition.definition !== state.definition) return false;
  return isOfFiles(edition, delivery) || (edition.dataDigest === digest && edition.roll === state.rollHash);
}

/**
 * What an edition says was already known of a moment when the edition is of that moment, or the last one before it: a count that
 * goes back to what it was two editions ago is news, and so is the moment of an edition that had none.
 */
function holdsAt(edition: Edition, state: ElectionState, asOf: Instant | null): boolean {
  if (asOf === null || edition.asOf === asOf) return true;
  if (edition.asOf === null) return false;
  const last = editionsInOrder(state.editions).findLast((each) => each.asOf !== null && each.asOf <= asOf);
  return last?.id === edition.id;
}

function isOfFiles(edition: Edition, delivery: Delivery): boolean {
  const files = new Set(delivery.files.map((file) => file.sha256));
  return edition.sources.length === files.size && edition.sources.every((sha256) => files.has(sha256));
}

/** The id follows from what was read; only an edition with the same sheets on another roll, or by another definition, gets a number behind it. */
function freeId(editions: readonly Edition[], id: string): string {
  const taken = new Set(editions.map((edition) => edition.id));
  let free = id;
  for (let again = 2; taken.has(free); again++) free = `${id}.${again}`;
  return free;
}

function sha256Of(bytes: Uint8Array): Uint8Array {
  return createHash("sha256").update(bytes).digest();
}

/** The fold goes on changing its tables: the columns of a sealed edition are copied. */
function copyOf(state: ElectionState): EditionColumns {
  const tables = [...state.tables].map(
    ([contest, table]) =>
      [
        contest,
        {
          ...table,
          status: table.status.slice(),
          head: table.head.slice(),
          cells: table.cells.map((column) => column.slice()),
          raw: new Map(table.raw),
          first: new Map(table.first),
        },
      ] as const,
  );
  return { roll: state.roll, tables: new Map(tables) };
}

function compact(asOf: Instant | null): string {
  return asOf === null ? "unknown" : asOf.replaceAll(/[-:]/g, "");
}

/** Refusals that are findings about the source, by their code in the registry. */
const REFUSAL_CODES: ReadonlyMap<RefusalReason, FindingCode> = new Map([
  ["stationTwiceSame", "I101"],
  ["stationTwiceDifferent", "I102"],
  ["stationNotOnRoll", "I104"],
  ["stationOutOfContest", "I105"],
  ["unknownStatus", "I106"],
]);

function findingsOf(state: ElectionState, absent: number, read: ReadDelivery): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const contest of state.election.contests) {
    const table = state.tables.get(contest.id);
    if (table === undefined) continue;
    for (const [code, count] of checkTable(state.election, contest, state.roll, table).counts)
      counts[code] = (counts[code] ?? 0) + count;
  }
  if (absent > 0) counts["I103"] = absent;
  if (read.sums.differing > 0) counts["I203"] = read.sums.differing;
  for (const row of read.quarantine) {
    const code = REFUSAL_CODES.get(row.reason);
    if (code !== undefined) counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

/** A delivery that was seen before is taken out of the staging again; the fold cannot go back, so it is made anew. */
function undo(staging: Staging, keep: number): Result<null> {
  staging.staged.length = keep;
  staging.replay = new Replay(blobsOf(staging.folder, staging.blobs));
  const read = staging.folder.ledger.read(staging.folder.ledger.size, (leaves) => staging.replay.apply(leaves));
  if (!read.ok) return read;
  for (const leaves of staging.staged) {
    const applied = staging.replay.apply(leaves);
    if (!applied.ok) return applied;
  }
  return succeed(null);
}
