// A quick count in memory. Arguments: "bootstrap" (10,000 replicates of 7,000 stations in 30 strata) or "jackknife" (the same sample, each
// station left out once); how often. Columns are made up: only their number matters to the clock.
import { timed } from "../measure.mjs";
import { bootstrapShares, jackknifeCovariance } from "./acta.mjs";

const [kind, times] = process.argv.slice(2);
const STATIONS = 7_000;
const STRATA = 30;

let state = 1;
const next = () => (state = (state * 48_271) % 2_147_483_647);
const count = Math.floor(STATIONS / STRATA);
const strata = Array.from({ length: STRATA }, (_, at) => ({
  name: String(at),
  size: count * 12,
  from: at * count,
  count: at === STRATA - 1 ? STATIONS - at * count : count,
}));
const votes = [0, 1].map(() => Float64Array.from({ length: STATIONS }, () => 60 + (next() % 90)));
const sample = { strata, votes };

function deviationOf(values) {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  return Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / values.length);
}

const work = {
  bootstrap() {
    const shares = bootstrapShares(sample, null, 10_000, 1);
    const first = shares[0] ?? 0;
    if (!(first > 0.45 && first < 0.55)) throw new Error(`a share of ${first}`);
    return deviationOf(shares.filter((_, at) => at % 2 === 0));
  },
  jackknife() {
    const variance = jackknifeCovariance(sample)[0] ?? 0;
    if (!(variance > 0 && variance < 1e-4)) throw new Error(`a variance of ${variance}`);
    return Math.sqrt(variance);
  },
}[kind];

const runs = [];
let se = 0;
for (let run = 0; run < Number(times); run++) {
  const { ms, cpu, value } = await timed(work);
  runs.push({ ms, cpu });
  se = value;
}
console.log(JSON.stringify({ runs, se }));
