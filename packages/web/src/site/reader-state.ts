import { enhance } from "./page-enhancement.js";
import { putSorting, takeSorting } from "./table-sort.js";

/** Fields in which somebody may be writing. Where a rail stands is the page's to say. */
const FIELDS = "input:not([type=hidden]):not([type=range]), select, textarea";

/**
 * Has a page written again without taking anything from whoever reads it: what was opened stays open, what was typed stays typed, and tables stay
 * sorted as they were. Where the focus is and how far the page was scrolled stay by themselves: the page is changed in place.
 */
export function keepingReader(page: HTMLElement, write: () => void): void {
  const opened = [...page.querySelectorAll("details")].map(({ open }) => open);
  const typed = [...page.querySelectorAll<HTMLInputElement>(FIELDS)].map(({ id, value }) => ({ id, value }));
  const sorted = takeSorting(page);
  write();
  enhance(page);
  putSorting(page, sorted);
  const details = [...page.querySelectorAll("details")];
  // Other details than before are other things: nobody has opened them yet.
  if (details.length === opened.length) for (const [at, each] of details.entries()) each.open = opened[at] ?? false;
  const fields = [...page.querySelectorAll<HTMLInputElement>(FIELDS)];
  for (const [at, { id, value }] of typed.entries()) {
    const field = fields[at];
    if (field !== undefined && field.id === id && field.value !== value) field.value = value;
  }
}
