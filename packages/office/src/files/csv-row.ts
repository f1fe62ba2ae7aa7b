import { cellCount, cellText } from "./csv-cursor.js";
import type { CsvCursor } from "./csv-cursor.js";
import type { Row } from "./rows.js";

/** The one row object of a CSV file: it shows the record at the cursor. */
export interface CsvRow extends Row {
  /** The record at the cursor has been handed over: the next one may repeat its cells. */
  leave(): void;
  /** The block was changed: what was in it before cannot be compared any more. */
  forget(): void;
}

/**
 * Makes the row. Sorted files repeat most words from row to row (areas, places, statuses). A cell with the same bytes as the one
 * above gives the same string again: that is cheaper than a new equal one, also for those who compare it with what they had.
 */
export function csvRow({ scan, blocks, dialect }: CsvCursor, line: () => number): CsvRow {
  const columns = scan.from.length;
  const texts = Array.from({ length: columns }, () => "");
  // Row in which each of the texts was given last, and where the cells of the row before stand in the block.
  const givenIn = new Float64Array(columns).fill(-1);
  let from: Int32Array = new Int32Array(columns);
  let to: Int32Array = new Int32Array(columns);
  let row = 1;
  let comparable = false;

  function isAsAbove(column: number): boolean {
    const { bytes } = blocks;
    const start = scan.from[column] ?? 0;
    const length = (scan.to[column] ?? 0) - start;
    const above = from[column] ?? 0;
    if ((to[column] ?? 0) - above !== length) return false;
    for (let at = 0; at < length; at++) if (bytes[start + at] !== bytes[above + at]) return false;
    return true;
  }

  return {
    get line() {
      return line();
    },
    text: (column) => {
      if (!(column >= 0 && column < columns)) throw new RangeError(`no column ${String(column)}`);
      const given = givenIn[column] ?? -1;
      const known = given === row || (comparable && given === row - 1 && isAsAbove(column));
      const text = known ? (texts[column] ?? "") : cellText(scan, blocks, dialect, column);
      texts[column] = text;
      givenIn[column] = row;
      return text;
    },
    count: (column) => {
      if (!(column >= 0 && column < columns)) throw new RangeError(`no column ${String(column)}`);
      return cellCount(scan, blocks, column);
    },
    leave: () => {
      [scan.from, from] = [from, scan.from];
      [scan.to, to] = [to, scan.to];
      row++;
      comparable = true;
    },
    forget: () => {
      comparable = false;
    },
  };
}
