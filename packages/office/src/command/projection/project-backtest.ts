import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fail, parseCount, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { backtestPicture, runBacktest } from "acta/projection";
import type { Backtest, CurvePoint } from "acta/projection";
import { mergeBulletins, wholeArea } from "acta/tabulation";
import { bulletinsIn, systemProblem } from "../../store/index.js";
import { printJson } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import type { OpenedContest } from "../desk/opened.js";
import { backtestTable } from "./backtest-table.js";
import { earlierEditions } from "./earlier-editions.js";
import { previousContest } from "./previous-election.js";

/** Flags of `acta project --backtest`. */
export interface BacktestFlags {
  readonly json: boolean;
  readonly previous?: string;
  readonly backtest: boolean;
  readonly quick: boolean;
  readonly orders?: string;
  readonly worlds?: string;
  readonly levels?: string;
  readonly out?: string;
}

/** How large a backtest is. */
interface Size {
  readonly orders: number;
  readonly worlds: number;
  readonly stress: number;
  readonly levels: readonly number[];
}

const FULL: Size = { orders: 200, worlds: 200, stress: 20, levels: [0.1, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.99] };
const QUICK: Size = { orders: 20, worlds: 10, stress: 2, levels: [0.2, 0.6, 0.9, 0.95] };
const MOST_ORDERS = 10_000;

/** Runs the backtest on a final edition; prints the table, and writes it with its picture where asked. */
export function tellBacktest(desk: Desk, opened: OpenedContest, flags: BacktestFlags, seed: number): Result<null> {
  const size = sizeOf(flags);
  if (!size.ok) return size;
  const done = backtestOf(desk, opened, flags.previous, size.value, seed);
  desk.progress("");
  if (!done.ok) return done;
  const document = backtestDocument(opened, size.value, done.value);
  const table = backtestTable(desk.language, opened, done.value);
  if (flags.json) printJson(desk, document);
  else desk.print(table);
  if (flags.out === undefined) return succeed(null);
  const { language } = desk;
  const picture = backtestPicture(done.value.accepted, {
    title: language.say("backtest.picture.title"),
    counted: language.say("backtest.picture.counted"),
    points: language.say("backtest.picture.points"),
    projection: language.say("backtest.picture.projection"),
    fill: language.say("backtest.picture.fill"),
    naive: language.say("backtest.picture.naive"),
  });
  return writeAll(resolve(desk.cwd, flags.out), {
    "scores.json": `${JSON.stringify(document, null, 2)}\n`,
    "scores.md": `${table}\n`,
    "scores.svg": picture,
  });
}

function writeAll(folder: string, files: Readonly<Record<string, string>>): Result<null> {
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return succeed(null);
  } catch (error) {
    return fail(systemProblem(error, folder));
  }
}

function backtestOf(
  desk: Desk,
  opened: OpenedContest,
  asked: string | undefined,
  size: Size,
  seed: number,
): Result<Backtest> {
  const { election, roll } = opened.open;
  const previous = previousContest(opened, asked);
  if (!previous.ok) return previous;
  const earlier = earlierEditions(opened);
  if (!earlier.ok) return earlier;
  const curve = curveOf(opened);
  if (!curve.ok) return curve;
  const final = { election, contest: opened.contest, roll, table: opened.table };
  return runBacktest(
    { final, previous: previous.value, earlier: earlier.value, curve: curve.value, ...size, seed },
    (done, all) => desk.progress(desk.language.say("backtest.progress", { done, all })),
  );
}

/** The real curve of the count: bulletins of the whole contest that say how much was counted and the votes of the first two options. */
function curveOf(opened: OpenedContest): Result<readonly CurvePoint[]> {
  const { election } = opened.open;
  const bulletins = bulletinsIn(opened.folder, opened.indexed, opened.index.size);
  if (!bulletins.ok) return bulletins;
  const [first, second] = opened.contest.options;
  const points: CurvePoint[] = [];
  for (const bulletin of mergeBulletins(bulletins.value)) {
    const series = election.bulletins.find((each) => each.id === bulletin.series);
    if (bulletin.torn || series?.contest !== opened.contest.id) continue;
    const row = bulletin.rows.find((each) => each.area === wholeArea(election, opened.contest, each.tree));
    const counted = row?.figures["shareCounted"];
    const a = row?.figures[`votes.${first ?? ""}`];
    const b = row?.figures[`votes.${second ?? ""}`];
    // Printed percentages are kept in millionths.
    if (counted === undefined || a === undefined || b === undefined || a + b === 0) continue;
    points.push({ counted: counted / 1e6, margin: (a - b) / (a + b) });
  }
  return succeed(points);
}

function sizeOf(flags: BacktestFlags): Result<Size> {
  const usual = flags.quick ? QUICK : FULL;
  const orders = countOf("orders", flags.orders, usual.orders);
  if (!orders.ok) return orders;
  const worlds = countOf("worlds", flags.worlds, usual.worlds);
  if (!worlds.ok) return worlds;
  const levels = levelsOf(flags.levels, usual.levels);
  if (!levels.ok) return levels;
  return succeed({ orders: orders.value, worlds: worlds.value, stress: usual.stress, levels: levels.value });
}

function countOf(flag: string, text: string | undefined, usual: number): Result<number> {
  if (text === undefined) return succeed(usual);
  const count = parseCount(text);
  return count === undefined || count > MOST_ORDERS
    ? fail({ code: "backtest.badCount", context: { flag, value: text.slice(0, 40), most: MOST_ORDERS } })
    : succeed(count);
}

/** Percentages between 0 and 100, ascending, none twice. */
function levelsOf(text: string | undefined, usual: readonly number[]): Result<readonly number[]> {
  if (text === undefined) return succeed(usual);
  const parts = text.split(",").map((part) => part.trim());
  const levels = parts.map((part) => (/^\d{1,2}(?:\.\d{1,3})?$/.test(part) ? Number(part) / 100 : 0));
  const isFine = levels.every((level, at) => level > 0 && (at === 0 || level > (levels[at - 1] ?? 1)));
  return isFine ? succeed(levels) : fail({ code: "backtest.badLevels", context: { levels: text.slice(0, 80) } });
}

/** The documented JSON shape `acta-backtest/1`. */
function backtestDocument(opened: OpenedContest, size: Size, backtest: Backtest): Readonly<Record<string, unknown>> {
  const { election, edition } = opened.open;
  return {
    schema: "acta-backtest/1",
    provenance: election.provenance,
    election: election.id,
    contest: opened.contest.id,
    edition: { id: edition.id, number: edition.number, asOf: edition.asOf },
    settings: size,
    ...backtest,
  };
}
