import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { Frontier, parseVerifierKey, verifyCheckpoint } from "acta/ledger";
import type { Checkpoint, VerifierKey } from "acta/ledger";
import { Replay, eachLeaf, lawSetsIn } from "acta/record";
import type { LedgerState } from "acta/record";
import { SignatureCheck } from "acta/signature";
import type { LedgerKeys } from "acta/signature";
import { ed25519, readKey, sha256 } from "../keys/index.js";
import { checkDerived } from "./check-derived.js";
import { checkpointPath, readCheckpoint } from "./checkpoint-file.js";
import { blobsOf, openFolder } from "./data-folder.js";
import type { DataFolder } from "./data-folder.js";
import { isLogKey, recorderKeyPath } from "./log-key.js";
import { readMirror } from "./mirror-mark.js";
import { systemProblem } from "./system-problem.js";
import { recorderVerifierPath } from "./verifier-file.js";

/** What is looked at in a data folder, in this order. */
export type FolderCheckName = "log" | "replay" | "signatures" | "checkpoint" | "blobs" | "derived" | "key";

/** What one look at a data folder has found. A note is nothing to mend, and nothing to hide either. */
export interface FolderCheck {
  readonly check: FolderCheckName;
  readonly result: "sound" | "note" | "failed";
  /** What is told: for `failed` the problem, otherwise what was seen. */
  readonly problem: Problem;
}

/** Everything that was looked at, and what the ledger says of itself. */
export interface FolderHealth {
  readonly origin: string;
  readonly drill: boolean;
  readonly size: number;
  readonly checks: readonly FolderCheck[];
}

/** What one pass over all entries gives: the fold, and the roots at the checkpoint's size and at the end. */
interface Pass {
  readonly state: LedgerState | null;
  readonly problem: Problem | null;
  readonly rootThere: Uint8Array | null;
  /** Who may sign, as far as the entries could be followed. */
  readonly register: LedgerKeys;
  /** What was not signed by whom it says; null when all of it was. */
  readonly unsigned: Problem | null;
}

/**
 * Looks at a data folder from the ground: every frame, every entry, every hash is computed again, and nothing derived is believed.
 * Changes nothing, but that derived files which are not what the ledger says are removed: they are made again.
 */
export function checkFolder(path: string): Result<FolderHealth> {
  const opened = openFolder(path);
  if (!opened.ok) return opened;
  const folder = opened.value;
  try {
    return succeed(healthOf(folder));
  } finally {
    folder.close();
  }
}

function healthOf(folder: DataFolder): FolderHealth {
  const signed = readSigned(folder);
  const log = checkLog(folder);
  const pass = passOver(folder, signed.ok ? (signed.value?.checkpoint.size ?? -1) : -1);
  const ledger = pass.state?.ledger ?? null;
  const replay: FolderCheck =
    pass.problem === null
      ? seen("replay", "sound", { size: pass.state?.size ?? 0, elections: pass.state?.elections.size ?? 0 })
      : failed("replay", pass.problem);
  return {
    origin: ledger?.origin ?? "",
    drill: ledger?.drill ?? false,
    size: folder.ledger.size,
    checks: [
      log,
      replay,
      pass.unsigned === null
        ? seen("signatures", "sound", { mode: ledger?.mode ?? "reported", keys: pass.register.keys.length })
        : failed("signatures", pass.unsigned),
      checkCheckpoint(folder, signed, pass),
      checkBlobs(folder, pass.state),
      derivedCheck(folder, pass.state),
      checkKey(folder, pass.register),
    ],
  };
}

function seen(
  check: FolderCheckName,
  result: "sound" | "note",
  context: Problem["context"] = {},
  code: string = result,
): FolderCheck {
  return { check, result, problem: { code: `doctor.${check}.${code}`, context } };
}

function failed(check: FolderCheckName, problem: Problem): FolderCheck {
  return { check, result: "failed", problem };
}

/** Frames: the hash of each over its bytes, and the chain (opening has walked the chain, reading computes the hashes). */
function checkLog(folder: DataFolder): FolderCheck {
  const read = folder.ledger.read(folder.ledger.size, () => succeed(null));
  return read.ok ? seen("log", "sound", { size: folder.ledger.size }) : failed("log", read.problem);
}

function passOver(folder: DataFolder, size: number): Pass {
  const replay = new Replay(blobsOf(folder));
  const tree = new Frontier(sha256);
  const signatures = new SignatureCheck({ sha256, ed25519 });
  let unsigned: Problem | null = null;
  let rootThere = size === 0 ? tree.root() : null;
  let problem: Problem | null = null;
  const read = folder.ledger.read(folder.ledger.size, (leaves) => {
    eachLeaf(leaves, (start, end) => {
      tree.appendLeaf(leaves.bytes, start, end);
      if (tree.size === size) rootThere = tree.root();
    });
    // A fold that stopped does not stop the tree: the checkpoint may be sound over entries that this version cannot read.
    const applied = problem === null ? replay.apply(leaves) : null;
    if (applied !== null && !applied.ok) problem = applied.problem;
    const checked = problem === null && unsigned === null ? signatures.next(leaves) : null;
    if (checked !== null && !checked.ok) unsigned = checked.problem;
    return succeed(null);
  });
  const end = signatures.end();
  if (!end.ok) unsigned ??= end.problem;
  if (!read.ok) problem ??= read.problem;
  const register = { ledger: signatures.ledger(), keys: signatures.keys() };
  return { state: problem === null ? replay.state() : null, problem, rootThere, register, unsigned };
}

