/**
 * Lets readers sort tables by any column: numbers the largest first, names by the alphabet; again for the other way. It works on what stands in the
 * page, wherever that was made.
 */
export function makeSortable(page: ParentNode): void {
  for (const table of page.querySelectorAll<HTMLTableElement>("table.sortable")) {
    const body = table.tBodies[0];
    const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
    if (body === undefined || body.rows.length < 2) continue;
    for (const [at, head] of heads.entries()) {
      if (head.querySelector("button") !== null) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => {
        const isNumber = body.rows[0]?.cells[at]?.dataset["sort"] !== undefined;
        const before = head.getAttribute("aria-sort");
        const order =
          before === null
            ? isNumber
              ? "descending"
              : "ascending"
            : before === "ascending"
              ? "descending"
              : "ascending";
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", order);
        sortRows(body, at, isNumber, order === "ascending" ? 1 : -1);
      });
      head.append(button);
    }
  }
}

function sortRows(body: HTMLTableSectionElement, at: number, isNumber: boolean, way: 1 | -1): void {
  const keyOf = (row: HTMLTableRowElement): string => {
    const cell = row.cells[at];
    return (isNumber ? cell?.dataset["sort"] : cell?.textContent) ?? "";
  };
  const rows = [...body.rows].map((row) => ({ row, key: keyOf(row) }));
  const names = new Intl.Collator(document.documentElement.lang);
  rows.sort((a, b) => way * (isNumber ? Number(a.key) - Number(b.key) : names.compare(a.key, b.key)));
  body.append(...rows.map(({ row }) => row));
}
