// node scripts/crash-embedded.mjs [ROUNDS] [SEED]: kills writers of the embedded ledger with SIGKILL at random moments and looks at what
// is left. Odd rounds kill a process that appends in a loop (also appends of several frames); even rounds kill `acta import`. After
// each kill the folder is opened without any manual step, and must hold what was acknowledged and no part of anything else.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { LeafWriter, eachLeaf } from "../packages/acta/dist/record/index.js";
import { sampleCsv, sampleDefinition } from "../packages/office/dist/import/sample-import.js";
import { checkFolder, openFolderToWrite, replayFolder } from "../packages/office/dist/store/index.js";

const self = fileURLToPath(import.meta.url);
const acta = fileURLToPath(new URL("../packages/office/bin/acta.js", import.meta.url));

/** Stations of each imported file: an import takes about as long as its start-up, so that kills fall into both. */
const STATIONS = 3_000;
/** Above this a round starts with a new ledger, so that looking at it stays quick. */
const MOST_BYTES = 100 << 20;

/**
 * A random number from 0 to 1 for a seed and a place in the sequence; the same for ever.
 * @param {string} seed
 * @param {number} at
 */
function chance(seed, at) {
  return createHash("sha256").update(`${seed}/${at}`).digest().readUInt32BE(0) / 2 ** 32;
}

/**
 * The leaf at a ledger position: what it says follows from where it stands, so that nothing can be mixed up unseen. Most are as long
 * as a sheet; one in ten is large, so that writing takes longer than making them.
 * @param {number} position
 */
function leafAt(position) {
  return Buffer.from(
    `entry ${position} `.padEnd(position % 10 === 0 ? 40_000 : 40 + (position % 37), String(position % 97)),
  );
}

/**
 * Leaves for positions `from` to `to`.
 * @param {number} from
 * @param {number} to
 */
function leavesFor(from, to) {
  const writer = new LeafWriter();
  for (let position = from; position < to; position++) writer.leaf(leafAt(position));
  return writer.leaves();
}

/**
 * The child: appends until it is killed. Says `try FROM TO` before an append and `done TO` when it was acknowledged.
 * @param {string} data
 */
function appendForEver(data) {
  const folder = openFolderToWrite(data);
  if (!folder.ok) throw new Error(JSON.stringify(folder.problem));
  const { ledger } = folder.value;
  for (;;) {
    const from = ledger.size;
    // Two in five are larger than a frame: 4,000 leaves are 16 MB, three frames of which the last commits.
    const draw = chance(String(process.pid), from);
    const to = from + (draw < 0.4 ? 4_000 : 1 + Math.floor(draw * draw * 300));
    const leaves = leavesFor(from, to);
    writeSync(1, `try ${from} ${to}\n`);
    const done = ledger.append(from, leaves);
    if (!done.ok) throw new Error(JSON.stringify(done.problem));
    writeSync(1, `done ${to}\n`);
  }
}

/**
 * Starts a program and kills it after a while: what it printed, and its exit code (null when it was killed).
 * @param {readonly string[]} args
 * @param {number} milliseconds from its first output for a child that announces itself, else from its start
 * @param {boolean} fromOutput
 * @returns {Promise<{ output: string, code: number | null }>}
 */
function killAfter(args, milliseconds, fromOutput) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    let errors = "";
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const arm = () => (timer ??= setTimeout(() => child.kill("SIGKILL"), milliseconds));
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
      else resolve({ output, code });
    });
  });
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
 * @param {number} milliseconds
 */
