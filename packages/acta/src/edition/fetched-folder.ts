import { hex, succeed } from "../basics/index.js";
import type { Result, Sha256 } from "../basics/index.js";
import { parseNote } from "../ledger/index.js";
import { CHECKPOINT_PATH } from "./ledger-files.js";
import { LIST_PATH, MANIFEST_PATH, POINTER_PATH, parseList, parseManifest } from "./manifest.js";
import type { ListedFile } from "./manifest.js";
import { parsePointer } from "./pointer.js";
import { textOf } from "./published-reader.js";
import type { PublishedReader } from "./published-reader.js";
import { sameBytes } from "./same-bytes.js";

/** Where a published folder is fetched from. */
export interface PublishedSource {
  /**
   * Bytes of a file; `undefined` when it is not there. Whatever else goes wrong is a problem: nothing is said about the folder then.
   * @param most no more has to be read: one byte too many already shows that it is another file.
   * @param fresh past every cache on the way.
   */
  readonly fetch: (path: string, most: number, fresh: boolean) => Promise<Result<Uint8Array | undefined>>;
  /** Unpacks gzip (RFC 1952); `undefined` for whatever is not. */
  readonly unpack: (bytes: Uint8Array) => Promise<Uint8Array | undefined>;
}

/** The most that is read of a file whose size no list has named yet. */
const MOST_UNLISTED = 256 * 1024 * 1024;
const AT_ONCE = 16;

/**
 * A published folder that is fetched as it is needed. What a server or a cache on the way gives that is not what the list or the pointer
 * names is asked for once more, past the caches; what it is then, verifying judges.
 */
export class FetchedFolder implements PublishedReader {
  readonly #source: Pick<PublishedSource, "fetch">;
  readonly #sha256: Sha256;
  readonly #files = new Map<string, Uint8Array | undefined>();
  #list: ReadonlyMap<string, ListedFile> = new Map();
  readonly paths = null;

  constructor(source: Pick<PublishedSource, "fetch">, sha256: Sha256) {
    this.#source = source;
    this.#sha256 = sha256;
  }

  readonly read = (path: string): Uint8Array | undefined => this.#files.get(path);

  readonly fetched = (path: string): boolean => this.#files.has(path);

  /** The files that the list names, as far as it can be read; whether it was signed is for verifying to find out. */
  listed(): readonly ListedFile[] {
    return [...this.#list.values()];
  }

  /** Fetches pointer, manifest, list and checkpoint. */
  async heads(): Promise<Result<null>> {
    const pointer = await this.#fetch(POINTER_PATH, MOST_UNLISTED, () => true);
    if (!pointer.ok) return pointer;
    const named = parsePointer(textOf(this.read(POINTER_PATH)) ?? "");
    const hashes = named.ok ? named.value : null;
    const manifest = await this.#fetch(MANIFEST_PATH, MOST_UNLISTED, this.#has(hashes?.manifest));
    if (!manifest.ok) return manifest;
    const checkpoint = await this.#fetch(CHECKPOINT_PATH, MOST_UNLISTED, this.#has(hashes?.checkpoint));
    if (!checkpoint.ok) return checkpoint;
    const list = await this.#fetch(LIST_PATH, MOST_UNLISTED, this.#has(this.#listHash()));
    if (!list.ok) return list;
    const files = parseList(textOf(this.read(LIST_PATH)) ?? "");
    this.#list = new Map(files.ok ? files.value.map((file) => [file.path, file]) : []);
    return succeed(null);
  }

  /** Fetches files that are not here yet, several at once. @param progress is told after each of them. */
  async need(paths: readonly string[], progress?: (done: number, all: number) => void): Promise<Result<null>> {
    const queue = paths.filter((path) => !this.#files.has(path)).toReversed();
    const all = queue.length;
    let done = 0;
    let problem: Result<null> = succeed(null);
    const fetchNext = async (): Promise<void> => {
      for (let path = queue.pop(); path !== undefined && problem.ok; path = queue.pop()) {
        const line = this.#list.get(path);
        const fits = (bytes: Uint8Array): boolean => line === undefined || this.#isListed(bytes, line);
        const fetched = await this.#fetch(path, line === undefined ? MOST_UNLISTED : line.bytes + 1, fits);
        if (!fetched.ok) problem = fetched;
        progress?.(++done, all);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, fetchNext));
    return problem;
  }

  /** True when the server still has the pointer with which all began. */
  async isCurrent(): Promise<Result<boolean>> {
    const again = await this.#source.fetch(POINTER_PATH, MOST_UNLISTED, true);
    if (!again.ok) return again;
    const before = this.read(POINTER_PATH);
    return succeed(before !== undefined && again.value !== undefined && sameBytes(before, again.value));
  }

  async #fetch(path: string, most: number, fits: (bytes: Uint8Array) => boolean): Promise<Result<null>> {
    // The pointer changes in place: it alone is never taken from a cache.
    const first = await this.#source.fetch(path, most, path === POINTER_PATH);
    if (!first.ok) return first;
    this.#files.set(path, first.value);
    if (first.value === undefined || fits(first.value)) return succeed(null);
    const second = await this.#source.fetch(path, most, true);
    if (!second.ok) return second;
    this.#files.set(path, second.value);
    return succeed(null);
  }

  #has(hash: string | undefined): (bytes: Uint8Array) => boolean {
    return (bytes) => hash === undefined || hex(this.#sha256(bytes)) === hash;
  }

  #isListed(bytes: Uint8Array, line: ListedFile): boolean {
    return bytes.length === line.bytes && hex(this.#sha256(bytes)) === line.sha256;
  }

  #listHash(): string | undefined {
    const note = parseNote(this.read(MANIFEST_PATH) ?? new Uint8Array(0));
    const manifest = note.ok ? parseManifest(note.value.text) : note;
    return manifest.ok ? manifest.value.list : undefined;
  }
}
