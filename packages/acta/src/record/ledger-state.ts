import type { Instant } from "../basics/index.js";
import type { Election, Roll } from "../election/index.js";
import type { SheetTable } from "../sheet/index.js";
import type { Act } from "./act.js";
import type { BulletinEntry, LedgerEntry } from "./entry.js";

/** The authority's own computation: the copy whose figures count, unless a ruling says otherwise. */
export const AUTHORITY_COPY = "authority/1";

/** Everything that a ledger says up to some size: a pure fold of its entries. */
export interface LedgerState {
  /** Entries folded. */
  readonly size: number;
  readonly ledger: LedgerEntry | null;
  readonly elections: ReadonlyMap<string, ElectionState>;
  /** What bodies and people did, in order; an act that was replaced stays in the list. */
  readonly acts: readonly Act[];
}

/** One election as the ledger has it. */
export interface ElectionState {
  readonly election: Election;
  /** SHA-256 of the definition in force. */
  readonly definition: string;
  readonly roll: Roll;
  /** SHA-256 of the roll in force; "" before the first. */
  readonly rollHash: string;
  /** Tables by contest of the authority's copy. */
  readonly tables: ReadonlyMap<string, SheetTable>;
  /** Tables of the copies of others by contest and copy (`agent:PARTY/1`): evidence, never what counts. */
  readonly copies: ReadonlyMap<string, ReadonlyMap<string, SheetTable>>;
  readonly editions: readonly Edition[];
  readonly bulletins: readonly Bulletin[];
  /** Raw files that were read, in order. */
  readonly files: readonly SourceFile[];
}

/** A sealed ledger size of one election. */
export interface Edition {
  readonly id: string;
  readonly number: number;
  /** The source's clock; null when nobody said. */
  readonly asOf: Instant | null;
  /** Our clock. */
  readonly sealedAt: Instant;
  /** Ledger size: the edition's own entry is the last one. */
  readonly size: number;
  readonly dataDigest: string;
  readonly definition: string;
  readonly roll: string;
  readonly sources: readonly string[];
  readonly findings: Readonly<Record<string, number>>;
}

/** The published totals of one moment in one series. */
export interface Bulletin {
  readonly series: string;
  readonly source: string;
  readonly asOf: Instant | null;
  readonly recordedAt: Instant;
  readonly rows: readonly BulletinEntry[];
}

/** A raw file kept as a blob. */
export interface SourceFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly name: string;
  readonly part: string;
  readonly asOf: Instant | null;
  readonly recordedAt: Instant;
}

/** Editions by the source's clock, the unknown ones first, ties by number: the last one is what is shown by default. */
export function editionsInOrder(editions: readonly Edition[]): readonly Edition[] {
  return editions.toSorted((a, b) => {
    const left = a.asOf ?? "";
    const right = b.asOf ?? "";
    return left < right ? -1 : left > right ? 1 : a.number - b.number;
  });
}
