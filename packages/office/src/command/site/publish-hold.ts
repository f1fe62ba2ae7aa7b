import { fail, succeed } from "acta/basics";
import type { Instant, Problem, Result } from "acta/basics";
import { heldBack } from "acta/election";
import type { Election } from "acta/election";
import { definitionIn, indexOf } from "../../store/index.js";
import type { DataFolder, FolderIndex } from "../../store/index.js";
import { zoneHere } from "../../language/index.js";

/** Refuses while the law keeps back the results of an election of a folder (veda electoral). @returns a problem: `publish.tooEarly`. */
export function holdOf(
  opened: { readonly folder: DataFolder; readonly index: FolderIndex },
  now: Instant,
): Result<null> {
  for (const indexed of opened.index.elections) {
    const definition = definitionIn(opened.folder, indexed);
    if (!definition.ok) return definition;
    const early = tooEarly(definition.value, now);
    if (early !== null) return fail(early);
  }
  return succeed(null);
}

/** The same of a data folder that is open. */
export function holdOfFolder(folder: DataFolder, now: Instant): Result<null> {
  const index = indexOf(folder);
  return index.ok ? holdOf({ folder, index: index.value }, now) : index;
}

/** Why the results of an election may not be published yet; null when they may. */
export function tooEarly(election: Election, now: Instant): Problem | null {
  const hold = heldBack(election, "results", now);
  if (hold === null) return null;
  const { moment, article } = hold;
  const context = {
    election: election.id,
    moment: clockOf(moment, election.timeZone),
    zone: election.timeZone,
    article,
  };
  return { code: "publish.tooEarly", context };
}

/** A moment on the authority's clock, in an order that every language reads: 2021-06-06 19:00. */
function clockOf(moment: Instant, zone: string): string {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: zoneHere(zone), dateStyle: "short", timeStyle: "short" });
  return format.format(new Date(moment));
}
