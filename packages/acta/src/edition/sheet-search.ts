import { succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import { AUTHORITY_COPY, BatchWalk } from "../record/index.js";
import type { BatchHeader, Leaves } from "../record/index.js";
import { jsonOf } from "./published-reader.js";

/** Which sheet is looked for; without election or contest, the one of that station that was recorded last. */
export interface SoughtSheet {
  /** Code of the station, with or without its leading zeros. */
  readonly station: string;
  readonly election?: string;
  readonly contest?: string;
}

/** A leaf as it stands in the ledger. */
export interface FoundLeaf {
  /** Ledger position. */
  readonly index: number;
  readonly leaf: Uint8Array;
}

/** The newest version of a sheet, and the header of the batch that it came in. */
export interface FoundSheet {
  readonly sheet: FoundLeaf;
  readonly header: FoundLeaf;
  readonly batch: BatchHeader;
  readonly station: string;
  /** Id of a status of the definition that the batch names. */
  readonly status: string;
}

/** `["` and `0`: with which every sheet entry begins, and what a spreadsheet takes away from a code. */
const OPENING_BYTES = 2;
const ZERO = 0x30;
const BEYOND_ASCII = 0x80;

/** Looks for the newest version of the authority's copy of a sheet: feed it leaves from the first on. */
export class SheetSearch {
  readonly #sought: SoughtSheet;
  readonly #code: string;
  readonly #walk: BatchWalk;
  #header: FoundLeaf | null = null;
  #found: FoundSheet | null = null;

  constructor(sought: SoughtSheet) {
    this.#sought = sought;
    this.#code = withoutZeros(sought.station);
    this.#walk = new BatchWalk({
      batch: (_, index, bytes, start, end) => {
        this.#header = { index, leaf: bytes.slice(start, end) };
        return succeed(null);
      },
      entry: (header, bytes, start, end, index) => {
        if (this.#isSought(header)) this.#look(header, bytes, start, end, index);
        return succeed(null);
      },
    });
  }

  /** Looks through further leaves. @returns the first header that cannot be read. */
  next(leaves: Leaves): Result<null> {
    return this.#walk.next(leaves);
  }

  /** What was found so far; null when the station has no sheet there. */
  found(): FoundSheet | null {
    return this.#found;
  }

  #isSought(header: BatchHeader): boolean {
    const { election = header.election, contest = header.scope } = this.#sought;
    const isSheet = header.kind === "sheet" && header.copy === AUTHORITY_COPY;
    return isSheet && header.election === election && header.scope === contest;
  }

  #look(batch: BatchHeader, bytes: Uint8Array, start: number, end: number, index: number): void {
    let at = start + OPENING_BYTES;
    while (bytes[at] === ZERO) at++;
    // Only an entry whose code may be the one is read: a country has 86,000 of them.
    if (this.#code !== "" && bytes[at] !== this.#code.charCodeAt(0) && (bytes[at] ?? 0) < BEYOND_ASCII) return;
    const leaf = bytes.slice(start, end);
    const json = jsonOf(leaf);
    const [station, status]: readonly unknown[] = Array.isArray(json) ? json : [];
    if (typeof station !== "string" || typeof status !== "string" || withoutZeros(station) !== this.#code) return;
    if (this.#header !== null) this.#found = { sheet: { index, leaf }, header: this.#header, batch, station, status };
  }
}

function withoutZeros(code: string): string {
  return code.replace(/^0+/, "");
}
