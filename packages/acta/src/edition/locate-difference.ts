import type { Problem } from "../basics/index.js";
import { TILE_WIDTH, parseTilePath } from "../ledger/index.js";
import type { MadeFile } from "./made-file.js";
import { jsonOf } from "./published-reader.js";
import { firstDifference, wholeLeaves } from "./entry-difference.js";

const HASH_BYTES = 32;

/** Where a published file departs from the one that follows from the entries: by entry, by station or area, else by byte. */
export function locateDifference(made: MadeFile, found: Uint8Array): Problem {
  const where = made.path;
  const offset = firstByte(made.bytes, found);
  if (offset === found.length && offset < made.bytes.length) return cutOff(made, offset);
  if (made.about !== null) return inDataFile(made, found, offset);
  const tile = parseTilePath(where);
  if (tile.ok && tile.value.kind === "entries")
    return firstDifference(wholeLeaves(found), wholeLeaves(made.bytes), where, tile.value.index * TILE_WIDTH);
  if (tile.ok && tile.value.kind === "hashes" && tile.value.level === 0) {
    const entry = tile.value.index * TILE_WIDTH + Math.floor(offset / HASH_BYTES);
    return { code: "verify.hashDiffers", where, context: { entry } };
  }
  return { code: "verify.fileDiffers", where, context: { offset } };
}

/** All that is there is right, and there is too little: a download that broke off, or a cache that kept an earlier, shorter file. */
function cutOff({ path: where, bytes, about }: MadeFile, found: number): Problem {
  const { area = "", contest = "" } = about ?? {};
  const context = { bytes: found, all: bytes.length };
  return area === ""
    ? { code: "verify.cut", where, context }
    : { code: "verify.areaCut", where, context: { ...context, area, contest } };
}

function inDataFile(made: MadeFile, found: Uint8Array, offset: number): Problem {
  const { path: where, about } = made;
  const { area = "", contest = "" } = about ?? {};
  const before = listsOf(found);
  const station = listsOf(made.bytes)
    .map((rows, at) => stationIn(rows, before[at] ?? []))
    .find((each) => each !== undefined);
  if (station !== undefined) {
    const code = about?.kind === "place" ? "verify.stationDiffers" : "verify.rowDiffers";
    return { code, where, context: { area, contest, row: station } };
  }
  return { code: area === "" ? "verify.fileDiffers" : "verify.areaDiffers", where, context: { area, contest, offset } };
}

/** The first cell (a station, a place, an area) of the first row that differs. */
function stationIn(made: readonly unknown[], found: readonly unknown[]): string | undefined {
  const at = made.findIndex((row, index) => JSON.stringify(row) !== JSON.stringify(found[index]));
  const row: unknown = made[at];
  const first: unknown = found.length > 0 && Array.isArray(row) ? row[0] : undefined;
  return typeof first === "string" ? first : undefined;
}

/** The lists of rows of a file, always in the same order: its own, those of its stations or parts, and those beside the stations. */
function listsOf(bytes: Uint8Array): readonly (readonly unknown[])[] {
  const json = jsonOf(bytes);
  const sheets = partOf(json, "sheets");
  const beside = ["versions", "findings", "events", "images"].map((name) => partOf(sheets, name));
  return [json, partOf(json, "stations"), partOf(json, "children"), ...beside].map((part) => {
    const rows = partOf(part, "rows");
    return Array.isArray(rows) ? rows : [];
  });
}

function partOf(json: unknown, name: string): unknown {
  const parts: ReadonlyMap<string, unknown> = new Map(
    typeof json === "object" && json !== null ? Object.entries(json) : [],
  );
  return parts.get(name) ?? null;
}

function firstByte(made: Uint8Array, found: Uint8Array): number {
  const shorter = Math.min(made.length, found.length);
  for (let at = 0; at < shorter; at++) if (made[at] !== found[at]) return at;
  return shorter;
}
