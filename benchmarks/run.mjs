// npm run bench: measures Acta against its peers, all in turn in one run, prints one table and writes benchmarks/latest.json.
// Options: --rounds N (default 5), --quick (no made-up country above 500,000 stations, a short backtest), --only GROUP,... (prints, writes no file).
import { existsSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { postgresPrograms } from "../scripts/postgres-server.mjs";
import { build, ensureInstalled, requireNode, root } from "../scripts/workshop.mjs";
import { importRows } from "./groups/import.mjs";
import { recountRows } from "./groups/recount.mjs";
import { resultsRows } from "./groups/results.mjs";
import { tabulationRows } from "./groups/tabulation.mjs";
import { disputesRows } from "./groups/disputes.mjs";
import { appendRows } from "./groups/appends.mjs";
import { floorRows } from "./groups/floor.mjs";
import { serveRows } from "./groups/serve.mjs";
import { projectionRows } from "./groups/projection.mjs";
import { quickCountRows } from "./groups/quick-count.mjs";
import { mapRows } from "./groups/map.mjs";
import { phoneRows } from "./groups/phone.mjs";
import { seatsRows } from "./groups/seats.mjs";
import { verifyRows } from "./groups/verify.mjs";
import { withFolder } from "./measure.mjs";
import { duckdbFault, pythonWithPandas, sainteLagueFault } from "./peers.mjs";
import { tableOf } from "./table.mjs";

requireNode();
ensureInstalled();
if (!build()) process.exit(1);

const at = process.argv.indexOf("--rounds");
const rounds = at < 0 ? 5 : Number(process.argv[at + 1]);
const file = join(root, "../shared/data/peru-2021/runoff-2021-06-17.csv.gz");
if (!existsSync(file)) {
  console.error("The data folder ../shared is missing: there is nothing to measure with.");
  process.exit(1);
}

const leftOut = [];
const fault = duckdbFault();
if (fault !== "") leftOut.push(`DuckDB (${fault})`);
if (sainteLagueFault() !== "") leftOut.push("sainte-lague");
const python = pythonWithPandas();
if (postgresPrograms() === "") leftOut.push("PostgreSQL (Debian: apt-get install postgresql)");
if (python === undefined) leftOut.push("pandas (Debian: apt-get install python3-pandas)");

const setup = {
  file,
  definition: join(root, "jurisdictions/peru/2021-runoff/election.yaml"),
  command: join(root, "packages/office/bin/acta.js"),
  rounds,
  python,
  duckdb: fault === "",
  quick: process.argv.includes("--quick"),
  sizes: process.argv.includes("--quick") ? [500_000] : [500_000, 1_000_000, 5_000_000],
};
/** Groups by the name after --only, in the order in which they run; the first leaves the data folder of most of the others. */
const GROUPS = {
  import: importRows,
  recount: recountRows,
  results: resultsRows,
  tabulation: tabulationRows,
  disputes: disputesRows,
  seats: seatsRows,
  projection: projectionRows,
  "quick-count": quickCountRows,
  appends: appendRows,
  verify: verifyRows,
  map: mapRows,
  serve: serveRows,
  phone: phoneRows,
  floor: floorRows,
};
const ON_THEIR_OWN = new Set(["seats", "projection", "quick-count"]);

const onlyAt = process.argv.indexOf("--only");
const only = onlyAt < 0 ? Object.keys(GROUPS) : (process.argv[onlyAt + 1] ?? "").split(",");
const unknown = only.filter((name) => !Object.hasOwn(GROUPS, name));
if (unknown.length > 0) {
  console.error(`no group ${unknown.join(", ")} (known: ${Object.keys(GROUPS).join(", ")})`);
  process.exit(1);
}
const needsImport = only.some((name) => !ON_THEIR_OWN.has(name));

const before = loadavg()[0];
const groups = await withFolder(async (folder) => {
  const kept = join(folder, "kept");
  const measured = [];
  for (const [name, rowsOf] of Object.entries(GROUPS)) {
    if (!only.includes(name) && !(name === "import" && needsImport)) continue;
    const group = await rowsOf({ ...setup, folder, data: join(kept, "0"), kept });
    console.error(`measured: ${group.title}`);
    measured.push(group);
  }
  return measured;
});
const busy = [before, loadavg()[0]].map((load) => load.toFixed(1)).join(" to ");
const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}; load average ${busy} during the run.`;
const latest = { measured: new Date().toISOString().slice(0, 10), rounds, machine, leftOut, groups };
if (onlyAt < 0) writeFileSync(join(root, "benchmarks/latest.json"), `${JSON.stringify(latest, null, 2)}\n`);
console.log(tableOf(latest));
