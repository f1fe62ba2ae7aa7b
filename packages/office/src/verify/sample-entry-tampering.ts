import { gunzipSync, gzipSync } from "node:zlib";
import { generator } from "acta/basics";
import { ENTRIES_PATH } from "acta/edition";
import { decodeEntryBundle, encodeEntryBundle, entryBundlesOf, tilePath } from "acta/ledger";
import type { Folder, Tampered } from "./sample-tampering.js";

const CHANGES = ["drop", "repeat", "reorder", "alter", "insert"] as const;

/** Changes one entry of at most 256 in `entries.gz`, in its bundle, or consistently in both; packed again as if nothing had been. */
export function tamperEntries(folder: Folder, entries: number, seed: number): Tampered {
  const random = generator(seed);
  const what = CHANGES[random.below(CHANGES.length)] ?? "drop";
  const [bundle] = [...entryBundlesOf(entries)].map(tilePath);
  const packed = folder.get(ENTRIES_PATH);
  if (bundle === undefined || packed === undefined) throw new Error("a folder with entries");
  const before = decoded(gunzipSync(packed), entries);
  const at = random.below(entries);
  const other = (at + 1 + random.below(entries - 1)) % entries;
  const after = changed(before, what, at, other);
  const bytes = encodeEntryBundle(after);
  if (!bytes.ok) throw new Error(bytes.problem.code);
  const files = new Map(folder);
  const where = random.below(3);
  if (where !== 0) files.set(ENTRIES_PATH, gzipSync(bytes.value));
  if (where !== 1) files.set(bundle, bytes.value);
  return {
    folder: files,
    files: where === 0 ? [bundle] : [ENTRIES_PATH, bundle],
    what: `${what} entry ${at} (${where})`,
  };
}

function changed(
  entries: readonly Uint8Array[],
  what: (typeof CHANGES)[number],
  at: number,
  other: number,
): readonly Uint8Array[] {
  const entry = entries[at] ?? new Uint8Array(0);
  const second = entries[other] ?? new Uint8Array(0);
  switch (what) {
    case "drop":
      return entries.toSpliced(at, 1);
    case "repeat":
      return entries.toSpliced(at, 0, entry);
    case "insert":
      return entries.toSpliced(at, 0, new TextEncoder().encode('["000001","counted",[1,2,3,4]]'));
    case "reorder":
      // Two different entries always: each sheet has a station of its own, and no two headers are the same.
      return entries.with(at, second).with(other, entry);
    case "alter":
      return entries.with(
        at,
        new TextEncoder().encode(
          new TextDecoder()
            .decode(entry)
            .replace(/\d/, (digit) => `${(Number(digit) + 1) % 10}`)
            .concat(" "),
        ),
      );
  }
}

function decoded(bytes: Uint8Array, entries: number): readonly Uint8Array[] {
  const read = decodeEntryBundle(bytes, entries);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
}
