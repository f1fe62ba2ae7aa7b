// Durable appends: embedded, on PostgreSQL, and the bare write and fdatasync of the same bytes, in turn. Arguments: folder, address of an
// empty database or "", entries of an append, appends of a turn, turns.
import { closeSync, fdatasyncSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { timed, valueOf } from "../measure.mjs";
import { batchAt } from "../../scripts/ledger-writer.mjs";
import { appendTo, importSample, joinServer, openToWrite, sampleCsv } from "./acta.mjs";

const [folder, address, ...numbers] = process.argv.slice(2);
const [entries, appends, turns] = numbers.map(Number);

async function ledgerIn(path, server) {
  valueOf(await importSample(folder, path, sampleCsv(20), "2026-02-01T20:00Z"));
  if (server !== "") valueOf(await joinServer(path, { text: server }));
  return valueOf(await openToWrite(path));
}

/** Ways to append: what each is given was made before its clock starts, as it would come from an import. */
const ways = new Map();
const bare = openSync(join(folder, "bare"), "w");
ways.set("bare", {
  at: () => 0,
  append: (leaves) => {
    writeSync(bare, leaves.bytes);
    fdatasyncSync(bare);
  },
});
const folders = [["embedded", await ledgerIn(join(folder, "embedded"), "")]];
if (address !== "") folders.push(["postgres", await ledgerIn(join(folder, "desk"), address)]);
for (const [name, open] of folders)
  ways.set(name, {
    at: () => open.ledger.size,
    append: async (leaves) => valueOf(await appendTo(open, leaves)),
  });

const runs = Object.fromEntries([...ways.keys()].map((name) => [name, []]));
// The first turn of each way warms up and does not count.
for (let turn = 0; turn <= turns; turn++)
  for (const [name, way] of ways) {
    const first = way.at();
    // A batch is its header and its entries: one leaf less of them.
    const batches = Array.from({ length: appends }, (_, at) => batchAt(first + at * entries, "bench", 0, entries - 1));
    const { ms, cpu } = await timed(async () => {
      for (const leaves of batches) await way.append(leaves);
    });
    if (turn > 0) runs[name].push({ ms: ms / appends, cpu: cpu / appends });
  }
closeSync(bare);
for (const [, open] of folders) open.close();
console.log(JSON.stringify({ runs, bytes: batchAt(0, "bench", 0, entries - 1).bytes.length }));
