import { createHash } from "node:crypto";
import { fstatSync, readSync } from "node:fs";
import type { Leaves } from "acta/record";

// A frame of the ledger file is
//   header   "ACTF", flags, count, length (4 bytes each, big-endian), first (8), previous hash (32), own hash (32)
//   payload  leaves behind 16-bit lengths (the entry bundle of C2SP tlog-tiles)
// own hash = SHA-256(header up to the own hash, payload): frames chain. An append is one or more frames; only the last has the
// commit flag.

const MAGIC = Buffer.from("ACTF", "latin1");
const OWN_HASH_AT = 56;
const COMMIT = 1;
const NO_HASH = Buffer.alloc(32);

/** Bytes before the payload. */
export const HEADER_BYTES = 88;
/** Frames stay small enough to be checked quickly when the file is opened; one leaf more may be added to it. */
export const MOST_FRAME_BYTES = 8 << 20;
const MOST_PAYLOAD = MOST_FRAME_BYTES + 65_537;

/** A frame as its header describes it. */
export interface Frame {
  readonly offset: number;
  /** Bytes of the payload. */
  readonly length: number;
  /** Ledger position of its first leaf. */
  readonly first: number;
  readonly count: number;
  readonly commit: boolean;
  readonly previous: Buffer;
  readonly hash: Buffer;
}

/** Where a frame ends in the file. */
export function endOf(frame: Frame): number {
  return frame.offset + HEADER_BYTES + frame.length;
}

/** Hash of the frame before: zeros for the first. */
export function hashBefore(previous: Frame | undefined): Buffer {
  return previous?.hash ?? NO_HASH;
}

/** Encodes leaves as the frame that follows `previous` at an offset of the file. */
export function encodeFrame(
  leaves: Leaves,
  previous: Frame | undefined,
  offset: number,
  commit: boolean,
): [Frame, Buffer] {
  const header = Buffer.alloc(HEADER_BYTES);
  const first = previous === undefined ? 0 : previous.first + previous.count;
  header.set(MAGIC, 0);
  header.writeUInt32BE(commit ? COMMIT : 0, 4);
  header.writeUInt32BE(leaves.count, 8);
  header.writeUInt32BE(leaves.bytes.length, 12);
  header.writeBigUInt64BE(BigInt(first), 16);
  header.set(hashBefore(previous), 24);
  header.set(frameHash(header, leaves.bytes), OWN_HASH_AT);
  return [frameOf(header, offset), Buffer.concat([header, leaves.bytes])];
}

function frameOf(header: Buffer, offset: number): Frame {
  return {
    offset,
    length: header.readUInt32BE(12),
    first: Number(header.readBigUInt64BE(16)),
    count: header.readUInt32BE(8),
    commit: header.readUInt32BE(4) === COMMIT,
    previous: Buffer.from(header.subarray(24, OWN_HASH_AT)),
    hash: Buffer.from(header.subarray(OWN_HASH_AT, HEADER_BYTES)),
  };
}

function frameHash(header: Uint8Array, payload: Uint8Array): Buffer {
  return createHash("sha256").update(header.subarray(0, OWN_HASH_AT)).update(payload).digest();
}

/** The payload of a frame; `undefined` when its bytes are not those that its hash names. */
export function readPayload(descriptor: number, frame: Frame): Uint8Array | undefined {
  const bytes = Buffer.alloc(HEADER_BYTES + frame.length);
  if (readFully(descriptor, bytes, frame.offset) < bytes.length) return undefined;
  const payload = bytes.subarray(HEADER_BYTES);
  return frameHash(bytes, payload).equals(frame.hash) ? payload : undefined;
}

/** Reads until the buffer is full or the file ends. @returns the bytes read. */
export function readFully(descriptor: number, into: Buffer, offset: number): number {
  let at = 0;
  while (at < into.length) {
    const got = readSync(descriptor, into, at, into.length - at, offset + at);
    if (got === 0) break;
    at += got;
  }
  return at;
}

/** What a ledger file holds. */
export interface LedgerScan {
  /** The frames of all committed appends. */
  readonly frames: Frame[];
  /** Where the last commit ends; what lies behind was never acknowledged. */
  readonly end: number;
  /** Where the file is damaged; -1 when it is sound as far as its headers and its last append tell. */
  readonly damagedAt: number;
}

/**
 * Walks the headers from the start and tells a write that was cut off from damage. A cut-off write is the last thing in the file: after
 * it there is no whole frame, and behind a frame whose pages are missing there is nothing at all, since the next append begins only
 * when the one before is on disk. Anything else is damage, and nothing is touched.
 */
export function scanLedger(descriptor: number): LedgerScan {
  const size = fstatSync(descriptor).size;
  const walked = walk(descriptor, size);
  const reached = walked.at(-1);
  const stopped = reached === undefined ? 0 : endOf(reached);
  const all = committed(walked);
  if (stopped < size && wholeFrameFrom(descriptor, stopped, size)) return { ...all, damagedAt: stopped };
  const last = all.frames.at(-1);
  if (last === undefined || readPayload(descriptor, last) !== undefined) return { ...all, damagedAt: -1 };
  const before = committed(all.frames.slice(0, -1));
  const sound = before.frames.at(-1);
  const isLastThing = endOf(last) === size && (sound === undefined || readPayload(descriptor, sound) !== undefined);
  return { ...before, damagedAt: isLastThing ? -1 : last.offset };
}

/** Every frame, from the start, whose header continues the one before and whose bytes are all there. */
function walk(descriptor: number, size: number): Frame[] {
  const frames: Frame[] = [];
  const header = Buffer.alloc(HEADER_BYTES);
  let offset = 0;
  while (offset + HEADER_BYTES <= size) {
    readFully(descriptor, header, offset);
    if (!header.subarray(0, 4).equals(MAGIC)) break;
    const frame = frameOf(header, offset);
    const before = frames.at(-1);
    const first = before === undefined ? 0 : before.first + before.count;
    if (endOf(frame) > size || frame.first !== first || !frame.previous.equals(hashBefore(before))) break;
    frames.push(frame);
    offset = endOf(frame);
  }
  return frames;
}

function committed(frames: readonly Frame[]): { readonly frames: Frame[]; readonly end: number } {
  const last = frames.findLastIndex((frame) => frame.commit);
  const frame = frames[last];
  return { frames: frames.slice(0, last + 1), end: frame === undefined ? 0 : endOf(frame) };
}

const WINDOW = 1 << 20;

/** True when a whole frame begins at `from` or somewhere behind it. Entries are JSON text: none of them can hold one. */
function wholeFrameFrom(descriptor: number, from: number, size: number): boolean {
  const window = Buffer.alloc(WINDOW);
  for (let start = from; start + HEADER_BYTES <= size; start += WINDOW - HEADER_BYTES) {
    const seen = window.subarray(0, readFully(descriptor, window, start));
    let at = seen.indexOf(MAGIC);
    for (; at >= 0 && at + HEADER_BYTES <= seen.length; at = seen.indexOf(MAGIC, at + 1)) {
      const frame = frameOf(seen.subarray(at, at + HEADER_BYTES), start + at);
      if (frame.length <= MOST_PAYLOAD && endOf(frame) <= size && readPayload(descriptor, frame) !== undefined)
        return true;
    }
  }
  return false;
}
