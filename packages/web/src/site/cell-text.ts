import { labelOf } from "./headline.js";
import type { PageContext } from "./page-kind.js";
import type { ListCell } from "./published-forms.js";
import type { Wording } from "./wording.js";

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
  const isOption = home.contest.options.includes(cell);
  return isOption ? labelOf(wording, home.words, cell) : wording.say(`cell.${cell}`);
}
