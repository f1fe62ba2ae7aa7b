import type { BlobEntry } from "./blob-entry.js";
import type { Act } from "./act.js";

/** A law set that the record holds from an entry on. */
export interface LawSet {
  /** Ledger position of its entry. */
  readonly index: number;
  /** Election for which it was entered; "" for all of the ledger. */
  readonly election: string;
  readonly blob: BlobEntry;
}

/** The law sets among acts, oldest first. Rulings name theirs by hash, so that all of them stay needed. */
export function lawSetsIn(acts: readonly Act[]): readonly LawSet[] {
  return acts.flatMap((act) =>
    act.kind === "lawSet" ? [{ index: act.index, election: act.header.election, blob: act.entry }] : [],
  );
}
