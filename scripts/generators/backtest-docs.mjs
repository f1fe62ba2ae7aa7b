// Copies the backtest of the projection (benchmarks/backtest.json, written by `npm run backtest`) into README.md and both pages about projections, between
// two marks, with the limits that were set beforehand; and draws its pictures. The tables are those of `acta project --backtest`.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { backtestPicture } from "acta/projection";
import { build, root } from "../workshop.mjs";

export const name = "scripts/generators/backtest-docs.mjs";

const START = "<!-- backtest:start -->";
const END = "<!-- backtest:end -->";

/** @typedef {import("acta/projection").LevelScores} LevelScores */
/** @typedef {Record<"accepted" | "worlds" | "stress" | "leaning", readonly LevelScores[]>} Families */
/** @typedef {Families & { measured: string, version: string, minutes: number, jobs: number, machine: string, seed: number, tried: number }} Written */
/** @typedef {{ say: (key: string) => string }} Language */

/**
 * Set before the orders were drawn: error and width of the 90 % interval in points, and what was hoped for; by counted percent.
 * @type {ReadonlyMap<number, { must: number, aim: number, width: number }>}
 */
const LIMITS = new Map([
  [20, { must: 0.8, aim: 0.5, width: 3.2 }],
  [40, { must: 0.45, aim: 0.3, width: 1.8 }],
  [60, { must: 0.28, aim: 0.17, width: 0.95 }],
  [80, { must: 0.15, aim: 0.09, width: 0.45 }],
  [90, { must: 0.07, aim: 0.045, width: 0.27 }],
  [95, { must: 0.046, aim: 0.025, width: 0.19 }],
  [99, { must: 0.011, aim: 0.007, width: 0.045 }],
]);
/** Least coverage of the 90 % interval on accepted orders; bounds of it on altered truths, and of the bias there. */
const ORDERS_COVER = 0.87;
const WORLDS_COVER = [0.85, 0.99];
const WORLDS_BIAS = 0.05;
/** Most wrong calls among the calls at more than 99.5 %, and least right ones among all runs, by counted percent. */
const WRONG_CALLS = 0.005;
const RIGHT_CALLS = new Map([
  [90, 0.75],
  [95, 0.95],
]);

/** @param {LevelScores} scores */
const counted = ({ level }) => Math.round(level * 1000) / 10;

/** @param {number} value */
const points = (value) => value.toFixed(Math.abs(value) >= 1 ? 2 : 3).replace(/^-(?=0\.?0*$)/, "");

/** @param {number} part */
const percent = (part) => `${(100 * part).toFixed(1)} %`;

/** A missed limit is marked, not hidden. @param {string} text @param {boolean} holds */
const marked = (text, holds) => (holds ? text : `**${text} ✗**`);

/** @param {LevelScores} scores */
function callsHold({ calls }) {
  const { right, wrong } = calls.p995;
  return wrong <= WRONG_CALLS * (right + wrong);
}

/** @param {readonly string[]} columns @param {readonly (readonly string[])[]} rows */
function table(columns, rows) {
  /** @param {readonly string[]} cells */
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(columns), line(columns.map((_, at) => (at === 0 ? "---" : "--:"))), ...rows.map(line)].join("\n");
}

/** At most area fill's up to 90 % counted, at most 1.1 times it after. @param {LevelScores} scores */
function crpsHolds(scores) {
  return scores.projection.crps <= (counted(scores) <= 90 ? 1 : 1.1) * scores.fill.crps;
}

/** @param {LevelScores} scores */
function acceptedRow(scores) {
  const limits = LIMITS.get(counted(scores));
  const { projection, fill, naive, covers, width, calls } = scores;
  const right = RIGHT_CALLS.get(counted(scores)) ?? 0;
  return [
    `${counted(scores)} %`,
    points(naive.rmse),
    points(fill.rmse),
    marked(points(projection.rmse), limits === undefined || projection.rmse <= limits.must),
    limits === undefined ? "" : `${limits.must} (${limits.aim})`,
    marked(points(width.p90), limits === undefined || width.p90 <= limits.width),
    limits === undefined ? "" : String(limits.width),
    marked(percent(covers.p90), covers.p90 >= ORDERS_COVER),
    marked((projection.crps / fill.crps).toFixed(2), crpsHolds(scores)),
    marked(percent(calls.p995.right), calls.p995.right >= right),
    marked(percent(calls.p995.wrong), callsHold(scores)),
  ];
}

const ACCEPTED = [
  "counted",
  "naive RMSE",
  "area fill RMSE",
  "projection RMSE",
  "at most (aim)",
  "90 % width",
  "at most",
  "90 % covers",
  "CRPS / area fill's",
  "called right",
  "called wrong",
];

