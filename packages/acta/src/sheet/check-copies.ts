import type { SheetForm } from "../election/index.js";
import { ABSURD, NOT_SUPPLIED } from "./cell.js";
import { FINDINGS } from "./finding-codes.js";
import type { Finding } from "./finding.js";

/** The figures of one copy of a sheet: column values by the order of the form, and the texts of absurd cells by position. */
export interface SheetCopy {
  readonly cells: readonly number[];
  readonly raw?: ReadonlyMap<number, string>;
}

/** What two copies of one sheet say differently. */
export interface CopyComparison {
  /** Positions of the cells that both copies supply and that differ. */
  readonly differing: readonly number[];
  /** Positions that only one of the two supplies: nothing to compare. */
  readonly unsupplied: readonly number[];
  /** The finding when any cell differs. */
  readonly finding: Finding | null;
}

/**
 * Compares two copies of one sheet cell by cell. An empty box and a 0 differ, since the paper differs.
 * @param rows the row of the sheet in its table, for the finding; empty when it has none.
 */
export function compareCopies(
  form: SheetForm,
  a: SheetCopy,
  b: SheetCopy,
  rows: readonly number[] = [],
): CopyComparison {
  const differing: number[] = [];
  const unsupplied: number[] = [];
  form.cells.forEach((_, cell) => {
    const one = a.cells[cell] ?? NOT_SUPPLIED;
    const other = b.cells[cell] ?? NOT_SUPPLIED;
    if (one === NOT_SUPPLIED || other === NOT_SUPPLIED) {
      if (one !== other) unsupplied.push(cell);
    } else if (one !== other || (one === ABSURD && a.raw?.get(cell) !== b.raw?.get(cell))) differing.push(cell);
  });
  return { differing, unsupplied, finding: findingOf(form, differing, rows) };
}

function findingOf(form: SheetForm, cells: readonly number[], rows: readonly number[]): Finding | null {
  const first = cells[0];
  if (first === undefined) return null;
  const values = { count: cells.length, cell: form.cells[first]?.id ?? "" };
  return { code: "C102", severity: FINDINGS.C102.severity, rows, cells, values };
}
