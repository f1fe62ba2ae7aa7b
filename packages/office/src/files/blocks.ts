import { succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import type { Bytes } from "./bytes.js";

/** The part of a file in hand; records are cut out of it, and the incomplete last one is carried over to the next block. */
export interface Blocks {
  /** What is in hand. */
  readonly bytes: Buffer;
  /** The same bytes, one character each: cells are cut from it without decoding. */
  readonly text: string;
  /** True when nothing comes after `bytes`. */
  readonly ended: boolean;
  /** Drops what is before `from` and fetches more. Afterwards positions count from the new start. */
  more(from: number): Promise<Result<undefined, Problem>>;
}

/** Starts with at least `first` bytes in hand, or with the whole file when it is shorter. */
export async function openBlocks(source: Bytes, first: number): Promise<Result<Blocks, Problem>> {
  let bytes: Buffer = Buffer.alloc(0);
  let text = "";
  let ended = false;

  async function fetch(from: number, least: number): Promise<Result<undefined, Problem>> {
    const pieces = [bytes.subarray(from)];
    let length = bytes.length - from;
    do {
      const next = await source.next();
      if (!next.ok) return next;
      if (next.value === undefined) {
        ended = true;
        break;
      }
      length += next.value.length;
      // A piece is only valid until the next one is asked for.
      pieces.push(length < least ? Buffer.from(next.value) : next.value);
    } while (length < least);
    bytes = Buffer.concat(pieces, length);
    text = bytes.toString("latin1");
    return succeed(undefined);
  }

  const filled = await fetch(0, first);
  if (!filled.ok) return filled;
  return succeed({
    get bytes() {
      return bytes;
    },
    get text() {
      return text;
    },
    get ended() {
      return ended;
    },
    // An incomplete record is scanned again from its start; doubling keeps that linear for records of many pieces.
    more: (from) => fetch(from, 2 * (bytes.length - from)),
  });
}
