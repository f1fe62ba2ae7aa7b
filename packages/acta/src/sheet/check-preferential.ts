import { ABSURD, ILLEGIBLE } from "./cell.js";
import type { PreferentialList } from "./check-layout.js";
import type { CheckPlan } from "./check-plan.js";
import { valueAt } from "./check-reading.js";
import type { Reading } from "./check-reading.js";
import { isBeyond, isMoreThan, ruleIn } from "./check-rules.js";
import type { SheetCode } from "./finding-codes.js";
import type { SheetTable } from "./sheet-table.js";

/** The rules about one candidate's preferential votes, letters G to J of RULES 2.3. */
const PREFERENCE_RULES = ["S501", "S502", "S503", "S504"] as const;

/** Raises the preferential rules of a row, each at most once. Empty preferential boxes are usual and count as nothing. */
export function raisePreferential(plan: CheckPlan, table: SheetTable, row: number): void {
  for (const list of plan.layout.preferential) {
    const votes = valueAt(table, list.list, row);
    let most = 0;
    for (const cell of list.candidates) {
      const value = valueAt(table, cell, row);
      if (value > most) most = value;
      else if (value === ILLEGIBLE) raiseOnce(plan.reading, "S103");
      else if (value === ABSURD) raiseOnce(plan.reading, "S104");
    }
    for (const code of PREFERENCE_RULES) if (isPreferenceBeyond(plan, code, most, votes)) raiseOnce(plan.reading, code);
    if (isListBeyond(plan, list, table, row)) raiseOnce(plan.reading, "S505");
  }
}

function raiseOnce(reading: Reading, code: SheetCode): void {
  if (!reading.raised.includes(code)) reading.raised.push(code);
}

/** True when the preferential votes of one candidate pass the bound of a rule. */
export function isPreferenceBeyond(plan: CheckPlan, code: SheetCode, value: number, listVotes: number): boolean {
  const bound = boundOf(code, plan.reading, listVotes);
  return bound >= 0 && value > bound && isBeyond(ruleIn(plan.rules, code), value - bound, bound);
}

/** What one candidate's preferential votes may not pass; below 0 when it is not known. */
function boundOf(code: SheetCode, reading: Reading, listVotes: number): number {
  switch (code) {
    case "S501":
      return listVotes;
    case "S502":
      return reading.voters;
    case "S503":
      return reading.registered;
    case "S504":
      return reading.missing === 0 ? reading.votes : -1;
    default:
      return -1;
  }
}

/** True when the preferential votes of a list are more than the multiple of its votes (letter K; M where the multiple is 1). */
export function isListBeyond(plan: CheckPlan, list: PreferentialList, table: SheetTable, row: number): boolean {
  const rule = ruleIn(plan.rules, "S505");
  const votes = valueAt(table, list.list, row);
  if (votes < 0 || rule.limit === null) return false;
  const sum = preferencesOf(list, table, row) - rule.tolerance;
  return sum > 0 && isMoreThan(sum, votes, rule.limit);
}

/** Sum of the preferential votes of a list that can be read. */
export function preferencesOf(list: PreferentialList, table: SheetTable, row: number): number {
  let sum = 0;
  for (const cell of list.candidates) sum += Math.max(valueAt(table, cell, row), 0);
  return sum;
}
