import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import type { Election } from "../election/index.js";
import { readAct } from "./act-form.js";
import type { BatchHeader } from "./batch-header.js";
import { BatchWalk } from "./batch-walk.js";
import { parseLeaf } from "./leaf-writer.js";
import type { Leaves } from "./leaf-writer.js";
import type { Blobs } from "./replay.js";
import { sheetEntryFromJson } from "./sheet-entry.js";
import type { SheetVersion } from "./sheet-history.js";

/** A batch with the ledger position of its header. */
export interface PlacedBatch {
  readonly index: number;
  readonly header: BatchHeader;
}

/** A version of a sheet and the batch that it came in. */
export interface ChainedVersion extends Omit<SheetVersion, "edition"> {
  readonly batch: number;
}

interface Part {
  readonly bytes: Uint8Array;
  readonly first: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/**
 * Follows the chains of all sheets back from their heads: feed it leaves from the first of a ledger on. It keeps where each leaf stands and reads
 * none until it is asked, since most of a country's sheets have one version. The bytes that it was fed must stay as they are.
 */
export class VersionChains {
  readonly #blobs: Pick<Blobs, "definition">;
  readonly #definitions = new Map<string, Election>();
  readonly #batches: PlacedBatch[] = [];
  readonly #parts: Part[] = [];
  readonly #walk: BatchWalk;
  #size = 0;
  #starts = new Uint32Array(0);
  #ends = new Uint32Array(0);

  constructor(blobs: Pick<Blobs, "definition">) {
    this.#blobs = blobs;
    const note = (index: number, start: number, end: number): Result<null> => {
      this.#starts[index - this.#size] = start;
      this.#ends[index - this.#size] = end;
      return succeed(null);
    };
    this.#walk = new BatchWalk({
      batch: (header, index, _, start, end) => {
        this.#batches.push({ index, header });
        return note(index, start, end);
      },
      entry: (_header, _bytes, start, end, index) => note(index, start, end),
    });
  }

  /** Looks through further leaves. */
  apply(leaves: Leaves): Result<null> {
    this.#starts = new Uint32Array(leaves.count);
    this.#ends = new Uint32Array(leaves.count);
    const done = this.#walk.next(leaves);
    this.#parts.push({ bytes: leaves.bytes, first: this.#size, starts: this.#starts, ends: this.#ends });
    this.#size += leaves.count;
    return done;
  }

  /** The batch that an entry came in; its header is the last one before it. */
  batchOf(entry: number): PlacedBatch | undefined {
    let low = 0;
    let high = this.#batches.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#batches[middle]?.index ?? 0) <= entry) low = middle + 1;
      else high = middle;
    }
    return this.#batches[low - 1];
  }

  /** False when an entry is the first of its sheet: told from its last bytes, without reading it. */
  isChained(entry: number): boolean {
    const part = this.#partOf(entry);
    const end = part?.ends[entry - part.first] ?? 0;
    // ["000001","counted",[1,2]] is a first version, ["000001","counted",[1,2],7] is not; of an act nothing is told.
    const isSheet = this.batchOf(entry)?.header.kind === "sheet";
    return !isSheet || part?.bytes[end - 2] !== CLOSING;
  }

  /**
   * The versions of a station's sheet that lead to an entry, the oldest first.
   * @returns `record.badEntry` with the position of what is no version of this sheet, and problems of reading a definition.
   */
  versionsOf(station: string, head: number): Result<readonly ChainedVersion[]> {
    const versions: ChainedVersion[] = [];
    for (let entry = head; entry >= 0;) {
      const version = this.#version(station, entry);
      if (!version.ok) return version;
      versions.unshift(version.value);
      entry = version.value.replaces;
    }
    return succeed(versions);
  }

  #version(station: string, index: number): Result<ChainedVersion> {
    const bad = fail({ code: "record.badEntry", context: { index } });
    const batch = this.batchOf(index);
    const part = this.#partOf(index);
    if (batch === undefined || part === undefined) return bad;
    const { header } = batch;
    const definition = this.#definition(header.definition);
    if (!definition.ok) return definition;
    const at = index - part.first;
    const leaf = parseLeaf(part.bytes, part.starts[at] ?? 0, part.ends[at] ?? 0);
    const json = header.kind === "sheet" ? leaf : effectOf(header, leaf, index, station);
    const form = definition.value.contests.find(({ id }) => id === header.scope)?.form.cells ?? [];
    const entry = sheetEntryFromJson(json, form.length);
    const status = definition.value.statuses.find(({ id }) => id === entry?.status);
    if (entry === undefined || status === undefined || entry.station !== station || entry.replaces >= index) return bad;
    const { cells, raw, replaces } = entry;
    return succeed({ index, batch: batch.index, header, status, form, cells, raw, replaces });
  }

  #definition(sha256: string): Result<Election> {
    const known = this.#definitions.get(sha256);
    if (known !== undefined) return succeed(known);
    const read = this.#blobs.definition(sha256);
    if (read.ok) this.#definitions.set(sha256, read.value);
    return read;
  }

  #partOf(entry: number): Part | undefined {
    return this.#parts.findLast(({ first }) => first <= entry);
  }
}

const CLOSING = 0x5d;

/** What a ruling or an erratum makes of a station's sheet. */
function effectOf(header: BatchHeader, leaf: unknown, index: number, station: string): unknown {
  if (header.kind !== "ruling" && header.kind !== "erratum") return undefined;
  const act = readAct(header.kind, leaf, index);
  return act.ok ? act.value.effects.find(([code]) => code === station) : undefined;
}
