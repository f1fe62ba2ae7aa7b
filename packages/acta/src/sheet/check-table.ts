import type { Contest, Election, Roll } from "../election/index.js";
import { compileChecks } from "./check-plan.js";
import type { CheckPlan } from "./check-plan.js";
import { ruleIn } from "./check-rules.js";
import { checkRow } from "./check-sheet.js";
import { checkTwins } from "./check-twins.js";
import { FindingCollector, MOST_FINDINGS } from "./finding.js";
import type { FindingList, FindingReport } from "./finding.js";
import { hasFigures, stateOf } from "./sheet-table.js";
import type { SheetTable } from "./sheet-table.js";

/**
 * Checks all sheets of a contest, each by itself and against the others of its polling place.
 * @param roll the roll that the rows of the table follow.
 * @param most how many findings are kept whole; the counts are always complete.
 */
export function checkTable(
  election: Pick<Election, "checks" | "annulledFigures">,
  contest: Contest,
  roll: Roll,
  table: SheetTable,
  most: number = MOST_FINDINGS,
): FindingList {
  const plan = compileChecks(contest, election);
  const collector = new FindingCollector(most);
  checkRows(plan, roll, table, collector);
  checkTwins(roll, table, ruleIn(plan.rules, "C101"), (finding) => collector.add(finding));
  checkRegisteredKnown(plan, roll, table, collector);
  return collector.list();
}

function checkRows(plan: CheckPlan, roll: Roll, table: SheetTable, collector: FindingCollector): void {
  const report: FindingReport = (code, row, cells, values) => {
    const { severity } = ruleIn(plan.rules, code);
    if (severity !== "off") collector.add({ code, severity, rows: [row], cells, values });
  };
  for (let row = 0; row < table.size; row++) checkRow(plan, table, row, roll.registered[row] ?? -1, report);
}

/** Without registered voters several rules are silent: how many sheets that concerns is said once. */
function checkRegisteredKnown(plan: CheckPlan, roll: Roll, table: SheetTable, collector: FindingCollector): void {
  const { code, severity } = ruleIn(plan.rules, "C207");
  let stations = 0;
  for (let row = 0; row < table.size; row++)
    if ((roll.registered[row] ?? -1) < 0 && hasFigures(stateOf(table, row))) stations += 1;
  if (stations > 0 && severity !== "off") collector.add({ code, severity, rows: [], cells: [], values: { stations } });
}
