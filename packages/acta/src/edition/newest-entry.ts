import type { Json } from "../basics/index.js";
import type { Edition } from "../record/index.js";
import { NO_ENTRY } from "../sheet/index.js";
import type { SheetTable } from "../sheet/index.js";

/** Ledger position of the newest sheet entry among rows; -1 when none has one. */
export function newestOf(table: SheetTable, rows: Iterable<number>): number {
  let newest = -1;
  for (const row of rows) {
    const head = table.head[row] ?? NO_ENTRY;
    if (head !== NO_ENTRY && head > newest) newest = head;
  }
  return newest;
}

/**
 * Which sheet entry was the last to change an area, and the first edition that holds it. That, and not the edition from which the
 * file was reached, stands in an area's file: an area without news keeps its file from edition to edition.
 */
export function newestJson(editions: readonly Edition[], entry: number): Json {
  if (entry < 0) return null;
  let first: Edition | undefined;
  for (const edition of editions)
    if (edition.size > entry && (first === undefined || edition.size < first.size)) first = edition;
  return {
    edition: first === undefined ? null : { asOf: first.asOf, id: first.id, number: first.number },
    entry,
  };
}
