import { createHash } from "node:crypto";
import { closeSync, fdatasyncSync, fstatSync, ftruncateSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { Leaves } from "acta/record";
import { syncFolder, writeAll, writeDurably } from "./durable-file.js";
import {
  MOST_FRAME_BYTES,
  encodeFrame,
  endOf,
  hashBefore,
  readFully,
  readPayload,
  scanLedger,
} from "./ledger-frame.js";
import type { Frame } from "./ledger-frame.js";
import { sliceLeaves, splitLeaves } from "./leaf-range.js";
import { systemProblem } from "./system-problem.js";

// The embedded ledger: one append-only file of frames (ledger-frame.ts). The commit of an append is written after its other frames are
// durable. What lies behind the last commit is a write that was cut off: readers ignore it and the next writer sets it aside. Crash
// at any moment: the file ends at the last commit that was acknowledged.

/** One committed append: the ledger's size after it and the chain hash there. */
export interface LedgerPoint {
  readonly size: number;
  /** Chain hash in lower-case hexadecimal; all zeros for the empty ledger. */
  readonly chain: string;
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
  /** Where the opening has put a write that was cut off (a power cut, kill -9); "" when there was none. */
  readonly setAside: string;

  private constructor(descriptor: number, path: string, frames: Frame[], end: number, aside: string) {
    this.#descriptor = descriptor;
    this.#path = path;
    this.#frames = frames;
    this.#end = end;
    this.setAside = aside;
  }

  /** Opens the file. `write` makes it when it is missing and sets aside a write that was cut off. */
  static open(path: string, mode: "read" | "write"): Result<LedgerFile> {
    let descriptor: number | undefined;
    try {
      descriptor = openSync(path, mode === "read" ? "r" : "a+", 0o644);
      const scan = scanLedger(descriptor);
      if (scan.damagedAt >= 0) {
        closeSync(descriptor);
        return fail({ code: "ledger.damaged", where: path, context: { offset: scan.damagedAt } });
      }
      if (mode === "write" && scan.end === 0) syncFolder(dirname(path));
      const aside = mode === "write" ? setAside(descriptor, path, scan.end) : "";
      return succeed(new LedgerFile(descriptor, path, scan.frames, scan.end, aside));
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

  /** Where the last commit ends in the file; what lies behind is a write that is under way, or was cut off. */
  get committedBytes(): number {
    return this.#end;
  }

  /** The point after the last commit. */
  get head(): LedgerPoint {
    return { size: this.size, chain: hashBefore(this.#frames.at(-1)).toString("hex") };
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
    const pieces = splitLeaves(leaves, MOST_FRAME_BYTES);
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
    this.#end = added.reduce((_, frame) => endOf(frame), this.#end);
    return succeed(this.head);
  }

  /** Takes in what another process has appended since: a file that is open for reading shows what was there at its opening. */
  refresh(): Result<null> {
    try {
      if (fstatSync(this.#descriptor).size === this.#end) return succeed(null);
      const scan = scanLedger(this.#descriptor);
      if (scan.damagedAt >= 0)
        return fail({ code: "ledger.damaged", where: this.#path, context: { offset: scan.damagedAt } });
      this.#frames = scan.frames;
      this.#end = scan.end;
      return succeed(null);
    } catch (error) {
      return fail(systemProblem(error, this.#path));
    }
  }

  #write(piece: Leaves, previous: Frame | undefined, commit: boolean): Frame {
    const [frame, bytes] = encodeFrame(piece, previous, previous === undefined ? 0 : endOf(previous), commit);
    writeAll(this.#descriptor, bytes);
    return frame;
  }

  /** After a failed write (a full disk): the file goes back to the last commit. If even that fails, the next opening does it. */
  #undo(): void {
    try {
      ftruncateSync(this.#descriptor, this.#end);
    } catch {
      // Nothing more can be done here; what was written lacks its commit and is invisible to readers.
    }
  }

  /**
   * Hands over the entries up to a size, frame by frame, without the frames that end before `from`; stops at the first problem. A
   * frame that was altered is refused.
   */
  read(upTo: number, use: (leaves: Leaves, first: number) => Result<unknown>, from = 0): Result<null> {
    for (const frame of this.#frames) {
      if (frame.first >= upTo) break;
      if (frame.first + frame.count <= from) continue;
      const bytes = readPayload(this.#descriptor, frame);
      if (bytes === undefined)
        return fail({ code: "ledger.damaged", where: this.#path, context: { offset: frame.offset } });
      const used = use(sliceLeaves({ bytes, count: frame.count }, 0, upTo - frame.first), frame.first);
      if (!used.ok) return used;
    }
    return succeed(null);
  }

  /** Closes the file. */
  close(): void {
    closeSync(this.#descriptor);
  }
}

/**
 * Moves what lies behind the last commit into a file of its own, so that nothing is lost. @returns the path of that file; "" when
 * there is nothing.
 */
function setAside(descriptor: number, path: string, end: number): string {
  const size = fstatSync(descriptor).size;
  if (size <= end) return "";
  const bytes = Buffer.alloc(size - end);
  readFully(descriptor, bytes, end);
  const aside = `${path}.cut-off-${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}`;
  writeDurably(aside, bytes);
  ftruncateSync(descriptor, end);
  fdatasyncSync(descriptor);
  return aside;
}
