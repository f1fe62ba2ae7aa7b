import { cellId, optionId } from "./check-explanation.js";
import type { CheckedSheet, Explainer, Explanation } from "./check-explanation.js";
import { isListBeyond, isPreferenceBeyond, preferencesOf } from "./check-preferential.js";
import { valueAt } from "./check-reading.js";
import type { SheetCode } from "./finding-codes.js";
import type { FindingValues } from "./finding.js";

type PreferentialCode = Extract<SheetCode, `S5${string}`>;

/** Explains the rules on preferential votes: all boxes are shown, the largest is named. */
export const explainPreferential: Readonly<Record<PreferentialCode, Explainer>> = {
  S501: (sheet) =>
    preferences(sheet, "S501", (cell, votes) => ({ option: optionId(sheet, cell), votes: Math.max(votes, 0) })),
  S502: (sheet) => preferences(sheet, "S502", () => ({ voters: sheet.reading.voters })),
  S503: (sheet) => preferences(sheet, "S503", () => ({ registered: sheet.reading.registered })),
  S504: (sheet) => preferences(sheet, "S504", () => ({ votes: sheet.reading.votes })),
  S505: (sheet) => {
    const { layout, plan, table, row } = sheet;
    const lists = layout.preferential.filter((list) => isListBeyond(plan, list, table, row));
    const first = lists[0] ?? { list: -1, candidates: [] };
    return {
      cells: lists.flatMap((list) => [list.list, ...list.candidates]),
      values: {
        option: optionId(sheet, first.list),
        preferences: preferencesOf(first, table, row),
        votes: valueAt(table, first.list, row),
      },
    };
  },
};

function preferences(
  sheet: CheckedSheet,
  code: PreferentialCode,
  bound: (cell: number, listVotes: number) => FindingValues,
): Explanation {
  const { plan, table, row } = sheet;
  const cells: number[] = [];
  let most = 0;
  let named = -1;
  let votes = 0;
  for (const list of sheet.layout.preferential) {
    const listVotes = valueAt(table, list.list, row);
    for (const cell of list.candidates) {
      const value = valueAt(table, cell, row);
      if (!isPreferenceBeyond(plan, code, value, listVotes)) continue;
      cells.push(cell);
      if (value <= most) continue;
      most = value;
      named = cell;
      votes = listVotes;
    }
  }
  return { cells, values: { cell: cellId(sheet, named), preferences: most, ...bound(named, votes) } };
}
