import { fail, hex, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { blobPath, isPage, parseList } from "acta/edition";
import { BatchWalk } from "acta/record";
import type { Leaves } from "acta/record";
import { sha256 } from "../keys/index.js";
import type { PublishedFiles } from "../verify/index.js";
import { pathOf } from "./origin-entries.js";

/** The content-addressed files that a ledger's entries name, as far as they had to be fetched. */
export interface OriginBlobs {
  readonly fetched: ReadonlyMap<string, Uint8Array>;
  /** Raw sources that the origin does not publish. */
  readonly missing: number;
}

/** A file as an entry names it. */
interface NamedBlob {
  readonly kind: string;
  readonly bytes: number;
}

/**
 * Fetches what entries name and the folder does not have yet. Each must have the hash that names it. Raw sources may be left out by
 * whoever publishes: then the signed list does not name them.
 */
export async function originBlobs(
  files: PublishedFiles,
  leaves: Leaves,
  list: Uint8Array,
  has: (sha256: string) => boolean,
): Promise<Result<OriginBlobs>> {
  const listed = parseList(new TextDecoder().decode(list));
  if (!listed.ok) return listed;
  const published = new Set(listed.value.map(({ path }) => path));
  const fetched = new Map<string, Uint8Array>();
  let missing = 0;
  for (const [hash, { kind, bytes: length }] of namedIn(leaves)) {
    if (has(hash)) continue;
    if (kind === "source" && !published.has(blobPath(hash))) {
      missing++;
      continue;
    }
    const where = pathOf(files, blobPath(hash));
    // One byte more than the entry says is enough to see that it is another file.
    const bytes = await files.read(blobPath(hash), length + 1);
    if (!bytes.ok) return bytes;
    if (bytes.value === undefined || hex(sha256(bytes.value)) !== hash)
      return fail({ code: "mirror.staleFile", where });
    fetched.set(hash, bytes.value);
  }
  return succeed({ fetched, missing });
}

/**
 * Fetches the files that follow from nothing (pages, the verifier) and are not kept yet: they too belong to the publication, and without
 * them it could not be published again. Each must have the hash that the origin has signed.
 */
export async function originPages(
  files: PublishedFiles,
  list: Uint8Array,
  has: (sha256: string) => boolean,
): Promise<Result<ReadonlyMap<string, Uint8Array>>> {
  const listed = parseList(new TextDecoder().decode(list));
  if (!listed.ok) return listed;
  const fetched = new Map<string, Uint8Array>();
  for (const { path, sha256: hash, bytes: length } of listed.value) {
    if (!isPage(path) || has(hash) || fetched.has(hash)) continue;
    const bytes = await files.read(path, length + 1);
    if (!bytes.ok) return bytes;
    if (bytes.value === undefined || hex(sha256(bytes.value)) !== hash)
      return fail({ code: "mirror.staleFile", where: pathOf(files, path) });
    fetched.set(hash, bytes.value);
  }
  return succeed(fetched);
}

const HASH = /^[0-9a-f]{64}$/;

/** Files by hash. An entry that cannot be read ends the list: replaying says where and why. */
function namedIn(leaves: Leaves): ReadonlyMap<string, NamedBlob> {
  const named = new Map<string, NamedBlob>();
  const walk = new BatchWalk({
    entry: ({ kind }, bytes, start, end) => {
      if (kind === "sheet" || kind === "bulletin" || kind === "edition") return succeed(null);
      const json = jsonOf(bytes.subarray(start, end));
      if (typeof json !== "object" || json === null || !("sha256" in json) || !("bytes" in json)) return succeed(null);
      const { sha256: hash, bytes: length } = json;
      if (typeof hash === "string" && HASH.test(hash) && typeof length === "number")
        named.set(hash, { kind, bytes: length });
      return succeed(null);
    },
  });
  const walked = walk.next(leaves);
  return walked.ok || named.size > 0 ? named : new Map<string, NamedBlob>();
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // Not JSON: the fold says so, with its position.
    return undefined;
  }
}
