// Copies the rehearsal of quick-count designs (benchmarks/quick-count.json, the --json of `acta quick-count rehearse` on the real runoff) into the
// page about quick counts and the README, between two marks. bench-readme.mjs writes the README too: each reads what is on disk, and
// the generators run one after the other.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../workshop.mjs";

export const name = "scripts/generators/rehearsal-docs.mjs";

const START = "<!-- rehearsal:start -->";
const END = "<!-- rehearsal:end -->";

/** @type {Record<string, string>} */
const DESIGNS = {
  simple: "simple",
  strata: "by department",
  simpleCalibrated: "simple, calibrated (GREG)",
  strataCalibrated: "by department, calibrated",
  places: "whole places",
};

/** @typedef {{ design: string, stations: number, sd: number, meanSe: number, bias: number, covers90: number, covers95: number, rightLeader: number }} Row */

/** @param {number} fraction @param {number} decimals */
const percent = (fraction, decimals) => (fraction * 100).toFixed(decimals).replace(/^-0\.00$/, "0.00");

/** @param {Row} row */
function line(row) {
  const cells = [
    DESIGNS[row.design] ?? row.design,
    row.stations.toLocaleString("en-US"),
    percent(row.sd, 2),
    percent(row.meanSe, 2),
    percent(row.bias, 2),
    `${percent(row.covers90, 1)} %`,
    `${percent(row.covers95, 1)} %`,
    `${percent(row.rightLeader, 0)} %`,
  ];
  return `| ${cells.join(" | ")} |`;
}

/** @param {readonly Row[]} rows */
function tableOf(rows) {
  return [
    "| design | stations | s.d. | mean s.e. | bias | 90 % interval covers | 95 % interval covers | right leader |",
    "|---|---|---|---|---|---|---|---|",
    ...rows.map(line),
  ].join("\n");
}

/** @param {string} path @param {string} table */
function withTable(path, table) {
  const page = readFileSync(join(root, path), "utf8");
  const from = page.indexOf(START);
  const to = page.indexOf(END);
  return from < 0 || to < from
    ? []
    : [{ path, text: `${page.slice(0, from + START.length)}\n${table}\n${page.slice(to)}` }];
}

/** The whole table for the page, the smallest samples for the README. @returns {readonly { path: string, text: string }[]} */
export function generate() {
  const figures = join(root, "benchmarks/quick-count.json");
  if (!existsSync(figures)) return [];
  /** @type {{ designs: readonly Row[] }} */
  const { designs } = JSON.parse(readFileSync(figures, "utf8"));
  return [
    ...withTable("docs/quick-count.md", tableOf(designs)),
    ...withTable("README.md", tableOf(designs.filter(({ stations }) => stations === 1_000))),
  ];
}
