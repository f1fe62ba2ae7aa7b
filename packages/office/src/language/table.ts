import Table from "cli-table3";

/** One column of a table for the terminal. */
export interface Column {
  readonly title: string;
  readonly align?: "left" | "right";
}

/** Draws a table without lines, two spaces between columns: it can be copied into a mail and read on a narrow terminal. */
export function drawTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const none = "";
  const table = new Table({
    head: columns.map((column) => column.title),
    colAligns: columns.map((column) => column.align ?? "left"),
    style: { head: [], border: [], "padding-left": 0, "padding-right": 2 },
    chars: {
      top: none,
      "top-mid": none,
      "top-left": none,
      "top-right": none,
      bottom: none,
      "bottom-mid": none,
      "bottom-left": none,
      "bottom-right": none,
      left: "  ",
      "left-mid": none,
      mid: none,
      "mid-mid": none,
      right: none,
      "right-mid": none,
      middle: none,
    },
  });
  for (const row of rows) table.push([...row]);
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}
