import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { Frontier, formatVerifierKey, verifyCheckpoint } from "acta/ledger";
import type { Checkpoint, Signer } from "acta/ledger";
import { originOf } from "acta/record";
import type { Leaves } from "acta/record";
import {
  checkpointSigner,
  ed25519,
  isOriginOf,
  makeKey,
  namesKey,
  readKey,
  recorderOrigin,
  sha256,
} from "../keys/index.js";
import type { PrivateKey } from "../keys/index.js";
import { checkpointPath, readCheckpoint, writeCheckpoint } from "./checkpoint-file.js";
import type { DerivedFolder } from "./derived-file.js";
import { writeDurably } from "./durable-file.js";
import type { LedgerFile, LedgerPoint } from "./ledger-file.js";
import { growTree, keepTree, treeOf } from "./ledger-tree.js";
import { systemProblem } from "./system-problem.js";

/** Where the recorder's key lies, which needs no configuration. */
export function recorderKeyPath(folder: string): string {
  return join(folder, "keys", "recorder.key");
}

/** Where its public half lies, as one line that others verify checkpoints with (C2SP signed-note, Verifier keys). */
export function recorderVerifierPath(folder: string): string {
  return join(folder, "keys", "recorder.pub");
}

interface Place extends DerivedFolder {
  readonly path: string;
}

/**
 * A ledger that is open for writing, with the tree over its entries and the key that signs for it. Every append is followed by a
 * signed checkpoint. What stands between the two is a crash away: then the checkpoint is behind, readers say so, and the next opening
 * brings it forward. An append is refused when the checkpoint was signed for other entries than the ledger has.
 */
export class SignedLedger {
  readonly #place: Place;
  readonly #ledger: LedgerFile;
  #tree: Frontier;
  /** Null while the ledger has no entry that names it. */
  #signer: Signer<"ed25519"> | null;

  private constructor(place: Place, ledger: LedgerFile, tree: Frontier, signer: Signer<"ed25519"> | null) {
    this.#place = place;
    this.#ledger = ledger;
    this.#tree = tree;
    this.#signer = signer;
  }

  /** Brings tree and checkpoint to where the ledger stands. The caller holds the folder's lock. */
  static open(place: Place, ledger: LedgerFile): Result<SignedLedger> {
    const stored = readCheckpoint(place.path);
    if (!stored.ok) return stored;
    const origin = ledgerOrigin(ledger);
    if (!origin.ok) return origin;
    if (origin.value === null)
      return stored.value === null
        ? succeed(new SignedLedger(place, ledger, new Frontier(sha256), null))
        : fail({ code: "ledger.rolledBack", where: checkpointPath(place.path), context: { size: ledger.size } });
    const signer = signerOf(place.path, origin.value, stored.value === null);
    if (!signer.ok) return signer;
    const checkpoint = stored.value === null ? succeed(null) : ownCheckpoint(place.path, stored.value, signer.value);
    if (!checkpoint.ok) return checkpoint;
    if (checkpoint.value !== null && checkpoint.value.size > ledger.size)
      return fail({ code: "ledger.rolledBack", where: checkpointPath(place.path), context: { size: ledger.size } });
    const tree = treeOf(place, ledger, checkpoint.value);
    if (!tree.ok) return tree.problem.code === "ledger.forked" ? fail({ ...tree.problem, where: place.path }) : tree;
    const opened = new SignedLedger(place, ledger, tree.value, signer.value);
    if (checkpoint.value?.size === ledger.size) keepTree(place, ledger, tree.value);
    else opened.#seal();
    return succeed(opened);
  }

  /** The name of the ledger that begins here, from its key, which is made when it is not there yet. */
  originFor(election: string, drill: boolean): Result<string> {
    const key = keyOf(this.#place.path, true);
    return key.ok ? succeed(recorderOrigin(key.value, election, drill)) : key;
  }

  /**
   * Appends as `LedgerFile.append` does, then signs a checkpoint. A key that cannot be used refuses the append before anything is
   * written; a checkpoint that cannot be written after it (a full disk) takes nothing back: what was appended is durable.
   */
  append(expectedSize: number, leaves: Leaves): Result<LedgerPoint> {
    if (this.#signer === null && this.#ledger.size === 0) {
      const origin = originOf(leaves);
      const signer = origin === null ? succeed(null) : signerOf(this.#place.path, origin, true);
      if (!signer.ok) return signer;
      this.#signer = signer.value;
    }
    if (this.#tree.size !== this.#ledger.size && this.#signer !== null)
      return fail({ code: "ledger.moved", context: { expected: this.#tree.size, size: this.#ledger.size } });
    const appended = this.#ledger.append(expectedSize, leaves);
    if (!appended.ok || this.#signer === null) return appended;
    growTree(this.#tree, leaves);
    this.#seal();
    return appended;
  }

  /** A failure here is not one of the append: the next opening for writing tries again. */
  #seal(): void {
    const signer = this.#signer;
    if (signer === null) return;
    const { size } = this.#tree;
    const written = writeCheckpoint(
      this.#place.path,
      { origin: signer.key.name, size, root: this.#tree.root() },
      signer,
    );
    if (written.ok) keepTree(this.#place, this.#ledger, this.#tree);
  }
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

/** The signer of a ledger. A key is made only where no signature was given before and the origin names no other. */
function signerOf(folder: string, origin: string, mayMake: boolean): Result<Signer<"ed25519">> {
  const key = keyOf(folder, mayMake && !namesKey(origin));
  if (!key.ok) return key;
  if (!isOriginOf(origin, key.value.publicKey))
    return fail({ code: "key.other", where: recorderKeyPath(folder), context: { origin } });
  const signer = checkpointSigner(key.value, origin);
  if (!signer.ok) return signer;
  const shown = showVerifier(folder, `${formatVerifierKey(signer.value.key)}\n`);
  return shown.ok ? signer : shown;
}

function keyOf(folder: string, mayMake: boolean): Result<PrivateKey> {
  const path = recorderKeyPath(folder);
  const key = readKey(path);
  return !key.ok && key.problem.code === "key.missing" && mayMake ? makeKey(path) : key;
}

function showVerifier(folder: string, line: string): Result<null> {
  const path = recorderVerifierPath(folder);
  try {
    if (textOf(path) === line) return succeed(null);
    mkdirSync(dirname(path), { recursive: true });
    writeDurably(path, Buffer.from(line));
    return succeed(null);
  } catch (error) {
    return fail(systemProblem(error, path));
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // It is written again, and if that fails as well, then that is told.
    return "";
  }
}

function ownCheckpoint(folder: string, bytes: Uint8Array, signer: Signer<"ed25519">): Result<Checkpoint> {
  const policy = { origin: signer.key.name, logKeys: [signer.key], witnesses: [], quorum: 0 };
  const verified = verifyCheckpoint(ed25519, bytes, policy);
  if (verified.ok) return succeed(verified.value.checkpoint);
  return fail({
    code: "ledger.badCheckpoint",
    where: checkpointPath(folder),
    context: { reason: verified.problem.code },
  });
}
