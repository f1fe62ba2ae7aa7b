import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { readCheckpoint, writeCheckpoint } from "./checkpoint-file.js";
import { lockFolder } from "./folder-lock.js";

/**
 * Puts a checkpoint with further signatures in the place of the one that a folder has. They stay while the ledger stays as it is; the
 * checkpoint of the next append begins without them, as it is another state.
 * @param add gives the checkpoint with the signatures, from the one that is there while nobody else writes.
 */
export function cosignCheckpoint(path: string, add: (note: Uint8Array) => Result<Uint8Array>): Result<null> {
  const lock = lockFolder(path);
  if (!lock.ok) return lock;
  try {
    const note = readCheckpoint(path);
    if (!note.ok) return note;
    if (note.value === null) return fail({ code: "store.noCheckpoint", where: path });
    const cosigned = add(note.value);
    if (!cosigned.ok) return cosigned;
    const written = writeCheckpoint(path, cosigned.value);
    return written.ok ? succeed(null) : written;
  } finally {
    lock.value.release();
  }
}
