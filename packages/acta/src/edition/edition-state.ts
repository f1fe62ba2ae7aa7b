import type { Election, Roll } from "../election/index.js";
import type { Act, Edition, LedgerEntry } from "../record/index.js";
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
  readonly kind: "edition" | "area" | "place" | "page" | "open" | "spread" | "course" | "corrections";
  readonly election: string;
  readonly contest: string;
  /** Code of the area or place; "" for an edition. */
  readonly area: string;
}

/** Path of a data file in a published folder. */
export function dataPath(sha256: string): string {
  return `data/${sha256}.json`;
}
