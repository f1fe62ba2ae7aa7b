import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { joinLeaves } from "acta/record";
import type { Leaves } from "acta/record";
import { derivedIn, holdFolder } from "./data-folder.js";
import type { HeldFolder } from "./data-folder.js";
import { writeMark } from "./folder-mark.js";
import { readMirror } from "./mirror-mark.js";
import { FolderStore } from "./folder-store.js";
import { PostgresStore } from "./postgres-store.js";
import type { ServerAddress } from "./server-address.js";
import { SignedLedger } from "./signed-ledger.js";
import { systemProblem } from "./system-problem.js";
import { takeCopy } from "./take-copy.js";

/** What joining a folder to a server did. */
export interface Joined {
  /** Entries that the ledger has. */
  readonly size: number;
  /** Entries that the folder got from the server, and the server from the folder. */
  readonly taken: number;
  readonly given: number;
}

/**
 * Makes a folder hold a copy of a server's ledger from now on. A new folder takes what the server has; one with a ledger gives it to a
 * server that has none; where both have one, the folder's must be the beginning of the server's. Joining again changes nothing.
 */
export async function joinServer(path: string, address: ServerAddress): Promise<Result<Joined>> {
  // A mirror has no key, so that nobody could append to what it would give.
  const mirror = readMirror(path);
  if (!mirror.ok) return mirror;
  if (mirror.value !== null) return fail({ code: "store.mirror", where: path, context: { from: mirror.value.from } });
  const held = holdFolder(path);
  if (!held.ok) return held;
  try {
    const server = await PostgresStore.open(address, true);
    if (!server.ok) return server;
    const joined = await joinHeld(path, held.value, server.value);
    await server.value.close();
    // Last: a folder whose joining was cut off is what it was before, and joining again goes on.
    if (joined.ok) writeMark(path, { server: address });
    return joined;
  } catch (error) {
    return fail(systemProblem(error, path));
  } finally {
    held.value.ledger.close();
    held.value.lock.release();
  }
}

async function joinHeld(path: string, held: HeldFolder, server: PostgresStore): Promise<Result<Joined>> {
  const head = await server.head();
  if (!head.ok) return head;
  const { size } = held.ledger;
  if (head.value.size === 0 && size > 0) {
    const given = await giveTo(path, held, server);
    return given.ok ? succeed({ size, taken: 0, given: size }) : given;
  }
  const taken = await takeCopy({ path, derived: derivedIn(path) }, held, server);
  return taken.ok ? succeed({ size: held.ledger.size, taken: taken.value, given: 0 }) : taken;
}

/** Appends the whole ledger of a folder to a server that has none: one transaction, all or nothing. */
async function giveTo(path: string, { ledger, blobs }: HeldFolder, server: PostgresStore): Promise<Result<null>> {
  const own = new FolderStore(path, ledger, blobs);
  // Opening it for writing checks entries and checkpoint against each other, and brings the checkpoint forward.
  const signed = SignedLedger.open({ path, derived: derivedIn(path) }, ledger, own);
  if (!signed.ok) return signed;
  const head = await own.head();
  if (!head.ok) return head;
  const parts: Leaves[] = [];
  const read = await own.read(0, ledger.size, (leaves) => {
    parts.push(leaves);
    return succeed(null);
  });
  if (!read.ok) return read;
  const all = await blobsIn(own);
  if (!all.ok) return all;
  return server.append(0, { leaves: joinLeaves(parts), blobs: all.value, checkpoint: head.value.checkpoint });
}

async function blobsIn(store: FolderStore): Promise<Result<ReadonlyMap<string, Uint8Array>>> {
  const names = await store.blobNames();
  if (!names.ok) return names;
  const all = new Map<string, Uint8Array>();
  for (const name of names.value) {
    const bytes = await store.blob(name);
    if (!bytes.ok) return bytes;
    all.set(name, bytes.value);
  }
  return succeed(all);
}
