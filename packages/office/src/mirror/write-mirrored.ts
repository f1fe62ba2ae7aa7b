import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { Leaves } from "acta/record";
import {
  FolderStore,
  cosignCheckpoint,
  holdFolder,
  mirroredFiles,
  writeMirror,
  writeMirroredHeads,
} from "../store/index.js";
import type { MirrorMark, MirroredHeads } from "../store/index.js";

/** What a mirror takes in: verified, all of it. */
export interface Mirrored {
  readonly data: string;
  readonly mark: MirrorMark;
  /** All entries; the first `before` are there already. */
  readonly leaves: Leaves;
  readonly before: number;
  readonly blobs: ReadonlyMap<string, Uint8Array>;
  readonly note: Uint8Array;
  readonly heads: MirroredHeads;
  /** Further files of the publication, by hash. */
  readonly pages: ReadonlyMap<string, Uint8Array>;
}

/**
 * Writes it: the mark that makes the folder a mirror, then blobs and entries, then the origin's checkpoint, and last what else the origin
 * has signed, with the pointer that says that all of it is there. Cut off anywhere, the next look goes on from what is durable.
 */
export async function writeMirrored(mirrored: Mirrored): Promise<Result<null>> {
  const appended = await append(mirrored);
  if (!appended.ok) return appended;
  const checkpoint = cosignCheckpoint(mirrored.data, () => succeed(mirrored.note));
  if (!checkpoint.ok) return checkpoint;
  const kept = mirroredFiles(mirrored.data);
  for (const bytes of mirrored.pages.values()) {
    const put = kept.put(bytes);
    if (!put.ok) return put;
  }
  const heads = writeMirroredHeads(mirrored.data, mirrored.heads);
  return heads.ok ? writeMirror(mirrored.data, mirrored.mark) : heads;
}

async function append({ data, mark, leaves, before, blobs, note }: Mirrored): Promise<Result<null>> {
  const held = holdFolder(data);
  if (!held.ok) return held;
  const { ledger, lock, mark: folder } = held.value;
  try {
    if (folder.server !== null) return fail({ code: "store.keptByServer", where: data });
    const size = ledger.size;
    if (size !== before) return fail({ code: "ledger.moved", where: data, context: { expected: before, size } });
    const marked = writeMirror(data, { ...mark, pointer: "" });
    if (!marked.ok) return marked;
    const store = new FolderStore(data, ledger, held.value.blobs);
    const fresh = { bytes: leaves.bytes.subarray(endOf(leaves, before)), count: leaves.count - before };
    const checkpoint = { note, verifier: mark.key };
    return fresh.count === 0 ? succeed(null) : await store.append(before, { leaves: fresh, blobs, checkpoint });
  } finally {
    ledger.close();
    lock.release();
  }
}

/** Where the first entries end. */
function endOf(leaves: Leaves, count: number): number {
  let at = 0;
  for (let leaf = 0; leaf < count; leaf++) at += 2 + ((leaves.bytes[at] ?? 0) << 8) + (leaves.bytes[at + 1] ?? 0);
  return at;
}
