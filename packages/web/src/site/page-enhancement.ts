import { setMapStops } from "./map-touch.js";
import { makeSortable } from "./table-sort.js";

/** What a page can do once there is script, wherever it was made: done again whenever it was made again. */
export function enhance(page: ParentNode): void {
  makeSortable(page);
  setMapStops(page);
  for (const snippet of page.querySelectorAll<HTMLElement>("[data-embed]")) {
    // A line for somebody else's page needs the whole address, which nobody knew where pages are written.
    const { embed = "" } = snippet.dataset;
    const text = snippet.firstChild;
    const whole = new URL(embed, document.baseURI).href;
    if (text instanceof Text) text.data = text.data.replace(`src="${embed}"`, () => `src="${whole}"`);
  }
}

/** Gives the reader what a button offers to copy. */
export function copyOnClick(page: HTMLElement): void {
  page.addEventListener("click", ({ target }) => {
    if (!(target instanceof HTMLButtonElement) || target.dataset["copy"] === undefined) return;
    void import("./copy-text.js").then(({ copyFrom }) => copyFrom(target));
  });
}
