import type { Result } from "acta/basics";
import type { Leaves } from "acta/record";

/** The state of a ledger as its key has signed it. */
export interface SignedHead {
  /** The checkpoint, a signed note. */
  readonly note: Uint8Array;
  /** The line of the key that verifies it (C2SP signed-note, Verifier keys); "" when it is not known. */
  readonly verifier: string;
}

/** What one append brings: entries, the blobs that they name, and the checkpoint of the ledger with them. */
export interface Addition {
  readonly leaves: Leaves;
  /** Bytes by their SHA-256; those that are there already stay as they are. */
  readonly blobs: ReadonlyMap<string, Uint8Array>;
  /** For the ledger with these entries; null while it has none that says whose it is. */
  readonly checkpoint: SignedHead | null;
}

/** How far a ledger has come. */
export interface StoreHead {
  /** Entries committed. */
  readonly size: number;
  /** As it was stored; null when there is none. */
  readonly checkpoint: SignedHead | null;
}

/** Takes entries out of a store: `first` is the ledger position of the first of the leaves. A problem stops the reading. */
export type UseLeaves = (leaves: Leaves, first: number) => Result<unknown>;

/**
 * Where one ledger lies. Two stores keep the contract, and one suite of tests holds both to it:
 *
 * - **Append is compare and swap.** It names the size that its entries were made for. Has the ledger another one, nothing is written
 *   and the answer is `ledger.moved`.
 * - **What is acknowledged is durable**: entries, blobs and checkpoint outlive a kill -9 and a power cut of whoever keeps them.
 *   A checkpoint may fall behind its entries, never run ahead of them.
 * - **What is not acknowledged is there whole or not at all.** After any other problem but `store.serverLost` it is not there;
 *   after that one only the next look at the head can tell.
 * - **Reads see whole appends only**, in the order in which they were acknowledged, and never a blob's name before its bytes.
 * - **The caller retries, never the store**: entries name what they replace, so that after a lost race they must be made again from
 *   what the ledger now holds (`stageUntilFirst`).
 */
export interface LedgerStore {
  /** How far the ledger has come by now. */
  head(): Promise<Result<StoreHead>>;
  /** Appends as one atomic, durable step. @returns null; `ledger.moved` when the ledger has not the expected size. */
  append(expectedSize: number, addition: Addition): Promise<Result<null>>;
  /** Hands over the entries from one position up to another (left out), in order, piece by piece; both are at most the head's size. */
  read(from: number, upTo: number, use: UseLeaves): Promise<Result<null>>;
  /** Hashes of all blobs, sorted. */
  blobNames(): Promise<Result<readonly string[]>>;
  /** The bytes of a blob, compared with their name. */
  blob(sha256: string): Promise<Result<Uint8Array>>;
  /**
   * Waits until the ledger has more than `size` entries, at most for some milliseconds. @returns its size then, which may be the
   * same. New entries are noticed within `MOST_DELAY`, whatever the network did to the news of them.
   */
  follow(size: number, milliseconds: number): Promise<Result<number>>;
  close(): Promise<void>;
}

/** Milliseconds after which a store that follows looks by itself, without having been told. */
export const MOST_DELAY = 2_000;
