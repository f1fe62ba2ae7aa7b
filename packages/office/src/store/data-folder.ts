import { mkdirSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { parseDefinition, rollFromJson } from "acta/election";
import type { Election, Roll } from "acta/election";
import type { VerifierKey } from "acta/ledger";
import { Replay } from "acta/record";
import type { Blobs, Leaves } from "acta/record";
import { BlobStore } from "./blob-store.js";
import { syncFolder } from "./durable-file.js";
import { lockFolder } from "./folder-lock.js";
import type { FolderLock } from "./folder-lock.js";
import { FOLDER_MARK, readMark, writeMark } from "./folder-mark.js";
import type { FolderMark } from "./folder-mark.js";
import { FolderStore } from "./folder-store.js";
import { LedgerFile } from "./ledger-file.js";
import { readMirror } from "./mirror-mark.js";
import { SignedLedger } from "./signed-ledger.js";
import { systemProblem } from "./system-problem.js";

/** An open data folder: the ledger, the blobs that it names, and derived files that may be deleted at any time. */
export interface DataFolder {
  readonly path: string;
  /** The ledger as it lies in the folder: all of it, or a copy of what a server keeps. */
  readonly ledger: LedgerFile;
  /** The ledger with its tree and key, through which entries are appended; null in a folder that is open for reading. */
  readonly signed: SignedLedger | null;
  readonly blobs: BlobStore;
  /** Folder of derived files (never trusted: each carries the root that it was made from). */
  readonly derived: string;
  /** Folder of refused rows. */
  readonly quarantine: string;
  /** Takes in what others have appended to the server since; null in a folder that has none, or is open for reading. */
  readonly catchUp: (() => Promise<Result<null>>) | null;
  close(): void;
}

/** Opens a data folder for reading; it must exist. Of a server's ledger it is the copy, as it was last brought up to date. */
export function openFolder(path: string): Result<DataFolder> {
  const marked = readMark(path);
  if (!marked.ok) return marked;
  if (marked.value === null) return fail({ code: "store.noData", where: path });
  const ledger = LedgerFile.open(join(path, "ledger", "entries.log"), "read");
  if (!ledger.ok)
    return ledger.problem.code === "store.notFound" ? fail({ code: "ledger.missing", where: path }) : ledger;
  return succeed(folderOf(path, { ledger: ledger.value, blobs: blobsIn(path) }));
}

/**
 * Opens a data folder for writing; makes it when it is missing or empty. A folder with other things in it is left alone, and one whose
 * ledger a server keeps as well: for that there is `openToWrite`.
 */
export function openFolderToWrite(path: string): Result<DataFolder> {
  const mirror = readMirror(path);
  if (!mirror.ok) return mirror;
  if (mirror.value !== null) return fail({ code: "store.mirror", where: path, context: { from: mirror.value.from } });
  const held = holdFolder(path);
  if (!held.ok) return held;
  const { mark, ledger, blobs, lock } = held.value;
  const letGo = (problem: Problem): Result<never> => {
    ledger.close();
    lock.release();
    return fail(problem);
  };
  if (mark.server !== null) return letGo({ code: "store.keptByServer", where: path });
  const store = new FolderStore(path, ledger, blobs);
  const signed = SignedLedger.open({ path, derived: derivedIn(path) }, ledger, store);
  return signed.ok
    ? succeed(folderOf(path, { ledger, blobs, signed: signed.value, store, lock }))
    : letGo(signed.problem);
}

/** A folder of which one process is the only writer, before it is known what its entries say. */
export interface HeldFolder {
  readonly mark: FolderMark;
  readonly ledger: LedgerFile;
  readonly blobs: BlobStore;
  readonly lock: FolderLock;
}

/** Takes a folder for writing, and makes it when it is missing or empty. The caller closes the ledger and releases the lock. */
export function holdFolder(path: string): Result<HeldFolder> {
  const mark = prepare(path);
  if (!mark.ok) return mark;
  const lock = lockFolder(path);
  if (!lock.ok) return lock;
  const ledger = LedgerFile.open(join(path, "ledger", "entries.log"), "write");
  if (!ledger.ok) {
    lock.value.release();
    return ledger;
  }
  return succeed({ mark: mark.value, ledger: ledger.value, blobs: blobsIn(path), lock: lock.value });
}

function prepare(path: string): Result<FolderMark> {
  const marked = readMark(path);
  if (!marked.ok) return marked;
  const mark = marked.value ?? { server: null };
  try {
    if (mkdirSync(path, { recursive: true }) !== undefined) syncFolder(dirname(path));
    if (marked.value === null) {
      if (readdirSync(path).some((name) => !name.startsWith(FOLDER_MARK)))
        return fail({ code: "store.notOurs", where: path });
      writeMark(path, mark);
    }
    // The mark's own name, and that of the ledger's folder, must outlive a power cut as well as what is in them.
    if (mkdirSync(join(path, "ledger"), { recursive: true }) !== undefined || marked.value === null) syncFolder(path);
    return succeed(mark);
  } catch (error) {
    return fail(systemProblem(error, path));
  }
}

/** Where the derived files of a data folder lie. */
export function derivedIn(path: string): string {
  return join(path, "derived");
}

function blobsIn(path: string): BlobStore {
  return new BlobStore(join(path, "blobs"));
}

/** What an open folder is made of. */
export interface FolderParts {
  readonly ledger: LedgerFile;
  readonly blobs: BlobStore;
  readonly signed?: SignedLedger;
  /** What appends to this folder. */
  readonly store?: FolderStore;
  readonly lock?: FolderLock;
  readonly catchUp?: () => Promise<Result<null>>;
  readonly hangUp?: () => void;
}

/** Puts the parts of an open folder together. */
export function folderOf(path: string, parts: FolderParts): DataFolder {
  const { ledger, blobs, signed, store, lock, catchUp, hangUp } = parts;
  return {
    path,
    ledger,
    signed: signed ?? null,
    blobs,
    derived: derivedIn(path),
    quarantine: join(path, "quarantine"),
    catchUp: catchUp ?? null,
    close: () => {
      signed?.close();
      store?.settle();
      ledger.close();
      lock?.release();
      hangUp?.();
    },
  };
}

/** Appends leaves to a folder that is open for writing, with the blobs that they name, as one atomic, durable step, and signs a checkpoint. */
export function appendTo(
  folder: DataFolder,
  leaves: Leaves,
  blobs: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<Result<null>> {
  return writable(folder).append(folder.ledger.size, leaves, blobs);
}

/** The name of a ledger that begins in a folder with an election. */
export function originFor(folder: DataFolder, election: string, drill: boolean): Result<string> {
  return writable(folder).originFor(election, drill);
}

/** The key that will sign the checkpoints of a ledger with this name; it is made when it is not there yet. */
export function logKeyFor(folder: DataFolder, origin: string): Result<VerifierKey> {
  return writable(folder).logKeyFor(origin);
}

function writable(folder: DataFolder): SignedLedger {
  if (folder.signed === null) throw new Error("the folder is open for reading");
  return folder.signed;
}

/** What waits to be written to a folder, by hash: the bytes, and the rolls among them as they were built. */
export interface StagedBlobs {
  readonly bytes: Map<string, Uint8Array>;
  readonly rolls: Map<string, Roll>;
}

/** The content-addressed files of a folder, and those that wait to be written to it, parsed once each. */
export function blobsOf(folder: DataFolder, staged?: StagedBlobs): Blobs {
  const definitions = new Map<string, Result<Election>>();
  const rolls = new Map<string, Result<Roll>>();
  const read = (sha256: string): Result<Uint8Array> => {
    const waiting = staged?.bytes.get(sha256);
    return waiting === undefined ? folder.blobs.get(sha256) : succeed(waiting);
  };
  const roll = (sha256: string): Result<Roll> => {
    const built = staged?.rolls.get(sha256);
    return built === undefined ? rollFrom(read(sha256), sha256) : succeed(built);
  };
  return {
    definition: (sha256) => remembered(definitions, sha256, () => definitionFrom(read(sha256), sha256)),
    roll: (sha256) => remembered(rolls, sha256, () => roll(sha256)),
  };
}

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}

/** Reads the definition blob with this hash. */
export function readDefinition(folder: DataFolder, sha256: string): Result<Election> {
  return definitionFrom(folder.blobs.get(sha256), sha256);
}

function definitionFrom(bytes: Result<Uint8Array>, sha256: string): Result<Election> {
  const json = parseJson(bytes, sha256);
  if (!json.ok) return json;
  const election = parseDefinition(json.value);
  return election.ok ? election : fail(firstOf(election.problem, sha256));
}

function firstOf(problems: readonly Problem[], sha256: string): Problem {
  return problems[0] ?? { code: "definition.badValue", where: sha256 };
}

function rollFrom(bytes: Result<Uint8Array>, sha256: string): Result<Roll> {
  const json = parseJson(bytes, sha256);
  return json.ok ? rollFromJson(json.value) : json;
}

function parseJson(bytes: Result<Uint8Array>, sha256: string): Result<unknown> {
  if (!bytes.ok) return bytes;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes.value));
    return succeed(value);
  } catch {
    return fail({ code: "store.blobAltered", where: sha256 });
  }
}

/** Replays the ledger up to a size; the whole of it when none is given. */
export function replayFolder(folder: DataFolder, upTo?: number): Result<Replay> {
  const replay = new Replay(blobsOf(folder));
  const read = folder.ledger.read(upTo ?? folder.ledger.size, (leaves) => replay.apply(leaves));
  return read.ok ? succeed(replay) : read;
}
