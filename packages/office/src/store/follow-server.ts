import { setTimeout as sleep } from "node:timers/promises";
import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { openFolder } from "./data-folder.js";
import { readMark } from "./folder-mark.js";
import { PostgresStore } from "./postgres-store.js";
import type { ServerAddress } from "./server-address.js";
import { bringUpToDate, isReadable } from "./server-folder.js";

/** Who is told while a copy follows its server. */
export interface FollowTold {
  /** Entries were taken in, and how many there are now. */
  readonly taken: (taken: number, size: number) => void;
  /** The server went away, or the folder is busy; told once, until it works again. */
  readonly failed: (problem: Problem) => void;
}

/** Milliseconds between two attempts to reach a server that is away, and the longest that one question to it is left open. */
const TRY_EVERY = 1_000;
const ASK_FOR = 1_000;

/**
 * Keeps the copy in a folder in step with its server until the signal is given. The folder is held only while entries are taken in, so that
 * commands may read and write meanwhile.
 * @returns entries here at the end; a problem when the server no longer has what the copy has, or the folder has no server.
 */
export async function followServer(path: string, signal: AbortSignal, told: FollowTold): Promise<Result<number>> {
  const mark = readMark(path);
  if (!mark.ok) return mark;
  const address = mark.value?.server ?? null;
  if (address === null) return fail({ code: "store.noServer", where: path });
  let isTold = false;
  while (!signal.aborted) {
    const followed = await followUntilLost(path, address, signal, told, () => (isTold = false));
    if (followed.ok) break;
    if (!isReadable(followed.problem.code)) return followed;
    if (!isTold) told.failed(followed.problem);
    isTold = true;
    await sleep(TRY_EVERY, undefined, { signal }).catch(() => undefined);
  }
  return sizeIn(path);
}

/** Follows over one connection. @returns the problem that broke it; null when the signal was given. */
async function followUntilLost(
  path: string,
  address: ServerAddress,
  signal: AbortSignal,
  told: FollowTold,
  works: () => void,
): Promise<Result<null>> {
  const server = await PostgresStore.open(address);
  if (!server.ok) return server;
  try {
    while (!signal.aborted) {
      const here = sizeIn(path);
      if (!here.ok) return here;
      const there = await server.value.follow(here.value, ASK_FOR);
      if (!there.ok) return there;
      works();
      if (there.value === here.value) continue;
      const taken = await bringUpToDate(path);
      if (!taken.ok) return taken;
      if ((taken.value.taken ?? 0) > 0) told.taken(taken.value.taken ?? 0, here.value + (taken.value.taken ?? 0));
    }
    return succeed(null);
  } finally {
    await server.value.close();
  }
}

function sizeIn(path: string): Result<number> {
  const folder = openFolder(path);
  if (!folder.ok) return folder;
  const { size } = folder.value.ledger;
  folder.value.close();
  return succeed(size);
}
