import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import { challengedStage } from "./challenged-stage.js";
import { comparisonStage } from "./comparison-stage.js";
import { allHold } from "./condition.js";
import { tableStage } from "./decision-table.js";
import { figuresOf } from "./filed-sheet.js";
import type { FiledSheet } from "./filed-sheet.js";
import { rulesOf } from "./law-in-force.js";
import type { LawInForce } from "./law-in-force.js";
import type { Stage } from "./law.js";
import { citing } from "./proposal.js";
import type { BodyNeed, Proposal, ProposedOutcome, RulingStep, SheetMatter } from "./proposal.js";

/** What has been worked out so far. */
interface Work {
  readonly matter: SheetMatter;
  readonly law: LawInForce;
  sheet: FiledSheet;
  outcome: ProposedOutcome | null;
  dependsOnComparison: boolean;
  decidedBy: string | null;
  readonly steps: RulingStep[];
  readonly needs: BodyNeed[];
}

/**
 * What the law in force gives for a flagged sheet, in the law's own order of work and with every step. It proposes; a ruling is made
 * by a body and stored with its effect (RECORD.md 6).
 * @returns `dispute.noOrder` when no order of work is in force; problems of the challenged votes that were given.
 */
export function proposeRuling(matter: SheetMatter, law: LawInForce): Result<Proposal> {
  const [order] = rulesOf(law, "order");
  if (order === undefined) return fail({ code: "dispute.noOrder", context: { law: law.law.id, day: law.dates.act } });
  const work: Work = {
    matter,
    law,
    sheet: matter.sheet,
    outcome: null,
    dependsOnComparison: false,
    decidedBy: null,
    steps: [],
    needs: [],
  };
  for (const stage of order.stages) {
    if (work.outcome !== null) break;
    const done = workOn(stage, work);
    if (!done.ok) return done;
  }
  return succeed(proposalOf(work));
}

function workOn(stage: Stage, work: Work): Result<null> {
  switch (stage) {
    case "challengedVotes":
      return settleChallenged(work);
    case "comparison":
      compare(work);
      return succeed(null);
    case "recount":
      askRecount(work);
      return succeed(null);
    case "table":
      applyTable(work);
      return succeed(null);
  }
}

function settleChallenged(work: Work): Result<null> {
  const [rule] = rulesOf(work.law, "challenged");
  if (rule === undefined) return succeed(null);
  const done = challengedStage(work.sheet, work.matter.challenged, rule);
  if (!done.ok) return done;
  if (done.value.kind === "done") {
    work.sheet = done.value.sheet;
    work.steps.push({ stage: "challengedVotes", ...citing(rule), did: done.value.did, cells: work.sheet.cells });
  }
  if (done.value.kind === "open") need(work, "challengedVotes", "challengedVotes", rule);
  return succeed(null);
}

function compare(work: Work): void {
  const [rule] = rulesOf(work.law, "comparison");
  if (rule === undefined) return;
  const { flags, copies, challenged } = work.matter;
  const prepare = (copy: FiledSheet): FiledSheet => {
    const [first] = rulesOf(work.law, "challenged");
    const done = first === undefined ? null : challengedStage(copy, challenged, first);
    return done?.ok === true && done.value.kind === "done" ? done.value.sheet : copy;
  };
  const found = comparisonStage(work.sheet, flags, copies, rule, prepare);
  work.dependsOnComparison = found.kind === "notMade";
  if (found.kind === "disagree") need(work, "copiesDisagree", "comparison", rule);
  if (found.kind !== "cured") return;
  work.sheet = found.sheet;
  const did = { do: "takeCopy", holder: found.holder } as const;
  work.steps.push({ stage: "comparison", ...citing(rule), did, cells: work.sheet.cells });
  if (work.needs.length === 0) work.outcome = isUnchanged(work) ? "keptAsFiled" : "corrected";
}

/** Before its votes are lost, the ballots of an uncured sheet are counted again, where the law of the day knows it. */
function askRecount(work: Work): void {
  const [rule] = rulesOf(work.law, "recount");
  if (rule === undefined || work.needs.length > 0 || isResolved(work.sheet, work.matter, work.law)) return;
  work.outcome = "recount";
  work.steps.push({ stage: "recount", ...citing(rule), did: { do: "recount" }, cells: work.sheet.cells });
}

function applyTable(work: Work): void {
  if (work.needs.includes("copiesDisagree")) return;
  const done = tableStage(work.sheet, work.matter.flags, rulesOf(work.law, "decision"));
  work.sheet = done.sheet;
  work.steps.push(...done.steps);
  work.needs.push(...done.needs);
  work.decidedBy = done.row?.id ?? null;
  if (done.annuls) work.outcome = "annulled";
}

/** True for a sheet whose figures the table would leave as they are: in order, or for a body to decide on other grounds. */
function isResolved(sheet: FiledSheet, matter: SheetMatter, law: LawInForce): boolean {
  const { row } = tableStage(sheet, matter.flags, rulesOf(law, "decision"));
  if (row === null) return breaks(sheet, law) === undefined;
  return row.actions.every((action) => action.do === "keep" || action.do === "askBody");
}

function breaks(sheet: FiledSheet, law: LawInForce) {
  return rulesOf(law, "postcondition").find((rule) => allHold(rule.holds, sheet) !== true);
}

function need(work: Work, what: BodyNeed, stage: RulingStep["stage"], rule: Parameters<typeof citing>[0]): void {
  work.needs.push(what);
  work.steps.push({ stage, ...citing(rule), did: { do: "need", need: what }, cells: work.sheet.cells });
}

function proposalOf(work: Work): Proposal {
  const broken = work.outcome === "recount" ? undefined : breaks(work.sheet, work.law);
  if (broken !== undefined && work.needs.length === 0)
    need(work, work.decidedBy === null ? "noRule" : "postcondition", "postcondition", broken);
  const outcome =
    work.needs.length > 0 ? "needsBody" : (work.outcome ?? (isUnchanged(work) ? "keptAsFiled" : "corrected"));
  const reported = figuresOf(work.matter.sheet).voters;
  const { voters } = figuresOf(work.sheet);
  return {
    outcome,
    needs: work.needs,
    dependsOnComparison: work.dependsOnComparison,
    decidedBy: work.decidedBy,
    steps: work.steps,
    cells: work.sheet.cells,
    votersReported: reported,
    votersImputed: voters === reported ? null : voters,
  };
}

function isUnchanged({ sheet, matter }: Work): boolean {
  return sheet.cells.every((cell, at) => cell === matter.sheet.cells[at]);
}
