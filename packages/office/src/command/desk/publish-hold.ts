import { fail, succeed } from "acta/basics";
import type { Instant, Problem, Result } from "acta/basics";
import { heldBack } from "acta/election";
import type { Election, PublishHold } from "acta/election";
import { PublicationLog } from "acta/record";
import { definitionIn, indexOf } from "../../store/index.js";
import type { DataFolder, FolderIndex } from "../../store/index.js";
import { zoneHere } from "../../language/index.js";

/** Something that may be kept back by law (veda electoral); a quick count is a projection, from sheets that were drawn by lot. */
export type HeldProduct = PublishHold["product"];

/** What is said of each product that comes too early. */
const TOO_EARLY = {
  results: "publish.tooEarly",
  projection: "publish.projectionTooEarly",
  exitPoll: "publish.exitPollTooEarly",
} as const satisfies Readonly<Record<HeldProduct, string>>;

/**
 * Refuses while the law keeps back a product of an election of a folder.
 * @param only the election that is asked about; all of the folder without.
 * @returns a problem: `publish.tooEarly`, `publish.projectionTooEarly`, `publish.exitPollTooEarly`.
 */
export function holdOf(
  opened: { readonly folder: DataFolder; readonly index: FolderIndex },
  product: HeldProduct,
  now: Instant,
  only?: string,
): Result<null> {
  for (const indexed of opened.index.elections) {
    if (only !== undefined && indexed.id !== only) continue;
    const definition = definitionIn(opened.folder, indexed);
    if (!definition.ok) return definition;
    if (definition.value.publishNotBefore.length === 0) continue;
    const decided = decidedIn(opened.folder);
    if (!decided.ok) return decided;
    const early = tooEarly(definition.value, product, now, decided.value.of(indexed.id));
    if (early !== null) return fail(early);
  }
  return succeed(null);
}

/** The same of a data folder that is open, by its newest state: nobody gets round a hold by asking for the ledger as it was. */
export function holdOfFolder(folder: DataFolder, product: HeldProduct, now: Instant, only?: string): Result<null> {
  const index = indexOf(folder);
  return index.ok ? holdOf({ folder, index: index.value }, product, now, only) : index;
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
 * Why a product of an election may not be made known yet; null when it may.
 * @param decided what the ledger says besides the definition.
 */
export function tooEarly(
  election: Election,
  product: HeldProduct,
  now: Instant,
  decided: readonly PublishHold[],
): Problem | null {
  const hold = heldBack(election, product, now, decided);
  if (hold === null) return null;
  const { moment, article } = hold;
  const context = {
    election: election.id,
    moment: clockOf(moment, election.timeZone),
    zone: election.timeZone,
    article,
  };
  return { code: TOO_EARLY[product], context };
}

/** A moment on the authority's clock, in an order that every language reads: 2021-06-06 19:00. */
function clockOf(moment: Instant, zone: string): string {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: zoneHere(zone), dateStyle: "short", timeStyle: "short" });
  return format.format(new Date(moment));
}
