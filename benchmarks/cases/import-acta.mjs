// The import of Acta into a fresh data folder, then the totals of every area. Arguments: definition, file, folder, how often.
import { join } from "node:path";
import { timed, valueOf } from "../measure.mjs";
import { importFiles, loadDefinition, matchFiles, openFolderToWrite } from "./acta.mjs";
import { areaTotals, nationalVotes, openNewest } from "./open-acta.mjs";

const loading = performance.now();
const [definitionPath, path, folder, times] = process.argv.slice(2);
const asked = await timed(() => valueOf(loadDefinition(definitionPath)));
const definition = asked.value;

const now = () => new Date().toISOString().replace(/\.\d+/, "");

async function importInto(data) {
  const matching = valueOf(await matchFiles(definition.election, [path]));
  const store = valueOf(openFolderToWrite(data));
  const request = { folder: store, definition, matching, asOf: null, now, progress: () => {} };
  const report = valueOf(await importFiles(request));
  store.close();
  const opened = openNewest(data);
  return { report, opened, totals: areaTotals(opened) };
}

const runs = [];
let last;
for (let run = 0; run < Number(times); run++) {
  const { value, ms, cpu } = await timed(() => importInto(join(folder, String(run))));
  runs.push({ ms, cpu });
  last = value;
}
const [delivery] = last.report.deliveries;
console.log(
  JSON.stringify({
    runs,
    loading: loading + asked.ms,
    sheets: delivery.sheets,
    findings: delivery.findings,
    votes: nationalVotes(last.opened),
    rss: process.resourceUsage().maxRSS / 1024,
  }),
);
