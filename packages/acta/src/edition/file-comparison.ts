import type { Problem } from "../basics/index.js";
import { locateDifference } from "./locate-difference.js";
import type { MadeFile } from "./made-file.js";
import { LIST_PATH } from "./manifest.js";
import type { ListedFile } from "./manifest.js";
import type { PublishedReader } from "./published-reader.js";
import { sameBytes } from "./same-bytes.js";

/**
 * Holds files that were made from the entries against what was published, one by one as they are made, so that none has to be kept: by
 * bytes where the published file was fetched, else its hash against the signed list.
 */
export class FileComparison {
  readonly #reader: PublishedReader;
  readonly #list: ReadonlyMap<string, ListedFile> | null;
  readonly #made = new Set<string>();
  readonly #differences: Problem[] = [];
  #byHash = 0;

  /** @param list null when none was signed: then bytes are all there is to go by. */
  constructor(reader: PublishedReader, list: ReadonlyMap<string, ListedFile> | null) {
    this.#reader = reader;
    this.#list = list;
  }

  /** Compares a file. */
  compare(file: MadeFile): void {
    this.#made.add(file.path);
    const line = this.#list?.get(file.path);
    const listed = line?.sha256 === file.sha256 && line.bytes === file.bytes.length;
    if (listed && this.#reader.holds?.(file.path, file.bytes) === true) return;
    const found = this.#fetched(file.path);
    if (found === null) {
      // Without a signed list there is nothing to hold it against; that there is none was told.
      if (this.#list === null) return;
      this.#byHash++;
      if (!listed) this.#tell(line === undefined ? missing(file) : listDiffers(file));
    } else if (found === undefined) this.#tell(missing(file));
    else if (!sameBytes(found, file.bytes)) this.#tell(locateDifference(file, found));
    else if (this.#list !== null && !listed) this.#tell(listDiffers(file));
  }

  /** Bytes of a published file; null when it was not asked for: its hash on a signed list says as much. */
  #fetched(path: string): Uint8Array | null | undefined {
    return this.#reader.fetched?.(path) === false ? null : this.#reader.read(path);
  }

  #tell(problem: Problem): void {
    this.#differences.push(problem);
  }

  /** What differed so far, in the order in which files were made. */
  get differences(): readonly Problem[] {
    return this.#differences;
  }

  /** True for a path whose file follows from the entries. */
  isMade(path: string): boolean {
    return this.#made.has(path);
  }

  /** How many files were made. */
  get made(): number {
    return this.#made.size;
  }

  /** Of those, the ones of which only the hash was compared. */
  get byHash(): number {
    return this.#byHash;
  }
}

function listDiffers({ path }: MadeFile): Problem {
  return { code: "verify.listDiffers", where: LIST_PATH, context: { path } };
}

function missing({ path, about }: MadeFile): Problem {
  const { area = "", contest = "" } = about ?? {};
  return area === ""
    ? { code: "verify.missing", where: path }
    : { code: "verify.areaMissing", where: path, context: { area, contest } };
}
