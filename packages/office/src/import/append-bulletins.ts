import { succeed } from "acta/basics";
import type { Instant, Result } from "acta/basics";
import { joinLeaves } from "acta/record";
import type { Bulletin, ElectionState, Replay } from "acta/record";
import { BulletinDraft, addTo, isTorn, momentKey } from "acta/tabulation";
import type { MergedBulletin } from "acta/tabulation";
import { appendTo, keepIndex } from "../store/index.js";
import { writeBulletin, writeOpening, writeSource } from "./bulletin-batches.js";
import type { BulletinStaging } from "./bulletin-batches.js";
import { signImport } from "./import-acts.js";
import type { ImportRequest } from "./import-request.js";
import type { ReadBulletins } from "./read-bulletin.js";

/** What was appended. */
export interface Appended {
  readonly entries: number;
  /** Batches written, by series. */
  readonly written: ReadonlyMap<string, number>;
}

/** Writes what is new behind the ledger's head; the replay is told first, so that what is appended is known to be readable. */
export async function appendBulletins(
  request: ImportRequest,
  staging: BulletinStaging,
  replay: Replay,
  before: ElectionState | undefined,
  files: readonly (readonly ReadBulletins[])[],
  recordedAt: Instant,
): Promise<Result<Appended>> {
  const { folder } = request;
  const written = new Map<string, number>();
  const fresh = files.map((read) => ({ read, news: newBulletins(read, before?.bulletins ?? []) }));
  if (fresh.every(({ news }) => news.length === 0)) return succeed({ entries: 0, written });
  const begun = writeOpening(staging, request, replay.state(), recordedAt);
  if (!begun.ok) return begun;
  for (const { read, news } of fresh) {
    const sources = new Set(news.flatMap(({ merged }) => merged.sources));
    for (const { file, bulletins } of read) {
      if (!sources.has(file.sha256)) continue;
      const kept = writeSource(staging, request, file, bulletins.at(-1)?.asOf ?? null, recordedAt);
      if (!kept.ok) return kept;
    }
    for (const { merged, source } of news) writeBulletin(staging, request, merged, source, recordedAt);
    written.set(read[0]?.file.series.id ?? "", news.length);
  }
  const unsigned = staging.writer.leaves();
  const signed = signImport(request, unsigned, staging.signed);
  if (!signed.ok) return signed;
  const leaves = joinLeaves([unsigned, signed.value]);
  const applied = replay.apply(leaves);
  if (!applied.ok) return applied;
  const appended = await appendTo(folder, leaves, staging.blobs);
  if (!appended.ok) return appended;
  keepIndex(folder, replay.state());
  return succeed({ entries: leaves.count, written });
}

interface NewBulletin {
  readonly merged: MergedBulletin;
  /** The file that stands in the batch header: the first that spoke of the moment. */
  readonly source: string;
}

/** What the files say and the ledger does not, merged by moment; sorted by moment. */
function newBulletins(read: readonly ReadBulletins[], recorded: readonly Bulletin[]): readonly NewBulletin[] {
  const known = new Map<string, BulletinDraft[]>();
  for (const bulletin of recorded) keep(known, bulletin);
  const fresh = new Map<string, BulletinDraft[]>();
  const sources = new Map<BulletinDraft, string>();
  for (const bulletin of read.flatMap((each) => each.bulletins)) {
    const torn = isTorn(bulletin);
    const key = momentKey(bulletin.series, bulletin.asOf, torn);
    if (known.get(key)?.some((draft) => draft.standingOf(bulletin.rows) === "contained") === true) continue;
    for (const draft of keep(fresh, bulletin)) if (!sources.has(draft)) sources.set(draft, bulletin.source);
  }
  const drafts = [...fresh.values()].flat();
  const news = drafts.map((draft) => ({ merged: draft.merged(), source: sources.get(draft) ?? "" }));
  return news.toSorted((a, b) => ((a.merged.asOf ?? "") < (b.merged.asOf ?? "") ? -1 : 1));
}

function keep(drafts: Map<string, BulletinDraft[]>, bulletin: Bulletin): readonly BulletinDraft[] {
  const torn = isTorn(bulletin);
  const key = momentKey(bulletin.series, bulletin.asOf, torn);
  let own = drafts.get(key);
  if (own === undefined) drafts.set(key, (own = []));
  addTo(own, bulletin, torn);
  return own;
}
