import type { SheetLayout } from "./check-layout.js";
import type { CheckPlan } from "./check-plan.js";
import { valueAt } from "./check-reading.js";
import type { Reading } from "./check-reading.js";
import type { FindingValues } from "./finding.js";
import type { SheetTable } from "./sheet-table.js";

/** A sheet with a finding, as its explanation needs it. */
export interface CheckedSheet {
  readonly plan: CheckPlan;
  readonly table: SheetTable;
  readonly row: number;
  readonly layout: SheetLayout;
  readonly reading: Readonly<Reading>;
}

/** What a finding shows. */
export interface Explanation {
  readonly cells: readonly number[];
  readonly values: FindingValues;
}

/** Explains one code. */
export type Explainer = (sheet: CheckedSheet) => Explanation;

/** The id of a cell of the form. */
export function cellId(sheet: CheckedSheet, cell: number): string {
  return sheet.layout.form.cells[cell]?.id ?? "";
}

/** The id of the option that a cell belongs to. */
export function optionId(sheet: CheckedSheet, cell: number): string {
  return sheet.layout.form.cells[cell]?.option ?? "";
}

/** Those of some cells whose column value passes a test. */
export function cellsWhere(
  sheet: CheckedSheet,
  cells: readonly number[],
  test: (value: number) => boolean,
): readonly number[] {
  return cells.filter((cell) => test(valueAt(sheet.table, cell, sheet.row)));
}

/** The vote cells with the total of voters. */
export function votesAndVoters(sheet: CheckedSheet): readonly number[] {
  return [...sheet.layout.votes, sheet.layout.voters].filter((cell) => cell >= 0);
}
