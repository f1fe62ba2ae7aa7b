import { ABSURD, BLANK, ILLEGIBLE, NOT_SUPPLIED } from "./cell.js";
import { cellId, cellsWhere, votesAndVoters } from "./check-explanation.js";
import type { CheckedSheet, Explainer, Explanation } from "./check-explanation.js";
import type { SheetCode } from "./finding-codes.js";

type MissingCode = Extract<SheetCode, `S1${string}`>;

/** Explains the rules on boxes without a count. */
export const explainMissing: Readonly<Record<MissingCode, Explainer>> = {
  S101: ({ layout }) => ({ cells: [layout.voters], values: {} }),
  S102: (sheet) => marked(sheet, sheet.layout.votes, BLANK),
  S103: (sheet) => marked(sheet, withPreferences(sheet), ILLEGIBLE),
  S104: (sheet) => {
    const { cells, values } = marked(sheet, withPreferences(sheet), ABSURD);
    const at = sheet.row * sheet.table.cells.length + (cells[0] ?? 0);
    return { cells, values: { ...values, text: sheet.table.raw.get(at) ?? "" } };
  },
  S105: (sheet) => marked(sheet, votesAndVoters(sheet), NOT_SUPPLIED),
  S106: ({ layout }) => ({ cells: [layout.ballotsCast], values: {} }),
};

function marked(sheet: CheckedSheet, among: readonly number[], mark: number): Explanation {
  const cells = cellsWhere(sheet, among, (value) => value === mark);
  return { cells, values: { count: cells.length, cell: cellId(sheet, cells[0] ?? -1) } };
}

function withPreferences(sheet: CheckedSheet): readonly number[] {
  return [...votesAndVoters(sheet), ...sheet.layout.preferential.flatMap((list) => list.candidates)];
}
