import { createHash } from "node:crypto";
import { fdatasyncSync, fstatSync, ftruncateSync, openSync, closeSync, readSync, writeFileSync, writeSync } from "node:fs";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { Leaves } from "acta/record";
import { systemProblem } from "./system-problem.js";

// The embedded ledger: one append-only file of frames. A frame is
//   header  "ACTF", flags, count, length (4 bytes each, big-endian), first (8), previous hash (32), own hash (32)
//   payload leaves behind 16-bit lengths (the entry bundle of C2SP tlog-tiles)
//   trailer length (4), "FTCA"
// own hash = SHA-256(header up to the own hash, payload): frames chain. An append is one or more frames; only the last has the
// commit flag, and it is written after the others are durable. What lies behind the last commit is a write that was cut off:
// readers ignore it and the next writer removes it. Crash at any moment: the file ends at the last commit that was acknowledged.

const MAGIC = 0x41435446;
const TRAILER = 0x46544341;
const HEADER_BYTES = 88;
const TRAILER_BYTES = 8;
const OWN_HASH_AT = 56;
const COMMIT = 1;
/** Frames stay small enough to be checked quickly when the file is opened. */
const MOST_FRAME_BYTES = 8 << 20;
const NO_HASH = Buffer.alloc(32);

/** One committed append: the ledger's size after it and the chain hash there. */
export interface LedgerPoint {
  readonly size: number;
  /** Chain hash in lower-case hexadecimal; all zeros for the empty ledger. */
  readonly chain: string;
}

interface Frame {
  readonly offset: number;
  readonly length: number;
  readonly first: number;
  readonly count: number;
  readonly commit: boolean;
  readonly hash: Buffer;
}

/**
 * The file of a ledger. Contract: `append` with the expected size is compare and swap; what it has acknowledged is on disk
 * (fdatasync); what it has not is invisible; reads see whole appends only.
 */
export class LedgerFile {
  readonly #descriptor: number;
  readonly #path: string;
  #frames: Frame[];
  #end: number;

  private constructor(descriptor: number, path: string, frames: Frame[], end: number) {
    this.#descriptor = descriptor;
    this.#path = path;
    this.#frames = frames;
    this.#end = end;
  }

  /** Opens the file. `write` makes it when it is missing and removes a write that was cut off. */
  static open(path: string, mode: "read" | "write"): Result<LedgerFile> {
    let descriptor: number | undefined;
    try {
      descriptor = openSync(path, mode === "read" ? "r" : "a+", 0o644);
      const scan = soundFrames(descriptor, scanFrames(descriptor));
      if (scan.damagedAt >= 0) {
        closeSync(descriptor);
        return fail({ code: "ledger.damaged", where: path, context: { offset: scan.damagedAt } });
      }
      if (mode === "write") removeCutOff(descriptor, path, scan.end);
      return succeed(new LedgerFile(descriptor, path, scan.frames, scan.end));
    } catch (error) {
      if (descriptor !== undefined) closeSync(descriptor);
      return fail(systemProblem(error, path));
    }
  }

  /** Entries committed. */
  get size(): number {
    const last = this.#frames.at(-1);
    return last === undefined ? 0 : last.first + last.count;
  }

