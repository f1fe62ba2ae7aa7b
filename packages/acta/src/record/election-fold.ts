import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import { stationAt } from "../election/index.js";
import type { Contest, Election, Roll, Status } from "../election/index.js";
import { NO_ENTRY, OUT_OF_SCOPE } from "../sheet/index.js";
import type { SheetTable } from "../sheet/index.js";
import type { SheetEffect } from "./act.js";
import type { BatchHeader } from "./batch-header.js";
import type { BlobEntry } from "./blob-entry.js";
import type { BulletinEntry, EditionEntry } from "./entry.js";
import { FirstFiledKeeper } from "./first-filed.js";
import { parseLeaf } from "./leaf-writer.js";
import { AUTHORITY_COPY } from "./ledger-state.js";
import type { Bulletin, Edition, ElectionState, SourceFile } from "./ledger-state.js";
import { scanSheetEntry, sheetEntryFromJson } from "./sheet-entry.js";
import type { SheetScratch } from "./sheet-entry.js";
import { joinStatuses, moveTable } from "./table-change.js";

const decoder = new TextDecoder("utf-8", { fatal: true });

const NO_ROLL: Roll = {
  trees: [],
  places: [],
  codes: [],
  leaves: [],
  place: new Uint32Array(0),
  registered: new Int32Array(0),
};

/** Whose copy, and which of theirs: `authority/1`, `agent:PARTY/2`, `observer:MISSION/1`. */
const COPY = /^[a-z]+(?::[^/\s]{1,60})?\/[1-9]\d{0,2}$/;

/** What a sheet batch needs while its entries are read. */
interface OpenBatch {
  readonly table: SheetTable;
  readonly scratch: SheetScratch;
  /** The row after the one read last: entries usually come in the roll's order. */
  next: number;
  statusText: string;
  statusAt: number;
}

/** The part of the fold that concerns one election. */
export class ElectionFold {
  #election: Election;
  #definition = "";
  #roll: Roll = NO_ROLL;
  #rollHash = "";
  #statuses: readonly Status[] = [];
  /** Every contest that was ever defined: one that an amended definition leaves out keeps its sheets, unseen. */
  readonly #contests = new Map<string, Contest>();
  #tables = new Map<string, SheetTable>();
  /** Tables of the copies of others, by contest and copy: evidence, which never supersedes the authority's (RECORD.md 3). */
  #copies = new Map<string, Map<string, SheetTable>>();
  #open: OpenBatch | null = null;
  readonly #firstFiled = new FirstFiledKeeper();
  readonly #editions: Edition[] = [];
  readonly #bulletins: (Bulletin & { readonly rows: BulletinEntry[] })[] = [];
  readonly #files: SourceFile[] = [];

  constructor(election: Election) {
    this.#election = election;
  }

