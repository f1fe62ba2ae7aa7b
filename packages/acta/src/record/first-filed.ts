import type { Instant } from "../basics/index.js";
import { NO_ENTRY, NO_SHEET, hasFigures, stateOf } from "../sheet/index.js";
import type { SheetTable } from "../sheet/index.js";

/**
 * Keeps for every superseded sheet the version with figures that was filed first by the source's clock; where a clock is unknown, by
 * the order of the ledger. Without it an old file that is imported late would make a newer version the "first".
 */
export class FirstFiledKeeper {
  /** Where sheet batches begin, and the clock of each. */
  readonly #batches: { readonly start: number; readonly asOf: Instant | null }[] = [];
  /** Ledger position of the version that is kept, by contest and station. */
  readonly #kept = new Map<string, number>();

  /** A batch of sheets begins at a ledger position. */
  begin(start: number, asOf: Instant | null): void {
    this.#batches.push({ start, asOf });
  }

  /** Before the version in force of a row is replaced: keeps it when it was filed first. */
  before(table: SheetTable, row: number, station: string): void {
    if (table.first.has(row) || !hasFigures(stateOf(table, row))) return;
    table.first.set(row, {
      status: table.status[row] ?? NO_SHEET,
      cells: table.cells.map((column) => column[row] ?? 0),
    });
    this.#kept.set(keyOf(table, station), table.head[row] ?? NO_ENTRY);
  }

  /** After it was replaced: a version that was filed earlier than the one kept is itself the first. */
  after(table: SheetTable, row: number, station: string): void {
    if (!table.first.has(row) || !hasFigures(stateOf(table, row))) return;
    const kept = this.#asOfAt(this.#kept.get(keyOf(table, station)) ?? NO_ENTRY);
    const now = this.#asOfAt(table.head[row] ?? NO_ENTRY);
    if (kept !== null && now !== null && now < kept) table.first.delete(row);
  }

  #asOfAt(position: number): Instant | null {
    let low = 0;
    let high = this.#batches.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#batches[middle]?.start ?? NO_ENTRY) <= position) low = middle + 1;
      else high = middle;
    }
    return this.#batches[low - 1]?.asOf ?? null;
  }
}

function keyOf(table: SheetTable, station: string): string {
  return `${table.contest}/${station}`;
}
