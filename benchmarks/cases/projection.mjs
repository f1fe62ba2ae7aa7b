// Projections in memory. Arguments: what, then what it takes:
//   project DATA TIMES    the first edition with the contest before, 2,000 draws, every area; nothing is kept between the times
//   early DATA PART TIMES the final edition as a made-up order has it at this counted part: most areas are open
//   input DATA FOLDER     writes what the fit of the first edition reads, for the peer
//   fit DATA TIMES        that fit
//   refit DATA TIMES      the fit of the second edition, begun from the variances of the first
//   backtest DATA ORDERS  made-up orders at 8 levels, each projected
//   made-up STATIONS TIMES  a made-up country of two options, 80 % counted, without a contest before, 2,000 draws
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { timed, valueOf } from "../measure.mjs";
import {
  COUNTED,
  OrderMaker,
  ReplayedNight,
  areaSums,
  completeCount,
  expectedByArea,
  fitEdition,
  marginParts,
  modelledOptions,
  planOf,
  prepareNight,
  projectSheets,
  replayBacktest,
  startFrom,
} from "./acta.mjs";
import { openNight } from "./open-night.mjs";

const DRAWS = 2_000;
const LEVELS = [0.1, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.99];

/** Repeats a piece of work. @returns its last value and all times */
async function repeated(times, work) {
  const runs = [];
  let value;
  for (let run = 0; run < Number(times); run++) {
    const done = await timed(work);
    value = done.value;
    runs.push({ ms: done.ms, cpu: done.cpu });
  }
  return { value, runs };
}

const kinds = {
  async project(data, times) {
    const { previous, editions } = openNight(data, ["1"]);
    const request = { now: editions[0], previous, earlier: [], seed: 1, draws: DRAWS };
    const { value, runs } = await repeated(times, () => valueOf(projectSheets(request)));
    return { runs, margin: value.margin.expected, areas: value.areas.length, pending: value.base.pending };
  },
  async early(data, part, times) {
    const { previous, editions } = openNight(data, ["3"]);
    const [final] = editions;
    const prepared = prepareNight(final, previous);
    const complete = completeCount(final, prepared.tree);
    const order = new OrderMaker(complete).order(1, null);
    const replayed = new ReplayedNight(complete, order, new Float64Array(order.length));
    replayed.advance(Number(part));
    const night = { ...prepared.night, ...replayed.night };
    const { value, runs } = await repeated(times, () => {
      const fit = fitEdition({ ...prepared, night }, null);
      const plan = planOf(final.election, night, prepared.covariates, fit, prepared.figures.annulled, []);
      const expected = expectedByArea(plan);
      marginParts(plan, expected, [0, 1], 1);
      areaSums(plan, expected, 1, DRAWS);
      return plan.forecast.areas.length;
    });
    return { runs, open: value };
  },
  async input(data, folder) {
    const { previous, editions } = openNight(data, ["1"]);
    const { night, covariates } = prepareNight(editions[0], previous);
    const [modelled] = modelledOptions(night);
    const files = {
      parent: night.tree.parent,
      level: night.tree.level,
      leaf: night.leaf,
      counted: night.state.map((state) => (state === COUNTED ? 1 : 0)),
      valid: night.votes.reduce((sums, column) => sums.map((sum, unit) => sum + column[unit])),
      votes: night.votes[modelled],
      registered: night.registered,
      rows: covariates.rows,
    };
    for (const [name, values] of Object.entries(files)) writeFileSync(join(folder, name), values);
    return { modelled };
  },
  async fit(data, times) {
    const { previous, editions } = openNight(data, ["1"]);
    const prepared = prepareNight(editions[0], previous);
    const { value, runs } = await repeated(times, () => fitEdition(prepared, null));
    const of = ({ coefficients }) => [...coefficients];
    return { runs, share: of(value.shares[0]), rate: of(value.rate) };
  },
  async refit(data, times) {
    const { previous, editions } = openNight(data, ["1", "2"]);
    const [first, second] = editions.map((each) => prepareNight(each, previous));
    const start = startFrom(fitEdition(first, null));
    const { value, runs } = await repeated(times, () => fitEdition(second, start));
    return { runs, coefficients: value.rate.coefficients.length };
  },
  async backtest(data, orders) {
    const { previous, editions } = openNight(data, ["3"]);
    const size = { orders: Number(orders), worlds: 0, stress: 0, levels: LEVELS };
    const request = { final: editions[0], previous, earlier: [], curve: [], seed: 1, ...size };
    const { value, runs } = await repeated(1, () => valueOf(replayBacktest(request, { at: 0, of: 1 }, () => {})));
    return { runs, projections: value.accepted.flatMap(({ levels }) => levels).length };
  },
  async "made-up"(stations, times) {
    const { sheetsAt, simulateTable } = await import(
      new URL("../../packages/acta/dist/simulation/index.js", import.meta.url)
    );
    const made = simulateTable({ stations: Number(stations), options: 2, seed: 1 });
    const [contest] = made.election.contests;
    const table = sheetsAt(made, { reported: 0.8, resolved: 0.5 });
    const now = { election: made.election, contest, roll: made.roll, table };
    const request = { now, previous: null, earlier: [], seed: 1, draws: DRAWS };
    const { value, runs } = await repeated(times, () => valueOf(projectSheets(request)));
    return { runs, areas: value.areas.length, rss: process.resourceUsage().maxRSS / 1024 };
  },
};

const [kind, ...rest] = process.argv.slice(2);
console.log(JSON.stringify(await kinds[kind](...rest)));
