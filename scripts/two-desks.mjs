// Two processes on two desks append to one PostgreSQL ledger as fast as they can: what each has said, and what the ledger then holds.
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { joinServer, openToWrite } from "../packages/office/dist/store/index.js";
import { beginLedger, faultsIn } from "./crash-embedded.mjs";
import { writtenIn } from "./ledger-writer.mjs";
import { startPostgres } from "./postgres-server.mjs";

const writer = fileURLToPath(new URL("ledger-writer.mjs", import.meta.url));

/**
 * @param {string} data
 * @param {string} name
 * @param {number} appends
 * @returns {Promise<readonly string[]>} the lines that it said
 */
function write(data, name, appends) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [writer, data, name, String(appends), "racing"]);
    let output = "";
    let errors = "";
    child.stdout.setEncoding("utf8").on("data", (text) => (output += text));
    child.stderr.setEncoding("utf8").on("data", (text) => (errors += text));
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve(output.trim().split("\n")) : reject(new Error(errors))));
  });
}

/**
 * Lets two desks append so many times each.
 * @param {number} appends
 */
export async function raceDesks(appends) {
  const work = mkdtempSync(join(tmpdir(), "acta-race-"));
  const server = await startPostgres();
  try {
    const begun = await beginLedger(work);
    const paths = ["one", "two"].map((name) => join(work, name));
    for (const [at, path] of paths.entries()) {
      if (at === 0) cpSync(begun.data, path, { recursive: true });
      const joined = await joinServer(path, { text: server.address() });
      if (!joined.ok) throw new Error(JSON.stringify(joined.problem));
      if (at === 1) cpSync(join(begun.data, "keys", "recorder.key"), join(path, "keys", "recorder.key"));
    }
    const start = performance.now();
    const said = await Promise.all(paths.map((path, at) => write(path, `desk${at}`, appends)));
    const seconds = (performance.now() - start) / 1000;
    /** @type {string[]} */
    const faults = [];
    const ledgers = [];
    for (const path of paths) {
      const folder = await openToWrite(path);
      if (!folder.ok) throw new Error(JSON.stringify(folder.problem));
      ledgers.push({ size: folder.value.ledger.size, ...writtenIn(folder.value, begun.size) });
      folder.value.close();
      faults.push(...faultsIn(path));
    }
    const words = (/** @type {string} */ word) =>
      said.map((lines) => lines.filter((line) => line.startsWith(`${word} `)));
    return {
      begun: begun.size,
      seconds,
      ledgers,
      faults: [...faults, ...ledgers.flatMap((ledger) => ledger.faults)],
      /** What each desk was told is recorded: `done FROM TO`. */
      done: words("done"),
      lost: words("lost").map((lines) => lines.length),
    };
  } finally {
    await server.stop();
    rmSync(work, { recursive: true, force: true });
  }
}
