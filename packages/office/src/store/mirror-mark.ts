import { mkdirSync, readFileSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { BlobStore } from "./blob-store.js";
import { syncFolder, writeDurably } from "./durable-file.js";
import { systemProblem } from "./system-problem.js";

/** What makes a data folder a mirror: whose ledger it copies. It has no key of its own, and nothing is imported into it. */
export interface MirrorMark {
  /** Address, or absolute path, of the published folder that it follows. */
  readonly from: string;
  /** Name of the ledger. */
  readonly origin: string;
  /** The ledger's verifier key, pinned for as long as the mirror lasts. */
  readonly key: string;
  /** SHA-256 of the pointer of the publication that was taken in last; "" until one is whole. */
  readonly pointer: string;
}

/** What the origin has signed besides the checkpoint: with it a mirror can be published again under the origin's signature. */
export interface MirroredHeads {
  readonly pointer: Uint8Array;
  readonly manifest: Uint8Array;
  readonly list: Uint8Array;
}

const FORMAT = "acta-mirror/1";
const HEADS = { pointer: "pointer.json", manifest: "manifest", list: "manifest.files" } as const;

/** Folder of what belongs to the mirror and not to the ledger. */
export function mirrorPath(folder: string): string {
  return join(folder, "mirror");
}

/** The mark of a mirror; null for a folder that is none. */
export function readMirror(folder: string): Result<MirrorMark | null> {
  const path = join(mirrorPath(folder), "origin.json");
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const problem = systemProblem(error, path);
    return problem.code === "store.notFound" ? succeed(null) : fail(problem);
  }
  const mark = markFrom(text);
  return mark === undefined ? fail({ code: "store.otherFormat", where: path }) : succeed(mark);
}

function markFrom(text: string): MirrorMark | undefined {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json !== "object" || json === null || !("format" in json) || json.format !== FORMAT) return undefined;
    if (!("from" in json) || !("origin" in json) || !("key" in json) || !("pointer" in json)) return undefined;
    const { from, origin, key, pointer } = json;
    if (typeof from !== "string" || typeof origin !== "string") return undefined;
    return typeof key === "string" && typeof pointer === "string" ? { from, origin, key, pointer } : undefined;
  } catch {
    // Not JSON: the caller refuses it.
    return undefined;
  }
}

/** Writes the mark of a mirror: whole or not at all, and on disk when this returns. */
export function writeMirror(folder: string, { from, origin, key, pointer }: MirrorMark): Result<null> {
  const text = `${JSON.stringify({ format: FORMAT, from, origin, key, pointer }, null, 2)}\n`;
  return write(folder, "origin.json", Buffer.from(text));
}

/** Keeps what the origin has signed for the publication that the mirror holds. */
export function writeMirroredHeads(folder: string, heads: MirroredHeads): Result<null> {
  for (const name of ["list", "manifest", "pointer"] as const) {
    const written = write(folder, HEADS[name], heads[name]);
    if (!written.ok) return written;
  }
  return succeed(null);
}

/** What the origin has signed for the publication that the mirror holds. */
export function readMirroredHeads(folder: string): Result<MirroredHeads> {
  const path = mirrorPath(folder);
  try {
    const read = (name: string): Uint8Array => readFileSync(join(path, name));
    return succeed({ pointer: read(HEADS.pointer), manifest: read(HEADS.manifest), list: read(HEADS.list) });
  } catch (error) {
    return fail(systemProblem(error, path));
  }
}

/** Files of the origin that do not follow from its entries (pages), by the hash of their bytes. */
export function mirroredFiles(folder: string): BlobStore {
  return new BlobStore(join(mirrorPath(folder), "files"));
}

function write(folder: string, name: string, bytes: Uint8Array): Result<null> {
  const path = join(mirrorPath(folder), name);
  try {
    if (mkdirSync(dirname(path), { recursive: true }) !== undefined) syncFolder(folder);
    writeDurably(`${path}.draft`, bytes);
    renameSync(`${path}.draft`, path);
    syncFolder(dirname(path));
    return succeed(null);
  } catch (error) {
    return fail(systemProblem(error, path));
  }
}
