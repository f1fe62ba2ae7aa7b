import { resolve } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { electionIn, indexOf, openFolder } from "../../store/index.js";
import type { DataFolder } from "../../store/index.js";
import type { Desk } from "../desk/desk.js";
import { freshen } from "../desk/fresh-copy.js";
import { holdOf } from "../desk/publish-hold.js";

/** Which election a poll is about: a data folder, and one of its elections. */
export interface PolledElection {
  readonly data?: string;
  readonly election?: string;
}

/** Where a data folder is looked for when nobody says. */
const DATA = "acta-data";

/**
 * Refuses while the law keeps exit polls back: those of the election that is named, else of any election of the data folder here. Whoever has no data
 * folder has no definition that could hold anything back.
 * @returns problems: `publish.exitPollTooEarly`, and those of opening a folder that was named.
 */
export async function pollHold(desk: Desk, { data, election }: PolledElection): Promise<Result<null>> {
  const path = resolve(desk.cwd, data ?? DATA);
  const fresh = await freshen(desk, path);
  if (!fresh.ok) return fresh;
  const folder = openFolder(path);
  if (!folder.ok) {
    const isNone = folder.problem.code === "store.noData";
    if (isNone && data === undefined && election === undefined) return succeed(null);
    return fail(isNone ? { ...folder.problem, where: data ?? DATA } : folder.problem);
  }
  try {
    return heldIn(desk, folder.value, election);
  } finally {
    folder.value.close();
  }
}

function heldIn(desk: Desk, folder: DataFolder, election: string | undefined): Result<null> {
  const index = indexOf(folder);
  if (!index.ok) return index;
  const named = election === undefined ? succeed(null) : electionIn(folder, index.value, election);
  return named.ok ? holdOf({ folder, index: index.value }, "exitPoll", desk.now(), named.value?.id) : named;
}
