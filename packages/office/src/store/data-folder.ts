import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { parseDefinition, rollFromJson } from "acta/election";
import type { Election, Roll } from "acta/election";
import { Replay } from "acta/record";
import type { Blobs, Leaves } from "acta/record";
import { BlobStore } from "./blob-store.js";
import { syncFolder, writeDurably } from "./durable-file.js";
import { lockFolder } from "./folder-lock.js";
import type { FolderLock } from "./folder-lock.js";
import { LedgerFile } from "./ledger-file.js";
import type { LedgerPoint } from "./ledger-file.js";
import { SignedLedger } from "./signed-ledger.js";
import { systemProblem } from "./system-problem.js";

const MARK = "acta-data.json";
const MARK_TEXT = '{"format":"acta-data/1"}\n';

/** An open data folder: the ledger, the blobs that it names, and derived files that may be deleted at any time. */
export interface DataFolder {
  readonly path: string;
  readonly ledger: LedgerFile;
  /** The ledger with its tree and key, through which entries are appended; null in a folder that is open for reading. */
  readonly signed: SignedLedger | null;
  readonly blobs: BlobStore;
  /** Folder of derived files (never trusted: each carries the root that it was made from). */
  readonly derived: string;
  /** Folder of refused rows. */
  readonly quarantine: string;
  close(): void;
}

/** Opens a data folder for reading; it must exist. */
export function openFolder(path: string): Result<DataFolder> {
  const marked = readMark(path);
  if (!marked.ok) return marked;
  if (!marked.value) return fail({ code: "store.noData", where: path });
  const ledger = LedgerFile.open(join(path, "ledger", "entries.log"), "read");
  if (!ledger.ok)
    return ledger.problem.code === "store.notFound" ? fail({ code: "ledger.missing", where: path }) : ledger;
  return succeed(folderOf(path, ledger.value, null, null));
}

/** Opens a data folder for writing; makes it when it is missing or empty. A folder with other things in it is left alone. */
export function openFolderToWrite(path: string): Result<DataFolder> {
  const made = prepare(path);
  if (!made.ok) return made;
  const lock = lockFolder(path);
  if (!lock.ok) return lock;
  const ledger = LedgerFile.open(join(path, "ledger", "entries.log"), "write");
  if (!ledger.ok) {
    lock.value.release();
    return ledger;
  }
  const signed = SignedLedger.open({ path, derived: derivedIn(path) }, ledger.value);
  if (!signed.ok) {
    ledger.value.close();
    lock.value.release();
    return signed;
  }
  return succeed(folderOf(path, ledger.value, signed.value, lock.value));
}

function prepare(path: string): Result<null> {
  const marked = readMark(path);
  if (!marked.ok) return marked;
  try {
    if (mkdirSync(path, { recursive: true }) !== undefined) syncFolder(dirname(path));
    if (!marked.value) {
      if (readdirSync(path).some((name) => name !== MARK)) return fail({ code: "store.notOurs", where: path });
      writeDurably(join(path, MARK), Buffer.from(MARK_TEXT));
    }
    // The mark's own name, and that of the ledger's folder, must outlive a power cut as well as what is in them.
    if (mkdirSync(join(path, "ledger"), { recursive: true }) !== undefined || !marked.value) syncFolder(path);
    return succeed(null);
  } catch (error) {
    return fail(systemProblem(error, path));
  }
}

/** True for a folder of this format. False when it has no mark, or an empty one: its making was cut off, and nothing is in it. */
function readMark(path: string): Result<boolean> {
  try {
    const text = readFileSync(join(path, MARK), "utf8");
    if (text === MARK_TEXT) return succeed(true);
    return text === "" ? succeed(false) : fail({ code: "store.otherFormat", where: join(path, MARK) });
  } catch (error) {
    const problem = systemProblem(error, path);
    return problem.code === "store.notFound" ? succeed(false) : fail(problem);
  }
}

function derivedIn(path: string): string {
  return join(path, "derived");
}

function folderOf(path: string, ledger: LedgerFile, signed: SignedLedger | null, lock: FolderLock | null): DataFolder {
  return {
    path,
    ledger,
    signed,
    blobs: new BlobStore(join(path, "blobs")),
    derived: derivedIn(path),
    quarantine: join(path, "quarantine"),
    close: () => {
      ledger.close();
      lock?.release();
    },
  };
}

/** Appends leaves to a folder that is open for writing, as one atomic, durable step, and signs a checkpoint. */
export function appendTo(folder: DataFolder, leaves: Leaves): Result<LedgerPoint> {
  return writable(folder).append(folder.ledger.size, leaves);
}

/** The name of a ledger that begins in a folder with an election. */
export function originFor(folder: DataFolder, election: string, drill: boolean): Result<string> {
  return writable(folder).originFor(election, drill);
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
