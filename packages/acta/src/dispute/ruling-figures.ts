import type { LawReference } from "../record/index.js";
import type { SheetForm } from "../election/index.js";
import { figuresOf } from "./filed-sheet.js";
import type { FiledSheet } from "./filed-sheet.js";
import type { LawInForce } from "./law-in-force.js";
import type { Proposal } from "./proposal.js";

/** The cells that a ruling changes, by cell id. */
export function changedFigures(
  form: SheetForm,
  before: readonly number[],
  after: readonly number[],
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    form.cells.flatMap(({ id }, at) => {
      const value = after[at] ?? 0;
      return value === before[at] ? [] : [[id, value] as const];
    }),
  );
}

/** Voters that a ruling adds beyond what the sheet reports, as an annulment with the registered voters does; 0 when it adds none. */
export function votersAdded(filed: FiledSheet, after: readonly number[]): number {
  const reported = figuresOf(filed).voters ?? 0;
  return Math.max(0, (figuresOf({ ...filed, cells: after }).voters ?? 0) - reported);
}

/** The rules by which a proposal came about, each once, in the order of its steps. @param lawSet hash of the law set. */
export function rulesBehind({ steps }: Proposal, lawSet: string): readonly LawReference[] {
  const rules = new Map(steps.map(({ rule, article }) => [rule, { rule, article, lawSet }] as const));
  return [...rules.values()];
}

/** The rule that makes a body competent to rule on a referred sheet: what a departure from the table rests on. */
export function competenceOf(law: LawInForce, lawSet: string): readonly LawReference[] {
  const rule = law.rules.find((each) => each.kind === "transition" && each.act === "rule");
  return rule === undefined ? [] : [{ rule: rule.id, article: rule.article, lawSet }];
}
