import { gzipSync } from "node:zlib";
import { hex, succeed, utf8 } from "acta/basics";
import type { Result } from "acta/basics";
import { editionsInOrder } from "acta/record";
import { exportBytes } from "../../export/index.js";
import { sha256 } from "../../keys/index.js";
import { indexOf, openEdition } from "../../store/index.js";
import type { DataFolder, OpenEdition } from "../../store/index.js";

/** A file that is published beside the pages. */
export interface Download {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What is exported for readers: all stations for those who count, the areas of the lowest level for those who look. Names stay the same from edition to edition. */
const EXPORTS = [
  { level: "station", format: "csv", ending: "stations.csv.gz" },
  { level: "station", format: "parquet", ending: "stations.parquet" },
  { level: "area", format: "json", ending: "areas.json.gz" },
] as const;

/**
 * Exports the newest edition of every contest of a folder, and lists what was made: contest, edition, what a row is, size and hash. The same record
 * gives the same bytes: what holds no time of its own is packed without one.
 */
export async function downloadsOf(folder: DataFolder): Promise<Result<readonly Download[]>> {
  const index = indexOf(folder);
  if (!index.ok) return index;
  const files: Download[] = [];
  const listed: Readonly<Record<string, string | number>>[] = [];
  for (const indexed of index.value.elections) {
    const newest = editionsInOrder(indexed.editions).at(-1);
    if (newest === undefined) continue;
    const open = openEdition(folder, indexed, newest);
    if (!open.ok) return open;
    for (const contest of open.value.election.contests)
      for (const each of EXPORTS) {
        const made = await exported(open.value, contest.id, each, index.value.drill);
        if (!made.ok) return made;
        const { bytes, rows } = made.value;
        const name = `${indexed.id}.${contest.id}.${each.ending}`;
        files.push({ path: `downloads/${name}`, bytes });
        const about = { election: indexed.id, contest: contest.id, edition: newest.number, level: each.level };
        listed.push({ name, ...about, rows, bytes: bytes.length, sha256: hex(sha256(bytes)) });
      }
  }
  const list = `${JSON.stringify({ schema: "acta-downloads/1", files: listed })}\n`;
  return succeed([...files, { path: "downloads/index.json", bytes: utf8(list) }]);
}

async function exported(
  open: OpenEdition,
  contest: string,
  { level, format, ending }: (typeof EXPORTS)[number],
  drill: boolean,
): Promise<Result<{ readonly bytes: Uint8Array; readonly rows: number }>> {
  const rowLevel = level === "station" ? level : undefined;
  const request = { contest, policy: "counted", tree: undefined, level: rowLevel, group: undefined, format, drill };
  const made = await exportBytes(open, request);
  if (!made.ok) return made;
  const plain = Buffer.concat([...made.value.parts]);
  return succeed({ bytes: ending.endsWith(".gz") ? packed(plain) : plain, rows: made.value.rows });
}

const OS_BYTE = 9;
const UNKNOWN_OS = 255;

/** No name of an operating system (RFC 1952, 2.3.1), and no time: Node writes none. */
function packed(bytes: Uint8Array): Uint8Array {
  const gzip = gzipSync(bytes);
  gzip[OS_BYTE] = UNKNOWN_OS;
  return gzip;
}
