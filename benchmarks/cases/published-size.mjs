// How large a published folder is, as it lies there and with each file packed, and one proof of inclusion. Argument: folder.
import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { formatTlogProof, inclusionProof, parseCheckpoint, parseNote, sha256 } from "./acta.mjs";
import { valueOf } from "../measure.mjs";

const [folder] = process.argv.slice(2);
const kinds = {};
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const path = relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/");
  const bytes = readFileSync(join(folder, path));
  const kind = (kinds[path.split("/")[0]] ??= { files: 0, bytes: 0, gzip: 0 });
  kind.files++;
  kind.bytes += bytes.length;
  // What a server that compresses sends; what does not shrink is sent as it is.
  kind.gzip += Math.min(bytes.length, gzipSync(bytes).length);
}
const checkpoint = readFileSync(join(folder, "checkpoint"));
const { size } = valueOf(parseCheckpoint(valueOf(parseNote(checkpoint)).text));
const read = (path) => readFileSync(join(folder, path));
const index = size >> 1;
const hashes = valueOf(inclusionProof(sha256, read, index, size));
const proof = valueOf(formatTlogProof({ index, hashes, checkpoint }));
console.log(JSON.stringify({ kinds, entries: size, proofBytes: proof.length }));
