// node scripts/crash-embedded.mjs [ROUNDS] [SEED]: kills writers of the embedded ledger with SIGKILL at random moments and looks at what
// is left. Three rounds in four kill a process that appends in a loop, through door and signature (also appends of several frames); every
// fourth kills `acta import`. After each kill the folder is opened without any manual step, and must hold what was acknowledged and no
// part of anything else.
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { importSample, sampleCsv, sampleDefinition } from "../packages/office/dist/import/sample-import.js";
import { checkFolder, openFolderToWrite, replayFolder } from "../packages/office/dist/store/index.js";
import { chance, writtenIn } from "./ledger-writer.mjs";

const self = fileURLToPath(import.meta.url);
const writer = fileURLToPath(new URL("ledger-writer.mjs", import.meta.url));
const acta = fileURLToPath(new URL("../packages/office/bin/acta.js", import.meta.url));

/** Stations of each imported file: an import takes about as long as its start-up, so that kills fall into both. */
const STATIONS = 1_500;
/** Above this a round starts with a new ledger, so that looking at it stays quick. */
const MOST_BYTES = 20 << 20;
/** Imports into one ledger: looking at it goes through every edition. */
const MOST_EDITIONS = 8;
/** Milliseconds, from its first append, within which a writer is killed: some tens of appends. */
const KILL_WITHIN = 120;
/** Rounds of appends between two looks from the ground (`acta doctor`); the others look at every entry as well. */
const DOCTOR_EVERY = 10;

/**
 * A ledger with one edition, to be written behind, and how many entries it has.
 * @param {string} work
 */
export async function beginLedger(work) {
  const data = join(work, "begun");
  const done = await importSample(work, data, sampleCsv(20), "2026-02-01T20:00Z");
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
  return { data, size: done.value.entries };
}

/**
 * Starts a program and kills it after a while: what it printed, and its exit code (null when it was killed).
 * @param {readonly string[]} args
 * @param {number} milliseconds from its first output for a child that announces itself, else from its start
 * @param {boolean} fromOutput
 * @param {() => Promise<void>} [strike] what is killed; the program when nothing is said
 * @returns {Promise<{ output: string, code: number | null }>}
 */
export function killAfter(args, milliseconds, fromOutput, strike) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    let errors = "";
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    /** @type {Promise<void> | undefined} */
    let struck;
    const kill = () => {
      if (strike === undefined) child.kill("SIGKILL");
      else struck = strike();
    };
    const arm = () => (timer ??= setTimeout(kill, milliseconds));
    if (!fromOutput) arm();
    child.stdout.setEncoding("utf8").on("data", (text) => {
      output += text;
      arm();
    });
    child.stderr.setEncoding("utf8").on("data", (text) => (errors += text));
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      if (code !== null && code !== 0) reject(new Error(`${args.join(" ")}: exit ${code}: ${errors}`));
      else Promise.resolve(struck).then(() => resolve({ output, code }), reject);
    });
  });
}

/**
 * What a writer has said before it was killed.
 * @param {string} output
 */
export function saidIn(output) {
  // The last line may be cut off by the kill: only whole ones were said.
  const lines = output.slice(0, output.lastIndexOf("\n") + 1).split("\n");
  const acknowledged = lines.filter((line) => line.startsWith("done "));
  const [, from = "", to = ""] = lines.findLast((line) => line.startsWith("try "))?.split(" ") ?? [];
  const isDone = acknowledged.at(-1) === `done ${from} ${to}`;
  return {
    acknowledged: acknowledged.length,
    /** Size after what was acknowledged, and size that the last append would have made. */
    last: Number(isDone ? to : from),
    tried: Number(to),
  };
}

/**
 * @typedef {object} Tally
 * @property {number} rounds
 * @property {number} killed writers killed while they ran
 * @property {number} acknowledged appends and imports that were acknowledged
 * @property {number} cutOff writes that the kill had cut off and the next opening set aside
 * @property {readonly string[]} faults what was lost or half visible: none, if all is well
 */

/**
 * One round of appends: what is wrong, acknowledged appends, and whether a write was cut off.
 * @param {string} data
 * @param {number} begun entries before those of the writers
 * @param {number} round
 * @param {number} milliseconds
 */
async function appendRound(data, begun, round, milliseconds) {
  const { output } = await killAfter([writer, data, `round${round}`], milliseconds, true);
  const { acknowledged, last, tried } = saidIn(output);
  const folder = openFolderToWrite(data);
  if (!folder.ok)
    return { faults: [`does not open: ${JSON.stringify(folder.problem)}`], acknowledged: 0, cutOff: false };
  const { ledger } = folder.value;
  const { faults } = writtenIn(folder.value, begun);
  if (ledger.size !== last && ledger.size !== tried)
    faults.push(`size ${ledger.size}: acknowledged ${last}, last tried up to ${tried}`);
  const cutOff = ledger.setAside !== "";
  folder.value.close();
  if (Math.floor(round / 4) % DOCTOR_EVERY === 0) faults.push(...faultsIn(data));
  return { faults, acknowledged, cutOff };
}

/**
 * What a look from the ground finds: size, signature and root of the checkpoint, every entry, every blob.
 * @param {string} data
 */
