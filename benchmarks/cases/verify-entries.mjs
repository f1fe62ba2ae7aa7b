// What verifying needs of the entries alone: every hash, the root, the signatures, the fold, the totals of every area and place under every
// policy. The data files are not made again. Arguments: folder, how often.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { timed, valueOf } from "../measure.mjs";
import { Frontier, SignatureCheck, eachLeaf, folderReader, parseVerifierKey, platform } from "./acta.mjs";
import { publishedBlobs, replayEditions, sha256, verifyCheckpoint } from "./acta.mjs";
import { recount } from "./open-acta.mjs";

const [folder, times] = process.argv.slice(2);

function leavesIn() {
  const bytes = gunzipSync(readFileSync(join(folder, "entries.gz")));
  let count = 0;
  for (let at = 0; at < bytes.length; count++) at += 2 + bytes[at] * 256 + bytes[at + 1];
  return { bytes, count };
}

function checkpointOf() {
  const pointer = JSON.parse(readFileSync(join(folder, "pointer.json"), "utf8"));
  const key = valueOf(parseVerifierKey(sha256, pointer.key));
  const policy = { origin: key.name, logKeys: [key], witnesses: [], quorum: 0 };
  return valueOf(verifyCheckpoint(platform.ed25519, readFileSync(join(folder, "checkpoint")), policy)).checkpoint;
}

function verify() {
  const checkpoint = checkpointOf();
  const leaves = leavesIn();
  const tree = new Frontier(sha256);
  eachLeaf(leaves, (start, end) => tree.appendLeaf(leaves.bytes, start, end));
  if (Buffer.compare(tree.root(), checkpoint.root) !== 0) throw new Error("another root");
  const signatures = new SignatureCheck(platform);
  valueOf(signatures.next(leaves));
  valueOf(signatures.end());
  let tallies = 0;
  const blobs = publishedBlobs(sha256, valueOf(folderReader(folder)));
  valueOf(replayEditions(blobs, leaves, (state) => (tallies += recount(state).length)));
  return { entries: leaves.count, tallies };
}

const runs = { first: [], again: [] };
let found;
for (let run = 0; run <= Number(times); run++) {
  const done = await timed(verify);
  found = done.value;
  (run === 0 ? runs.first : runs.again).push({ ms: done.ms, cpu: done.cpu });
}
console.log(JSON.stringify({ runs, ...found, rss: process.resourceUsage().maxRSS / 1024 }));
