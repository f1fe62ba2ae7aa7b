/** A table that a reader has sorted. */
interface Sorted {
  /** Which of the page's tables, and which of its columns. */
  readonly table: number;
  readonly column: number;
  readonly order: Order;
}

type Order = "ascending" | "descending";

/**
 * Lets readers sort tables by any column: numbers the largest first, names by the alphabet; again for the other way. It works on what stands in the
 * page, wherever that was made.
 */
export function makeSortable(page: ParentNode): void {
  for (const table of sortableIn(page)) {
    const body = table.tBodies[0];
    if (body === undefined || body.rows.length < 2) continue;
    for (const [at, head] of headsOf(table).entries()) {
      if (head.querySelector("button") !== null) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => {
        const before = head.getAttribute("aria-sort");
        const first = isNumberColumn(body, at) ? "descending" : "ascending";
        sortBy(table, at, before === null ? first : before === "ascending" ? "descending" : "ascending");
      });
      head.append(button);
    }
  }
}

/** Puts tables back as they were written, so that they can be written again. @returns how readers had sorted them. */
export function takeSorting(page: ParentNode): readonly Sorted[] {
  const sorted: Sorted[] = [];
  for (const [at, table] of sortableIn(page).entries()) {
    for (const [column, head] of headsOf(table).entries()) {
      const order = head.getAttribute("aria-sort");
      if (order === "ascending" || order === "descending") sorted.push({ table: at, column, order });
      head.removeAttribute("aria-sort");
      const button = head.querySelector("button");
      button?.replaceWith(...button.childNodes);
    }
    const body = table.tBodies[0];
    if (body === undefined) continue;
    const rows = [...body.rows].toSorted(
      (a, b) => Number(a.dataset["written"] ?? 0) - Number(b.dataset["written"] ?? 0),
    );
    body.append(...rows);
    for (const row of rows) delete row.dataset["written"];
  }
  return sorted;
}

/** Sorts tables again as readers had them. */
export function putSorting(page: ParentNode, sorted: readonly Sorted[]): void {
  const tables = sortableIn(page);
  for (const { table, column, order } of sorted) {
    const one = tables[table];
    if (one !== undefined) sortBy(one, column, order);
  }
}

function sortableIn(page: ParentNode): readonly HTMLTableElement[] {
  return [...page.querySelectorAll<HTMLTableElement>("table.sortable")];
}

function headsOf(table: HTMLTableElement): readonly HTMLTableCellElement[] {
  return [...(table.tHead?.rows[0]?.cells ?? [])];
}

function isNumberColumn(body: HTMLTableSectionElement, at: number): boolean {
  return body.rows[0]?.cells[at]?.dataset["sort"] !== undefined;
}

function sortBy(table: HTMLTableElement, at: number, order: Order): void {
  const body = table.tBodies[0];
  if (body === undefined) return;
  const isNumber = isNumberColumn(body, at);
  const keyOf = (row: HTMLTableRowElement): string => {
    const cell = row.cells[at];
    return (isNumber ? cell?.dataset["sort"] : cell?.textContent) ?? "";
  };
  const rows = [...body.rows].map((row, written) => {
    row.dataset["written"] ??= String(written);
    return { row, key: keyOf(row) };
  });
  const names = new Intl.Collator(document.documentElement.lang);
  const way = order === "ascending" ? 1 : -1;
  rows.sort((a, b) => way * (isNumber ? Number(a.key) - Number(b.key) : names.compare(a.key, b.key)));
  body.append(...rows.map(({ row }) => row));
  for (const [each, head] of headsOf(table).entries())
    if (each === at) head.setAttribute("aria-sort", order);
    else head.removeAttribute("aria-sort");
}
