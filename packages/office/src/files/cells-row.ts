import type { Row } from "./rows.js";

/** A row whose cells are already texts. */
export function cellsRow(line: number, cells: readonly string[]): Row {
  return {
    line,
    text: (column) => {
      const text = cells[column];
      if (text === undefined) throw new RangeError(`no column ${String(column)}`);
      return text;
    },
  };
}
