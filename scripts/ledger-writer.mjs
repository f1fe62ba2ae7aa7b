// node scripts/ledger-writer.mjs DATA NAME [APPENDS]: appends to a data folder, through its door and with its signature, until it is killed
// or has made so many appends. Says `try FROM TO` before each and `done FROM TO` when it was acknowledged; a lost race is `lost`.
// What an entry says follows from where it stands and who wrote it, so that nothing can be lost, doubled or mixed up unseen.
import { createHash } from "node:crypto";
import { writeSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { BatchWalk, LeafWriter, leafOf } from "../packages/acta/dist/record/index.js";
import { appendTo, openToWrite } from "../packages/office/dist/store/index.js";

/** The blob that every append brings along, and every entry names. */
const BLOB = Buffer.from("one file that all of them name\n");
const BLOB_NAME = createHash("sha256").update(BLOB).digest("hex");

/**
 * A number from 0 to 1 for a seed and a place in the sequence; the same for ever.
 * @param {string} seed
 * @param {number} at
 */
export function chance(seed, at) {
  return createHash("sha256").update(`${seed}/${at}`).digest().readUInt32BE(0) / 2 ** 32;
}

/**
 * The name that the entry at a ledger position bears: as long as a sheet, or, in a long append, so large that writing takes longer than
 * making it.
 * @param {number} position
 * @param {string} writer
 * @param {number} number
 * @param {boolean} long
 */
function nameAt(position, writer, number, long) {
  const name = `${position} ${writer} ${number} `;
  return name.padEnd(long ? 60_000 : 40 + (position % 37), String(position % 97));
}

/**
 * A batch of `count` entries for positions from `first` on: its header stands at `first`.
 * @param {number} first
 * @param {string} writer
 * @param {number} number number of the writer's first entry
 * @param {number} count
 * @param {boolean} long
 * @returns {import("../packages/acta/dist/record/index.js").Leaves}
 */
export function batchAt(first, writer, number, count, long = false) {
  const leaves = new LeafWriter();
  const header = {
    kind: "source",
    version: 1,
    count,
    actor: { role: "electionAuthority", name: "Authority" },
    signer: "recorder",
    basis: "reported",
    source: BLOB_NAME,
    asOf: null,
    recordedAt: "2026-02-03T00:00:00Z",
    reason: "import",
    election: "sample",
    definition: "",
    scope: "",
    copy: "",
  };
  leaves.leaf(leafOf(/** @type {import("../packages/acta/dist/record/index.js").BatchHeader} */ (header)));
  for (let at = 0; at < count; at++) {
    const name = nameAt(first + 1 + at, writer, number + at, long);
    // Canonical JSON (RFC 8785) of a blob entry, without the way through objects: making entries must not be what takes the time.
    leaves.leaf(
      Buffer.from(`{"bytes":${BLOB.length},"name":"${name}","part":"tables/sheets","sha256":"${BLOB_NAME}"}`),
    );
  }
  return leaves.leaves();
}

/**
 * Appends until it is killed, or so many times.
 * @param {string} data
 * @param {string} writer
 * @param {number} most
 * @param {{ readonly first: number, readonly sizes: (draw: number) => { count: number, long: boolean } }} manner
 */
async function write(data, writer, most, { first, sizes }) {
  const opened = await openToWrite(data);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  const folder = opened.value;
  let number = first;
  for (let appends = 0; appends < most;) {
    const from = folder.ledger.size;
    const { count, long } = sizes(chance(writer, from));
    const leaves = batchAt(from, writer, number, count, long);
    writeSync(1, `try ${from} ${from + leaves.count}\n`);
    const done = await appendTo(folder, leaves, new Map([[BLOB_NAME, BLOB]]));
    if (done.ok) {
      writeSync(1, `done ${from} ${from + leaves.count}\n`);
      number += count;
      appends++;
      continue;
    }
    writeSync(1, `${done.problem.code === "ledger.moved" ? "lost" : done.problem.code} ${from}\n`);
    if (done.problem.code !== "ledger.moved" || folder.catchUp === null) break;
    const caughtUp = await folder.catchUp();
    if (!caughtUp.ok) break;
  }
  folder.close();
}

/**
 * Looks at all entries of a ledger that writers have written behind its first `from`: what is not where it says, and the numbers that
 * each writer's entries bear, in the order in which they stand.
 * @param {import("../packages/office/dist/store/index.js").DataFolder} folder
 * @param {number} from
 */
export function writtenIn(folder, from) {
  /** @type {string[]} */
  const faults = [];
  /** @type {Map<string, number[]>} */
  const numbers = new Map();
  const walk = new BatchWalk({
    entry: (_, bytes, start, end, index) => {
      if (index < from) return { ok: true, value: null };
      const { name } = JSON.parse(Buffer.from(bytes.subarray(start, end)).toString());
      const [position = "", writer = "", number = ""] = String(name).split(" ");
      const long = name.length > 1_000;
      if (name !== nameAt(index, writer, Number(number), long) || Number(position) !== index)
        faults.push(`entry ${index} is another one: ${String(name).slice(0, 60)}`);
      const own = numbers.get(writer) ?? [];
      own.push(Number(number));
      numbers.set(writer, own);
      return { ok: true, value: null };
    },
  });
  const read = folder.ledger.read(folder.ledger.size, (leaves) => walk.next(leaves));
  if (!read.ok) faults.push(JSON.stringify(read.problem));
  return { faults, numbers };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [data = "", writer = "w", most = "Infinity", manner = ""] = process.argv.slice(2);
  // One in three appends of the crash test is larger than a frame of the file, or a row of the server: 150 entries are 9 MB.
  const crashing = (/** @type {number} */ draw) =>
    draw < 0.35 ? { count: 150, long: true } : { count: 1 + Math.floor(draw * draw * 300), long: false };
  const racing = (/** @type {number} */ draw) => ({ count: 1 + Math.floor(draw * 6), long: false });
  await write(data, writer, Number(most), { first: 0, sizes: manner === "racing" ? racing : crashing });
}
