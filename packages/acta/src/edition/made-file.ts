import type { DataSubject } from "./edition-state.js";

/** A published file that follows from the entries: whoever has them makes the same bytes. */
export interface MadeFile {
  readonly path: string;
  readonly sha256: string;
  /** Valid only until whoever gets the file returns: the next one may be made in the same place. */
  readonly bytes: Uint8Array;
  /** Null for tiles and bundles. */
  readonly about: DataSubject | null;
}
