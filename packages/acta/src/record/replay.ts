import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import type { Election, Roll } from "../election/index.js";
import { ActLog } from "./act-log.js";
import { readHeader } from "./batch-header.js";
import type { BatchHeader } from "./batch-header.js";
import { readBlobEntry, readBulletinEntry, readEditionEntry, readLedgerEntry } from "./entry.js";
import type { BlobEntry } from "./blob-entry.js";
import type { LedgerEntry } from "./entry.js";
import { isActKind } from "./entry-kind.js";
import type { ActKind } from "./entry-kind.js";
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
  readonly #acts = new ActLog();
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
    return { size: this.#size, ledger: this.#ledger, elections: new Map(elections), acts: this.#acts.acts() };
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
    const isOfLedger = isActKind(kind) && header.value.election === "";
    if (kind !== "ledger" && kind !== "definition" && !isOfLedger) {
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
    if (isActKind(header.kind)) return this.#act(header.kind, header, json);
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
      default:
        return fail(this.#bad());
    }
  }

  /** Takes an act in. Only what it does to sheets is applied here: as written, never decided again (RECORD.md 6). */
  #act(kind: ActKind, header: BatchHeader, json: unknown): Result<null> {
    const index = this.#size;
    const act = this.#acts.add(kind, header, json, index);
    if (!act.ok) return act;
    if (act.value.kind === "erratum" && act.value.entry.of >= index)
      return fail({ code: "record.badReference", context: { index, of: act.value.entry.of } });
    if (act.value.kind !== "ruling" && act.value.kind !== "erratum") return succeed(null);
    const { effects } = act.value.entry;
    if (effects.length === 0) return succeed(null);
    return this.#elections.get(header.election)?.effects(header, effects, index) ?? fail(this.#bad());
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
