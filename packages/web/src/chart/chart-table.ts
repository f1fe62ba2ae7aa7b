/** A value as it is, for files, and as it is shown. */
export interface ChartCell {
  readonly value: string | number | null;
  readonly text: string;
}

/** The figures behind a picture: what "data" shows and the CSV file holds. */
export interface ChartTable {
  readonly columns: readonly { readonly id: string; readonly title: string }[];
  readonly rows: readonly (readonly ChartCell[])[];
}

/** What programs for tables take for the beginning of a formula (OWASP, CSV injection), full-width signs included. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/u;

/**
 * The table as a CSV file (RFC 4180): exact values under the ids of the columns. A text that a program for tables would run as a formula gets an
 * apostrophe before it: names come from whoever wrote the source.
 */
export function csvOf({ columns, rows }: ChartTable): string {
  const lines = [columns.map(({ id }) => field(id)), ...rows.map((row) => row.map(({ value }) => field(value)))];
  return lines.map((line) => `${line.join(",")}\r\n`).join("");
}

function field(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
