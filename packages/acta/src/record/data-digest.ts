import { hex } from "../basics/index.js";
import type { Sha256 } from "../basics/index.js";
import type { Roll } from "../election/index.js";
import { NO_SHEET, OUT_OF_SCOPE, cellToJson } from "../sheet/index.js";
import type { SheetTable } from "../sheet/index.js";
import { LeafWriter } from "./leaf-writer.js";

const ROWS_AT_ONCE = 8_192;

/**
 * Digest of what the sheets say, without times and keys: equal for all who import the same files, in any order (RECORD.md 1).
 * For each contest by id and each station by code: code, status, state, cells and registered voters, hashed in runs of 8,192 rows.
 */
export function dataDigest(roll: Roll, tables: Iterable<SheetTable>, sha256: Sha256): string {
  const digests = new LeafWriter();
  for (const table of [...tables].toSorted((a, b) => (a.contest < b.contest ? -1 : 1))) {
    digests.leaf(sha256(headOf(table)));
    for (let start = 0; start < table.size; start += ROWS_AT_ONCE)
      digests.leaf(sha256(rowsOf(roll, table, start, Math.min(start + ROWS_AT_ONCE, table.size))));
  }
  return hex(sha256(digests.leaves().bytes));
}

function headOf(table: SheetTable): Uint8Array {
  const writer = new LeafWriter();
  writer.begin();
  writer.text(JSON.stringify([table.contest, ...table.form.cells.map((cell) => cell.id)]));
  writer.end();
  return writer.leaves().bytes;
}

function rowsOf(roll: Roll, table: SheetTable, start: number, end: number): Uint8Array {
  const writer = new LeafWriter();
  const { cells, statuses } = table;
  for (let row = start; row < end; row++) {
    const at = table.status[row] ?? OUT_OF_SCOPE;
    if (at === OUT_OF_SCOPE) continue;
    writer.begin();
    writer.text("[");
    writer.string(roll.codes[row] ?? "");
    writer.text(",");
    writer.string(at === NO_SHEET ? "" : (statuses[at]?.id ?? ""));
    writer.text(",");
    // The same word of the source may mean something else by an amended definition.
    writer.string(at === NO_SHEET ? "" : (statuses[at]?.state ?? ""));
    writer.text(",");
    for (let cell = 0; cell < cells.length; cell++) {
      const value = cells[cell]?.[row] ?? 0;
      if (value >= 0) writer.number(value);
      else writer.text(JSON.stringify(cellToJson(value, table.raw.get(row * cells.length + cell))));
      writer.text(",");
    }
    const registered = roll.registered[row] ?? -1;
    if (registered >= 0) writer.number(registered);
    writer.text("]");
    writer.end();
  }
  return writer.leaves().bytes;
}
