import { fail, parseCount, succeed } from "acta/basics";
import type { Instant, Result } from "acta/basics";
import { BatchWalk, SheetHistory } from "acta/record";
import type { SheetName, SheetVersion } from "acta/record";
import { blobsOf, replayFolder } from "./data-folder.js";
import type { DataFolder } from "./data-folder.js";
import { describeState } from "./open-edition.js";
import type { FolderIndex, IndexedElection } from "./open-edition.js";

/** A size of the ledger as somebody asks for it: entries, a moment of our own clock, or the edition that was sealed there. */
export interface LedgerMoment {
  readonly text: string;
  /** The text as a moment; null when it is none. */
  readonly until: Instant | null;
}

/** The size of the ledger that a text names. It reads the ledger's clock (`recordedAt`), never the source's. */
export function sizeAt(folder: DataFolder, election: IndexedElection, moment: LedgerMoment): Result<number> {
  const { text, until } = moment;
  const { size } = folder.ledger;
  const entries = parseCount(text);
  if (entries !== undefined)
    return entries <= size ? succeed(entries) : fail({ code: "store.atTooLarge", context: { at: text, size } });
  if (until !== null) return sizeBy(folder, until);
  const exact = election.editions.filter((edition) => edition.id === text);
  const named = exact.length > 0 ? exact : election.editions.filter((edition) => edition.id.startsWith(text));
  const only = named[0];
  if (only !== undefined && named.length === 1) return succeed(only.size);
  return fail({
    code: "store.unknownAt",
    context: { at: text.slice(0, 80), known: election.editions.map(({ id }) => id).join(", ") },
  });
}

/** Entries before the first batch that was recorded after a moment: what was known by then, also when a clock ran backwards later. */
function sizeBy(folder: DataFolder, until: Instant): Result<number> {
  let size = folder.ledger.size;
  const walk = new BatchWalk({
    batch: ({ recordedAt }, index) => {
      if (recordedAt > until && index < size) size = index;
      return succeed(null);
    },
  });
  const read = folder.ledger.read(folder.ledger.size, (leaves) => walk.next(leaves));
  return read.ok ? succeed(size) : read;
}

/** What the folder held at a size: the same fold, stopped early. */
export function indexAt(folder: DataFolder, size: number): Result<FolderIndex> {
  const replay = replayFolder(folder, size);
  return replay.ok ? succeed(describeState(replay.value.state())) : replay;
}

/** All versions of one sheet up to a size of the ledger, in the order in which they were recorded. */
export function historyIn(folder: DataFolder, name: SheetName, upTo: number): Result<readonly SheetVersion[]> {
  const history = new SheetHistory(blobsOf(folder), name);
  const read = folder.ledger.read(upTo, (leaves) => history.apply(leaves));
  return read.ok ? succeed(history.versions()) : read;
}
