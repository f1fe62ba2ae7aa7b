// Projections of unfinished counts: one edition, a fit beside numpy's, larger countries, a backtest, the whole command.
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { inFreshProcess, median } from "../measure.mjs";
import { pythonWithNumpy } from "../peers.mjs";
import { ratio, rowOf } from "./rows.mjs";

const TITLE = "Projection, 86,488 real stations and the contest before";
const GOAL =
  "goals: 2,000 draws of every area under 1 s, refit under 300 ms, linear to 5 million, 1,600 backtest projections under 15 minutes";
/** Where the models are not the same, a coefficient may be another; this far apart one of the two is broken. */
const FAR_APART = 0.05;

/** Orders of the backtest that is measured: all of them, or so few that the rest is extrapolated. */
const ORDERS = { whole: 200, quick: 4 };
const LEVELS = 8;

export async function projectionRows({ folder, file, definition, command, rounds, sizes, quick }) {
  const data = join(folder, "night");
  importNight({ command, file, definition, data });
  const run = (...args) => inFreshProcess("projection.mjs", args);
  const cold = Array.from({ length: rounds }, () => run("project", data, 3));
  const first = cold.map(({ runs }) => runs[0]);
  const again = cold.flatMap(({ runs }) => runs.slice(1));
  const early = run("early", data, 0.2, 4);
  return {
    title: TITLE,
    goal: GOAL,
    rows: [
      rowOf("8 June, 95.7 % counted, first in a new process", first, {
        note: `goal: under 1 s; ${cold[0].areas.toLocaleString("en-US")} areas, 2,000 draws; sheets, covariates, fit and draws, without reading the data folder`,
      }),
      rowOf("the same, again in that process", again, { note: "goal: under 1 s" }),
      rowOf("a made-up order at 20 % counted: fit and draws", early.runs, {
        note: `${early.open.toLocaleString("en-US")} of the smallest areas are open`,
      }),
      ...fitRows(run, data, folder),
      rowOf("refit of the next edition, warm start", run("refit", data, 7).runs, {
        note: "goal: under 300 ms; every sheet added up again",
      }),
      wholeCommand(command, data, rounds),
      ...madeUpRows(run, sizes),
      backtestRow(run, data, quick),
    ],
  };
}

/** Both rounds in one folder: the first edition of the runoff is that of 8 June. */
function importNight({ command, file, definition, data }) {
  const sheets = (name) => join(file, "..", `${name}.csv.gz`);
  const days = ["08", "09", "17"].map((day) => sheets(`runoff-2021-06-${day}`));
  for (const [election, files] of [
    [join(definition, "../../2021-first-round/election.yaml"), [sheets("first-round-2021-06-17")]],
    [definition, days],
  ]) {
    const args = ["import", election, ...files.flatMap((each) => ["--source", each]), "--data", data];
    const done = spawnSync(process.execPath, [command, ...args], { encoding: "utf8" });
    if (done.status !== 0) throw new Error(`import: ${done.stderr}`);
  }
}

/** The fit alone, and a naive one with numpy on the same arrays. */
function fitRows(run, data, folder) {
  const acta = run("fit", data, 7);
  const rows = [rowOf("the fit of 8 June alone", acta.runs)];
  const python = pythonWithNumpy();
  if (python === undefined) return rows;
  const input = join(folder, "fit-input");
  mkdirSync(input);
  run("input", data, input);
  const peer = inFreshProcess("projection-numpy.py", [input, 7], python);
  const apart = Math.max(...["share", "rate"].map((kind) => farthest(acta[kind], peer[kind])));
  if (!(apart < FAR_APART)) throw new Error(`coefficients ${apart} apart`);
  const peerRow = rowOf("numpy, such a fit", peer.runs, {
    ...ratio(acta.runs, peer.runs),
    note: `naive, one thread, one variance a level; coefficients at most ${apart.toExponential(0)} apart`,
  });
  return [...rows, peerRow];
}

function farthest(some, others) {
  return Math.max(...some.map((value, at) => Math.abs(value - others[at])));
}

function wholeCommand(command, data, rounds) {
  const walls = [];
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now();
    const done = spawnSync(process.execPath, [command, "project", "--edition", "1", "--data", data], {
      encoding: "utf8",
    });
    if (done.status !== 0) throw new Error(`project: ${done.stderr}`);
    if (round > 0) walls.push(performance.now() - start);
  }
  return {
    what: "`acta project --edition 1`, whole process",
    ms: median(walls),
    note: "with Node and opening both contests",
  };
}

function madeUpRows(run, sizes) {
  let least = 0;
  return sizes.map((stations) => {
    const { runs, rss } = run("made-up", stations, stations > 1_000_000 ? 2 : 3);
    const row = rowOf(`${stations.toLocaleString("en-US")} made-up stations, no contest before`, runs);
    const each = (row.ms * 1e6) / stations;
    least ||= each;
    return {
      ...row,
      note: `${Math.round(each)} ns a station, ${(each / least).toFixed(2)}× the smallest country's; at most ${Math.round(rss)} MB`,
    };
  });
}

function backtestRow(run, data, quick) {
  const orders = quick ? ORDERS.quick : ORDERS.whole;
  const { runs, projections } = run("backtest", data, orders);
  const row = rowOf(`backtest of ${projections.toLocaleString("en-US")} projections`, runs);
  const minutes = (ms) => ((ms * ((ORDERS.whole * LEVELS) / projections)) / 60_000).toFixed(1);
  return {
    ...row,
    note: `${quick ? "extrapolated: " : ""}1,600 projections in ${minutes(row.ms)} minutes, ${minutes(row.cpu)} of a processor; goal: 15`,
  };
}
