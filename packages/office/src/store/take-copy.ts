import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { parseVerifierKey } from "acta/ledger";
import type { Checkpoint, Frontier, VerifierKey } from "acta/ledger";
import { joinLeaves } from "acta/record";
import type { Leaves } from "acta/record";
import type { LedgerKeys } from "acta/signature";
import { sha256 } from "../keys/index.js";
import { checkpointPath, readCheckpoint } from "./checkpoint-file.js";
import type { HeldFolder } from "./data-folder.js";
import { FolderStore } from "./folder-store.js";
import type { LedgerStore, SignedHead, StoreHead } from "./ledger-store.js";
import { growTree, keepTree, treeOf } from "./ledger-tree.js";
import { isLogKey } from "./log-key.js";
import { SignatureDoor } from "./signature-door.js";
import { formerKeys, ownCheckpoint } from "./signed-ledger.js";
import { readVerifierLine, recorderVerifierPath } from "./verifier-file.js";

/** A folder that holds a copy of what a server keeps. */
export interface CopyPlace {
  readonly path: string;
  readonly derived: string;
}

/**
 * Brings the copy in a folder up to what the server has. Nothing of it is believed: the key is the one that this folder has seen first
 * and that the ledger's name names, and the entries here together with the new ones must have the root that the key has signed. So a
 * server whose entries were altered, or are fewer than before, is found out here, and the copy stays as it was.
 * @returns entries taken in.
 */
export async function takeCopy(
  place: CopyPlace,
  held: Pick<HeldFolder, "ledger" | "blobs">,
  server: LedgerStore,
): Promise<Result<number>> {
  const { ledger, blobs } = held;
  const head = await server.head();
  if (!head.ok) return head;
  const { size } = head.value;
  const before = ledger.size;
  if (size < before) return fail({ code: "store.serverBehind", where: place.path, context: { size, here: before } });
  if (size === 0 || isSame(place.path, before, head.value)) return succeed(0);
  const checked = await checkedTail(place, held, server, head.value);
  if (!checked.ok) return checked;
  const { leaves, tree, signed } = checked.value;
  const copied = await takeBlobs(held, server);
  if (!copied.ok) return copied;
  if (size > before) {
    const store = new FolderStore(place.path, ledger, blobs);
    const appended = await store.append(before, { leaves, blobs: new Map(), checkpoint: signed });
    if (!appended.ok) return appended;
    keepTree(place, ledger, tree);
  }
  return succeed(size - before);
}

/** True when the copy has the very note that the server has: then it has its entries too, and the blobs came before them. */
function isSame(path: string, here: number, { size, checkpoint }: StoreHead): boolean {
  const own = readCheckpoint(path);
  const isNote =
    own.ok && own.value !== null && checkpoint !== null && Buffer.compare(own.value, checkpoint.note) === 0;
  return isNote && size === here;
}

interface Tail {
  readonly leaves: Leaves;
  readonly tree: Frontier;
  readonly signed: SignedHead | null;
}

/** The entries that the copy does not have, once it is known that the ledger's key has signed for all of them. */
async function checkedTail(
  place: CopyPlace,
  { ledger }: Pick<HeldFolder, "ledger">,
  server: LedgerStore,
  { size, checkpoint: signed }: StoreHead,
): Promise<Result<Tail>> {
  const parts: Leaves[] = [];
  const read = await server.read(ledger.size, size, (leaves) => {
    parts.push(leaves);
    return succeed(null);
  });
  if (!read.ok) return read;
  const leaves = joinLeaves(parts);
  // Who may sign follows from the entries: those that came in here were checked, the new ones are now.
  const register = new SignatureDoor(ledger).admit(leaves);
  if (!register.ok) return register;
  // What an append left that would have begun the ledger here is not a key that was seen: somebody else was quicker.
  const seen = ledger.size === 0 ? "" : readVerifierLine(place.path);
  const key = keyFor(place.path, seen, signed, register.value);
  if (!key.ok) return key;
  const checkpoint = signed === null ? null : ownCheckpoint(place.path, signed.note, key.value);
  if (checkpoint === null) return fail({ code: "store.serverUnsigned", where: place.path });
  if (!checkpoint.ok) return checkpoint;
  const own = ownTree(place, ledger, key.value, formerKeys(register.value, key.value));
  if (!own.ok) return own;
  growTree(own.value, leaves);
  const { root } = checkpoint.value;
  if (checkpoint.value.size !== size || Buffer.compare(own.value.root(), root) !== 0)
    return fail({ code: "store.serverForked", where: place.path, context: { size: ledger.size } });
  return succeed({ leaves, tree: own.value, signed });
}

/**
 * The key that must have signed: the one that the entries give, or the ledger's name does. Where only a name of 48 bits gives it, it is also
 * the one that this folder has seen before.
 */
function keyFor(path: string, seen: string, signed: SignedHead | null, register: LedgerKeys): Result<VerifierKey> {
  const line = signed?.verifier ?? "";
  const key = parseVerifierKey(sha256, line);
  if (!key.ok) return fail({ code: "store.serverUnsigned", where: path });
  const origin = register.ledger?.origin ?? "";
  const isSeen = seen === "" || seen === line || register.keys.some(({ role }) => role === "recorder");
  return isSeen && key.value.name === origin && isLogKey(register, key.value.publicKey)
    ? key
    : fail({ code: "key.other", where: recorderVerifierPath(path), context: { origin } });
}

/** The tree over the entries of the copy, from the kept one where the folder's own checkpoint vouches for it. */
function ownTree(
  place: CopyPlace,
  ledger: HeldFolder["ledger"],
  key: VerifierKey,
  former: readonly VerifierKey[],
): Result<Frontier> {
  const stored = readCheckpoint(place.path);
  if (!stored.ok) return stored;
  const own: Result<Checkpoint | null> =
    stored.value === null ? succeed(null) : ownCheckpoint(place.path, stored.value, key, former);
  if (!own.ok) return own;
  if (own.value !== null && own.value.size > ledger.size)
    return fail({ code: "ledger.rolledBack", where: checkpointPath(place.path), context: { size: ledger.size } });
  const tree = treeOf(place, ledger, own.value);
  return !tree.ok && tree.problem.code === "ledger.forked" ? fail({ ...tree.problem, where: place.path }) : tree;
}

/** Blobs before entries: an entry never names a file that is not there. */
async function takeBlobs({ blobs }: Pick<HeldFolder, "blobs">, server: LedgerStore): Promise<Result<null>> {
  const names = await server.blobNames();
  if (!names.ok) return names;
  for (const name of names.value) {
    if (blobs.has(name)) continue;
    const bytes = await server.blob(name);
    if (!bytes.ok) return bytes;
    const put = blobs.put(bytes.value);
    if (!put.ok) return put;
  }
  return succeed(null);
}
