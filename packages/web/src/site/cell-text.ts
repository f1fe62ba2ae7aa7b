import { labelOf } from "./headline.js";
import type { PageContext } from "./page-kind.js";
import type { ListCell } from "./published-forms.js";
import type { Wording } from "./wording.js";

/** With which the columns of the cells of a sheet begin. */
export const CELL = "cell.";

const MARKS: ReadonlyMap<string, string> = new Map([
  ["", "blank"],
  ["?", "illegible"],
  ["-", "notSupplied"],
]);
/** An absurd cell may hold anything. */
const MOST_OF_ABSURD = 20;

/** What stands in a cell: its number, a word for its mark, or behind a "!" the absurd text itself. */
export function cellText(wording: Wording, value: ListCell): string {
  if (value === null) return "–";
  if (typeof value === "number") return wording.number(value);
  const mark = MARKS.get(value);
  return mark === undefined ? value.slice(1, 1 + MOST_OF_ABSURD) : wording.say(`mark.${mark}`);
}

/** What a cell of the form is called: an option by its label. */
export function cellTitle({ wording, home }: PageContext, cell: string): string {
  if (home.contest.options.includes(cell)) return labelOf(wording, home.words, cell);
  // A cell that this page does not know is called by its id, as much of it as an id has.
  return wording.has(`cell.${cell}`) ? wording.say(`cell.${cell}`) : cell.slice(0, 40);
}
