// node scripts/crash-postgres.mjs [ROUNDS] [SEED]: kills writers of a PostgreSQL ledger, and the server with all its processes, with SIGKILL
// at random moments while a desk appends. After each kill the server is started again over its files, the desk is opened without any
// manual step, and must hold what was acknowledged and no part of anything else; so must a second desk that only reads.
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bringUpToDate, joinServer, openFolder, openToWrite } from "../packages/office/dist/store/index.js";
import { beginLedger, faultsIn, killAfter, saidIn, tellEvery } from "./crash-embedded.mjs";
import { chance, writtenIn } from "./ledger-writer.mjs";
import { startPostgres } from "./postgres-server.mjs";

const self = fileURLToPath(import.meta.url);
const writer = fileURLToPath(new URL("ledger-writer.mjs", import.meta.url));

/** Above this a round starts with a new ledger, so that looking at it stays quick. */
const MOST_BYTES = 20 << 20;
/** Milliseconds, from the first append, within which something is killed. */
const KILL_WITHIN = 250;
const DOCTOR_EVERY = 10;

/**
 * @typedef {object} Desks
 * @property {string} database
 * @property {readonly string[]} paths two desks that append in turn
 * @property {string} reader a third one, without the key
 */

/**
 * A database with a ledger of one edition, and its desks.
 * @param {string} work
 * @param {string} begun
 * @param {import("./postgres-server.mjs").TestServer} server
 * @param {string} database
 * @returns {Promise<Desks>}
 */
async function newDesks(work, begun, server, database) {
  server.createDatabase(database);
  const paths = ["one", "two", "reader"].map((name) => join(work, `${database}-${name}`));
  for (const [at, path] of paths.entries()) {
    if (at === 0) cpSync(begun, path, { recursive: true });
    const joined = await joinServer(path, { text: server.address(database) });
    if (!joined.ok) throw new Error(JSON.stringify(joined.problem));
    if (at === 1) cpSync(join(begun, "keys", "recorder.key"), join(path, "keys", "recorder.key"));
  }
  return { database, paths: paths.slice(0, 2), reader: paths[2] ?? "" };
}

/**
 * What is wrong with a ledger after a kill, as its desk sees it.
 * @param {string} path
 * @param {number} begun entries before those of the writers
 * @param {ReturnType<typeof saidIn>} said
 */
async function lookAt(path, begun, { last, tried }) {
  const folder = await openToWrite(path);
  if (!folder.ok) return [`does not open: ${JSON.stringify(folder.problem)}`];
  const { size } = folder.value.ledger;
  const { faults } = writtenIn(folder.value, begun);
  if (size !== last && size !== tried) faults.push(`size ${size}: acknowledged ${last}, last tried up to ${tried}`);
  folder.value.close();
  return faults;
}

/**
 * Whether a desk that only reads has come to the same bytes.
 * @param {Desks} desks
 * @param {string} path the desk that has just been looked at
 */
async function lookAtReader({ reader }, path) {
  const fresh = await bringUpToDate(reader);
  if (!fresh.ok) return [`reader: ${JSON.stringify(fresh.problem)}`];
  const [own, other] = [openFolder(path), openFolder(reader)];
  if (!own.ok || !other.ok) return ["reader: cannot be opened"];
  const sizes = [own.value.ledger.size, other.value.ledger.size];
  own.value.close();
  other.value.close();
  // The statement of a writer that was killed may come to its end after the first look.
  return (sizes[1] ?? 0) < (sizes[0] ?? 0) ? [`reader: ${sizes[1]} entries of ${sizes[0]}`] : [];
}

/**
 * Runs rounds in a folder and a cluster of their own: the counts and every fault.
 * @param {number} rounds
 * @param {string} seed
 * @param {(round: number) => void} [told] after each round
 */
export async function crashServerRounds(rounds, seed, told = () => {}) {
  const work = mkdtempSync(join(tmpdir(), "acta-crash-"));
  const server = await startPostgres();
  const tally = { rounds, writers: 0, servers: 0, acknowledged: 0, unknown: 0, faults: /** @type {string[]} */ ([]) };
  try {
    const begun = await beginLedger(work);
    let desks = await newDesks(work, begun.data, server, "round0");
    for (let round = 1; round <= rounds; round++) {
      const path = desks.paths[round % 2] ?? "";
      if (statSync(join(path, "ledger", "entries.log")).size > MOST_BYTES)
        desks = await newDesks(work, begun.data, server, `round${round}`);
      const desk = desks.paths[round % 2] ?? "";
      const isServer = chance(`${seed}/what`, round) < 0.5;
      const delay = chance(seed, round) * KILL_WITHIN;
      const { output } = await killAfter(
        [writer, desk, `round${round}`],
        delay,
        true,
        isServer ? server.kill : undefined,
      );
      if (isServer) await server.start();
      told(round);
      const said = saidIn(output);
      tally[isServer ? "servers" : "writers"]++;
      tally.acknowledged += said.acknowledged;
      tally.unknown += said.last === said.tried ? 0 : 1;
      const faults = await lookAt(desk, begun.size, said);
      faults.push(...(await lookAtReader(desks, desk)));
      if (round % DOCTOR_EVERY === 0) faults.push(...faultsIn(desk), ...faultsIn(desks.reader));
      tally.faults.push(...faults.slice(0, 5).map((fault) => `round ${round}: ${fault}`));
    }
    const left = [...desks.paths, desks.reader].flatMap((folder) => readdirSync(folder));
    tally.faults.push(...left.filter((name) => name.startsWith("lock")).map((name) => `${name} is left behind`));
    return tally;
  } finally {
    await server.stop();
    rmSync(work, { recursive: true, force: true });
  }
}

if (process.argv[1] === self) {
  const tally = await crashServerRounds(
    Number(process.argv[2] ?? 200),
    process.argv[3] ?? String(process.pid),
    tellEvery,
  );
  for (const fault of tally.faults) console.log(fault);
  console.log(
    `${tally.rounds} rounds: ${tally.writers} writers and ${tally.servers} servers killed, ${tally.acknowledged} appends acknowledged, ` +
      `${tally.unknown} under way when it happened, ${tally.faults.length} faults`,
  );
  process.exitCode = tally.faults.length === 0 ? 0 : 1;
}
