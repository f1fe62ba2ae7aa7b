import type { Flag } from "../election/index.js";
import { allHold } from "./condition.js";
import type { FiledSheet } from "./filed-sheet.js";
import type { DecisionRule, RulingAction } from "./law.js";
import { citing } from "./proposal.js";
import type { BodyNeed, RulingStep } from "./proposal.js";
import { applyAction } from "./ruling-action.js";

/** What the decision table made of a sheet. */
export interface TableStage {
  readonly sheet: FiledSheet;
  readonly steps: readonly RulingStep[];
  /** The row that decided; null when none fits. */
  readonly row: DecisionRule | null;
  readonly annuls: boolean;
  readonly needs: readonly BodyNeed[];
}

/**
 * Goes down the rows of the table: one that proceeds prepares the sheet for the rows below it, the first other one that fits decides.
 * A row fits when one of its flags is on the sheet and all its conditions are known to hold: a missing figure makes no row fit.
 */
export function tableStage(filed: FiledSheet, flags: readonly Flag[], rows: readonly DecisionRule[]): TableStage {
  let sheet = filed;
  const steps: RulingStep[] = [];
  for (const row of rows) {
    if (row.flags.length > 0 && !row.flags.some((flag) => flags.includes(flag))) continue;
    if (allHold(row.when, sheet) !== true) continue;
    for (const action of row.actions) {
      const next = applyAction(action, sheet);
      if (next === null) return { sheet, steps, row, annuls: false, needs: ["paper"] };
      sheet = next;
      steps.push({ stage: "table", ...citing(row), did: action, cells: sheet.cells });
    }
    if (row.proceeds) continue;
    return {
      sheet,
      steps,
      row,
      annuls: row.actions.some((action) => action.do === "annul"),
      needs: needsOf(row.actions),
    };
  }
  return { sheet, steps, row: null, annuls: false, needs: [] };
}

function needsOf(actions: readonly RulingAction[]): readonly BodyNeed[] {
  return actions.flatMap((action) => (action.do === "askBody" ? [action.about] : []));
}
