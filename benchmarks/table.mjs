// Writes benchmarks/latest.json as a table in Markdown, for the terminal and for README.md.

/**
 * One line: medians of the wall and the processor time, how many times as long Acta takes as this peer, and what to know about it.
 * @typedef {{ what: string, ms?: number, cpu?: number, times?: number, note?: string }} Row
 * @typedef {{ title: string, goal?: string, rows: readonly Row[] }} Group
 * @typedef {{ measured: string, rounds: number, machine: string, leftOut: readonly string[], groups: readonly Group[] }} Latest
 */

/** Nothing where nothing was measured: of a browser there is no processor time. @param {number | null | undefined} value */
function milliseconds(value) {
  if (value === undefined || value === null || Number.isNaN(value)) return "";
  return value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString("en-US");
}

/** @param {number | undefined} value */
function times(value) {
  return value === undefined ? "" : `${value < 10 ? value.toFixed(2) : value.toFixed(1)}×`;
}

/** @param {Latest} latest */
export function tableOf({ measured, rounds, machine, leftOut, groups }) {
  const lines = ["| | median ms | processor ms | Acta takes | |", "|---|--:|--:|--:|---|"];
  for (const { title, goal = "", rows } of groups) {
    lines.push(`| **${title}** | | | | ${goal} |`);
    for (const { what, ms, cpu, times: ratio, note = "" } of rows)
      lines.push(`| ${what} | ${milliseconds(ms)} | ${milliseconds(cpu)} | ${times(ratio)} | ${note} |`);
  }
  const missing = leftOut.length === 0 ? "" : ` Left out: ${leftOut.join("; ")}.`;
  lines.push("", `Measured ${measured}, medians of ${rounds} rounds in turn; ${machine}${missing}`);
  return lines.join("\n");
}