export function faultsIn(data) {
  const health = checkFolder(data);
  const checks = health.ok ? health.value.checks : [];
  const faults = health.ok ? [] : [JSON.stringify(health.problem)];
  for (const { result, problem } of checks)
    if (result === "failed" || problem.code === "doctor.checkpoint.behind") faults.push(JSON.stringify(problem));
  return faults;
}

/**
 * One round of the real command: imports one more edition and is killed while it does.
 * @param {string} work
 * @param {string} data
 * @param {number} milliseconds
 */
async function importRound(work, data, milliseconds) {
  const before = existsSync(data) ? editionsIn(data).editions : 0;
  const definition = join(work, "election.yaml");
  const file = join(work, `sheets-${before + 1}.csv`);
  writeFileSync(definition, sampleDefinition());
  writeFileSync(file, sampleCsv(STATIONS, before + 1));
  const asOf = new Date(Date.UTC(2026, 1, 1, 20) + before * 60_000).toISOString();
  const args = [acta, "import", definition, "--source", file, "--as-of", asOf, "--data", data, "--lang", "en"];
  const { code } = await killAfter(args, milliseconds, false);
  rmSync(file);
  const after = editionsIn(data);
  const faults = [...after.faults];
  if (code === 0 && after.editions !== before + 1) faults.push(`edition ${before + 1} was acknowledged and is gone`);
  if (after.editions < before || after.editions > before + 1) faults.push(`${after.editions} editions after ${before}`);
  return { faults, acknowledged: code === 0 ? 1 : 0, killed: code === null, cutOff: after.cutOff };
}

/**
 * What a data folder holds, opened as the next writer would: number of editions, and what is half there.
 * @param {string} data
 */
function editionsIn(data) {
  const folder = openFolderToWrite(data);
  if (!folder.ok) return { editions: 0, faults: [`does not open: ${JSON.stringify(folder.problem)}`], cutOff: false };
  const cutOff = folder.value.ledger.setAside !== "";
  const replay = replayFolder(folder.value);
  folder.value.close();
  if (!replay.ok) return { editions: 0, faults: [JSON.stringify(replay.problem)], cutOff };
  const state = replay.value.state();
  const election = state.elections.get("sample");
  const editions = election?.editions ?? [];
  // The opening above has brought the signed checkpoint forward.
  const faults = faultsIn(data);
  if ((editions.at(-1)?.size ?? 0) !== state.size) faults.push(`half an import: ${state.size} entries`);
  const table = election?.tables.get("president");
  for (let row = 0; row < (table?.size ?? 0); row++)
    if (table?.cells[0]?.[row] !== row + editions.length) faults.push(`row ${row} is of another edition`);
  return { editions: editions.length, faults, cutOff };
}

/**
 * Runs rounds in a folder of their own: the counts and every fault.
 * @param {number} rounds
 * @param {string} seed
 * @param {(round: number) => void} [told] after each round
 * @returns {Promise<Tally>}
 */
export async function crashRounds(rounds, seed, told = () => {}) {
  const work = mkdtempSync(join(tmpdir(), "acta-crash-"));
  const tally = { rounds, killed: 0, acknowledged: 0, cutOff: 0, faults: /** @type {string[]} */ ([]) };
  try {
    const begun = await beginLedger(work);
    let appends = join(work, "appends-0");
    cpSync(begun.data, appends, { recursive: true });
    // How long a whole import takes here decides when to kill one.
    const start = performance.now();
    let imports = join(work, "imports-0");
    const first = await importRound(work, imports, 60_000);
    const whole = performance.now() - start;
    tally.faults.push(...first.faults);
    for (let round = 1; round <= rounds; round++) {
      const draw = chance(seed, round);
      if (statSync(join(appends, "ledger", "entries.log")).size > MOST_BYTES) {
        rmSync(appends, { recursive: true });
        appends = join(work, `appends-${round}`);
        cpSync(begun.data, appends, { recursive: true });
      }
      const done =
        round % 4 > 0
          ? { ...(await appendRound(appends, begun.size, round, draw * KILL_WITHIN)), killed: true }
          : await importRound(work, imports, whole * draw * 1.2);
      if (round % (4 * MOST_EDITIONS) === 0) {
        rmSync(imports, { recursive: true });
        imports = join(work, `imports-${round}`);
      }
      told(round);
      tally.killed += done.killed ? 1 : 0;
      tally.acknowledged += done.acknowledged;
      tally.cutOff += done.cutOff ? 1 : 0;
      tally.faults.push(...done.faults.slice(0, 5).map((fault) => `round ${round}: ${fault}`));
    }
    const left = [appends, imports].flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : []));
    tally.faults.push(...left.filter((name) => name.startsWith("lock")).map((name) => `${name} is left behind`));
    return tally;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @param {number} round */
export function tellEvery(round) {
  if (round % 25 === 0) console.error(`${round} rounds`);
}

if (process.argv[1] === self) {
  const tally = await crashRounds(Number(process.argv[2] ?? 500), process.argv[3] ?? String(process.pid), tellEvery);
  for (const fault of tally.faults) console.log(fault);
  console.log(
    `${tally.rounds} rounds, ${tally.killed} writers killed, ${tally.acknowledged} appends and imports acknowledged, ` +
      `${tally.cutOff} writes cut off and set aside, ${tally.faults.length} faults`,
  );
  process.exitCode = tally.faults.length === 0 ? 0 : 1;
}
