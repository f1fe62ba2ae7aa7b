// Copies the table of the last benchmark run (benchmarks/latest.json) into README.md, between its two marks.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { tableOf } from "../../benchmarks/table.mjs";
import { root } from "../workshop.mjs";

export const name = "scripts/generators/bench-readme.mjs";

const start = "<!-- bench:start -->";
const end = "<!-- bench:end -->";

/** @returns {readonly { path: string, text: string }[]} */
export function generate() {
  const latest = join(root, "benchmarks/latest.json");
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const from = readme.indexOf(start);
  const to = readme.indexOf(end);
  if (!existsSync(latest) || from < 0 || to < from) return [];
  const table = tableOf(JSON.parse(readFileSync(latest, "utf8")));
  const text = `${readme.slice(0, from + start.length)}\n${table}\n${readme.slice(to)}`;
  return [{ path: "README.md", text }];
}
