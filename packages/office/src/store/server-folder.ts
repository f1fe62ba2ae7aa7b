import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { CopiedStore } from "./copied-store.js";
import { derivedIn, folderOf, holdFolder, openFolderToWrite } from "./data-folder.js";
import type { DataFolder, HeldFolder } from "./data-folder.js";
import { readMark } from "./folder-mark.js";
import { FolderStore } from "./folder-store.js";
import { PostgresStore } from "./postgres-store.js";
import type { ServerAddress } from "./server-address.js";
import { SignedLedger } from "./signed-ledger.js";
import { takeCopy } from "./take-copy.js";

/**
 * Opens a data folder for writing, whatever keeps its ledger. Where a server does, the copy here is brought up to date first, and
 * what is appended goes to the server. The folder's lock holds for this machine only: desks on others may append at the same time.
 */
export async function openToWrite(path: string): Promise<Result<DataFolder>> {
  const mark = readMark(path);
  if (!mark.ok) return mark;
  const server = mark.value?.server ?? null;
  if (server === null) return openFolderToWrite(path);
  const held = holdFolder(path);
  if (!held.ok) return held;
  const opened = await openHeld(path, held.value, server);
  if (!opened.ok) letGo(held.value);
  return opened;
}

async function openHeld(path: string, held: HeldFolder, address: ServerAddress): Promise<Result<DataFolder>> {
  const server = await PostgresStore.open(address);
  if (!server.ok) return server;
  const opened = await openCopy(path, held, server.value);
  if (!opened.ok) await server.value.close();
  return opened;
}

async function openCopy(path: string, held: HeldFolder, server: PostgresStore): Promise<Result<DataFolder>> {
  const { ledger, blobs, lock } = held;
  const place = { path, derived: derivedIn(path) };
  const taken = await takeCopy(place, held, server);
  if (!taken.ok) return taken;
  const store = new FolderStore(path, ledger, blobs);
  const signed = SignedLedger.open(place, ledger, new CopiedStore(server, store));
  if (!signed.ok)
    return signed.problem.code === "key.missing" ? fail({ ...signed.problem, code: "store.noDeskKey" }) : signed;
  const catchUp = async (): Promise<Result<null>> => {
    // A checkpoint that waits is older than the one that comes.
    store.settle();
    const more = await takeCopy(place, held, server);
    return more.ok ? signed.value.renew() : more;
  };
  const hangUp = (): void => void server.close();
  return succeed(folderOf(path, { ledger, blobs, signed: signed.value, store, lock, catchUp, hangUp }));
}

function letGo({ ledger, lock }: HeldFolder): void {
  ledger.close();
  lock.release();
}

/** Times that an append is made again before somebody else's are let pass for good. */
const MOST_ATTEMPTS = 20;

/**
 * Stages and appends, and does so again from what the ledger then holds when another desk was quicker: entries name what they replace, so
 * that the same ones cannot be appended a second time. Without a server nobody else appends, and the first answer stands.
 */
export async function stageUntilFirst<T>(folder: DataFolder, stage: () => Promise<Result<T>>): Promise<Result<T>> {
  for (let attempt = 1; ; attempt++) {
    const staged = await stage();
    const isLost = !staged.ok && staged.problem.code === "ledger.moved";
    if (!isLost || folder.catchUp === null || attempt === MOST_ATTEMPTS) return staged;
    const caughtUp = await folder.catchUp();
    if (!caughtUp.ok) return caughtUp;
  }
}

/** What bringing a copy up to date came to. */
export interface CopyNews {
  /** Entries taken in; null for a folder that keeps its ledger itself. */
  readonly taken: number | null;
}

/**
 * Brings the copy of a server's ledger up to date before it is read; a folder that keeps its ledger itself needs nothing. After a
 * problem the copy may still be read as it was (`isReadable`).
 */
export async function bringUpToDate(path: string): Promise<Result<CopyNews>> {
  const mark = readMark(path);
  if (!mark.ok) return mark;
  const server = mark.value?.server ?? null;
  if (server === null) return succeed({ taken: null });
  const held = holdFolder(path);
  if (!held.ok) return held;
  try {
    const taken = await takeFrom(server, path, held.value);
    return taken.ok ? succeed({ taken: taken.value }) : taken;
  } finally {
    letGo(held.value);
  }
}

async function takeFrom(address: ServerAddress, path: string, held: HeldFolder): Promise<Result<number>> {
  const server = await PostgresStore.open(address);
  if (!server.ok) return server;
  const taken = await takeCopy({ path, derived: derivedIn(path) }, held, server.value);
  await server.value.close();
  return taken;
}

/** Problems after which the copy is still what the server had when it was last asked: it is older, and nothing else is wrong. */
const ONLY_OLDER = new Set([
  "store.serverGone",
  "store.serverBusy",
  "store.serverRefused",
  "store.locked",
  "store.noPermission",
  "store.readOnly",
  "store.diskFull",
]);

/** True when a copy that could not be brought up to date may be read all the same. */
export function isReadable(code: string): boolean {
  return ONLY_OLDER.has(code);
}
