// A PostgreSQL server for the time of a test: a cluster of its own in a temporary folder, reached by a unix socket only, started as a
// direct child and removed at the end. As root it runs under another user, since PostgreSQL refuses root.
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const LEAST_VERSION = 15;
const START_WITHIN = 60_000;

/**
 * The folder with `initdb` and `postgres` of the newest version that will do; "" when there is none. Debian keeps them by version.
 * @returns {string}
 */
export function postgresPrograms() {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).map(Number).filter(Number.isInteger) : [];
  const places = [
    process.env["ACTA_POSTGRES_BIN"] ?? "",
    ...versions.toSorted((a, b) => b - a).map((version) => join(debian, String(version), "bin")),
    ...(process.env["PATH"] ?? "").split(":"),
  ];
  return places.find((place) => place !== "" && versionOf(place) >= LEAST_VERSION) ?? "";
}

/** @param {string} place */
function versionOf(place) {
  if (!existsSync(join(place, "initdb"))) return 0;
  const told = spawnSync(join(place, "postgres"), ["--version"], { encoding: "utf8" }).stdout ?? "";
  return Number(/(\d+)/.exec(told)?.[1] ?? 0);
}

/**
 * The user under which the server runs; nobody else when that is not root.
 * @returns {{ uid: number, gid: number } | null}
 */
function serverUser() {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const user = users.find(([name]) => name === "postgres") ?? users.find(([name]) => name === "nobody");
  if (user === undefined) throw new Error("there is no user under which a PostgreSQL server may run");
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

/**
 * @typedef {object} TestServer
 * @property {(database?: string) => string} address connection URI of a database of this server; `acta` when none is named
 * @property {(database: string) => void} createDatabase
 * @property {(statements: string, database?: string) => string} sql runs statements as `psql` does; what they answer
 * @property {(statements: string, database?: string) => import("node:child_process").ChildProcess} hold the same in a session that lives on
 * @property {() => Promise<void>} kill SIGKILL to the postmaster and all its children, as a power cut would do to them
 * @property {() => Promise<void>} start starts it again over the same files; returns when it answers
 * @property {() => Promise<void>} stop lets it end, and removes its files
 */

/**
 * Makes the files of a cluster in a folder of its own.
 * @param {string} programs
 * @param {ReturnType<typeof serverUser>} user
 */
function makeCluster(programs, user) {
  const folder = mkdtempSync(join(tmpdir(), "acta-pg-"));
  if (user !== null) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  const data = join(folder, "data");
  const made = spawnSync(
    join(programs, "initdb"),
    ["-D", data, "-U", "acta", "-A", "trust", "--no-locale", "-E", "UTF8", "--no-instructions"],
    { ...user, encoding: "utf8", cwd: folder, env: { PATH: process.env["PATH"] ?? "", TZ: "UTC" } },
  );
  if (made.status === 0) return { folder, data };
  rmSync(folder, { recursive: true, force: true });
  throw new Error(`initdb: ${made.stderr}${made.stdout}`);
}

/**
 * The client programs of PostgreSQL, for one server.
 * @param {string} programs
 * @param {string} folder
 * @param {number} port
 */
function clientsOf(programs, folder, port) {
  const where = ["-h", folder, "-p", String(port), "-U", "acta"];
  /** @param {string} name @param {readonly string[]} args */
  const run = (name, args) => spawnSync(join(programs, name), [...where, ...args], { encoding: "utf8" });
  /** @param {string} name @param {readonly string[]} args */
  const tell = (name, args) => {
    const done = run(name, args);
    if (done.status !== 0) throw new Error(`${name}: ${done.stderr}`);
    return done.stdout.trim();
  };
  return {
    isReady: () => run("pg_isready", []).status === 0,
    /** @param {string} database */
    createDatabase: (database) => void tell("createdb", [database]),
    /** @param {string} statements @param {string} database */
    sql: (statements, database = "acta") =>
      tell("psql", ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", database, "-c", statements]),
    /** @param {string} statements @param {string} database */
    hold: (statements, database = "acta") =>
      spawn(join(programs, "psql"), [...where, "-X", "-q", "-d", database, "-c", statements], { stdio: "ignore" }),
  };
}

/**
 * Makes a cluster and starts its server.
 * @param {Readonly<Record<string, string>>} settings further settings of postgresql.conf
 * @returns {Promise<TestServer>}
 */
export async function startPostgres(settings = {}) {
  const programs = postgresPrograms();
  if (programs === "") throw new Error("there is no PostgreSQL 15 or later here");
  const user = serverUser();
  const { folder, data } = makeCluster(programs, user);
  const port = 20_000 + (process.pid % 20_000);
  const { isReady, ...clients } = clientsOf(programs, folder, port);
  const options = { listen_addresses: "", unix_socket_directories: folder, port: String(port), ...settings };
  const args = ["-D", data, ...Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
  /** @type {import("node:child_process").ChildProcess | null} */
  let child = null;
  const start = async () => {
    child = await startChild(join(programs, "postgres"), args, { ...user, cwd: folder }, isReady);
  };
  const kill = async () => {
    const pids = [child?.pid ?? 0, ...childrenOf(child?.pid ?? 0)];
    for (const pid of pids) killHard(pid);
    await endOf(child);
    // The next postmaster refuses to start while one of the old children still runs.
    while (pids.some(isRunning)) await sleep(5);
  };
  const stop = async () => {
    // SIGINT: it ends its sessions and itself ("fast shutdown").
    child?.kill("SIGINT");
    await endOf(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await start();
    clients.createDatabase("acta");
  } catch (error) {
    await stop();
    throw error;
  }
  const address = (database = "acta") => `postgres:///${database}?host=${folder}&port=${port}&user=acta`;
  return { address, ...clients, kill, start, stop };
}

/**
 * Starts the server and waits until it answers.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ readonly uid?: number, readonly gid?: number, readonly cwd: string }} options
 * @param {() => boolean} isReady
 */
async function startChild(program, args, options, isReady) {
  const child = spawn(program, args, { ...options, stdio: ["ignore", "ignore", "pipe"] });
  let told = "";
  child.stderr?.setEncoding("utf8").on("data", (text) => (told = (told + text).slice(-4_000)));
  for (let waited = 0; !isReady(); waited += 20) {
    if (child.exitCode !== null || waited > START_WITHIN) throw new Error(`postgres did not start: ${told}`);
    await sleep(20);
  }
  return child;
}

/** @param {import("node:child_process").ChildProcess | null} child */
async function endOf(child) {
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => child.once("exit", resolve));
}

/** @param {number} pid */
function killHard(pid) {
  try {
    if (pid > 0) process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

/** @param {number} pid */
function isRunning(pid) {
  return pid > 0 && (statOf(pid)?.state ?? "Z") !== "Z";
}

/**
 * Processes that another one has started.
 * @param {number} parent
 * @returns {readonly number[]}
 */
function childrenOf(parent) {
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && statOf(pid)?.parent === parent);
}

/**
 * State and parent of a process, as Linux tells them (proc(5), stat).
 * @param {number} pid
 */
function statOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state = "", parent = ""] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { state, parent: Number(parent) };
  } catch {
    return null;
  }
}
