import { NO_PLACE } from "../election/index.js";
import type { Roll } from "../election/index.js";
import { layoutOf } from "./check-layout.js";
import type { CompiledRule } from "./check-rules.js";
import type { Finding } from "./finding.js";
import { stateOf } from "./sheet-table.js";
import type { SheetTable } from "./sheet-table.js";

/** In the chains: no further row. */
const NONE = -1;

/**
 * Finds stations of one polling place whose sheets have the same votes in every vote cell. Two such sheets may be one sheet
 * entered twice, or chance: with few voters chance is common, so sheets under the rule's least size are left alone.
 * Sheets that were annulled hold decided figures and are not compared.
 */
export function checkTwins(roll: Roll, table: SheetTable, rule: CompiledRule, add: (finding: Finding) => void): void {
  if (rule.severity === "off") return;
  const cells = layoutOf(table.form).votes;
  const columns = cells.map((cell) => table.cells[cell] ?? new Int32Array(table.size));
  const twins = chainTwins(roll, table, columns, rule.tolerance);
  for (let row = 0; row < table.size; row++) {
    if (twins.next[row] === NONE || twins.follows[row] === 1) continue;
    const rows = [row];
    for (let at = twins.next[row] ?? NONE; at !== NONE; at = twins.next[at] ?? NONE) rows.push(at);
    const values = { stations: rows.length, votes: votesOf(columns, row) };
    add({ code: rule.code, severity: rule.severity, rows, cells, values });
  }
}

interface Twins {
  /** The next row with the same votes, ascending. */
  readonly next: Int32Array;
  /** 1 for a row that is somebody's next. */
  readonly follows: Uint8Array;
}

/**
 * Chains rows with the same votes. Each place has a region of its own in one hash table of rows: typed arrays, since five
 * million sheets must not become five million objects, and near each other in memory, since a place's stations are.
 */
function chainTwins(roll: Roll, table: SheetTable, columns: readonly Int32Array[], least: number): Twins {
  const regions = regionsOf(roll);
  const slots = new Int32Array(regions.at(-1) ?? 0).fill(NONE);
  const next = new Int32Array(table.size).fill(NONE);
  const last = new Int32Array(table.size);
  const follows = new Uint8Array(table.size);
  for (let row = 0; row < table.size; row++) {
    if (!isCompared(roll, table, columns, row, least)) continue;
    const place = roll.place[row] ?? NO_PLACE;
    const start = regions[place] ?? 0;
    const end = regions[place + 1] ?? 0;
    let slot = start + (hashOf(columns, row) % (end - start));
    while (slots[slot] !== NONE && !isTwin(columns, slots[slot] ?? NONE, row)) slot = slot + 1 < end ? slot + 1 : start;
    const head = slots[slot] ?? NONE;
    if (head === NONE) slots[slot] = row;
    else {
      next[last[head] ?? head] = row;
      follows[row] = 1;
    }
    last[head === NONE ? row : head] = row;
  }
  return { next, follows };
}

/** Where the region of each place begins in the hash table; twice as large as its stations, so that a search ends soon. */
function regionsOf(roll: Roll): Uint32Array {
  const regions = new Uint32Array(roll.places.length + 1);
  for (const place of roll.place) if (place < roll.places.length) regions[place + 1] = (regions[place + 1] ?? 0) + 2;
  for (let place = 0; place < roll.places.length; place++)
    regions[place + 1] = (regions[place + 1] ?? 0) + (regions[place] ?? 0);
  return regions;
}

function isCompared(
  roll: Roll,
  table: SheetTable,
  columns: readonly Int32Array[],
  row: number,
  least: number,
): boolean {
  const state = stateOf(table, row);
  if (state !== "counted" && state !== "referred") return false;
  return (roll.place[row] ?? NO_PLACE) < roll.places.length && votesOf(columns, row) >= Math.max(least, 1);
}

function votesOf(columns: readonly Int32Array[], row: number): number {
  let votes = 0;
  for (const column of columns) {
    const value = column[row] ?? 0;
    if (value > 0) votes += value;
  }
  return votes;
}

/** FNV-1a over the vote cells, from 0 up. */
function hashOf(columns: readonly Int32Array[], row: number): number {
  let hash = 0x811c9dc5;
  for (const column of columns) hash = Math.imul(hash ^ (column[row] ?? 0), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function isTwin(columns: readonly Int32Array[], one: number, other: number): boolean {
  for (const column of columns) if (column[one] !== column[other]) return false;
  return true;
}
