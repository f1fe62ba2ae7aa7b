import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fail, hex, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import {
  CHECKPOINT_PATH,
  ENTRIES_PATH,
  LIST_PATH,
  MANIFEST_PATH,
  POINTER_PATH,
  parseList,
  parsePointer,
} from "acta/edition";
import type { ListedFile, Pointer } from "acta/edition";
import { siteNames } from "web/site";
import { sha256 } from "../keys/index.js";
import { systemProblem } from "../store/index.js";
import { VERIFIER_FOLDER } from "./verifier-pages.js";

/** Stands in a folder while its first publication is being written: a folder with neither it nor a pointer is somebody else's. */
const MARK = "acta-publishing";
/** What is written before it gets its name. One is enough: files are written one after the other. */
const DRAFT = ".acta-draft";

const OURS = new Set([
  MARK,
  DRAFT,
  CHECKPOINT_PATH,
  ENTRIES_PATH,
  LIST_PATH,
  MANIFEST_PATH,
  POINTER_PATH,
  VERIFIER_FOLDER,
  "tile",
  "blobs",
  "data",
  "downloads",
  ...siteNames(),
]);

/** How much of a published folder was written anew. */
export interface WrittenCount {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Writes a published folder file by file. Each is whole under its name or not there; the pointer comes last, so that a reader finds the
 * former edition or the new one. After a crash the next publication writes what is missing.
 */
export class PublishedWriter {
  readonly #folder: string;
  readonly #listed = new Map<string, ListedFile>();
  readonly #folders = new Set<string>();
  /** The pointer of the publication before; null in a new folder. */
  readonly before: Pointer | null;
  readonly #listedBefore: readonly ListedFile[];
  #files = 0;
  #bytes = 0;

  private constructor(folder: string, before: Pointer | null, listed: readonly ListedFile[]) {
    this.#folder = folder;
    this.before = before;
    this.#listedBefore = listed;
  }

  /** Opens a folder for publishing; makes it when it is missing. One with other things in it is left alone. */
  static open(folder: string): Result<PublishedWriter> {
    try {
      mkdirSync(folder, { recursive: true });
      const names = readdirSync(folder);
      const other = names.find((name) => !OURS.has(name));
      if (other !== undefined) return fail({ code: "publish.otherThings", where: folder, context: { name: other } });
      const pointer = parsePointer(textOf(join(folder, POINTER_PATH)));
      if (!pointer.ok && names.length > 0 && !names.includes(MARK))
        return fail({ code: "publish.notOurs", where: folder });
      if (!pointer.ok) writeFileSync(join(folder, MARK), "");
      const list = parseList(textOf(join(folder, LIST_PATH)));
      return succeed(new PublishedWriter(folder, pointer.ok ? pointer.value : null, list.ok ? list.value : []));
    } catch (error) {
      return fail(systemProblem(error, folder));
    }
  }

  /** Puts a file into the folder and on the list. What already stands there with the same bytes is not touched. */
  put(path: string, bytes: Uint8Array, hash: string = hex(sha256(bytes))): void {
    this.#listed.set(path, { path, sha256: hash, bytes: bytes.length });
    this.#write(path, bytes, false);
  }

  /** Puts a file that is on no list; durable before its name changes. */
  putUnlisted(path: string, bytes: Uint8Array): void {
    this.#write(path, bytes, true);
  }

  /** Everything that was put on the list. */
  listed(): readonly ListedFile[] {
    return [...this.#listed.values()];
  }

  /** Removes what the list before named and this one does not (tiles that have grown). @returns how many files. */
  finish(): number {
    const old = this.#listedBefore.filter(({ path }) => !this.#listed.has(path));
    for (const { path } of old) rmSync(join(this.#folder, path), { force: true });
    rmSync(join(this.#folder, MARK), { force: true });
    return old.length;
  }

  /** What was written so far. */
  get written(): WrittenCount {
    return { files: this.#files, bytes: this.#bytes };
  }

  #write(path: string, bytes: Uint8Array, durable: boolean): void {
    const target = join(this.#folder, path);
    if (hasBytes(target, bytes)) return;
    const draft = join(this.#folder, DRAFT);
    writeFileSync(draft, bytes);
    if (durable) syncFile(draft);
    const parent = dirname(target);
    if (!this.#folders.has(parent)) mkdirSync(parent, { recursive: true });
    this.#folders.add(parent);
    renameSync(draft, target);
    this.#files++;
    this.#bytes += bytes.length;
  }
}

function syncFile(path: string): void {
  const descriptor = openSync(path, "r+");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Compared, not believed by name or size: a file that somebody altered is written again. */
function hasBytes(path: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // There is none yet.
    return "";
  }
}
