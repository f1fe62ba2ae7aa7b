import { canonicalJson, fail, succeed, utf8 } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import type { FormCell, Status } from "../election/index.js";
import { BatchWalk } from "./batch-walk.js";
import { readAct } from "./act-form.js";
import type { SheetEffect } from "./act.js";
import type { BatchHeader } from "./batch-header.js";
import { readEditionEntry } from "./entry.js";
import { parseLeaf } from "./leaf-writer.js";
import type { Leaves } from "./leaf-writer.js";
import type { Blobs } from "./replay.js";
import { sheetEntryFromJson } from "./sheet-entry.js";

/** Which sheet: of one election and contest, by the station's code. */
export interface SheetName {
  readonly election: string;
  readonly contest: string;
  readonly station: string;
}

/** One version of a sheet as the ledger has it, with the facts of the batch that it came in. */
export interface SheetVersion {
  /** Ledger position of its entry. */
  readonly index: number;
  /** Who, when, why, and by which definition. */
  readonly header: BatchHeader;
  /** The status by the definition of its batch. */
  readonly status: Status;
  /** Cells of the form by which it was read. */
  readonly form: readonly FormCell[];
  /** Column values by that form (counts or marks). */
  readonly cells: readonly number[];
  /** Texts of absurd cells by position. */
  readonly raw: ReadonlyMap<number, string>;
  /** Ledger position of the version that it supersedes; -1 for the first. */
  readonly replaces: number;
  /** Number of the edition that was sealed next in its election; null while none was. */
  readonly edition: number | null;
}

/** Collects all versions of one sheet, in the order in which they were recorded: feed it leaves from the first on. */
export class SheetHistory {
  readonly #blobs: Blobs;
  readonly #name: SheetName;
  readonly #versions: SheetVersion[] = [];
  /** Bytes with which every entry of the station begins, and no other. */
  readonly #beginning: Uint8Array;
  readonly #walk: BatchWalk;

  constructor(blobs: Blobs, name: SheetName) {
    this.#blobs = blobs;
    this.#name = name;
    this.#beginning = utf8(`[${canonicalJson(name.station)},`);
    this.#walk = new BatchWalk({
      entry: (header, bytes, start, end, index) => this.#entry(header, bytes, start, end, index),
    });
  }

  /** Looks through further leaves. */
  apply(leaves: Leaves): Result<null> {
    return this.#walk.next(leaves);
  }

  /** The versions found so far. */
  versions(): readonly SheetVersion[] {
    return [...this.#versions];
  }

  #entry(header: BatchHeader, bytes: Uint8Array, start: number, end: number, index: number): Result<null> {
    if (header.election !== this.#name.election) return succeed(null);
    if (header.kind === "edition") {
      const entry = readEditionEntry(parseLeaf(bytes, start, end), index);
      if (!entry.ok) return entry;
      this.#sealed(entry.value.number);
      return succeed(null);
    }
    if (header.scope !== this.#name.contest) return succeed(null);
    if (header.kind === "ruling" || header.kind === "erratum") {
      const act = readAct(header.kind, parseLeaf(bytes, start, end), index);
      return act.ok ? this.#effects(header, act.value.effects, index) : act;
    }
    const isIts = header.kind === "sheet" && this.#begins(bytes, start);
    return isIts ? this.#version(header, parseLeaf(bytes, start, end), index) : succeed(null);
  }

  #effects(header: BatchHeader, effects: readonly SheetEffect[], index: number): Result<null> {
    for (const effect of effects) {
      if (effect[0] !== this.#name.station) continue;
      const done = this.#version(header, effect, index);
      if (!done.ok) return done;
    }
    return succeed(null);
  }

  #begins(bytes: Uint8Array, start: number): boolean {
    return this.#beginning.every((byte, at) => bytes[start + at] === byte);
  }

  #sealed(number: number): void {
    for (const [at, version] of this.#versions.entries())
      if (version.edition === null) this.#versions[at] = { ...version, edition: number };
  }

  #version(header: BatchHeader, json: unknown, index: number): Result<null> {
    const definition = this.#blobs.definition(header.definition);
    if (!definition.ok) return definition;
    const form = definition.value.contests.find((contest) => contest.id === header.scope)?.form.cells ?? [];
    const entry = sheetEntryFromJson(json, form.length);
    if (entry === undefined) return fail({ code: "record.badEntry", context: { index } });
    const status = definition.value.statuses.find((each) => each.id === entry.status);
    if (status === undefined) return fail({ code: "record.unknownStatus", context: { index } });
    const { cells, raw, replaces } = entry;
    this.#versions.push({ index, header, status, form, cells, raw, replaces, edition: null });
    return succeed(null);
  }
}
