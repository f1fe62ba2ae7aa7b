import { parseCanonicalJson, utf8 } from "../basics/index.js";
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

const QUOTE = 34;
const BACKSLASH = 92;

/** Builds leaves into one growing buffer: 86,000 of them without 86,000 small arrays. */
export class LeafWriter {
  #bytes = new Uint8Array(1 << 16);
  #at = 0;
  #start = 0;
  #count = 0;

  /** Starts a leaf that is written piece by piece. */
  begin(): void {
    this.#room(2);
    this.#start = this.#at;
    this.#at += 2;
  }

  /** Ends it and writes its length. Throws when it is too long: the caller bounds what it writes. */
  end(): void {
    const length = this.#at - this.#start - 2;
    if (length > MOST_LEAF_BYTES) throw new Error(`leaf of ${length} bytes`);
    this.#bytes[this.#start] = length >>> 8;
    this.#bytes[this.#start + 1] = length & 0xff;
    this.#count++;
  }

  /** Adds a whole leaf. */
  leaf(bytes: Uint8Array): void {
    this.begin();
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#at);
    this.#at += bytes.length;
    this.end();
  }

  /** Adds text as a JSON string. Ids and codes are plain: they are copied without asking the serializer. */
  string(text: string): void {
    this.#room(text.length + 2);
    const bytes = this.#bytes;
    let to = this.#at;
    bytes[to++] = QUOTE;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code < 0x20 || code > 0x7e || code === QUOTE || code === BACKSLASH) return this.text(JSON.stringify(text));
      bytes[to++] = code;
    }
    bytes[to++] = QUOTE;
    this.#at = to;
  }

  /** Adds text to the open leaf. */
  text(text: string): void {
    this.#room(text.length);
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code > 0x7f) {
        this.#encoded(text.slice(at));
        return;
      }
      this.#bytes[this.#at++] = code;
    }
  }

  #encoded(text: string): void {
    const bytes = utf8(text);
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  /** Adds a whole number from 0 to 2^53 - 1 in decimal digits. */
  number(value: number): void {
    if (value < 10) {
      this.#room(1);
      this.#bytes[this.#at++] = 48 + value;
      return;
    }
    if (value >= 1_000_000) {
      this.text(String(value));
      return;
    }
    this.#room(6);
    let divisor = value < 100 ? 10 : value < 1_000 ? 100 : value < 10_000 ? 1_000 : value < 100_000 ? 10_000 : 100_000;
    let rest = value;
    while (divisor >= 1) {
      const digit = (rest / divisor) | 0;
      this.#bytes[this.#at++] = 48 + digit;
      rest -= digit * divisor;
      divisor = divisor / 10;
    }
  }

  #room(more: number): void {
    if (this.#at + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#at + more));
    larger.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = larger;
  }

  /** Leaves written so far. */
  get count(): number {
    return this.#count;
  }

  /** What was written; a view, valid until the next write. */
  leaves(): Leaves {
    return { bytes: this.#bytes.subarray(0, this.#at), count: this.#count };
  }
}

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
