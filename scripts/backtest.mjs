// npm run backtest: the backtest of the projection on the real runoff as the documentation quotes it; writes benchmarks/backtest.json, from which
// `npm run generate` makes the tables and pictures. Takes minutes on each core.
// Options behind `--`: --orders N, --worlds N, --stress N, --levels P,P... (as `acta project --backtest` has them), --seed N, --jobs N (all cores), --out FILE.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build, ensureInstalled, requireNode, root } from "./workshop.mjs";

/** The seed of what is reported. No choice of the model was made on it: whoever tunes takes another one. */
const REPORTING_SEED = 2_021;

const COMMAND = "packages/office/bin/acta.js";
const DATA = join(root, "../shared/data/peru-2021");

/** @param {string} name @param {string} usual */
function option(name, usual) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : (process.argv[at + 1] ?? usual);
}

/** What the command prints; what it warns of is shown. @param {readonly string[]} args */
function acta(args) {
  const options = { encoding: /** @type {const} */ ("utf8"), maxBuffer: 1 << 28 };
  const done = spawnSync(process.execPath, [COMMAND, ...args, "--lang", "en"], {
    ...options,
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (done.status !== 0) throw new Error(`acta ${args[0]} ended with ${done.status}`);
  return done.stdout;
}

/** Both rounds with their published totals: the first as the previous contest, the editions of the second for the real curve. @param {string} folder */
function importAll(folder) {
  const official = (/** @type {string} */ name) =>
    readdirSync(join(DATA, "official", name)).map((file) => join(DATA, "official", name, file));
  const sheets = (/** @type {string} */ name) => join(DATA, `${name}.csv.gz`);
  const first = [sheets("first-round-2021-06-17"), ...official("first-round-districts")];
  const second = [
    ...["08", "09", "17"].map((day) => sheets(`runoff-2021-06-${day}`)),
    join(root, "../shared/peru/editions-2021-runoff.json"),
  ];
  for (const [round, files] of /** @type {const} */ ([
    ["2021-first-round", first],
    ["2021-runoff", second],
  ]))
    acta([
      "import",
      join("jurisdictions/peru", round, "election.yaml"),
      ...files.flatMap((file) => ["--source", file]),
      "--data",
      folder,
    ]);
}

requireNode();
ensureInstalled();
if (!build()) process.exit(1);
if (!existsSync(DATA)) {
  console.error("The data folder ../shared is missing: there is nothing to replay.");
  process.exit(1);
}
const jobs = option("jobs", String(availableParallelism()));
const sizes = ["orders", "worlds", "stress", "levels"].flatMap((name) => {
  const value = option(name, "");
  return value === "" ? [] : [`--${name}`, value];
});
const folder = mkdtempSync(join(tmpdir(), "acta-backtest-"));
try {
  importAll(folder);
  const seed = option("seed", String(REPORTING_SEED));
  const start = Date.now();
  const printed = acta(["project", "--backtest", "--json", "--data", folder, "--seed", seed, "--jobs", jobs, ...sizes]);
  const { version } = JSON.parse(readFileSync(join(root, "packages/office/package.json"), "utf8"));
  const written = {
    measured: new Date().toISOString().slice(0, 10),
    version,
    minutes: Math.round((Date.now() - start) / 6_000) / 10,
    jobs: Number(jobs),
    machine: `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}`,
    ...JSON.parse(printed),
  };
  const file = resolve(option("out", join(root, "benchmarks/backtest.json")));
  writeFileSync(file, `${JSON.stringify(written, null, 2)}\n`);
  console.log(`${file}: written after ${written.minutes} minutes. Next: npm run generate`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
