import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import type { Election, Roll } from "../election/index.js";
import { readBlobEntry, readBulletinEntry, readEditionEntry, readHeader, readLedgerEntry } from "./entry.js";
import type { BatchHeader, BlobEntry, LedgerEntry } from "./entry.js";
import { ElectionFold } from "./election-fold.js";
import { eachLeaf, parseLeaf } from "./leaf-writer.js";
import type { Leaves } from "./leaf-writer.js";
import type { LedgerState } from "./ledger-state.js";

/** How replay gets the content-addressed files that entries name; the caller has checked their hash. */
export interface Blobs {
  readonly definition: (sha256: string) => Result<Election>;
  readonly roll: (sha256: string) => Result<Roll>;
}

/** The fold: entries in, state out. Feed it leaves in order, from the first; stop at any size. */
export class Replay {
  readonly #blobs: Blobs;
  readonly #elections = new Map<string, ElectionFold>();
  #ledger: LedgerEntry | null = null;
  #size = 0;
  #header: BatchHeader | null = null;
  #left = 0;
  #problem: Result<never> | null = null;

  constructor(blobs: Blobs) {
    this.#blobs = blobs;
  }

  /** Applies leaves. @returns the size reached, or the first problem with the position of its entry; then the fold is spent. */
  apply(leaves: Leaves): Result<number> {
    const whole = eachLeaf(leaves, (start, end) => {
      if (this.#problem !== null) return;
      const done = this.#leaf(leaves.bytes, start, end);
      if (!done.ok) this.#problem = done;
      else this.#size++;
    });
    if (this.#problem === null && !whole)
      this.#problem = fail({ code: "record.tornLeaves", context: { index: this.#size } });
    return this.#problem ?? succeed(this.#size);
  }

  /** The state at the size reached. Tables are the fold's own: they change when more is applied. */
  state(): LedgerState {
    const elections = [...this.#elections].map(([id, fold]) => [id, fold.state()] as const);
    return { size: this.#size, ledger: this.#ledger, elections: new Map(elections) };
  }

  #leaf(bytes: Uint8Array, start: number, end: number): Result<null> {
    const header = this.#header;
    if (header === null || this.#left === 0) return this.#begin(bytes, start, end);
    this.#left--;
    if (header.kind === "sheet") return this.#sheet(header, bytes, start, end);
    return this.#plain(header, parseLeaf(bytes, start, end));
  }

  #begin(bytes: Uint8Array, start: number, end: number): Result<null> {
    const header = readHeader(parseLeaf(bytes, start, end), this.#size);
    if (!header.ok) return header;
    const { kind, count } = header.value;
    if ((this.#size === 0) !== (kind === "ledger") || (kind === "ledger" && count !== 1))
      return fail({ code: "record.badFirst", context: { index: this.#size } });
    if (kind !== "ledger" && kind !== "definition") {
      const fold = this.#elections.get(header.value.election);
      if (fold === undefined)
        return fail({ code: "record.noDefinition", context: { index: this.#size, election: header.value.election } });
      const begun = fold.begin(header.value, this.#size);
      if (!begun.ok) return begun;
    }
    this.#header = header.value;
    this.#left = header.value.count;
    return succeed(null);
  }

  #sheet(header: BatchHeader, bytes: Uint8Array, start: number, end: number): Result<null> {
    const fold = this.#elections.get(header.election);
    if (fold === undefined) return fail(this.#bad());
    return fold.sheet(bytes, start, end, this.#size);
  }

  #plain(header: BatchHeader, json: unknown): Result<null> {
    switch (header.kind) {
      case "ledger":
        return this.#take(readLedgerEntry(json, this.#size), (entry) => {
          this.#ledger = entry;
          return succeed(null);
        });
      case "definition":
        return this.#take(readBlobEntry(json, this.#size), (entry) => this.#definition(header, entry));
      case "roll":
        return this.#take(readBlobEntry(json, this.#size), (entry) => this.#roll(header, entry));
      case "source":
        return this.#take(readBlobEntry(json, this.#size), (entry) => {
          this.#elections.get(header.election)?.source(header, entry);
          return succeed(null);
        });
      case "bulletin":
        return this.#take(readBulletinEntry(json, this.#size), (entry) => {
          this.#elections.get(header.election)?.bulletin(entry);
          return succeed(null);
        });
      case "edition":
        return this.#take(readEditionEntry(json, this.#size), (entry) => {
          const fold = this.#elections.get(header.election);
          return fold?.edition(header, entry, this.#size) ?? fail(this.#bad());
        });
      case "sheet":
        return fail(this.#bad());
    }
  }

  #take<T>(read: Result<T>, use: (entry: T) => Result<null>): Result<null> {
    return read.ok ? use(read.value) : read;
  }

  #definition(header: BatchHeader, entry: BlobEntry): Result<null> {
    const election = this.#blobs.definition(entry.sha256);
    if (!election.ok) return election;
    if (election.value.id !== header.election) return fail(this.#bad());
    let fold = this.#elections.get(header.election);
    if (fold === undefined) this.#elections.set(header.election, (fold = new ElectionFold(election.value)));
    return fold.define(election.value, entry.sha256);
  }

  #roll(header: BatchHeader, entry: BlobEntry): Result<null> {
    const roll = this.#blobs.roll(entry.sha256);
    if (!roll.ok) return roll;
    return this.#elections.get(header.election)?.enrol(roll.value, entry.sha256) ?? fail(this.#bad());
  }

  #bad(): { readonly code: string; readonly context: { readonly index: number } } {
    return { code: "record.badEntry", context: { index: this.#size } };
  }
}
