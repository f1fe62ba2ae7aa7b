import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { bringUpToDate, isReadable } from "../../store/index.js";
import type { Desk } from "./desk.js";

/**
 * Before a folder is read: what a server keeps is brought up to date here. When the server does not answer, the copy is read as it was,
 * and that is told. A folder that keeps its ledger itself needs nothing.
 */
export async function freshen(desk: Desk, path: string): Promise<Result<null>> {
  const fresh = await bringUpToDate(path);
  if (fresh.ok) return succeed(null);
  if (!isReadable(fresh.problem.code)) return fresh;
  desk.warn(desk.language.problem(fresh.problem));
  desk.warn(desk.language.say("store.copyAsItWas"));
  return succeed(null);
}
