import { BLANK } from "./cell.js";
import { explain } from "./check-explain.js";
import type { CheckPlan } from "./check-plan.js";
import { raisePreferential } from "./check-preferential.js";
import { NO_CELL, readFigures, usedBallots, valueAt } from "./check-reading.js";
import type { Reading } from "./check-reading.js";
import { isAtLeast, isBeyond, ruleIn } from "./check-rules.js";
import type { CompiledRule } from "./check-rules.js";
import type { SheetCode } from "./finding-codes.js";
import type { FindingReport } from "./finding.js";
import { hasFigures, statusOf } from "./sheet-table.js";
import type { SheetTable } from "./sheet-table.js";

/**
 * Checks one row of a table. Sheets with figures are checked for everything; the others only for figures that should not be
 * there. A clean row reports nothing and allocates nothing.
 * @param registered registered voters of the station; -1 when the roll does not say.
 */
export function checkRow(
  plan: CheckPlan,
  table: SheetTable,
  row: number,
  registered: number,
  report: FindingReport,
): void {
  const status = statusOf(table, row);
  if (status === undefined) return;
  const reading = plan.reading;
  reading.state = status.state;
  reading.resolved = status.resolved;
  reading.registered = registered;
  if (reading.raised.length > 0) reading.raised.length = 0;
  if (hasFigures(status.state)) {
    readFigures(reading, plan.layout, table, row);
    if (reading.marks > 0 || reading.ballotsCast === BLANK) raiseMissing(reading);
    raiseSums(plan, reading);
    raiseTotals(plan, reading);
    raiseUnusual(plan, reading);
    raiseZeroed(plan, table, row);
    raiseState(plan, reading);
    if (plan.layout.preferential.length > 0) raisePreferential(plan, table, row);
  } else raiseUnexpected(plan, table, row);
  if (reading.raised.length > 0) reportRaised(plan, table, row, report);
}

function reportRaised(plan: CheckPlan, table: SheetTable, row: number, report: FindingReport): void {
  const raised = plan.reading.raised.filter((code) => ruleIn(plan.rules, code).severity !== "off");
  for (const code of raised) {
    const hidden = raised.some((other) => ruleIn(plan.rules, other).suppresses.includes(code));
    if (hidden) continue;
    const { cells, values } = explain(plan, table, row, code);
    report(code, row, cells, values);
  }
}

function raiseMissing(reading: Reading): void {
  const { raised } = reading;
  if (reading.voters === BLANK) raised.push("S101");
  if (reading.ballotsCast === BLANK) raised.push("S106");
  if (reading.blanks > 0) raised.push("S102");
  if (reading.illegible > 0) raised.push("S103");
  if (reading.absurd > 0) raised.push("S104");
  if (reading.notSupplied > 0) raised.push("S105");
}

/** The letters A to F of RULES 2.3. Where a vote cell has no count, the votes are at least the sum of the others. */
function raiseSums(plan: CheckPlan, reading: Reading): void {
  const { registered, voters, votes, topVotes } = reading;
  if (registered >= 0) {
    if (voters > registered) raiseBeyond(plan, "S201", voters - registered, registered);
    if (votes > registered) raiseBeyond(plan, "S202", votes - registered, registered);
    if (topVotes > registered) raiseBeyond(plan, "S203", topVotes - registered, registered);
  }
  if (voters < 0) return;
  if (votes < voters && reading.missing === 0) raiseBeyond(plan, "S204", voters - votes, voters);
  if (votes > voters) raiseBeyond(plan, "S205", votes - voters, voters);
  if (topVotes > voters) raiseBeyond(plan, "S206", topVotes - voters, voters);
}

function raiseBeyond(plan: CheckPlan, code: SheetCode, difference: number, base: number): void {
  if (isBeyond(ruleIn(plan.rules, code), difference, base)) plan.reading.raised.push(code);
}

/** The other written totals, and a total that stands in the box of challenged votes. */
function raiseTotals(plan: CheckPlan, reading: Reading): void {
  const { ballotsCast, unusedBallots, voters, votes, challenged, registered } = reading;
  if (ballotsCast >= 0 && ballotsCast !== votes && (reading.missing === 0 || votes > ballotsCast))
    raiseBeyond(plan, "S207", Math.abs(ballotsCast - votes), ballotsCast);
  if (unusedBallots >= 0 && registered >= 0) {
    const used = usedBallots(reading);
    if (unusedBallots + used !== registered)
      raiseBeyond(plan, "S208", Math.abs(unusedBallots + used - registered), registered);
  }
  if (challenged > 0 && votes > challenged && challenged === (voters > 0 ? voters : votes - challenged))
    reading.raised.push("S209");
}

function raiseUnusual(plan: CheckPlan, reading: Reading): void {
  const { raised, votes, validVotes, voters, registered } = reading;
  if (reading.state === "annulled") return;
  if (reading.missing === 0) {
    if (votes === 0) raised.push("S301");
    if (validVotes === 0 && reading.state === "counted") raised.push("S303");
    if (plan.layout.options.length > 1 && reachesLimit(plan.oneOptionTakesAll, reading.topVotes, validVotes))
      raised.push("S302");
  }
  if (voters <= registered && reachesLimit(plan.fullTurnout, voters, registered)) raised.push("S304");
  if (reading.challenged > 0 && reading.state === "referred") raised.push("S306");
}

/** True when the whole has the rule's least size and the part reaches its share of it. */
function reachesLimit(rule: CompiledRule, part: number, whole: number): boolean {
  if (whole < rule.tolerance || whole <= 0 || rule.limit === null) return false;
  return isAtLeast(part, whole, rule.limit);
}

/** An option that had votes when the sheet was first filed and has none after its resolution, while the sheet is counted. */
function raiseZeroed(plan: CheckPlan, table: SheetTable, row: number): void {
  const { reading, layout } = plan;
  if (!reading.resolved || reading.state !== "counted") return;
  const first = table.first.get(row);
  if (first === undefined) return;
  for (const cell of layout.options)
    if (valueAt(table, cell, row) === 0 && (first.cells[cell] ?? 0) > 0) {
      reading.raised.push("S305");
      return;
    }
}

/** What the state of a sheet excludes (RULES R2.14: a sheet that counts has no challenged votes and adds up). */
function raiseState(plan: CheckPlan, reading: Reading): void {
  const { raised, voters, votes } = reading;
  if (reading.state === "counted") {
    if (reading.challenged > 0) raised.push("S401");
    if (voters >= 0 && votes !== voters && (reading.missing === 0 || votes > voters))
      raiseBeyond(plan, "S402", Math.abs(votes - voters), voters);
  } else if (reading.state === "annulled" && plan.annulledAsDecided) {
    if (reading.validVotes + Math.max(reading.blank, 0) > 0) raised.push("S403");
    if (voters >= 0 && reading.null >= 0 && reading.null !== voters) raised.push("S404");
  }
}

/** Figures of a sheet that has not come, or of a station that never opened. Sources print zeros there. */
function raiseUnexpected(plan: CheckPlan, table: SheetTable, row: number): void {
  for (const column of table.cells)
    if ((column[row] ?? NO_CELL) > 0) {
      plan.reading.raised.push(plan.reading.state === "notInstalled" ? "S406" : "S405");
      return;
    }
}
