import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { parseVerifierKey } from "acta/ledger";
import type { VerifierKey } from "acta/ledger";
import { joinLeaves } from "acta/record";
import type { Leaves } from "acta/record";
import { sha256 } from "../keys/index.js";
import { openFolder, readCheckpoint, readMirror } from "../store/index.js";
import type { MirrorMark } from "../store/index.js";

/** A mirror as it lies on disk, before anything is fetched. */
export interface LocalMirror {
  /** Null for a folder that is still to become one. */
  readonly mark: MirrorMark | null;
  /** The key that was pinned; null before the first time. */
  readonly key: VerifierKey | null;
  readonly leaves: Leaves;
  /** The origin's checkpoint that was taken in last, byte for byte; null before the first time. */
  readonly note: Uint8Array | null;
  /** Bytes of a file by its hash; `undefined` when it is not here, or not as it was written. */
  readonly blob: (sha256: string) => Uint8Array | undefined;
}

/** Reads a mirror. A folder that is not there yet is an empty one; a ledger that somebody records here is none. */
export function localMirror(path: string): Result<LocalMirror> {
  const mark = readMirror(path);
  if (!mark.ok) return mark;
  const key = mark.value === null ? succeed(null) : parseVerifierKey(sha256, mark.value.key);
  if (!key.ok) return fail({ ...key.problem, where: path });
  const entries = leavesIn(path);
  if (!entries.ok) return entries;
  const { leaves, blob } = entries.value;
  if (mark.value === null && leaves.count > 0) return fail({ code: "mirror.ownLedger", where: path });
  const note = readCheckpoint(path);
  if (!note.ok) return note;
  return succeed({ mark: mark.value, key: key.value, leaves, note: note.value, blob });
}

function leavesIn(path: string): Result<Pick<LocalMirror, "leaves" | "blob">> {
  const opened = openFolder(path);
  // There is none, or its making was cut off before it had a ledger.
  if (!opened.ok && (opened.problem.code === "store.noData" || opened.problem.code === "ledger.missing"))
    return succeed({ leaves: { bytes: new Uint8Array(0), count: 0 }, blob: () => undefined });
  if (!opened.ok) return opened;
  const folder = opened.value;
  try {
    const parts: Leaves[] = [];
    const read = folder.ledger.read(folder.ledger.size, ({ bytes, count }) => {
      parts.push({ bytes: bytes.slice(), count });
      return succeed(null);
    });
    const blob = (hash: string): Uint8Array | undefined => {
      const bytes = folder.blobs.get(hash);
      return bytes.ok ? bytes.value : undefined;
    };
    return read.ok ? succeed({ leaves: joinLeaves(parts), blob }) : read;
  } finally {
    folder.close();
  }
}