/** @param {LevelScores} scores */
function worldRow(scores) {
  const { projection, fill, covers, width, calls } = scores;
  const [least = 0, most = 1] = WORLDS_COVER;
  return [
    `${counted(scores)} %`,
    points(fill.rmse),
    points(projection.rmse),
    marked(points(projection.bias), Math.abs(projection.bias) < WORLDS_BIAS),
    points(width.p90),
    marked(percent(covers.p90), covers.p90 >= least && covers.p90 <= most),
    percent(calls.p995.right),
    marked(percent(calls.p995.wrong), callsHold(scores)),
  ];
}

const WORLDS = [
  "counted",
  "area fill RMSE",
  "projection RMSE",
  "bias",
  "90 % width",
  "90 % covers",
  "called right",
  "called wrong",
];

/** @param {Families} families */
function stressTable({ stress, leaning }) {
  const rows = stress.map((any, at) => {
    const lean = leaning[at];
    /** @param {LevelScores | undefined} scores */
    const cells = (scores) =>
      scores === undefined
        ? ["", "", ""]
        : [points(scores.fill.rmse), points(scores.projection.rmse), percent(scores.covers.p90)];
    return [`${counted(any)} %`, ...cells(any), ...cells(lean)];
  });
  const columns = ["area fill RMSE", "projection RMSE", "90 % covers"];
  return table(["counted", ...columns, ...columns.map((each) => `leaning: ${each}`)], rows);
}

/** @param {readonly LevelScores[]} scores */
const runsOf = (scores) => (scores[0]?.runs ?? 0).toLocaleString("en-US");

/** @param {Written} written */
function forReadme(written) {
  const { accepted, worlds, stress } = written;
  return [
    `${runsOf(accepted)} made-up orders that look like the real night; errors and widths in points of the margin, limits set beforehand, a missed one marked ✗:`,
    table(ACCEPTED, accepted.map(acceptedRow)),
    `${runsOf(worlds)} altered truths (the real spread, other signs):`,
    table(WORLDS, worlds.map(worldRow)),
    `${runsOf(stress)} orders of any curve, and as many that lean on what the model cannot see (correlation 0.1), without limits:`,
    stressTable(written),
    measuredLine(written),
  ].join("\n\n");
}

/** @param {Written} written */
function measuredLine({ measured, version, seed, tried, minutes, jobs, machine }) {
  return `Measured ${measured} with version ${version}, seed ${seed}, ${tried.toLocaleString("en-US")} orders made (\`npm run backtest\`): ${minutes} minutes in ${jobs} threads, ${machine}.`;
}

/** @param {string} path @param {string} text */
function withText(path, text) {
  const page = readFileSync(join(root, path), "utf8");
  const from = page.indexOf(START);
  const to = page.indexOf(END);
  if (from < 0 || to < from) throw new Error(`${path} has no place for the backtest: ${START} and ${END}`);
  return { path, text: `${page.slice(0, from + START.length)}\n${text}\n${page.slice(to)}` };
}

/** @param {Language} language @param {Written} written */
function pictureOf(language, written) {
  /** @param {string} key */
  const word = (key) => language.say(`backtest.picture.${key}`);
  return backtestPicture(written.accepted, {
    title: word("title"),
    counted: word("counted"),
    points: word("points"),
    projection: word("projection"),
    fill: word("fill"),
    naive: word("naive"),
  });
}

/** @returns {Promise<readonly { path: string, text: string }[]>} */
export async function generate() {
  const file = join(root, "benchmarks/backtest.json");
  if (!existsSync(file)) return [];
  if (!build("packages/office")) throw new Error("the office does not build");
  /** @type {Written} */
  const written = JSON.parse(readFileSync(file, "utf8"));
  /** @param {string} path */
  const load = (path) => import(pathToFileURL(join(root, "packages/office/dist", path)).href);
  const { backtestTables } = await load("command/projection/backtest-table.js");
  const { catalogOf } = await load("command/catalog.js");
  const { makeLanguage } = await load("language/index.js");
  const english = makeLanguage("en", catalogOf("en"));
  const spanish = makeLanguage("es", catalogOf("es"));
  return [
    withText("README.md", forReadme(written)),
    withText(
      "docs/projection.md",
      `${backtestTables(english, written)}\n\n${measuredLine(written)}\n\n![${english.say("backtest.picture.title")}](backtest.svg)`,
    ),
    withText(
      "docs/proyectar.md",
      `${backtestTables(spanish, written)}\n\n![${spanish.say("backtest.picture.title")}](backtest-es.svg)`,
    ),
    { path: "docs/backtest.svg", text: pictureOf(english, written) },
    { path: "docs/backtest-es.svg", text: pictureOf(spanish, written) },
  ];
}
