// Recounts the stored edition, and the same in DuckDB on the same sheets. Arguments: data folder, file, new Parquet file, rounds,
// "duckdb" when it is installed. Everything runs in turn in one process; the first round is not counted.
import { statSync } from "node:fs";
import { timed } from "../measure.mjs";
import { geographicTotals, nationalVotes, openNewest, recount } from "./open-acta.mjs";
import { duckdbRecount } from "./recount-duckdb.mjs";

const [data, file, parquet, rounds, peer] = process.argv.slice(2);
const opened = openNewest(data);
const ways = {
  memory: () => recount(opened),
  stored: () => recount(openNewest(data)),
  storedLevels: () => geographicTotals(openNewest(data)),
};
const duckdb = peer === "duckdb" ? await duckdbRecount(file, parquet) : null;
if (duckdb !== null) Object.assign(ways, duckdb.ways);

const runs = Object.fromEntries(Object.keys(ways).map((way) => [way, []]));
for (let round = 0; round <= Number(rounds); round++)
  for (const [way, work] of Object.entries(ways)) {
    const { ms, cpu } = await timed(work);
    if (round > 0) runs[way].push({ ms, cpu });
  }

const tallies = recount(opened);
const groups = tallies.reduce((sum, tally) => sum + tally.groups, 0);
console.log(
  JSON.stringify({
    runs,
    groups,
    tallies: tallies.length,
    votes: nationalVotes(opened),
    duckdbVotes: duckdb === null ? null : await duckdb.votes(),
    duckdbGroups: duckdb === null ? 0 : await duckdb.groups(),
    parquetBytes: duckdb === null ? 0 : statSync(parquet).size,
  }),
);
