import { fail, hex, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { ENTRIES_PATH } from "acta/edition";
import { Frontier, decodeEntryBundle, entryBundlesOf, tilePath } from "acta/ledger";
import type { Checkpoint, TileName } from "acta/ledger";
import { LeafWriter, eachLeaf, joinLeaves } from "acta/record";
import type { Leaves } from "acta/record";
import { sha256 } from "../keys/index.js";
import { platform } from "../verify/index.js";
import type { PublishedFiles } from "../verify/index.js";

/** From so many bundles on, one file with all entries is fetched instead of each. */
const MOST_BUNDLES = 64;

/** More than a bundle has: 256 entries of 64 KiB behind their lengths. */
const MOST_BUNDLE_BYTES = 256 * 65_537 + 1;

/**
 * All entries of a published ledger, of which the first are there already: only what is new is fetched, in bundles or, where that is
 * much, in the one file with all. They are those of the signed root, or it is refused.
 */
export async function originEntries(
  files: PublishedFiles,
  local: Leaves,
  { size, root }: Pick<Checkpoint, "size" | "root">,
): Promise<Result<Leaves>> {
  if (local.count === size) return succeed(local);
  const bundles = [...entryBundlesOf(size, local.count)];
  const inBundles = local.count > 0 && bundles.length <= MOST_BUNDLES;
  const fresh = inBundles
    ? await fromBundles(files, bundles, local.count)
    : await fromOneFile(files, local.count, size);
  if (!fresh.ok) return fresh;
  const all = joinLeaves([local, fresh.value]);
  const same = all.count === size && hex(rootOf(all, size)) === hex(root);
  return same ? succeed(all) : fail(stale(files, size));
}

/** Root of the first entries. */
export function rootOf(leaves: Leaves, size: number): Uint8Array {
  const tree = new Frontier(sha256);
  eachLeaf(leaves, (start, end, at) => {
    if (at < size) tree.appendLeaf(leaves.bytes, start, end);
  });
  return tree.root();
}

async function fromBundles(files: PublishedFiles, bundles: readonly TileName[], from: number): Promise<Result<Leaves>> {
  const writer = new LeafWriter();
  for (const bundle of bundles) {
    const entries = await bundleOf(files, bundle);
    if (!entries.ok) return entries;
    for (const [at, entry] of entries.value.entries()) if (bundle.index * 256 + at >= from) writer.leaf(entry);
  }
  return succeed(writer.leaves());
}

/** A partial bundle may be gone once the full one is there (C2SP tlog-tiles, Partial Tiles). */
async function bundleOf(files: PublishedFiles, bundle: TileName): Promise<Result<readonly Uint8Array[]>> {
  const own = await files.read(tilePath(bundle), MOST_BUNDLE_BYTES);
  if (!own.ok) return own;
  if (own.value !== undefined) return decoded(files, bundle, own.value, bundle.width);
  const full = await files.read(tilePath({ ...bundle, width: 256 }), MOST_BUNDLE_BYTES);
  if (!full.ok) return full;
  return full.value === undefined
    ? fail({ code: "mirror.staleFile", where: pathOf(files, tilePath(bundle)) })
    : decoded(files, bundle, full.value, 256);
}

function decoded(
  files: PublishedFiles,
  bundle: TileName,
  bytes: Uint8Array,
  width: number,
): Result<readonly Uint8Array[]> {
  const entries = decodeEntryBundle(bytes, width);
  return entries.ok
    ? succeed(entries.value.slice(0, bundle.width))
    : fail({ code: "mirror.staleFile", where: pathOf(files, tilePath(bundle)) });
}

async function fromOneFile(files: PublishedFiles, from: number, size: number): Promise<Result<Leaves>> {
  const packed = await files.read(ENTRIES_PATH);
  if (!packed.ok) return packed;
  const bytes = packed.value === undefined ? undefined : platform.gunzip(packed.value);
  if (bytes === undefined) return fail({ code: "mirror.staleFile", where: pathOf(files, ENTRIES_PATH) });
  let begin = bytes.length;
  let at = 0;
  let count = 0;
  for (; at < bytes.length; count++) {
    if (count === from) begin = at;
    at += 2 + ((bytes[at] ?? 0) << 8) + (bytes[at + 1] ?? 0);
  }
  return at === bytes.length && count === size
    ? succeed({ bytes: bytes.subarray(begin), count: count - from })
    : fail(stale(files, size));
}

function stale(files: PublishedFiles, size: number): Problem {
  return { code: "mirror.staleEntries", where: files.where, context: { size } };
}

/** A file of a published folder, as it is told. */
export function pathOf(files: PublishedFiles, path: string): string {
  return `${files.where.replace(/\/$/, "")}/${path}`;
}
