import type { Cell, Finding } from "acta/sheet";
import type { Language } from "../../language/index.js";
import type { OpenedContest } from "./opened.js";
import { labelOf } from "../count/result-text.js";

/** A finding in words: where, what, with ids of options and cells replaced by their names. */
export function findingText(language: Language, opened: OpenedContest, finding: Finding): string {
  const stations = finding.rows.map((row) => opened.open.roll.codes[row] ?? "").join(", ");
  const place = stations === "" ? "" : `${stations}: `;
  return `${place}[${finding.code}] ${language.say(`finding.${finding.code}.rule`, namedValues(language, opened, finding))}`;
}

function namedValues(
  language: Language,
  opened: OpenedContest,
  finding: Finding,
): Readonly<Record<string, string | number>> {
  const values: Record<string, string | number> = { ...finding.values };
  for (const key of ["option", "cell"]) {
    const value = values[key];
    if (typeof value === "string") values[key] = cellName(language, opened, value);
  }
  return values;
}

/** The name of a cell: an option's label, "blank votes", "citizens who voted". */
export function cellName(language: Language, opened: OpenedContest, id: string): string {
  const cell = opened.contest.form.cells.find((each) => each.id === id);
  if (cell === undefined) return labelOf(language, opened, id);
  if (cell.role === "option") return labelOf(language, opened, cell.option);
  if (cell.role === "preferential") return `${labelOf(language, opened, cell.option)} ${cell.candidate}`;
  return language.say(`cell.${cell.role}`);
}

/** What stands in a cell, as people write it. */
export function cellText(language: Language, cell: Cell): string {
  if (cell.kind === "count") return language.number(cell.value);
  return cell.kind === "absurd" ? `«${cell.raw}»` : language.say(`mark.${cell.kind}`);
}
