import type { Problem } from "../basics/index.js";
import type { Checkpoint, VerifierKey } from "../ledger/index.js";
import type { PointedEdition } from "./pointer.js";
import type { PublishedReader, VerifyCrypto } from "./published-reader.js";

/** Whom the reader believes before having read anything; null where there is nothing to go by. */
export interface VerifyTrust {
  /** Key of the ledger, given from outside or pinned earlier. */
  readonly key: VerifierKey | null;
  /** The checkpoint that was seen last: only against it can a rollback or a fork be seen. */
  readonly remembered: Checkpoint | null;
}

/** What verifying a published folder has found. */
export interface Verification {
  /** Empty: everything is as it follows from the entries, and signed with the key. */
  readonly differences: readonly Problem[];
  /** The key with which the signatures were checked: the trusted one, else the folder's own, which shows nothing about who signed. */
  readonly key: VerifierKey | null;
  readonly checkpoint: Checkpoint | null;
  readonly mode: string;
  /** "" when the entries could not be replayed. */
  readonly provenance: string;
  readonly editions: readonly PointedEdition[];
  /** Files that were made again from the entries and compared. */
  readonly recomputed: number;
  /** Of those, files that were not fetched: their hash was held against the signed list. All others were compared byte for byte. */
  readonly byHash: number;
  /** Files that do not follow from the entries (raw sources, pages of a site) and were fetched and held against the signed list. */
  readonly onlyListed: number;
  /** Files of that sort that were not fetched: that the signed list names them is all that is known. */
  readonly notFetched: number;
}

/**
 * What verifying needs before it can go on: `files` that the reader must have when it is resumed (one that is nowhere to be had is read as
 * missing), or bytes unpacked from gzip, which it is resumed with (`undefined` for what is not).
 */
export type VerifyStep =
  | { readonly kind: "files"; readonly paths: readonly string[] }
  | { readonly kind: "unpack"; readonly bytes: Uint8Array };

/** The steps of a verification: resumed with the unpacked bytes, or with `undefined`. */
export type VerifySteps<T> = Generator<VerifyStep, T, Uint8Array | undefined>;

/** What is watched while it runs: entries are hashed first, then files are made and compared. */
export interface VerifyProgress {
  readonly stage: "entries" | "files";
  readonly done: number;
  readonly all: number;
}

/** What a verification is about. */
export interface VerifyTask {
  readonly crypto: VerifyCrypto;
  readonly reader: PublishedReader;
  readonly trust: VerifyTrust;
  /** Told now and then, from within the work. */
  readonly progress?: (progress: VerifyProgress) => void;
}