  /** The point after the last commit. */
  get head(): LedgerPoint {
    return { size: this.size, chain: (this.#frames.at(-1)?.hash ?? NO_HASH).toString("hex") };
  }

  /** The first committed point at or after a size: its chain hash fixes every entry before it. */
  pointCovering(size: number): LedgerPoint | undefined {
    const frame = this.#frames.find((each) => each.commit && each.first + each.count >= size);
    return frame === undefined ? undefined : { size: frame.first + frame.count, chain: frame.hash.toString("hex") };
  }

  /**
   * Appends leaves as one atomic, durable step.
   * @returns the new point; `ledger.moved` when somebody else has appended, or a system problem after which the file is as before.
   */
  append(expectedSize: number, leaves: Leaves): Result<LedgerPoint> {
    if (this.size !== expectedSize || fstatSync(this.#descriptor).size !== this.#end)
      return fail({ code: "ledger.moved", where: this.#path, context: { expected: expectedSize, size: this.size } });
    const pieces = splitLeaves(leaves);
    const added: Frame[] = [];
    try {
      pieces.forEach((piece, at) => {
        const last = at === pieces.length - 1;
        if (last && at > 0) fdatasyncSync(this.#descriptor);
        added.push(this.#write(piece, added.at(-1) ?? this.#frames.at(-1), last));
      });
      fdatasyncSync(this.#descriptor);
    } catch (error) {
      this.#undo();
      return fail(systemProblem(error, this.#path));
    }
    this.#frames.push(...added);
    this.#end = added.reduce((end, frame) => end + HEADER_BYTES + frame.length + TRAILER_BYTES, this.#end);
    return succeed(this.head);
  }

  #write(piece: Leaves, previous: Frame | undefined, commit: boolean): Frame {
    const header = Buffer.alloc(HEADER_BYTES);
    const first = previous === undefined ? 0 : previous.first + previous.count;
    header.writeUInt32BE(MAGIC, 0);
    header.writeUInt32BE(commit ? COMMIT : 0, 4);
    header.writeUInt32BE(piece.count, 8);
    header.writeUInt32BE(piece.bytes.length, 12);
    header.writeBigUInt64BE(BigInt(first), 16);
    header.set(previous?.hash ?? NO_HASH, 24);
    const hash = frameHash(header, piece.bytes);
    header.set(hash, OWN_HASH_AT);
    const trailer = Buffer.alloc(TRAILER_BYTES);
    trailer.writeUInt32BE(piece.bytes.length, 0);
    trailer.writeUInt32BE(TRAILER, 4);
    const offset = fstatSync(this.#descriptor).size;
    writeAll(this.#descriptor, Buffer.concat([header, piece.bytes, trailer]));
    return { offset, length: piece.bytes.length, first, count: piece.count, commit, hash };
  }

  /** After a failed write (a full disk): the file goes back to the last commit. If even that fails, the next opening does it. */
  #undo(): void {
    try {
      ftruncateSync(this.#descriptor, this.#end);
    } catch {
      // Nothing more can be done here; what was written lacks its commit and is invisible to readers.
    }
  }

  /** Hands over the entries up to a size, append by append; stops at the first problem. A frame that was altered is refused. */
  read(upTo: number, use: (leaves: Leaves, first: number) => Result<unknown>): Result<null> {
    let previous: Frame | undefined;
    for (const frame of this.#frames) {
      if (frame.first >= upTo) break;
      const payload = Buffer.alloc(HEADER_BYTES + frame.length);
      readFully(this.#descriptor, payload, frame.offset);
      const chained = payload.subarray(24, 24 + 32).equals(previous?.hash ?? NO_HASH);
      const bytes = payload.subarray(HEADER_BYTES);
      if (!chained || !frameHash(payload, bytes).equals(frame.hash))
        return fail({ code: "ledger.damaged", where: this.#path, context: { offset: frame.offset } });
      const used = use(firstLeaves({ bytes, count: frame.count }, upTo - frame.first), frame.first);
      if (!used.ok) return used;
      previous = frame;
    }
    return succeed(null);
  }

  /** Closes the file. */
  close(): void {
    closeSync(this.#descriptor);
  }
}

function frameHash(header: Uint8Array, payload: Uint8Array): Buffer {
  return createHash("sha256").update(header.subarray(0, OWN_HASH_AT)).update(payload).digest();
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  let at = 0;
  while (at < bytes.length) at += writeSync(descriptor, bytes, at);
}

function readFully(descriptor: number, into: Buffer, offset: number): number {
  let at = 0;
  while (at < into.length) {
    const got = readSync(descriptor, into, at, into.length - at, offset + at);
    if (got === 0) break;
    at += got;
  }
  return at;
}

interface Scan {
  readonly frames: Frame[];
  /** Where the last commit ends. */
  readonly end: number;
  /** Where the walk stopped: the end of the file, or a frame that is not whole. */
  readonly stopped: number;
}

/** Walks the headers from the start; frames behind the last commit are dropped. */
function scanFrames(descriptor: number): Scan {
  const size = fstatSync(descriptor).size;
  const frames: Frame[] = [];
  const header = Buffer.alloc(HEADER_BYTES);
  let offset = 0;
  while (offset + HEADER_BYTES + TRAILER_BYTES <= size) {
    readFully(descriptor, header, offset);
    const length = header.readUInt32BE(12);
    const next = offset + HEADER_BYTES + length + TRAILER_BYTES;
    if (header.readUInt32BE(0) !== MAGIC || next > size) break;
    frames.push({
      offset,
      length,
      first: Number(header.readBigUInt64BE(16)),
      count: header.readUInt32BE(8),
      commit: header.readUInt32BE(4) === COMMIT,
      hash: Buffer.from(header.subarray(OWN_HASH_AT)),
    });
    offset = next;
  }
  return committed(frames, offset);
}

function committed(frames: readonly Frame[], stopped: number): Scan {
  const last = frames.findLastIndex((frame) => frame.commit);
  const frame = frames[last];
  const end = frame === undefined ? 0 : frame.offset + HEADER_BYTES + frame.length + TRAILER_BYTES;
  return { frames: frames.slice(0, last + 1), end, stopped };
}

/**
 * Tells a write that was cut off from damage. After a power cut the last frame may be there with pages missing: its hash fails, it was
 * never acknowledged, and it is dropped. Anything broken with whole frames behind it is damage, and nothing is touched.
 */
function soundFrames(descriptor: number, scan: Scan): Scan & { readonly damagedAt: number } {
  const size = fstatSync(descriptor).size;
  const rest = size - scan.stopped;
  if (rest > 0 && rest > lastFrameBytes(descriptor, size)) return { ...scan, damagedAt: scan.stopped };
  const last = scan.frames.at(-1);
  if (last === undefined || hashHolds(descriptor, last)) return { ...scan, damagedAt: -1 };
  const before = committed(scan.frames.slice(0, -1), scan.stopped);
  const sound = before.frames.at(-1);
  const damaged = scan.end !== scan.stopped || (sound !== undefined && !hashHolds(descriptor, sound));
  return { ...before, damagedAt: damaged ? last.offset : -1 };
}

/** Bytes of the frame whose trailer ends the file; the file's size when no trailer stands there (a write that was cut off). */
function lastFrameBytes(descriptor: number, size: number): number {
  const trailer = Buffer.alloc(TRAILER_BYTES);
  readFully(descriptor, trailer, size - TRAILER_BYTES);
  if (trailer.readUInt32BE(4) !== TRAILER) return size;
  return HEADER_BYTES + trailer.readUInt32BE(0) + TRAILER_BYTES;
}

function hashHolds(descriptor: number, frame: Frame): boolean {
  const bytes = Buffer.alloc(HEADER_BYTES + frame.length);
  return (
    readFully(descriptor, bytes, frame.offset) === bytes.length &&
    frameHash(bytes, bytes.subarray(HEADER_BYTES)).equals(frame.hash)
  );
}

/** Removes what lies behind the last commit; the bytes are kept beside the file, so that nothing is lost. */
function removeCutOff(descriptor: number, path: string, end: number): void {
  const size = fstatSync(descriptor).size;
  if (size <= end) return;
  const bytes = Buffer.alloc(size - end);
  readFully(descriptor, bytes, end);
  writeFileSync(`${path}.cut-off`, bytes);
  ftruncateSync(descriptor, end);
  fdatasyncSync(descriptor);
}

/** Cuts leaves into pieces of at most 8 MiB at leaf borders. */
function splitLeaves(leaves: Leaves): readonly Leaves[] {
  const pieces: Leaves[] = [];
  let start = 0;
  let count = 0;
  let at = 0;
  for (let leaf = 0; leaf < leaves.count; leaf++) {
    const next = at + 2 + ((leaves.bytes[at] ?? 0) << 8) + (leaves.bytes[at + 1] ?? 0);
    if (next - start > MOST_FRAME_BYTES && count > 0) {
      pieces.push({ bytes: leaves.bytes.subarray(start, at), count });
      start = at;
      count = 0;
    }
    at = next;
    count++;
  }
  pieces.push({ bytes: leaves.bytes.subarray(start, at), count });
  return pieces;
}

function firstLeaves(leaves: Leaves, most: number): Leaves {
  if (leaves.count <= most) return leaves;
  let at = 0;
  for (let leaf = 0; leaf < most; leaf++) at += 2 + ((leaves.bytes[at] ?? 0) << 8) + (leaves.bytes[at + 1] ?? 0);
  return { bytes: leaves.bytes.subarray(0, at), count: most };
}
