import { ByteWriter, parseCanonicalJson } from "../basics/index.js";
import type { Json } from "../basics/index.js";
import { MOST_LEAF_BYTES } from "./entry.js";

/**
 * Leaves one after the other, each behind its length in two bytes, big-endian: the entry bundle of C2SP tlog-tiles.
 * The ledger file, an import in staging and a published bundle are all of this form.
 */
export interface Leaves {
  readonly bytes: Uint8Array;
  readonly count: number;
}

/** Builds leaves into one growing buffer: 86,000 of them without 86,000 small arrays. */
export class LeafWriter {
  readonly #out = new ByteWriter();
  #start = 0;
  #count = 0;

  /** Starts a leaf that is written piece by piece. */
  begin(): void {
    this.#start = this.#out.length;
    this.#out.bytes(NO_LENGTH);
  }

  /** Ends it and writes its length. Throws when it is too long: the caller bounds what it writes. */
  end(): void {
    const length = this.#out.length - this.#start - 2;
    if (length > MOST_LEAF_BYTES) throw new Error(`leaf of ${length} bytes`);
    this.#out.overwrite(this.#start, length);
    this.#count++;
  }

  /** Adds a whole leaf. */
  leaf(bytes: Uint8Array): void {
    this.begin();
    this.#out.bytes(bytes);
    this.end();
  }

  /** Adds text as a JSON string to the open leaf. */
  string(text: string): void {
    this.#out.string(text);
  }

  /** Adds text to the open leaf. */
  text(text: string): void {
    this.#out.text(text);
  }

  /** Adds a whole number from 0 to 2^53 - 1 in decimal digits. */
  number(value: number): void {
    this.#out.number(value);
  }

  /** Leaves written so far. */
  get count(): number {
    return this.#count;
  }

  /** What was written; a view, valid until the next write. */
  leaves(): Leaves {
    return { bytes: this.#out.view(), count: this.#count };
  }
}

/** Holds the place of a leaf's length until it is known. */
const NO_LENGTH = new Uint8Array(2);

/** Leaves one after the other as one. */
export function joinLeaves(parts: readonly Leaves[]): Leaves {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.bytes.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part.bytes, at);
    at += part.bytes.length;
  }
  return { bytes, count: parts.reduce((sum, part) => sum + part.count, 0) };
}

/** Calls `visit` with the place of every leaf; false when the lengths do not fit the bytes. */
export function eachLeaf(leaves: Leaves, visit: (start: number, end: number, at: number) => void): boolean {
  const { bytes, count } = leaves;
  let at = 0;
  for (let leaf = 0; leaf < count; leaf++) {
    if (at + 2 > bytes.length) return false;
    const start = at + 2;
    at = start + ((bytes[at] ?? 0) << 8) + (bytes[at + 1] ?? 0);
    if (at > bytes.length) return false;
    visit(start, at, leaf);
  }
  return at === bytes.length;
}

// A byte order mark is not passed over: it would be a second form of the same entry.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Reads a leaf as canonical JSON; `undefined` when it is not UTF-8, not JSON, or in another form. */
export function parseLeaf(bytes: Uint8Array, start: number, end: number): Json | undefined {
  try {
    return parseCanonicalJson(decoder.decode(bytes.subarray(start, end)));
  } catch {
    // Not UTF-8: refused by the caller with its position.
    return undefined;
  }
}
