import type { Row } from "./rows.js";

/** A row whose cells are already texts. */
export function cellsRow(line: number, cells: readonly string[]): Row {
  const text = (column: number): string => {
    const cell = cells[column];
    if (cell === undefined) throw new RangeError(`no column ${String(column)}`);
    return cell;
  };
  return { line, text, count: (column) => digitsOf(text(column)) };
}

function digitsOf(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : -1;
}
