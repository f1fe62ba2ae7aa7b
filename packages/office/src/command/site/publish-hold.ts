import { fail, succeed } from "acta/basics";
import type { Instant, Problem, Result } from "acta/basics";
import { heldBack } from "acta/election";
import type { Election, PublishHold } from "acta/election";
import { PublicationLog } from "acta/record";
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
    if (definition.value.publishNotBefore.length === 0) continue;
    const decided = decidedIn(opened.folder);
    if (!decided.ok) return decided;
    const early = tooEarly(definition.value, now, decided.value.of(indexed.id));
    if (early !== null) return fail(early);
  }
  return succeed(null);
}

/** The same of a data folder that is open. */
export function holdOfFolder(folder: DataFolder, now: Instant): Result<null> {
  const index = indexOf(folder);
  return index.ok ? holdOf({ folder, index: index.value }, now) : index;
}

/** What was found last: a ledger of this size at this path holds the same for ever. */
let known: { readonly ledger: string; readonly log: PublicationLog } | null = null;

/** What the ledger says about when something may be published. */
function decidedIn(folder: DataFolder): Result<PublicationLog> {
  const ledger = `${folder.ledger.size} ${folder.path}`;
  if (known?.ledger === ledger) return succeed(known.log);
  const log = new PublicationLog();
  const read = folder.ledger.read(folder.ledger.size, (leaves) => log.apply(leaves));
  if (!read.ok) return read;
  known = { ledger, log };
  return succeed(log);
}

/**
 * Why the results of an election may not be published yet; null when they may.
 * @param decided what the ledger says besides the definition.
 */
export function tooEarly(election: Election, now: Instant, decided: readonly PublishHold[]): Problem | null {
  const hold = heldBack(election, "results", now, decided);
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
export function clockOf(moment: Instant, zone: string): string {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: zoneHere(zone), dateStyle: "short", timeStyle: "short" });
  return format.format(new Date(moment));
}
