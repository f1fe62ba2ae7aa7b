// Verifies a published folder, and beside it hashes every entry once. Arguments: folder, how often.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { timed, valueOf } from "../measure.mjs";
import { eachLeaf, folderReader, platform, sha256, verifyFolder } from "./acta.mjs";

const [folder, times] = process.argv.slice(2);
const trust = { key: null, remembered: null };

function verify() {
  const { differences, recomputed, byHash, checkpoint } = verifyFolder(platform, valueOf(folderReader(folder)), trust);
  if (differences.length > 0 || byHash > 0) throw new Error(JSON.stringify(differences.slice(0, 3)));
  return { recomputed, entries: checkpoint.size };
}

function hashEntries() {
  const bytes = gunzipSync(readFileSync(join(folder, "entries.gz")));
  let count = 0;
  for (let at = 0; at < bytes.length; count++) at += 2 + bytes[at] * 256 + bytes[at + 1];
  return () => eachLeaf({ bytes, count }, (start, end) => sha256(bytes.subarray(start, end)));
}

const hashAll = hashEntries();
const runs = { first: [], again: [], floor: [] };
let found;
for (let run = 0; run <= Number(times); run++) {
  const floor = await timed(hashAll);
  const done = await timed(verify);
  found = done.value;
  (run === 0 ? runs.first : runs.again).push({ ms: done.ms, cpu: done.cpu });
  if (run > 0) runs.floor.push({ ms: floor.ms, cpu: floor.cpu });
}
console.log(JSON.stringify({ runs, ...found, rss: process.resourceUsage().maxRSS / 1024 }));
