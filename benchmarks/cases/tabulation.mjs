// Tallies one contest by one policy and the first tree. Arguments: "stored" and a data folder, or "made-up" and a number of stations;
// how often.
import { timed } from "../measure.mjs";
import { policiesOf, tallyTree } from "./acta.mjs";
import { openNewest } from "./open-acta.mjs";

const [kind, what, times] = process.argv.slice(2);

async function madeUp(stations) {
  const { simulateTable } = await import(new URL("../../packages/acta/dist/simulation/index.js", import.meta.url));
  const { election, roll, table } = simulateTable({ stations, options: 2, seed: 1 });
  return { election, roll, tables: new Map([[table.contest, table]]) };
}

const { election, roll, tables } = kind === "stored" ? openNewest(what) : await madeUp(Number(what));
const [table] = tables.values();
const [policy] = policiesOf(election);
const runs = [];
for (let run = 0; run < Number(times); run++) {
  const { ms, cpu } = await timed(() => tallyTree(election, roll, table, policy, 0));
  runs.push({ ms, cpu });
}
const columns = [table.status, table.head, ...table.cells];
console.log(
  JSON.stringify({
    runs,
    bytesPerSheet: columns.reduce((sum, column) => sum + column.byteLength, 0) / table.size,
    rss: process.resourceUsage().maxRSS / 1024,
  }),
);
