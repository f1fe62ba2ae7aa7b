// Writes benchmarks/latest.json as a table in Markdown, for the terminal and for README.md.

/** @typedef {{ what: string, ms?: number, cpu?: number, times?: number, note?: string }} Row times: how many times as long Acta takes */
/** @typedef {{ title: string, rows: readonly Row[], goal?: string }} Group */

const digits = (value) => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString("en-US"));
const times = (value) => `${value < 10 ? value.toFixed(2) : value.toFixed(1)}×`;

/** @param {{ groups: readonly Group[], machine: string, leftOut: readonly string[] }} latest */
export function tableOf({ groups, machine, leftOut }) {
  const lines = ["| | median ms | processor ms | Acta takes | |", "|---|--:|--:|--:|---|"];
  for (const { title, rows, goal } of groups) {
    lines.push(`| **${title}** | | | | ${goal ?? ""} |`);
    for (const row of rows) {
      const cells = [row.what, row.ms, row.cpu, row.times, row.note ?? ""];
      const [what, ms, cpu, ratio, note] = cells;
      const number = (value, write) => (value === undefined ? "" : write(value));
      lines.push(`| ${what} | ${number(ms, digits)} | ${number(cpu, digits)} | ${number(ratio, times)} | ${note} |`);
    }
  }
  lines.push("", `${machine} Left out: ${leftOut.length === 0 ? "nothing" : leftOut.join("; ")}.`);
  return lines.join("\n");
}
