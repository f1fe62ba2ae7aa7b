import type { ByteWriter } from "../basics/index.js";
import type { Edition } from "../record/index.js";
import { NO_ENTRY } from "../sheet/index.js";
import type { SheetTable } from "../sheet/index.js";
import { writeNumber, writeText } from "./result-writer.js";

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
 * Writes which sheet entry was the last to change an area, and the first edition that holds it. That, and not the edition from which the
 * file was reached, stands in an area's file: an area without news keeps its file from edition to edition.
 */
export function writeNewest(out: ByteWriter, editions: readonly Edition[], entry: number): void {
  if (entry < 0) return out.text(',"newest":null');
  let first: Edition | undefined;
  for (const edition of editions)
    if (edition.size > entry && (first === undefined || edition.size < first.size)) first = edition;
  if (first === undefined) out.text(',"newest":{"edition":null');
  else {
    writeText(out, ',"newest":{"edition":{"asOf":', first.asOf);
    writeText(out, ',"id":', first.id);
    writeNumber(out, ',"number":', first.number);
    out.text("}");
  }
  writeNumber(out, ',"entry":', entry);
  out.text("}");
}