async function appendRound(data, milliseconds) {
  const { output } = await killAfter([self, "--append", data], milliseconds, true);
  // The last line may be cut off by the kill: only whole ones were said.
  const lines = output
    .slice(0, output.lastIndexOf("\n") + 1)
    .trim()
    .split("\n");
  const acknowledged = lines.filter((line) => line.startsWith("done "));
  const first = Number(lines[0]?.split(" ")[1] ?? 0);
  const last = Number(acknowledged.at(-1)?.split(" ")[1] ?? first);
  const tried = Number(lines.findLast((line) => line.startsWith("try "))?.split(" ")[2] ?? last);
  const folder = openFolderToWrite(data);
  if (!folder.ok)
    return { faults: [`does not open: ${JSON.stringify(folder.problem)}`], acknowledged: 0, cutOff: false };
  const { ledger } = folder.value;
  const faults = [];
  if (ledger.size !== last && ledger.size !== tried)
    faults.push(`size ${ledger.size}: acknowledged ${last}, last tried up to ${tried}`);
  let position = 0;
  const read = ledger.read(ledger.size, (leaves) => {
    eachLeaf(leaves, (start, end) => {
      if (!leafAt(position).equals(leaves.bytes.subarray(start, end))) faults.push(`entry ${position} is another one`);
      position++;
    });
    return { ok: true, value: null };
  });
  if (!read.ok) faults.push(JSON.stringify(read.problem));
  if (position !== ledger.size) faults.push(`${position} entries of ${ledger.size}`);
  const cutOff = ledger.setAside !== "";
  folder.value.close();
  return { faults, acknowledged: acknowledged.length, cutOff };
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
  // The opening above has brought the signed checkpoint forward: size, signature and root are right, and so is everything else.
  const health = checkFolder(data);
  const checks = health.ok ? health.value.checks : [];
  const faults = health.ok ? [] : [JSON.stringify(health.problem)];
  for (const { result, problem } of checks)
    if (result === "failed" || problem.code === "doctor.checkpoint.behind") faults.push(JSON.stringify(problem));
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
 * @returns {Promise<Tally>}
 */
export async function crashRounds(rounds, seed) {
  const work = mkdtempSync(join(tmpdir(), "acta-crash-"));
  const tally = { rounds, killed: 0, acknowledged: 0, cutOff: 0, faults: /** @type {string[]} */ ([]) };
  let appends = join(work, "appends-0");
  try {
    // How long a whole import takes here decides when to kill one.
    const start = performance.now();
    const first = await importRound(work, join(work, "imports"), 60_000);
    const whole = performance.now() - start;
    tally.faults.push(...first.faults);
    for (let round = 1; round <= rounds; round++) {
      const draw = chance(seed, round);
      const log = join(appends, "ledger", "entries.log");
      if (existsSync(log) && statSync(log).size > MOST_BYTES) {
        rmSync(appends, { recursive: true });
        appends = join(work, `appends-${round}`);
      }
      const done =
        round % 2 === 1
          ? { ...(await appendRound(appends, draw * 60)), killed: true }
          : await importRound(work, join(work, "imports"), whole * draw * 1.2);
      tally.killed += done.killed ? 1 : 0;
      tally.acknowledged += done.acknowledged;
      tally.cutOff += done.cutOff ? 1 : 0;
      tally.faults.push(...done.faults.slice(0, 5).map((fault) => `round ${round}: ${fault}`));
    }
    const left = ["imports", appends].flatMap((name) => readdirSync(join(work, name === appends ? "" : name)));
    tally.faults.push(...left.filter((name) => name.startsWith("lock")).map((name) => `${name} is left behind`));
    return tally;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

if (process.argv[2] === "--append") appendForEver(process.argv[3] ?? "");
else if (process.argv[1] === self) {
  const tally = await crashRounds(Number(process.argv[2] ?? 500), process.argv[3] ?? String(process.pid));
  for (const fault of tally.faults) console.log(fault);
  console.log(
    `${tally.rounds} rounds, ${tally.killed} writers killed, ${tally.acknowledged} appends and imports acknowledged, ` +
      `${tally.cutOff} writes cut off and set aside, ${tally.faults.length} faults`,
  );
  process.exitCode = tally.faults.length === 0 ? 0 : 1;
}
