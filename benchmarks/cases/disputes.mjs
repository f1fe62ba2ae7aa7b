// What is open in the stored edition, and scenarios on it: what a page asks while a slider moves. Arguments: data folder, how often.
import { timed, valueOf } from "../measure.mjs";
import { compareScenario, materialityOf, parseScenario, policiesOf } from "./acta.mjs";
import { openNewest } from "./open-acta.mjs";

const [data, times] = process.argv.slice(2);
const { election, roll, tables } = openNewest(data);
const [contest] = election.contests;
const table = tables.get(contest.id);
const [policy] = policiesOf(election);
const unlocated = [165, 105].map((stations) => ({ filer: "", stations, area: null }));
const request = {
  election,
  contest,
  roll,
  table,
  policy,
  scope: null,
  among: null,
  filer: null,
  any: [165, 270, 943],
  petitions: { kind: "loaded", located: [], unlocated, wider: [] },
};
const scenario = (select) =>
  valueOf(parseScenario({ format: "acta-scenario/1", id: "case", overrides: [{ select, action: { kind: "annul" } }] }));
const [first, second] = contest.options;
const best = scenario({ best: { stations: 183, for: first, against: second } });
const rule = scenario({ share: { option: first, moreThan: "80/100" } });
const area = { code: "", name: "", level: "", wholeContest: true };
const ground = { election, contest, roll, table, petitions: { kind: "notLoaded" } };
const ways = {
  materiality: () => valueOf(materialityOf(request)),
  best: () => valueOf(compareScenario(ground, best, { policy, area, scope: null })),
  rule: () => valueOf(compareScenario(ground, rule, { policy, area, scope: null })),
};

const runs = Object.fromEntries(Object.keys(ways).map((way) => [way, []]));
for (let round = 0; round <= Number(times); round++)
  for (const [way, work] of Object.entries(ways)) {
    const { ms, cpu } = await timed(work);
    if (round > 0) runs[way].push({ ms, cpu });
  }
const [gate] = ways.materiality().gates;
console.log(JSON.stringify({ runs, flip: gate.flip, lead: ways.best().lead, over: ways.rule().changedSheets }));
