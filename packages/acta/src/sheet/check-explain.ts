import { explainMissing } from "./check-explain-missing.js";
import { explainPreferential } from "./check-explain-preferential.js";
import { explainState } from "./check-explain-state.js";
import { explainSums } from "./check-explain-sums.js";
import type { CheckedSheet, Explainer, Explanation } from "./check-explanation.js";
import type { CheckPlan } from "./check-plan.js";
import type { SheetCode } from "./finding-codes.js";
import type { SheetTable } from "./sheet-table.js";

const explainers: Readonly<Record<SheetCode, Explainer>> = {
  ...explainMissing,
  ...explainSums,
  ...explainState,
  ...explainPreferential,
};

/** The cells to highlight and the values of the message, for a code that was raised for the row the plan has just read. */
export function explain(plan: CheckPlan, table: SheetTable, row: number, code: SheetCode): Explanation {
  const sheet: CheckedSheet = { plan, table, row, layout: plan.layout, reading: plan.reading };
  const { cells, values } = explainers[code](sheet);
  return { cells: cells.toSorted((a, b) => a - b), values };
}
