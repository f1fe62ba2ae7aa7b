import { canonicalJson, fail, succeed, utf8 } from "acta/basics";
import type { Instant, Json, Result } from "acta/basics";
import { ENTRY_VERSIONS, LeafWriter, joinLeaves, leafOf } from "acta/record";
import type { BatchHeader, ElectionState, Leaves, LedgerState } from "acta/record";
import { signRange, signerName } from "acta/signature";
import type { RoleSigner } from "acta/signature";
import { sha256 } from "../keys/index.js";
import { appendTo, keepIndex, replayFolder } from "../store/index.js";
import type { DataFolder } from "../store/index.js";
import type { ActDraft } from "./act-document.js";
import { RulingDoor } from "./ruling-door.js";
import { sheetEffects } from "./sheet-effects.js";

/** Who enters acts, and when. */
export interface ActEntering {
  readonly folder: DataFolder;
  readonly recordedAt: Instant;
  /** Whose key signs; null in a recorder's ledger, which holds the acts of others without their keys. */
  readonly signer: RoleSigner | null;
}

/** A batch as it was entered. */
export interface EnteredActs {
  readonly kind: string;
  /** Ledger position of the first of its entries. */
  readonly first: number;
  readonly count: number;
  /** "" when nobody signed in the ledger. */
  readonly signer: string;
}

/**
 * Enters batches of acts as one atomic append. Each is applied to the ledger's state first: what the record refuses is refused here, and
 * what nobody may sign is refused by the ledger's door. In a ledger of record each batch is signed by itself.
 * @param blobs files that the acts name by hash, to be kept with them.
 */
export async function enterActs(
  entering: ActEntering,
  drafts: readonly ActDraft[],
  blobs: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<Result<readonly EnteredActs[]>> {
  const { folder, signer } = entering;
  const replayed = replayFolder(folder);
  if (!replayed.ok) return replayed;
  const replay = replayed.value;
  const staged: Leaves[] = [];
  const entered: EnteredActs[] = [];
  const door = new RulingDoor(folder);
  for (const draft of drafts) {
    const state = replay.state();
    const written = batchOf(entering, draft, state, door);
    if (!written.ok) return written;
    const signed = signer === null ? succeed(written.value) : signedBatch(written.value, signer, state);
    if (!signed.ok) return signed;
    const applied = replay.apply(signed.value);
    if (!applied.ok) return applied;
    staged.push(signed.value);
    const name = signer === null ? "" : signerName(signer.signer.key);
    entered.push({ kind: draft.kind, first: state.size + 1, count: draft.entries.length, signer: name });
  }
  const appended = await appendTo(folder, joinLeaves(staged), blobs);
  if (!appended.ok) return appended;
  keepIndex(folder, replay.state());
  return succeed(entered);
}

function signedBatch(leaves: Leaves, signer: RoleSigner, state: LedgerState): Result<Leaves> {
  const place = { origin: state.ledger?.origin ?? "", first: state.size };
  const signature = signRange(sha256, leaves, signer, place);
  return signature.ok ? succeed(joinLeaves([leaves, signature.value])) : signature;
}

function batchOf(entering: ActEntering, draft: ActDraft, state: LedgerState, door: RulingDoor): Result<Leaves> {
  const election = electionOf(draft, state);
  if (!election.ok) return election;
  const writer = new LeafWriter();
  const header = headerOf(entering, draft, election.value);
  const wholes: Json[] = [];
  writer.leaf(leafOf(header));
  for (const entry of draft.entries) {
    const effects = sheetEffects(entry["effects"], draft.contest, election.value);
    if (!effects.ok) return effects;
    const whole: Json = effects.value === null ? entry : { ...entry, effects: effects.value };
    wholes.push(whole);
    const leaf = utf8(canonicalJson(whole));
    if (leaf.length > MOST_ACT_BYTES) return fail({ code: "act.tooLarge", context: { kind: draft.kind } });
    writer.leaf(leaf);
  }
  const lawful = door.check(header, wholes, election.value, state);
  return lawful.ok ? succeed(writer.leaves()) : lawful;
}

/** Less than a leaf may have: room for what a later version adds. */
const MOST_ACT_BYTES = 60_000;

/** The election that a batch concerns: the one that it names, or the only one. "-" stands for none: acts of the ledger itself. */
function electionOf(draft: ActDraft, state: LedgerState): Result<ElectionState | null> {
  if (draft.election === "-") return succeed(null);
  const all = [...state.elections.values()];
  const found = draft.election === "" ? all : all.filter(({ election }) => election.id === draft.election);
  const only = found[0];
  if (only !== undefined && found.length === 1) return succeed(only);
  return fail({ code: "act.whichElection", context: { known: all.map(({ election }) => election.id).join(", ") } });
}

function headerOf({ signer, recordedAt }: ActEntering, draft: ActDraft, election: ElectionState | null): BatchHeader {
  return {
    kind: draft.kind,
    version: ENTRY_VERSIONS[draft.kind],
    count: draft.entries.length,
    actor: draft.actor,
    signer: signer === null ? "recorder" : signerName(signer.signer.key),
    basis: signer === null ? "reported" : "firstHand",
    source: draft.source,
    asOf: draft.asOf,
    recordedAt,
    reason: draft.reason,
    election: election?.election.id ?? "",
    definition: election?.definition ?? "",
    scope: draft.contest,
    copy: draft.copy,
  };
}
