import { createReadStream, realpathSync } from "node:fs";
import { readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { Readable } from "node:stream";
import { mediaTypeOf } from "./published-media.js";
import { ServedBody } from "./served-body.js";

/** A file that is too large to be kept in memory goes through as a stream. */
export interface LargeFile {
  readonly kind: "large";
  readonly type: string;
  readonly bytes: number;
  readonly etag: string;
  readonly open: () => ReadableStream;
}

/** What stands at a path of the folder. */
export type Found =
  | { readonly kind: "file"; readonly path: string; readonly body: ServedBody }
  | LargeFile
  /** A folder with a page of its own, asked for without its last slash. */
  | { readonly kind: "folder" }
  | { readonly kind: "nothing" };

const NOTHING: Found = { kind: "nothing" };

/** Larger files are not kept: raw sources of a country have tens of megabytes. */
const LARGEST_KEPT = 8 * 1024 * 1024;
const HASHED = /^(?:data\/([0-9a-f]{64})\.json|blobs\/([0-9a-f]{64}))$/;
/** Hash tiles and entry bundles never change; only a new partial one comes under its own name (C2SP tlog-tiles). */
const TILE = /^tile\//;

/**
 * The files of a published folder, kept in memory within a bound: those used last stay. What changes in place is forgotten when the pointer
 * changes. Nothing outside of the folder is ever read, neither by `..` nor through a link.
 */
export class PublishedSite {
  readonly folder: string;
  readonly #real: string;
  readonly #mostBytes: number;
  readonly #kept = new Map<string, ServedBody>();
  #bytes = 0;
  /** Counts publications: what was read before one is not kept after it. */
  #publication = 0;

  /** @param mostBytes of files kept in memory; packed forms may double it. Throws when the folder is not there. */
  constructor(folder: string, mostBytes: number) {
    this.folder = folder;
    this.#real = realpathSync(folder);
    this.#mostBytes = mostBytes;
  }

  /** What stands at a path, when it is in memory; undefined when it must be read. A folder gives its `index.html`. */
  kept(path: string): ServedBody | undefined {
    const file = fileOf(path);
    const body = this.#kept.get(file);
    if (body === undefined) return undefined;
    // The one used last stands last.
    this.#kept.delete(file);
    this.#kept.set(file, body);
    return body;
  }

  /** What stands at a path. */
  async find(path: string): Promise<Found> {
    if (!isPlain(path)) return NOTHING;
    const file = fileOf(path);
    const kept = this.kept(file);
    if (kept !== undefined) return { kind: "file", path: file, body: kept };
    try {
      return await this.#read(file);
    } catch {
      // Not there, not readable, or a name that the file system refuses: to a reader all the same.
      return NOTHING;
    }
  }

  /** Forgets what may have changed with a new publication. */
  renew(): void {
    this.#publication++;
    for (const [path, body] of this.#kept) if (!body.isFixed) this.#forget(path, body);
  }

  async #read(path: string): Promise<Found> {
    const publication = this.#publication;
    const target = await realpath(join(this.#real, path));
    if (!target.startsWith(`${this.#real}${sep}`)) return NOTHING;
    const facts = await stat(target);
    if (facts.isDirectory()) return this.#folderPage(path);
    if (!facts.isFile()) return NOTHING;
    const type = mediaTypeOf(path);
    if (facts.size > LARGEST_KEPT) {
      const etag = `"${facts.size.toString(16)}-${Math.trunc(facts.mtimeMs).toString(16)}"`;
      const open = (): ReadableStream => Readable.toWeb(createReadStream(target));
      return { kind: "large", type, bytes: facts.size, etag, open };
    }
    const bytes = new Uint8Array(await readFile(target));
    const body = new ServedBody(bytes, type, TILE.test(path));
    const named = HASHED.exec(path);
    // A file that is not what its name says must not stay for a year with whoever fetched it.
    const fixed = named !== null && (named[1] ?? named[2]) === body.hash ? new ServedBody(bytes, type, true) : body;
    if (publication === this.#publication) this.#keep(path, fixed);
    return { kind: "file", path, body: fixed };
  }

  async #folderPage(path: string): Promise<Found> {
    const page = await stat(join(this.#real, path, "index.html"));
    return page.isFile() ? { kind: "folder" } : NOTHING;
  }

  #keep(path: string, body: ServedBody): void {
    const before = this.#kept.get(path);
    if (before !== undefined) this.#forget(path, before);
    this.#kept.set(path, body);
    this.#bytes += sizeOf(body);
    for (const [oldest, old] of this.#kept) {
      if (this.#bytes <= this.#mostBytes) break;
      this.#forget(oldest, old);
    }
  }

  #forget(path: string, body: ServedBody): void {
    this.#kept.delete(path);
    this.#bytes -= sizeOf(body);
  }
}

function fileOf(path: string): string {
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

/** What a body counts against the bound: its plain bytes, and what an entry costs besides. */
function sizeOf(body: ServedBody): number {
  return (body.ready("identity")?.bytes.length ?? 0) + 512;
}

/** A path as publications write them: no step upwards, no empty or hidden name, nothing that a file system reads in its own way. */
function isPlain(path: string): boolean {
  if (path.length > 1_000 || /[\\\0:]/.test(path)) return false;
  const names = path.split("/");
  const last = names.pop() ?? "";
  if (last.startsWith(".") || last === "acta-publishing") return false;
  return names.every((name) => name !== "" && !name.startsWith("."));
}
