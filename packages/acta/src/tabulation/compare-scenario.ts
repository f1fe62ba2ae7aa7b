import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import type { Policy } from "../election/index.js";
import type { SheetTable } from "../sheet/index.js";
import { resultOf } from "./result.js";
import type { AreaResult, NamedArea } from "./result.js";
import { act, draftTable } from "./scenario-action.js";
import type { ActionReport } from "./scenario-action.js";
import { selectRows } from "./scenario-selection.js";
import type { ScenarioGround } from "./scenario-selection.js";
import type { Scenario } from "./scenario.js";
import { tallyBy } from "./tally-rows.js";

/** A scenario beside today, under one policy and in one area. Holds no list of stations. */
export interface ScenarioOutcome {
  readonly overrides: readonly OverrideReport[];
  /** Sheets that at least one override changed. */
  readonly changedSheets: number;
  readonly today: AreaResult;
  readonly supposed: AreaResult;
  /** What each option gains or loses, in ballot order. */
  readonly gains: readonly { readonly option: string; readonly votes: number }[];
  /** The lead of who leads today over the best of the others, today and under the scenario; null on a tie today. */
  readonly lead: { readonly option: string; readonly today: number; readonly supposed: number } | null;
  /** Another one leads, or nobody; or the outcome is another. */
  readonly changesLeader: boolean;
  readonly changesOutcome: boolean;
}

/** What one override of a scenario did. */
export interface OverrideReport {
  readonly selected: number;
  readonly changed: number;
  readonly unchanged: ActionReport["unchanged"];
}

/** Where a scenario is looked at: an area with the mark of its stations, null for all of the contest. */
export interface ScenarioView {
  readonly policy: Policy;
  readonly area: NamedArea;
  readonly scope: Uint8Array | null;
}

/**
 * Applies a scenario to a copy of the sheets and counts both by the same way. @returns a problem with the place of the override:
 * `scenario.selectsNothing`, `scenario.changesNothing`, `scenario.petitionsNotLoaded` or something the election does not know.
 */
export function compareScenario(
  ground: ScenarioGround,
  scenario: Scenario,
  view: ScenarioView,
): Result<ScenarioOutcome> {
  let draft = draftTable(ground.table);
  const touched = new Uint8Array(ground.table.size);
  const overrides: OverrideReport[] = [];
  for (const [at, { select, action }] of scenario.overrides.entries()) {
    const where = `overrides.${at}`;
    const rows = selectRows({ ...ground, table: draft }, select);
    if (!rows.ok) return fail({ ...rows.problem, where });
    const done = act(ground.election, draft, rows.value, action);
    if (!done.ok) return fail({ ...done.problem, where });
    draft = done.value.draft;
    const { changed, unchanged } = done.value.report;
    for (const row of changed) touched[row] = 1;
    overrides.push({ selected: rows.value.length, changed: changed.length, unchanged });
  }
  const groupOf = view.scope === null ? new Uint32Array(draft.size) : Uint32Array.from(view.scope, (mark) => 1 - mark);
  const count = (table: SheetTable): AreaResult =>
    resultOf(ground.contest, tallyBy(ground.election, ground.roll, table, view.policy, groupOf, 1), 0, view.area);
  return succeed({
    overrides,
    changedSheets: touched.reduce((sum, mark) => sum + mark, 0),
    ...sideBySide(count(ground.table), count(draft)),
  });
}

function sideBySide(today: AreaResult, supposed: AreaResult): Omit<ScenarioOutcome, "overrides" | "changedSheets"> {
  const option = today.leader.id;
  return {
    today,
    supposed,
    gains: today.options.map(({ id, votes }, at) => ({
      option: id,
      votes: (supposed.options[at]?.votes ?? 0) - votes,
    })),
    lead: option === null ? null : { option, today: leadIn(today, option), supposed: leadIn(supposed, option) },
    changesLeader: today.leader.id !== supposed.leader.id,
    changesOutcome:
      today.outcome.kind !== supposed.outcome.kind || today.outcome.between.join() !== supposed.outcome.between.join(),
  };
}

function leadIn({ options }: AreaResult, option: string): number {
  let own = 0;
  let best = 0;
  for (const { id, votes } of options)
    if (id === option) own = votes;
    else best = Math.max(best, votes);
  return own - best;
}