  /** A definition comes into force: tables move to its contests and forms. */
  define(election: Election, sha256: string): Result<null> {
    this.#election = election;
    this.#definition = sha256;
    for (const contest of election.contests) this.#contests.set(contest.id, contest);
    this.#statuses = joinStatuses(this.#statuses, election.statuses);
    if (this.#statuses.length > 250) return fail({ code: "record.tooManyStatuses" });
    return this.#move(this.#roll);
  }

  /** A roll comes into force: rows move to its stations. */
  enrol(roll: Roll, sha256: string): Result<null> {
    const moved = this.#move(roll);
    this.#rollHash = sha256;
    return moved;
  }

  #move(roll: Roll): Result<null> {
    const tables = new Map<string, SheetTable>();
    const copies = new Map<string, Map<string, SheetTable>>();
    for (const contest of this.#contests.values()) {
      const all = [[AUTHORITY_COPY, this.#tables.get(contest.id)] as const, ...(this.#copies.get(contest.id) ?? [])];
      const moved = new Map<string, SheetTable>();
      for (const [copy, table] of all) {
        const done = moveTable(table, this.#roll.codes, contest, roll, this.#statuses);
        if ("missing" in done) return fail({ code: "record.stationLeftRoll", context: { station: done.missing } });
        if (copy === AUTHORITY_COPY) tables.set(contest.id, done);
        else moved.set(copy, done);
      }
      if (moved.size > 0) copies.set(contest.id, moved);
    }
    this.#tables = tables;
    this.#copies = copies;
    this.#roll = roll;
    return succeed(null);
  }

  /** The table of somebody's copies in a contest; it is made with the first of them. */
  #copyTable(contest: Contest, copy: string): Result<SheetTable> {
    let copies = this.#copies.get(contest.id);
    if (copies === undefined) this.#copies.set(contest.id, (copies = new Map()));
    const known = copies.get(copy);
    if (known !== undefined) return succeed(known);
    const made = moveTable(undefined, [], contest, this.#roll, this.#statuses);
    if ("missing" in made) return fail({ code: "record.stationLeftRoll", context: { station: made.missing } });
    copies.set(copy, made);
    return succeed(made);
  }

  /** A batch of this election begins. */
  begin(header: BatchHeader, index: number): Result<null> {
    this.#open = null;
    if (header.kind === "bulletin") {
      const { scope, source, asOf, recordedAt } = header;
      this.#bulletins.push({ series: scope, source, asOf, recordedAt, rows: [] });
    }
    return header.kind === "sheet" ? this.#beginSheets(header, index) : succeed(null);
  }

  #beginSheets(header: BatchHeader, index: number): Result<null> {
    const table = this.#tableOf(header, index, header.copy);
    if (!table.ok) return table;
    if (header.definition !== this.#definition) return fail({ code: "record.otherDefinition", context: { index } });
    if (!COPY.test(header.copy))
      return fail({ code: "record.badCopy", context: { index, copy: header.copy.slice(0, 64) } });
    const scratch = {
      stationStart: 0,
      stationEnd: 0,
      statusStart: 0,
      statusEnd: 0,
      cells: new Int32Array(table.value.cells.length),
      replaces: -1,
    };
    this.#open = { table: table.value, scratch, next: 0, statusText: "", statusAt: -1 };
    this.#firstFiled.begin(index, header.asOf);
    return succeed(null);
  }

  #tableOf(header: BatchHeader, index: number, copy = AUTHORITY_COPY): Result<SheetTable> {
    const contest = this.#election.contests.find(({ id }) => id === header.scope);
    const table = this.#tables.get(header.scope);
    if (contest === undefined || table === undefined)
      return fail({ code: "record.unknownContest", context: { index, contest: header.scope.slice(0, 64) } });
    return copy === AUTHORITY_COPY ? succeed(table) : this.#copyTable(contest, copy);
  }

  /** Applies what a ruling or an erratum makes of sheets. Each continues the chain of its sheet with the act as its new head. */
  effects(header: BatchHeader, effects: readonly SheetEffect[], index: number): Result<null> {
    const table = this.#tableOf(header, index);
    if (!table.ok) return table;
    this.#firstFiled.begin(index, header.asOf);
    for (const effect of effects) {
      const entry = sheetEntryFromJson(effect, table.value.cells.length);
      if (entry === undefined) return fail({ code: "record.badEntry", context: { index } });
      const row = stationAt(this.#roll, entry.station);
      const status = this.#statusAt(entry.status);
      const set = this.#set(table.value, row, status, entry.cells, entry.replaces, index, entry.raw);
      if (!set.ok) return set;
    }
    return succeed(null);
  }

  /** Applies one sheet entry: it must continue the chain of its copy. */
  sheet(bytes: Uint8Array, start: number, end: number, index: number): Result<null> {
    const batch = this.#open;
    if (batch === null) return fail({ code: "record.badEntry", context: { index } });
    const { scratch, table } = batch;
    if (scanSheetEntry(bytes, start, end, scratch)) {
      const row = this.#row(batch, bytes, scratch.stationStart, scratch.stationEnd);
      const status = this.#status(batch, bytes, scratch.statusStart, scratch.statusEnd);
      return this.#set(table, row, status, scratch.cells, scratch.replaces, index, null);
    }
    const entry = sheetEntryFromJson(parseLeaf(bytes, start, end), table.cells.length);
    if (entry === undefined) return fail({ code: "record.badEntry", context: { index } });
    const row = stationAt(this.#roll, entry.station);
    batch.next = row + 1;
    return this.#set(table, row, this.#statusAt(entry.status), entry.cells, entry.replaces, index, entry.raw);
  }

  #row(batch: OpenBatch, bytes: Uint8Array, start: number, end: number): number {
    const expected = this.#roll.codes[batch.next];
    let row = batch.next;
    if (expected === undefined || !sameText(expected, bytes, start, end))
      row = stationAt(this.#roll, decoder.decode(bytes.subarray(start, end)));
    batch.next = row + 1;
    return row;
  }

  #status(batch: OpenBatch, bytes: Uint8Array, start: number, end: number): number {
    if (batch.statusAt >= 0 && sameText(batch.statusText, bytes, start, end)) return batch.statusAt;
    batch.statusText = decoder.decode(bytes.subarray(start, end));
    batch.statusAt = this.#statusAt(batch.statusText);
    return batch.statusAt;
  }

  #statusAt(id: string): number {
    const own = this.#election.statuses.find((status) => status.id === id);
    if (own === undefined) return -1;
    return this.#statuses.findIndex(
      (status) =>
        status.id === id &&
        status.state === own.state &&
        status.resolved === own.resolved &&
        status.flags.join() === own.flags.join(),
    );
  }

  #set(
    table: SheetTable,
    row: number,
    status: number,
    cells: ArrayLike<number>,
    replaces: number,
    index: number,
    raw: ReadonlyMap<number, string> | null,
  ): Result<null> {
    if (row < 0 || table.status[row] === OUT_OF_SCOPE)
      return fail({ code: "record.unknownStation", context: { index } });
    if (status < 0) return fail({ code: "record.unknownStatus", context: { index } });
    const head = table.head[row] ?? NO_ENTRY;
    if (head !== (replaces < 0 ? NO_ENTRY : replaces)) return fail({ code: "record.brokenChain", context: { index } });
    const isOwn = this.#tables.get(table.contest) === table;
    if (isOwn && head !== NO_ENTRY) this.#firstFiled.before(table, row, this.#roll.codes[row] ?? "");
    table.status[row] = status;
    table.head[row] = index;
    for (let at = 0; at < table.cells.length; at++) {
      const column = table.cells[at];
      if (column !== undefined) column[row] = cells[at] ?? 0;
    }
    if (raw !== null || table.raw.size > 0) setRaw(table, row, raw);
    if (isOwn && head !== NO_ENTRY) this.#firstFiled.after(table, row, this.#roll.codes[row] ?? "");
    return succeed(null);
  }

