import { utf8 } from "./canonical.js";

const QUOTE = 34;
const BACKSLASH = 92;
/** Characters from which on the platform's encoder is faster than a loop. */
const LONG = 100;

/** Builds UTF-8 text, mostly JSON, in one growing buffer: hundreds of thousands of small pieces without an object for each. */
export class ByteWriter {
  #bytes = new Uint8Array(1 << 16);
  #at = 0;

  /** Bytes written so far. */
  get length(): number {
    return this.#at;
  }

  /** Adds bytes as they are. */
  bytes(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  /** Forgets what was written from a place on; 0 forgets all of it. The buffer stays, for what is written next. */
  truncate(to: number): void {
    this.#at = Math.min(to, this.#at);
  }

  /** Writes a number below 2^16 over two bytes that were written before, the high one first. */
  overwrite(at: number, value: number): void {
    this.#bytes[at] = value >>> 8;
    this.#bytes[at + 1] = value & 0xff;
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

  /** Adds text. */
  text(text: string): void {
    if (text.length > LONG) return this.bytes(utf8(text));
    this.#room(text.length);
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code > 0x7f) {
        this.bytes(utf8(text.slice(at)));
        return;
      }
      this.#bytes[this.#at++] = code;
    }
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
    const bytes = this.#bytes;
    let at = this.#at + (value < 100 ? 2 : value < 1_000 ? 3 : value < 10_000 ? 4 : value < 100_000 ? 5 : 6);
    this.#at = at;
    // From the last digit to the first: dividing by a constant is cheap.
    for (let rest = value; rest > 0;) {
      const tenth = (rest / 10) | 0;
      bytes[--at] = 48 + rest - 10 * tenth;
      rest = tenth;
    }
  }

  #room(more: number): void {
    if (this.#at + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#at + more));
    larger.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = larger;
  }

  /** What was written; a view, valid until the next write. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#at);
  }
}
