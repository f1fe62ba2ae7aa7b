import { generator } from "acta/basics";
import type { PublishedReader } from "acta/edition";

// One random change to a published folder: of a byte, of a file, or of an entry. For tests; the same seed makes the same change.

/** A folder in memory. */
export type Folder = ReadonlyMap<string, Uint8Array>;

/** A folder after one change, and what was changed. */
export interface Tampered {
  readonly folder: Folder;
  /** The file or files, one of which a verifier must name. */
  readonly files: readonly string[];
  readonly what: string;
}

/** Reads a folder in memory. */
export function readerOf(folder: Folder): PublishedReader {
  return { paths: [...folder.keys()], read: (path) => folder.get(path) };
}

const CHANGES = ["flip", "drop", "repeat", "insert", "swap", "dropFile", "addFile", "exchange", "cut"] as const;

/** Changes a folder in one place. */
export function tamper(folder: Folder, seed: number): Tampered {
  const random = generator(seed);
  const below = (most: number): number => random.below(most);
  const paths = [...folder.keys()];
  for (;;) {
    const what = CHANGES[below(CHANGES.length)] ?? "flip";
    const path = paths[below(paths.length)] ?? "";
    const other = paths[below(paths.length)] ?? "";
    const files = changed(folder, what, path, other, below);
    const touched = [...new Set([...files.keys(), ...folder.keys()])].filter(
      (each) => !same(files.get(each), folder.get(each)),
    );
    if (touched.length > 0) return { folder: files, files: touched, what: `${what} ${touched.join(", ")}` };
  }
}

function changed(
  folder: Folder,
  what: (typeof CHANGES)[number],
  path: string,
  other: string,
  below: (most: number) => number,
): Folder {
  const files = new Map(folder);
  const bytes = folder.get(path) ?? new Uint8Array(0);
  const at = below(Math.max(bytes.length, 1));
  const to = below(Math.max(bytes.length, 1));
  const put = (...parts: readonly Uint8Array[]): unknown => files.set(path, new Uint8Array(Buffer.concat(parts)));
  const length = 1 + below(40);
  if (what === "flip")
    put(bytes.subarray(0, at), Uint8Array.of((bytes[at] ?? 0) ^ (1 << below(8))), bytes.subarray(at + 1));
  else if (what === "drop") put(bytes.subarray(0, at), bytes.subarray(at + length));
  else if (what === "repeat") put(bytes.subarray(0, at + length), bytes.subarray(at));
  else if (what === "insert") put(bytes.subarray(0, at), Uint8Array.of(below(256)), bytes.subarray(at));
  else if (what === "swap") {
    const copy = bytes.slice();
    [copy[at], copy[to]] = [bytes[to] ?? 0, bytes[at] ?? 0];
    put(copy.subarray(0, bytes.length));
  } else if (what === "dropFile") files.delete(path);
  else if (what === "addFile") files.set(`${path}.${below(9)}`, bytes);
  else if (what === "exchange") {
    files.set(path, folder.get(other) ?? bytes);
    files.set(other, bytes);
  } else put(bytes.subarray(0, at));
  return files;
}

function same(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a !== undefined && b !== undefined ? Buffer.compare(a, b) === 0 : a === b;
}
