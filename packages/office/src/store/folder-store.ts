import { readdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { BlobStore } from "./blob-store.js";
import { readCheckpoint, writeCheckpoint } from "./checkpoint-file.js";
import { sliceLeaves } from "./leaf-range.js";
import type { LedgerFile } from "./ledger-file.js";
import type { Addition, LedgerStore, SignedHead, StoreHead, UseLeaves } from "./ledger-store.js";
import { systemProblem } from "./system-problem.js";
import { readVerifierLine, writeVerifierLine } from "./verifier-file.js";

/** How often a folder is looked at by who follows it: a look is one question to the file system. */
const LOOK_EVERY = 100;

/** Milliseconds between two checkpoints of a burst of appends, whose renames would cost more than the appends. */
const CHECKPOINT_EVERY = 100;

/** The embedded store: one folder, one writer at a time, who holds its lock. */
export class FolderStore implements LedgerStore {
  readonly #path: string;
  readonly #ledger: LedgerFile;
  readonly #blobs: BlobStore;
  /** A checkpoint that waits to be written behind entries that are durable, and the clock that it waits for. */
  #waiting: SignedHead | null = null;
  #clock: NodeJS.Timeout | null = null;

  constructor(path: string, ledger: LedgerFile, blobs: BlobStore) {
    this.#path = path;
    this.#ledger = ledger;
    this.#blobs = blobs;
  }

  async head(): Promise<Result<StoreHead>> {
    this.settle();
    // The checkpoint before the ledger: it never stands for more than is read after it.
    const checkpoint = readCheckpoint(this.#path);
    if (!checkpoint.ok) return checkpoint;
    const fresh = this.#ledger.refresh();
    if (!fresh.ok) return fresh;
    const note = checkpoint.value;
    const signed = note === null ? null : { note, verifier: readVerifierLine(this.#path) };
    return succeed({ size: this.#ledger.size, checkpoint: signed });
  }

  async append(expectedSize: number, { leaves, blobs, checkpoint }: Addition): Promise<Result<null>> {
    // An entry never names a file that is not there: blobs first. What a lost append leaves of them is in nobody's way.
    for (const [sha256, bytes] of blobs) {
      const put = this.#blobs.put(bytes);
      if (!put.ok) return put;
      if (put.value !== sha256) return fail({ code: "store.otherBytes", where: sha256 });
    }
    const appended = this.#ledger.append(expectedSize, leaves);
    if (!appended.ok || checkpoint === null) return appended.ok ? succeed(null) : appended;
    this.#waiting = checkpoint;
    // The entries are durable: a checkpoint that a crash keeps from being written is made again at the next opening.
    if (this.#clock === null) {
      this.settle();
      this.#clock = setTimeout(() => {
        this.#clock = null;
        this.settle();
      }, CHECKPOINT_EVERY).unref();
    }
    return succeed(null);
  }

  /** Writes the checkpoint that waits. What cannot be written (a full disk) takes nothing back: the next opening makes it. */
  settle(): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting === null) return;
    writeCheckpoint(this.#path, waiting.note);
    writeVerifierLine(this.#path, waiting.verifier);
  }

  async read(from: number, upTo: number, use: UseLeaves): Promise<Result<null>> {
    return this.#ledger.read(
      upTo,
      (leaves, first) => use(sliceLeaves(leaves, from - first, leaves.count), Math.max(first, from)),
      from,
    );
  }

  async blobNames(): Promise<Result<readonly string[]>> {
    try {
      return succeed(
        readdirSync(this.#blobs.path)
          .filter((name) => /^[0-9a-f]{64}$/.test(name))
          .toSorted(),
      );
    } catch (error) {
      const problem = systemProblem(error, this.#blobs.path);
      return problem.code === "store.notFound" ? succeed([]) : fail(problem);
    }
  }

  async blob(sha256: string): Promise<Result<Uint8Array>> {
    return this.#blobs.get(sha256);
  }

  async follow(size: number, milliseconds: number): Promise<Result<number>> {
    const until = performance.now() + milliseconds;
    for (;;) {
      const fresh = this.#ledger.refresh();
      if (!fresh.ok) return fresh;
      const left = until - performance.now();
      if (this.#ledger.size > size || left <= 0) return succeed(this.#ledger.size);
      await sleep(Math.min(LOOK_EVERY, left));
    }
  }

  async close(): Promise<void> {
    if (this.#clock !== null) clearTimeout(this.#clock);
    this.settle();
    this.#ledger.close();
  }
}