interface Signed {
  readonly checkpoint: Checkpoint;
  readonly key: VerifierKey;
}

/** The checkpoint with the key that has signed it; null when there is none. */
function readSigned(folder: DataFolder): Result<Signed | null> {
  const bytes = readCheckpoint(folder.path);
  if (!bytes.ok) return bytes;
  if (bytes.value === null) return succeed(null);
  const path = recorderVerifierPath(folder.path);
  const key = readVerifier(path);
  if (!key.ok) return key;
  const policy = { origin: key.value.name, logKeys: [key.value], witnesses: [], quorum: 0 };
  const verified = verifyCheckpoint(ed25519, bytes.value, policy);
  if (verified.ok) return succeed({ checkpoint: verified.value.checkpoint, key: key.value });
  return fail({ ...verified.problem, where: checkpointPath(folder.path) });
}

function readVerifier(path: string): Result<VerifierKey> {
  try {
    const key = parseVerifierKey(sha256, readFileSync(path, "utf8").trimEnd());
    return key.ok ? key : fail({ ...key.problem, where: path });
  } catch (error) {
    return fail(systemProblem(error, path));
  }
}

function checkCheckpoint(
  folder: DataFolder,
  signed: Result<Signed | null>,
  { rootThere, register }: Pass,
): FolderCheck {
  if (!signed.ok) return failed("checkpoint", signed.problem);
  if (signed.value === null) return seen("checkpoint", "note");
  const { checkpoint, key } = signed.value;
  const where = checkpointPath(folder.path);
  const { size } = checkpoint;
  if (size > folder.ledger.size)
    return failed("checkpoint", { code: "ledger.rolledBack", where, context: { size: folder.ledger.size } });
  // A ledger that could not be read to there says so in another line.
  if (rootThere === null) return seen("checkpoint", "note", { size }, "unread");
  if (Buffer.compare(rootThere, checkpoint.root) !== 0)
    return failed("checkpoint", { code: "ledger.forked", where, context: { size } });
  const origin = register.ledger?.origin ?? "";
  if (origin !== "" && (origin !== checkpoint.origin || !isLogKey(register, key.publicKey)))
    return failed("checkpoint", { code: "key.other", where, context: { origin } });
  const behind = folder.ledger.size - size;
  return behind > 0 ? seen("checkpoint", "note", { size, behind }, "behind") : seen("checkpoint", "sound", { size });
}

/** Every file under `blobs` against its name, and every blob that the ledger names. */
function checkBlobs(folder: DataFolder, state: LedgerState | null): FolderCheck {
  const names = new Set<string>(namesIn(join(folder.path, "blobs")).filter((name) => /^[0-9a-f]{64}$/.test(name)));
  const mirror = readMirror(folder.path);
  // Raw files are published only on demand: a mirror has those that its origin gives.
  const mayLack = mirror.ok && mirror.value !== null;
  for (const { blob } of lawSetsIn(state?.acts ?? [])) names.add(blob.sha256);
  for (const each of state?.elections.values() ?? []) {
    if (!mayLack) for (const { sha256: hash } of each.files) names.add(hash);
    for (const hash of [
      each.definition,
      each.rollHash,
      ...each.editions.flatMap(({ definition, roll }) => [definition, roll]),
    ])
      if (hash !== "") names.add(hash);
  }
  for (const name of [...names].toSorted()) {
    const blob = folder.blobs.get(name);
    if (!blob.ok) return failed("blobs", blob.problem);
  }
  return seen("blobs", "sound", { files: names.size });
}

function namesIn(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    // Without the folder every blob that the ledger names is missing, and that is told.
    return [];
  }
}

function derivedCheck(folder: DataFolder, state: LedgerState | null): FolderCheck {
  if (state === null) return seen("derived", "note", {}, "unread");
  const { files, removed, left } = checkDerived(folder, state);
  if (left.length > 0)
    return failed("derived", { code: "store.derivedLeft", where: folder.derived, context: { files: left.join(", ") } });
  return removed.length === 0
    ? seen("derived", "sound", { files })
    : seen("derived", "note", { files: removed.join(", "), count: removed.length }, "removed");
}

function checkKey(folder: DataFolder, register: LedgerKeys): FolderCheck {
  const path = recorderKeyPath(folder.path);
  const key = readKey(path);
  if (!key.ok) return key.problem.code === "key.missing" ? seen("key", "note") : failed("key", key.problem);
  const shown = readVerifier(recorderVerifierPath(folder.path));
  const isShown = shown.ok && Buffer.compare(shown.value.publicKey, key.value.publicKey) === 0;
  const origin = register.ledger?.origin ?? "";
  if (!isLogKey(register, key.value.publicKey) || (shown.ok && !isShown))
    return failed("key", { code: "key.other", where: path, context: { origin } });
  return seen("key", "sound", { origin });
}
