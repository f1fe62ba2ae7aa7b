import { MOST_IN_CELL, NO_ENTRY, cellFromJson, cellToJson } from "../sheet/index.js";
import type { LeafWriter } from "./leaf-writer.js";

// Sheet entry, version 1: [station, status, [cell, ...]] and, when it supersedes, the ledger position of the head of its chain:
// [station, status, [cell, ...], replaces]. Canonical JSON (RFC 8785), about 45 bytes for a runoff.

/** One version of one copy of a sheet, as written in the ledger. */
export interface SheetEntry {
  readonly station: string;
  /** Id of a status of the definition named in the batch header. */
  readonly status: string;
  /** Column values by the contest's form (counts or marks). */
  readonly cells: readonly number[];
  /** Texts of absurd cells by position. */
  readonly raw: ReadonlyMap<number, string>;
  /** Ledger position of the entry that it supersedes; -1 when it is the first of its chain. */
  readonly replaces: number;
}

/** Cells in columns, from which entries are written: a table, or what an import has read. */
export interface SheetColumns {
  readonly cells: readonly Int32Array[];
  readonly raw: ReadonlyMap<number, string>;
}

/** Writes the sheet at a position of columns as an entry; `head` is the ledger position of the entry that it supersedes, or `NO_ENTRY`. */
export function writeSheetEntry(
  writer: LeafWriter,
  station: string,
  status: string,
  columns: SheetColumns,
  position: number,
  head: number,
): void {
  const { cells, raw } = columns;
  writer.begin();
  writer.text("[");
  writer.string(station);
  writer.text(",");
  writer.string(status);
  writer.text(",[");
  for (let at = 0; at < cells.length; at++) {
    if (at > 0) writer.text(",");
    const value = cells[at]?.[position] ?? 0;
    if (value >= 0) writer.number(value);
    else writer.text(JSON.stringify(cellToJson(value, raw.get(position * cells.length + at))));
  }
  writer.text("]");
  if (head !== NO_ENTRY) {
    writer.text(",");
    writer.number(head);
  }
  writer.text("]");
  writer.end();
}

/** Reads a sheet entry from its JSON value; `undefined` when it is not one. */
export function sheetEntryFromJson(json: unknown, cellCount: number): SheetEntry | undefined {
  if (!Array.isArray(json) || json.length < 3 || json.length > 4) return undefined;
  const parts: readonly unknown[] = json;
  const [station, status, written] = parts;
  if (typeof station !== "string" || typeof status !== "string" || !Array.isArray(written)) return undefined;
  const replaces = parts.length === 3 ? -1 : positionOf(parts[3]);
  if (replaces === undefined) return undefined;
  const items: readonly unknown[] = written;
  if (items.length !== cellCount) return undefined;
  const cells: number[] = [];
  const raw = new Map<number, string>();
  for (let at = 0; at < items.length; at++) {
    const cell = cellFromJson(items[at]);
    if (cell === undefined) return undefined;
    cells.push(cell.value);
    if (cell.raw !== "") raw.set(at, cell.raw);
  }
  return { station, status, cells, raw, replaces };
}

/** A ledger position. The mark for "no entry" is none: it would let an entry claim to be the first and to replace something. */
function positionOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value < NO_ENTRY ? value : undefined;
}

/** Where the quick reader puts what it read; reused from entry to entry. */
export interface SheetScratch {
  stationStart: number;
  stationEnd: number;
  statusStart: number;
  statusEnd: number;
  readonly cells: Int32Array;
  replaces: number;
}

const QUOTE = 34;
const COMMA = 44;
const OPEN = 91;
const CLOSE = 93;
const BACKSLASH = 92;

/**
 * Reads the plain form of a sheet entry (ASCII ids, counts only) straight from its bytes, without making objects.
 * @returns false when the entry has anything else in it: then the JSON reader decides.
 */
export function scanSheetEntry(bytes: Uint8Array, start: number, end: number, into: SheetScratch): boolean {
  let at = start;
  if (bytes[at++] !== OPEN || bytes[at++] !== QUOTE) return false;
  into.stationStart = at;
  at = skipId(bytes, at, end);
  into.stationEnd = at;
  if (bytes[at++] !== QUOTE || bytes[at++] !== COMMA || bytes[at++] !== QUOTE) return false;
  into.statusStart = at;
  at = skipId(bytes, at, end);
  into.statusEnd = at;
  if (bytes[at++] !== QUOTE || bytes[at++] !== COMMA || bytes[at++] !== OPEN) return false;
  for (let cell = 0; cell < into.cells.length; cell++) {
    if (cell > 0 && bytes[at++] !== COMMA) return false;
    const digits = at;
    let value = 0;
    for (let digit = (bytes[at] ?? 0) - 48; digit >= 0 && digit <= 9 && at < end; digit = (bytes[++at] ?? 0) - 48)
      value = value * 10 + digit;
    if (at === digits || at - digits > 9 || value > MOST_IN_CELL || (at - digits > 1 && bytes[digits] === 48))
      return false;
    into.cells[cell] = value;
  }
  if (bytes[at++] !== CLOSE) return false;
  into.replaces = -1;
  if (bytes[at] === COMMA) {
    let value = 0;
    const digits = ++at;
    for (let digit = (bytes[at] ?? 0) - 48; digit >= 0 && digit <= 9 && at < end; digit = (bytes[++at] ?? 0) - 48)
      value = value * 10 + digit;
    if (at === digits || at - digits > 10 || value >= NO_ENTRY || (at - digits > 1 && bytes[digits] === 48))
      return false;
    into.replaces = value;
  }
  return bytes[at] === CLOSE && at + 1 === end;
}

function skipId(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE || byte === BACKSLASH || byte < 0x20 || byte > 0x7e) break;
    at++;
  }
  return at;
}
