// What cannot be avoided: hashing every entry once, unpacking and decoding the file. Arguments: data folder, file, how often.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { timed, valueOf } from "../measure.mjs";
import { eachLeaf, openFolder, sha256 } from "./acta.mjs";

const [data, file, times] = process.argv.slice(2);
const folder = valueOf(openFolder(data));
const parts = [];
valueOf(
  folder.ledger.read(folder.ledger.size, (leaves) => {
    parts.push(leaves);
    return { ok: true, value: null };
  }),
);

function hashEntries() {
  for (const leaves of parts) eachLeaf(leaves, (start, end) => sha256(leaves.bytes.subarray(start, end)));
}

const runs = { hash: [], unpack: [] };
for (let run = 0; run <= Number(times); run++) {
  const hash = await timed(hashEntries);
  const unpack = await timed(() => gunzipSync(readFileSync(file)).toString("utf8").length);
  if (run === 0) continue;
  runs.hash.push({ ms: hash.ms, cpu: hash.cpu });
  runs.unpack.push({ ms: unpack.ms, cpu: unpack.cpu });
}
const sizeOf = (name) =>
  readdirSync(join(data, name)).reduce((sum, each) => sum + statSync(join(data, name, each)).size, 0);
console.log(
  JSON.stringify({
    runs,
    entries: folder.ledger.size,
    entryBytes: parts.reduce((sum, leaves) => sum + leaves.bytes.length, 0),
    file: statSync(file).size,
    ledger: sizeOf("ledger"),
    blobs: sizeOf("blobs"),
    derived: sizeOf("derived"),
  }),
);
folder.close();
