import type { Row } from "../files/index.js";

/** A row as the quarantine keeps it: its cells as a JSON list, bounded. */
export function rawOf(row: Row, columns: number): string {
  const cells: string[] = [];
  for (let at = 0; at < columns; at++) cells.push(row.text(at));
  return JSON.stringify(cells).slice(0, 4_096);
}