  /** A raw file was read. */
  source(header: BatchHeader, entry: BlobEntry): void {
    const { sha256, bytes, name, part } = entry;
    this.#files.push({ sha256, bytes, name, part, asOf: header.asOf, recordedAt: header.recordedAt });
  }

  /** A row of the bulletin batch that is open. */
  bulletin(entry: BulletinEntry): void {
    this.#bulletins.at(-1)?.rows.push(entry);
  }

  /** The ledger's size, its own entry included, is sealed as an edition. */
  edition(header: BatchHeader, entry: EditionEntry, index: number): Result<null> {
    const { number, definition, roll } = entry;
    if (number !== this.#editions.length + 1 || definition !== this.#definition || roll !== this.#rollHash)
      return fail({ code: "record.badEdition", context: { index } });
    this.#editions.push({ ...entry, asOf: header.asOf, sealedAt: header.recordedAt, size: index + 1 });
    return succeed(null);
  }

  /** The election's state now. */
  state(): ElectionState {
    return {
      election: this.#election,
      definition: this.#definition,
      roll: this.#roll,
      rollHash: this.#rollHash,
      tables: new Map(
        this.#election.contests.flatMap(({ id }) => {
          const table = this.#tables.get(id);
          return table === undefined ? [] : [[id, table] as const];
        }),
      ),
      copies: new Map([...this.#copies].map(([contest, tables]) => [contest, new Map(tables)])),
      editions: [...this.#editions],
      bulletins: [...this.#bulletins],
      files: [...this.#files],
    };
  }
}

function sameText(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (text.length !== end - start) return false;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) !== bytes[start + at]) return false;
  return true;
}

function setRaw(table: SheetTable, row: number, raw: ReadonlyMap<number, string> | null): void {
  for (let at = 0; at < table.cells.length; at++) {
    const key = row * table.cells.length + at;
    const text = raw?.get(at);
    if (text === undefined) table.raw.delete(key);
    else table.raw.set(key, text);
  }
}
