import type { Result } from "../basics/index.js";
import type { HeldLaw } from "../dispute/index.js";
import type { Election, Roll } from "../election/index.js";
import type { Act, Blobs, Edition, LedgerEntry, SourceFile, VersionChains } from "../record/index.js";
import type { SheetTable } from "../sheet/index.js";

/** An edition as replay has it at its size: what its published files are made from, and nothing else. */
export interface EditionState {
  readonly ledger: LedgerEntry;
  readonly election: Election;
  readonly roll: Roll;
  /** By contest. */
  readonly tables: ReadonlyMap<string, SheetTable>;
  readonly edition: Edition;
  /** Of the same election, those sealed at or before this size. */
  readonly editions: readonly Edition[];
  /** What bodies and people did up to this size. */
  readonly acts: readonly Act[];
  /** The law sets that the record holds for this election, oldest first; empty without any. */
  readonly laws: readonly HeldLaw[];
  /** Raw files that were read for it, in order. */
  readonly files: readonly SourceFile[];
  /** Every version of every sheet. */
  readonly chains: VersionChains;
}

/** How editions are made again: what replay needs, and the law, by which pages say who may still act. */
export interface EditionBlobs extends Blobs {
  /** JSON of a law set by its hash, which the caller has checked. */
  readonly lawSet: (sha256: string) => Result<unknown>;
}

/** A published file named by the hash of its bytes. */
export interface DataFile {
  /** `data/<sha256>.json` */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  /** What it is about, for whoever reads a difference. */
  readonly about: DataSubject;
}

/** What a data file is about. */
export interface DataSubject {
  readonly kind:
    | "edition"
    | "area"
    | "place"
    | "page"
    | "open"
    | "spread"
    | "course"
    | "corrections"
    | "disputes"
    | "outlook";
  readonly election: string;
  readonly contest: string;
  /** Code of the area or place; "" for an edition. */
  readonly area: string;
}

/** Path of a data file in a published folder. */
export function dataPath(sha256: string): string {
  return `data/${sha256}.json`;
}
