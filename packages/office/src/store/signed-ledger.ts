import { fail, succeed } from "acta/basics";
import type { Instant, Result } from "acta/basics";
import { Frontier, formatVerifierKey, verifyCheckpoint } from "acta/ledger";
import type { Checkpoint, Signer, VerifierKey } from "acta/ledger";
import { originOf } from "acta/record";
import type { Leaves } from "acta/record";
import { ledgerName } from "acta/signature";
import type { LedgerKeys } from "acta/signature";
import { checkpointSigner, ed25519, sha256 } from "../keys/index.js";
import { checkpointPath, readCheckpoint, signCheckpoint, writeCheckpoint } from "./checkpoint-file.js";
import type { DerivedFolder } from "./derived-file.js";
import type { LedgerFile } from "./ledger-file.js";
import type { LedgerStore } from "./ledger-store.js";
import { growTree, keepTree, treeOf } from "./ledger-tree.js";
import { isLogKey, logKey, recorderKey, takePlace } from "./log-key.js";
import { SignatureDoor } from "./signature-door.js";
import { writeVerifierLine } from "./verifier-file.js";

interface Place extends DerivedFolder {
  readonly path: string;
}

interface Batch {
  readonly leaves: Leaves;
  readonly blobs: ReadonlyMap<string, Uint8Array>;
}

/** What an opening finds out: the tree over the entries, and who signs for them. */
interface Standing {
  readonly tree: Frontier;
  /** Null while the ledger has no entry that names it. */
  readonly signer: Signer<"ed25519"> | null;
  /** Size of the checkpoint that was found; -1 when there was none. */
  readonly signedSize: number;
}

/**
 * A ledger that is open for writing, with the tree over its entries and the key that signs for it: every append goes through here,
 * whatever keeps the entries, and brings the signed checkpoint along. Where a crash left the checkpoint behind, readers say so, and
 * the next opening brings it forward. An append is refused when the checkpoint was signed for other entries than the ledger has.
 */
export class SignedLedger {
  readonly #place: Place;
  readonly #ledger: LedgerFile;
  readonly #store: LedgerStore;
  readonly #door: SignatureDoor;
  #tree: Frontier;
  #signer: Signer<"ed25519"> | null;

  private constructor(place: Place, ledger: LedgerFile, store: LedgerStore, { tree, signer }: Standing) {
    this.#place = place;
    this.#ledger = ledger;
    this.#store = store;
    this.#door = new SignatureDoor(ledger);
    this.#tree = tree;
    this.#signer = signer;
  }

  /** Brings tree and checkpoint to where the ledger stands. `store` is what appends; the caller holds the folder's lock. */
  static open(place: Place, ledger: LedgerFile, store: LedgerStore): Result<SignedLedger> {
    const standing = standingOf(place, ledger);
    if (!standing.ok) return standing;
    const opened = new SignedLedger(place, ledger, store, standing.value);
    opened.#seal(standing.value);
    return succeed(opened);
  }

