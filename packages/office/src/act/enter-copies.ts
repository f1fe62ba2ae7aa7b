import { fail, succeed } from "acta/basics";
import type { Instant, Result } from "acta/basics";
import { ENTRY_VERSIONS, LeafWriter, joinLeaves, leafOf, writeSheetEntry } from "acta/record";
import type { BatchHeader, ElectionState, Leaves } from "acta/record";
import { NO_ENTRY } from "acta/sheet";
import type { SheetTable } from "acta/sheet";
import { signRange, signerName } from "acta/signature";
import { sha256 } from "../keys/index.js";
import { appendTo, keepIndex, replayFolder } from "../store/index.js";
import type { ActEntering } from "./enter-acts.js";

/** The copy of one sheet that somebody holds, as column values by the form of its contest. */
export interface CopySheet {
  readonly station: string;
  readonly cells: readonly number[];
}

/** Copies of one holder, read from one file. */
export interface CopyDelivery {
  /** "" for the only one. */
  readonly election: string;
  readonly contest: string;
  /** Whose, and which of theirs: `agent:PARTY/1`. */
  readonly copy: string;
  /** Who holds them; in a ledger of record the signer is. */
  readonly actor: { readonly role: string; readonly name: string };
  readonly asOf: Instant | null;
  readonly sheets: readonly CopySheet[];
  /** The file that they were read from: named by hash and not kept, since it may hold what must not be (RECORD.md 12). */
  readonly file: { readonly name: string; readonly sha256: string };
}

/** What was entered of a delivery. */
export interface EnteredCopies {
  readonly read: number;
  /** New ones, and those that differ from what the holder had given before. */
  readonly written: number;
  readonly signer: string;
}

/**
 * Enters copies of sheets as evidence: a chain of their own for each holder and number, which never supersedes the authority's
 * (RECORD.md 3). One atomic step; a copy that says what it said before is no entry.
 */
export async function enterCopies(entering: ActEntering, delivery: CopyDelivery): Promise<Result<EnteredCopies>> {
  const { folder, signer } = entering;
  const replayed = replayFolder(folder);
  if (!replayed.ok) return replayed;
  const replay = replayed.value;
  const { elections, ledger, size } = replay.state();
  const all = [...elections.values()];
  const state =
    all.find(({ election }) => election.id === delivery.election) ?? (all.length === 1 ? all[0] : undefined);
  if (state === undefined)
    return fail({ code: "act.whichElection", context: { known: all.map(({ election }) => election.id).join(", ") } });
  const batch = copyBatch(entering, delivery, state);
  if (!batch.ok) return batch;
  const { leaves, written } = batch.value;
  const name = signer === null ? "" : signerName(signer.signer.key);
  if (written === 0) return succeed({ read: delivery.sheets.length, written, signer: name });
  const place = { origin: ledger?.origin ?? "", first: size };
  const signature = signer === null ? null : signRange(sha256, leaves, signer, place);
  if (signature !== null && !signature.ok) return signature;
  const whole = signature === null ? leaves : joinLeaves([leaves, signature.value]);
  const applied = replay.apply(whole);
  if (!applied.ok) return applied;
  const appended = await appendTo(folder, whole);
  if (!appended.ok) return appended;
  keepIndex(folder, replay.state());
  return succeed({ read: delivery.sheets.length, written, signer: name });
}

interface CopyBatch {
  readonly leaves: Leaves;
  readonly written: number;
}

function copyBatch(entering: ActEntering, delivery: CopyDelivery, state: ElectionState): Result<CopyBatch> {
  const status = copyStatus(state);
  if (status === undefined) return fail({ code: "act.noCopyStatus", context: { election: state.election.id } });
  const known = state.copies.get(delivery.contest)?.get(delivery.copy);
  const rows = new Map(state.roll.codes.map((code, row) => [code, row] as const));
  const changed = delivery.sheets.filter(({ station, cells }) => !isSame(known, rows.get(station) ?? -1, cells));
  const writer = new LeafWriter();
  if (changed.length === 0) return succeed({ leaves: writer.leaves(), written: 0 });
  writer.leaf(leafOf(headerOf(entering, delivery, state, changed.length)));
  for (const { station, cells } of changed) {
    const columns = { cells: cells.map((value) => Int32Array.of(value)), raw: new Map<number, string>() };
    const head = known?.head[rows.get(station) ?? -1] ?? NO_ENTRY;
    writeSheetEntry(writer, station, status, columns, 0, head);
  }
  return succeed({ leaves: writer.leaves(), written: changed.length });
}

/** A copy has no status of the authority's; it is written as a sheet that is there. */
function copyStatus({ election }: ElectionState): string | undefined {
  return election.statuses.find(({ state, resolved }) => state === "counted" && !resolved)?.id;
}

function isSame(known: SheetTable | undefined, row: number, cells: readonly number[]): boolean {
  if (known === undefined || row < 0 || (known.head[row] ?? NO_ENTRY) === NO_ENTRY) return false;
  return cells.every((value, at) => known.cells[at]?.[row] === value);
}

function headerOf(
  { signer, recordedAt }: ActEntering,
  delivery: CopyDelivery,
  { election, definition }: ElectionState,
  count: number,
): BatchHeader {
  return {
    kind: "sheet",
    version: ENTRY_VERSIONS.sheet,
    count,
    actor: signer === null ? delivery.actor : { role: signer.role, name: signer.holder },
    signer: signer === null ? "recorder" : signerName(signer.signer.key),
    basis: signer === null ? "reported" : "firstHand",
    source: delivery.file.sha256,
    asOf: delivery.asOf,
    recordedAt,
    reason: delivery.file.name,
    election: election.id,
    definition,
    scope: delivery.contest,
    copy: delivery.copy,
  };
}
