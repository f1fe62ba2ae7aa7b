import { fail, succeed } from "../basics/index.js";
import type { Instant, Result } from "../basics/index.js";
import type { Status } from "../election/index.js";
import { AUTHORITY_COPY, ActLog, BatchWalk, isActKind, parseLeaf } from "../record/index.js";
import type { Act, BatchHeader, Blobs, Leaves } from "../record/index.js";

/** What a source says of a sheet in one entry: its status, and the figures as written. */
export interface SheetMention {
  /** Ledger position. */
  readonly entry: number;
  readonly status: Status;
  /** The cells as canonical JSON: compared, not read. */
  readonly figures: string;
  /** The source's clock. */
  readonly asOf: Instant | null;
  /** Whose sheet it is. */
  readonly actor: string;
}

/** What the ledger holds about the legal life of sheets: all acts, and what the authority's sheets say. */
export interface LegalRecord {
  readonly acts: readonly Act[];
  readonly sheets: ReadonlyMap<string, readonly SheetMention[]>;
}

/** Which sheets are looked at. */
export interface LegalScope {
  readonly election: string;
  readonly contest: string;
  /** Only the sheets of these stations; null for all. */
  readonly stations: ReadonlySet<string> | null;
}

/** Collects the legal record of a contest: feed it leaves from the first of a ledger on. Copies of others are evidence and left out. */
export class LegalRecordWalk {
  readonly #blobs: Pick<Blobs, "definition">;
  readonly #scope: LegalScope;
  readonly #log = new ActLog();
  readonly #sheets = new Map<string, SheetMention[]>();
  readonly #walk = new BatchWalk({ entry: (...at) => this.#entry(...at) });
  #batch: BatchHeader | null = null;
  #statuses: ReadonlyMap<string, Status> = new Map();

  constructor(blobs: Pick<Blobs, "definition">, scope: LegalScope) {
    this.#blobs = blobs;
    this.#scope = scope;
  }

  /** Looks through further leaves. */
  apply(leaves: Leaves): Result<null> {
    return this.#walk.next(leaves);
  }

  /** What was found so far. */
  record(): LegalRecord {
    return { acts: this.#log.acts(), sheets: this.#sheets };
  }

  #entry(header: BatchHeader, bytes: Uint8Array, start: number, end: number, index: number): Result<null> {
    const { kind, election, scope, copy } = header;
    if (isActKind(kind)) {
      const act = this.#log.add(kind, header, parseLeaf(bytes, start, end), index);
      return act.ok ? succeed(null) : act;
    }
    const isIts = election === this.#scope.election && scope === this.#scope.contest && copy === AUTHORITY_COPY;
    return kind === "sheet" && isIts ? this.#sheet(header, bytes, start, end, index) : succeed(null);
  }

  #sheet(header: BatchHeader, bytes: Uint8Array, start: number, end: number, index: number): Result<null> {
    const { stations } = this.#scope;
    if (stations !== null && !stations.has(codeAt(bytes, start, end))) return succeed(null);
    const leaf = parseLeaf(bytes, start, end);
    const parts: readonly unknown[] = Array.isArray(leaf) ? leaf : [];
    const [station, id, cells] = parts;
    const statuses = this.#statusesOf(header);
    if (!statuses.ok) return statuses;
    const status = statuses.value.get(String(id));
    if (typeof station !== "string" || status === undefined)
      return fail({ code: "record.badEntry", context: { index } });
    const mention = {
      entry: index,
      status,
      figures: JSON.stringify(cells),
      asOf: header.asOf,
      actor: header.actor.name,
    };
    const before = this.#sheets.get(station);
    if (before === undefined) this.#sheets.set(station, [mention]);
    else before.push(mention);
    return succeed(null);
  }

  #statusesOf(header: BatchHeader): Result<ReadonlyMap<string, Status>> {
    if (this.#batch === header) return succeed(this.#statuses);
    const definition = this.#blobs.definition(header.definition);
    if (!definition.ok) return definition;
    this.#batch = header;
    this.#statuses = new Map(definition.value.statuses.map((status) => [status.id, status]));
    return succeed(this.#statuses);
  }
}

const decoder = new TextDecoder("utf-8");
const QUOTE = 0x22;

/** The station's code at the beginning of a sheet entry, `["000001",...`: read without parsing the rest. */
function codeAt(bytes: Uint8Array, start: number, end: number): string {
  const from = start + 2;
  const to = bytes.indexOf(QUOTE, from);
  return to < 0 || to >= end ? "" : decoder.decode(bytes.subarray(from, to));
}
