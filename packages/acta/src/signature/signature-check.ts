import { fail, succeed } from "../basics/index.js";
import type { Instant, Problem, Result, Sha256 } from "../basics/index.js";
import { Frontier } from "../ledger/index.js";
import type { Ed25519 } from "../ledger/index.js";
import { BatchWalk, parseLeaf, readAct, readLedgerEntry } from "../record/index.js";
import type { BatchHeader, LedgerEntry, Leaves, SignatureEntry } from "../record/index.js";
import { changeProblem, foundingKey } from "./key-change.js";
import type { KeyChange } from "./key-change.js";
import { KeyRegister } from "./key-register.js";
import type { RegisteredKey } from "./key-register.js";
import { batchProblem, headerProblem, standsAlone, verifyRange } from "./signed-range.js";
import type { RangeBatch } from "./signed-range.js";

/** Where the bytes of a leaf stand. */
interface LeafPlace {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/** What the platform can do, as an argument. */
export interface SignaturePlatform {
  readonly sha256: Sha256;
  readonly ed25519: Ed25519;
}

/**
 * Checks that every batch of a ledger was signed by whom it says (docs/decisions/0012): feed it leaves from the first on. In a recorder's
 * ledger only changes of its key are signed in the ledger; in a ledger of record everything is.
 */
export class SignatureCheck {
  readonly #platform: SignaturePlatform;
  readonly #register: KeyRegister;
  readonly #walk: BatchWalk;
  /** Entries before this position were checked when they were appended: they are not hashed again. */
  readonly #checked: number;
  #ledger: LedgerEntry | null = null;
  #recorded: Instant | null = null;
  /** First leaf of the range that is open, its tree, its batches and the key changes in it. */
  #first = 0;
  #tree: Frontier;
  #batches: RangeBatch[] = [];
  #changes: KeyChange[] = [];

  constructor(platform: SignaturePlatform, checked = 0) {
    this.#platform = platform;
    this.#checked = checked;
    this.#register = new KeyRegister(platform.sha256);
    this.#tree = new Frontier(platform.sha256);
    this.#walk = new BatchWalk({
      batch: (header, index, bytes, start, end) => this.#batch(header, index, { bytes, start, end }),
      entry: (header, bytes, start, end, index) => this.#entry(header, bytes, start, end, index),
    });
  }

  /** Goes through further leaves. @returns the first problem, with the position of its entry; then the check is over. */
  next(leaves: Leaves): Result<null> {
    return this.#walk.next(leaves);
  }

  /** At the end of the leaves: whether something was left unsigned. */
  end(): Result<null> {
    const unsigned = this.#batches.find(({ header }) => this.#mustBeSigned(header));
    return unsigned === undefined
      ? succeed(null)
      : fail({ code: "signature.missing", context: { index: unsigned.index } });
  }

  /** The keys as the leaves so far have left them. */
  keys(): readonly RegisteredKey[] {
    return this.#register.keys();
  }

  /** The ledger's own entry; null before it was met. */
  ledger(): LedgerEntry | null {
    return this.#ledger;
  }

  /** The latest moment at which a batch was recorded; null before the first. */
  recorded(): Instant | null {
    return this.#recorded;
  }

  #mustBeSigned(header: BatchHeader): boolean {
    return this.#ledger?.mode === "ofRecord" || header.kind === "key";
  }

  #batch(header: BatchHeader, index: number, leaf: LeafPlace): Result<null> {
    if (this.#recorded === null || header.recordedAt > this.#recorded) this.#recorded = header.recordedAt;
    if (header.kind === "signature")
      return header.count === 1 ? succeed(null) : fail({ code: "record.badHeader", context: { index } });
    if (this.#ledger?.mode === "reported") {
      const unsigned = this.end();
      if (!unsigned.ok) return unsigned;
      this.#open(index);
    }
    this.#batches.push({ header, index });
    if (this.#ledger === null || this.#mustBeSigned(header)) this.#hash(leaf, index);
    return succeed(null);
  }

  #entry(header: BatchHeader, bytes: Uint8Array, start: number, end: number, index: number): Result<null> {
    if (header.kind === "signature") {
      const signature = readAct("signature", parseLeaf(bytes, start, end), index);
      return signature.ok ? this.#signature(header, signature.value, index) : signature;
    }
    if (this.#ledger === null || this.#mustBeSigned(header)) this.#hash({ bytes, start, end }, index);
    if (header.kind === "ledger") {
      const ledger = readLedgerEntry(parseLeaf(bytes, start, end), index);
      if (!ledger.ok) return ledger;
      this.#ledger = ledger.value;
    }
    if (header.kind !== "key") return succeed(null);
    const entry = readAct("key", parseLeaf(bytes, start, end), index);
    if (!entry.ok) return entry;
    this.#changes.push({ entry: entry.value, header, index });
    return succeed(null);
  }

  #hash({ bytes, start, end }: LeafPlace, index: number): void {
    if (index >= this.#checked) this.#tree.appendLeaf(bytes, start, end);
  }

  #open(first: number): void {
    this.#first = first;
    this.#tree = new Frontier(this.#platform.sha256);
    this.#batches = [];
    this.#changes = [];
  }

  /** A signature entry at a position: its header stands right before it, and there the range ends. */
  #signature(header: BatchHeader, signature: SignatureEntry, index: number): Result<null> {
    const done = this.#verify(header, signature, index - 1);
    if (!done.ok) return done;
    for (const { entry, index: at } of this.#changes) {
      const applied = this.#register.apply(entry, at);
      if (!applied.ok) return applied;
    }
    this.#open(index + 1);
    return succeed(null);
  }

  #verify(header: BatchHeader, signature: SignatureEntry, end: number): Result<null> {
    const ledger = this.#ledger;
    if (ledger === null || this.#batches.length === 0)
      return fail({ code: "signature.otherRange", context: { index: end, first: signature.first } });
    const keys = this.#keysFor(ledger, end);
    if (!keys.ok) return keys;
    if (end < this.#checked) return succeed(null);
    const range = { origin: ledger.origin, first: this.#first, end, root: this.#tree.root() };
    const signed = verifyRange(this.#platform.ed25519, range, signature, keys.value);
    if (!signed.ok) return signed;
    const problem =
      standsAlone(this.#batches, this.#first) ??
      firstProblem(this.#batches, (batch) => batchProblem(batch, signed.value)) ??
      firstProblem(this.#changes, (change) => changeProblem(change, signed.value)) ??
      headerProblem(header, end, this.#batches, signed.value);
    return problem === undefined ? succeed(null) : fail(problem);
  }

  /** Keys that may have signed the open range: those registered before it, or, for the first one, the key that the origin names. */
  #keysFor(ledger: LedgerEntry, end: number): Result<readonly RegisteredKey[]> {
    const known = this.#register.keys();
    if (known.length > 0) return succeed(known);
    const key = foundingKey(this.#platform.sha256, ledger, this.#changes, end);
    if (!key.ok) return key;
    // In a ledger of record the first range adds it; the key of a recorder is in force by the ledger's name alone.
    if (ledger.mode === "reported") this.#register.found(key.value);
    return succeed([key.value]);
  }
}

function firstProblem<T>(all: readonly T[], problemOf: (each: T) => Problem | undefined): Problem | undefined {
  for (const each of all) {
    const problem = problemOf(each);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
