import { parseFraction } from "../basics/index.js";
import type { WrittenDefinition } from "./definition-schema.js";
import type { CellRole, Contest, FormCell, OutcomeRule } from "./definition.js";
import type { ProblemList } from "./problem-list.js";

type WrittenContest = WrittenDefinition["contests"][number];

/** Builds a contest and its sheet form: option cells in ballot order, preferential cells, then the other cells as listed. */
export function contestOf(written: WrittenContest, where: string, problems: ProblemList): Contest {
  const cells: FormCell[] = written.options.map((option) => cell(option, "option", option));
  for (const option of written.options)
    for (let number = 1; number <= (written.preferential?.candidates ?? 0); number++)
      cells.push({ id: `${option}.${number}`, role: "preferential", option, candidate: number });
  for (const role of written.cells) cells.push(cell(role, role, ""));
  const ids = new Set(cells.map((each) => each.id));
  if (ids.size < cells.length) problems.add("definition.sameCell", `${where}.cells`);
  if (cells.length > 2_000) problems.add("definition.tooMany", `${where}.preferential`, { most: 2_000 });
  return {
    id: written.id,
    name: written.name,
    options: written.options,
    form: { cells },
    outcome: outcomeOf(written, where, problems),
    stations: written.stations ?? null,
  };
}

function cell(id: string, role: CellRole, option: string): FormCell {
  return { id, role, option, candidate: 0 };
}

function outcomeOf(written: WrittenContest, where: string, problems: ProblemList): OutcomeRule {
  const rule = written.outcome;
  if (rule.rule === "plurality") return { kind: "plurality", winners: rule.winners, article: rule.article };
  if (rule.rule === "none") return { kind: "none", article: rule.article };
  if (rule.runoffBetween === 1 || rule.runoffBetween > written.options.length)
    problems.add("definition.badRunoff", `${where}.outcome.runoffBetween`, { options: written.options.length });
  return {
    kind: "majority",
    base: rule.base,
    moreThan: parseFraction(rule.moreThan) ?? { numerator: 1n, denominator: 2n },
    runoffBetween: rule.runoffBetween,
    article: rule.article,
  };
}
