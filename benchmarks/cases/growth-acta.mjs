// What grows with a ledger of made-up sheets: time of hashing and of the fold, and what each keeps. Argument: number of stations.
import { simulateTable } from "../../packages/acta/dist/simulation/index.js";
import { timed } from "../measure.mjs";
import { LeafWriter, Replay, eachLeaf, leafOf, sha256, treeFiles, writeSheetEntry } from "./acta.mjs";

const [stations] = process.argv.slice(2);
const hashes = { definition: "d".repeat(64), roll: "a".repeat(64) };
const made = simulateTable({ stations: Number(stations), options: 2, seed: 1 });

function header(kind, count, more = {}) {
  return {
    kind,
    version: 1,
    count,
    actor: { role: "electionAuthority", name: "Authority" },
    signer: "recorder",
    basis: "reported",
    source: "",
    asOf: null,
    recordedAt: "2026-02-01T21:00:00Z",
    reason: "import",
    election: kind === "ledger" ? "" : made.election.id,
    definition: kind === "ledger" ? "" : hashes.definition,
    scope: "",
    copy: "",
    ...more,
  };
}

function writeLedger({ roll, table }) {
  const writer = new LeafWriter();
  writer.leaf(leafOf(header("ledger", 1)));
  writer.leaf(leafOf({ mode: "reported", origin: "made-up", drill: false }));
  for (const kind of ["definition", "roll"]) {
    writer.leaf(leafOf(header(kind, 1)));
    writer.leaf(leafOf({ sha256: hashes[kind], bytes: 1, name: kind, part: "" }));
  }
  const rows = [];
  for (let row = 0; row < table.size; row++) if (table.statuses[table.status[row]] !== undefined) rows.push(row);
  writer.leaf(leafOf(header("sheet", rows.length, { scope: table.contest, copy: "authority/1" })));
  const none = 0xffff_ffff;
  for (const row of rows)
    writeSheetEntry(writer, roll.codes[row], table.statuses[table.status[row]].id, table, row, none);
  return { ...writer.leaves(), sheets: rows.length };
}

const leaves = writeLedger(made);
const heapAfter = (work) => {
  globalThis.gc?.();
  const before = process.memoryUsage();
  const value = work();
  globalThis.gc?.();
  const after = process.memoryUsage();
  return { value, kept: after.heapUsed - before.heapUsed + after.arrayBuffers - before.arrayBuffers };
};

const floor = await timed(() => eachLeaf(leaves, (start, end) => sha256(leaves.bytes.subarray(start, end))));
let tiles = 0;
const log = await timed(() => heapAfter(() => treeFiles(sha256, leaves, () => tiles++)));
const blobs = {
  definition: () => ({ ok: true, value: made.election }),
  roll: () => ({ ok: true, value: made.roll }),
};
const fold = await timed(() =>
  heapAfter(() => {
    const replay = new Replay(blobs);
    const done = replay.apply(leaves);
    if (!done.ok) throw new Error(JSON.stringify(done.problem));
    return replay;
  }),
);
console.log(
  JSON.stringify({
    sheets: leaves.sheets,
    entryBytes: leaves.bytes.length,
    tiles,
    floor: { ms: floor.ms, cpu: floor.cpu },
    log: { ms: log.ms, cpu: log.cpu, kept: log.value.kept },
    fold: { ms: fold.ms, cpu: fold.cpu, kept: fold.value.kept, size: fold.value.value.state().size },
  }),
);