  /** Takes in what the ledger has got from elsewhere since it was opened. */
  renew(): Result<null> {
    const standing = standingOf(this.#place, this.#ledger);
    if (!standing.ok) return standing;
    this.#tree = standing.value.tree;
    this.#signer = standing.value.signer;
    this.#door.reset();
    return succeed(null);
  }

  /** Who may sign in this ledger. */
  keys(): Result<LedgerKeys> {
    return this.#door.keys();
  }

  /** The latest moment at which a batch was recorded; null before the first. */
  recorded(): Result<Instant | null> {
    return this.#door.recorded();
  }

  /** The name of the ledger that begins here, from its key, which is made when it is not there yet. */
  originFor(election: string, drill: boolean): Result<string> {
    const key = recorderKey(this.#place.path, true);
    return key.ok ? succeed(ledgerName(sha256, { mode: "reported", drill }, key.value.publicKey, election)) : key;
  }

  /** The key that will sign the checkpoints of a ledger with this name; it is made when it is not there yet. */
  logKeyFor(origin: string): Result<VerifierKey<"ed25519">> {
    const key = recorderKey(this.#place.path, true);
    const signer = key.ok ? checkpointSigner(key.value, origin) : key;
    return signer.ok ? succeed(signer.value.key) : signer;
  }

  /**
   * Appends as `LedgerStore.append` does, with a checkpoint of its own making. What is not signed by whom it says, and a key that
   * cannot be used, refuse the append before anything is written.
   */
  async append(
    expectedSize: number,
    leaves: Leaves,
    blobs: ReadonlyMap<string, Uint8Array> = new Map(),
  ): Promise<Result<null>> {
    if (this.#signer !== null && this.#tree.size !== expectedSize)
      return fail({ code: "ledger.moved", context: { expected: expectedSize, size: this.#tree.size } });
    const admitted = this.#door.admit(leaves);
    if (!admitted.ok) return admitted;
    const done = await this.#append(expectedSize, { leaves, blobs }, admitted.value);
    if (!done.ok) this.#door.reset();
    return done;
  }

  async #append(expectedSize: number, { leaves, blobs }: Batch, register: LedgerKeys): Promise<Result<null>> {
    // A ledger that does not say whose it is has no checkpoint.
    if (originOf(leaves) === null && this.#signer === null)
      return this.#store.append(expectedSize, { leaves, blobs, checkpoint: null });
    const named = this.#signerFor(register);
    if (!named.ok) return named;
    const { signer, waits } = named.value;
    const tree = this.#tree.clone();
    growTree(tree, leaves);
    const note = noteFor(tree, signer);
    if (!note.ok) return note;
    const checkpoint = { note: note.value, verifier: formatVerifierKey(signer.key) };
    const appended = await this.#store.append(expectedSize, { leaves, blobs, checkpoint });
    if (!appended.ok) return appended;
    this.#tree = tree;
    this.#signer = signer;
    // A failure here is not one of the append: the next opening finds the key where it waits.
    if (waits) takePlace(this.#place.path);
    return appended;
  }

  #signerFor(register: LedgerKeys): Result<NamedSigner> {
    const signer = this.#signer;
    if (signer !== null && isLogKey(register, signer.key.publicKey)) return succeed({ signer, waits: false });
    return signerOf(this.#place.path, register, signer === null);
  }

  /** Leaves the tree behind for the next opening. */
  close(): void {
    if (this.#signer !== null && this.#tree.size === this.#ledger.size) keepTree(this.#place, this.#ledger, this.#tree);
  }

  /** Brings the checkpoint of the folder to where its entries are. A failure here only leaves it for the next opening. */
  #seal({ tree, signer, signedSize }: Standing): void {
    if (signer === null || signedSize === tree.size) return;
    const note = noteFor(tree, signer);
    if (note.ok) writeCheckpoint(this.#place.path, note.value);
  }
}

function noteFor(tree: Frontier, signer: Signer<"ed25519">): Result<Uint8Array> {
  return signCheckpoint({ origin: signer.key.name, size: tree.size, root: tree.root() }, signer);
}

/** The tree over a ledger's entries and who signs for them; refused when the checkpoint was signed for others. */
function standingOf(place: Place, ledger: LedgerFile): Result<Standing> {
  const stored = readCheckpoint(place.path);
  if (!stored.ok) return stored;
  const origin = ledgerOrigin(ledger);
  if (!origin.ok) return origin;
  if (origin.value === null)
    return stored.value === null
      ? succeed({ tree: new Frontier(sha256), signer: null, signedSize: -1 })
      : fail({ code: "ledger.rolledBack", where: checkpointPath(place.path), context: { size: ledger.size } });
  const register = new SignatureDoor(ledger).keys();
  if (!register.ok) return register;
  const named = signerOf(place.path, register.value, stored.value === null);
  if (!named.ok) return named;
  const { signer, waits } = named.value;
  // The change of keys that was cut off is in the ledger: what remained to be done is done now.
  const placed = waits ? takePlace(place.path) : succeed(null);
  if (!placed.ok) return placed;
  const checkpoint =
    stored.value === null
      ? succeed(null)
      : ownCheckpoint(place.path, stored.value, signer.key, formerKeys(register.value, signer.key));
  if (!checkpoint.ok) return checkpoint;
  if (checkpoint.value !== null && checkpoint.value.size > ledger.size)
    return fail({ code: "ledger.rolledBack", where: checkpointPath(place.path), context: { size: ledger.size } });
  const tree = treeOf(place, ledger, checkpoint.value);
  if (!tree.ok) return tree.problem.code === "ledger.forked" ? fail({ ...tree.problem, where: place.path }) : tree;
  return succeed({ tree: tree.value, signer, signedSize: checkpoint.value?.size ?? -1 });
}

/** The name under which a ledger goes on; null when it has no entry that says so. */
function ledgerOrigin(ledger: LedgerFile): Result<string | null> {
  let origin: string | null = null;
  const read = ledger.read(2, (leaves, first) => {
    if (first === 0) origin = originOf(leaves);
    return succeed(null);
  });
  return read.ok ? succeed(origin) : read;
}

interface NamedSigner {
  readonly signer: Signer<"ed25519">;
  readonly waits: boolean;
}

/** The signer of a ledger. A key is made only where no signature was given before and the origin names no other. */
function signerOf(folder: string, register: LedgerKeys, mayMake: boolean): Result<NamedSigner> {
  const found = logKey(folder, register, mayMake);
  if (!found.ok) return found;
  const { key, waits } = found.value;
  const signer = checkpointSigner(key, register.ledger?.origin ?? "");
  if (!signer.ok) return signer;
  const shown = writeVerifierLine(folder, formatVerifierKey(signer.value.key));
  return shown.ok ? succeed({ signer: signer.value, waits }) : shown;
}

/** Keys that signed checkpoints before: a crash in the middle of a change of keys leaves a checkpoint of theirs. */
export function formerKeys({ keys }: LedgerKeys, key: VerifierKey): readonly VerifierKey[] {
  return keys
    .filter(({ role, until }) => role === "recorder" && until !== null)
    .map((each) => each.key)
    .filter(({ name, publicKey }) => name === key.name && Buffer.compare(publicKey, key.publicKey) !== 0);
}

/** The checkpoint of a folder, if this key has signed it, or one that signed before. */
export function ownCheckpoint(
  folder: string,
  bytes: Uint8Array,
  key: VerifierKey,
  former: readonly VerifierKey[] = [],
): Result<Checkpoint> {
  const policy = { origin: key.name, logKeys: [key, ...former], witnesses: [], quorum: 0 };
  const verified = verifyCheckpoint(ed25519, bytes, policy);
  if (verified.ok) return succeed(verified.value.checkpoint);
  return fail({
    code: "ledger.badCheckpoint",
    where: checkpointPath(folder),
    context: { reason: verified.problem.code },
  });
}
