import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { POINTER_PATH, blobPath, dataPath, parsePointer } from "acta/edition";
import type { PointedCourse, PointedEdition } from "acta/edition";
import * as v from "valibot";
import { CLAIMS_INDEX, claimsIndexForm } from "./claims-file.js";
import { HISTORY_INDEX, historyIndexForm } from "./history-file.js";
import { parseElectionWords, wordsPath } from "./election-words.js";
import type { ElectionWords } from "./election-words.js";
import { areaForm, editionForm, openForm, pageForm, placeForm, correctionsForm } from "./published-forms.js";
import type {
  AreaFile,
  EditionFile,
  ListCell,
  OpenFile,
  PlaceFile,
  Correction,
  CorrectionsFile,
} from "./published-forms.js";

/** Bytes of a published file; null when it is not there. Fetched in a browser, from disk or memory elsewhere. */
export type ReadPublished = (path: string) => Promise<Uint8Array | null>;

/** What the pointer says, the hashes of what it was signed with apart: those are not known while pages are being written. */
export interface PublishedHead {
  readonly origin: string;
  readonly mode: string;
  readonly provenance: string;
  readonly size: number;
  readonly key: string;
  /** In the order of their sealing. */
  readonly editions: readonly PointedEdition[];
  /** The course of the count of each contest. */
  readonly courses: readonly PointedCourse[];
  /** Hash of the file of what was corrected; null while nothing was. */
  readonly corrections: string | null;
}

/** A list with all its rows, wherever they stand. */
export interface ListRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ListCell[])[];
}

type Kept<T> = Map<string, Promise<Result<T>>>;

interface PagedRows {
  readonly columns: readonly string[];
  readonly rows?: readonly (readonly ListCell[])[] | undefined;
  readonly pages?: readonly { readonly file: string }[] | undefined;
}

/**
 * The published files as pages read them, by hash, each fetched and parsed once. Problems: `site.missingFile` for a file that is not there,
 * `site.badFile` for one that is not what it should be; `where` is its path.
 */
export class PublishedData {
  readonly #read: ReadPublished;
  readonly #editions: Kept<EditionFile> = new Map();
  readonly #areas: Kept<AreaFile> = new Map();
  readonly #places: Kept<PlaceFile> = new Map();
  readonly #open: Kept<OpenFile> = new Map();
  readonly #pages: Kept<v.InferOutput<typeof pageForm>> = new Map();
  readonly #corrections: Kept<CorrectionsFile> = new Map();
  readonly #claims: Kept<v.InferOutput<typeof claimsIndexForm>> = new Map();
  readonly #history: Kept<v.InferOutput<typeof historyIndexForm>> = new Map();
  readonly #words: Kept<ElectionWords> = new Map();
  readonly head: PublishedHead;

  constructor(read: ReadPublished, head: PublishedHead) {
    this.#read = read;
    this.head = head;
  }

  /** Opens a published folder by its pointer. */
  static async open(read: ReadPublished): Promise<Result<PublishedData>> {
    const bytes = await read(POINTER_PATH);
    if (bytes === null) return fail({ code: "site.missingFile", where: POINTER_PATH });
    const pointer = parsePointer(textOf(bytes));
    return pointer.ok
      ? succeed(new PublishedData(read, pointer.value))
      : fail({ code: "site.badFile", where: POINTER_PATH });
  }

  /** An edition by its root. */
  edition(root: string): Promise<Result<EditionFile>> {
    return this.#json(dataPath(root), editionForm, this.#editions);
  }

  /** An area or a group by the hash of its file. */
  area(hash: string): Promise<Result<AreaFile>> {
    return this.#json(dataPath(hash), areaForm, this.#areas);
  }

  /** A polling place by the hash of its file. */
  place(hash: string): Promise<Result<PlaceFile>> {
    return this.#json(dataPath(hash), placeForm, this.#places);
  }

  /** What is open in a contest, by the hash of its file. */
  open(hash: string): Promise<Result<OpenFile>> {
    return this.#json(dataPath(hash), openForm, this.#open);
  }

  /** What was corrected after it had been published, in the order of the ledger. */
  async corrections(): Promise<Result<readonly Correction[]>> {
    const { corrections: hash } = this.head;
    if (hash === null) return succeed([]);
    const first = await this.#json(dataPath(hash), correctionsForm, this.#corrections);
    if (!first.ok) return first;
    const all = [...first.value.corrections];
    for (const page of first.value.pages) {
      const part = await this.#json(dataPath(page), correctionsForm, this.#corrections);
      if (!part.ok) return part;
      all.push(...part.value.corrections);
    }
    return succeed(all);
  }

  /** Hash of the published answers to claims; null where there are none, also in a folder of an earlier version. */
  async claims(): Promise<Result<string | null>> {
    return namedIn(await this.#json(CLAIMS_INDEX, claimsIndexForm, this.#claims));
  }

  /** Hash of the published history of offices; null where there is none, also in a folder of an earlier version. */
  async history(): Promise<Result<string | null>> {
    return namedIn(await this.#json(HISTORY_INDEX, historyIndexForm, this.#history));
  }

  /** All rows of a list: its own, or those of its pages. */
  async rows(list: PagedRows): Promise<Result<ListRows>> {
    const pages = await Promise.all(
      (list.pages ?? []).map(({ file }) => this.#json(dataPath(file), pageForm, this.#pages)),
    );
    const rows = [...(list.rows ?? [])];
    for (const page of pages) {
      if (!page.ok) return page;
      rows.push(...page.value.rows);
    }
    return succeed({ columns: list.columns, rows });
  }

  /** The names of an election: from the definition that an edition names, or as written beside the pages when none is given. */
  words(election: string, definition: string | null): Promise<Result<ElectionWords>> {
    const path = definition === null ? wordsPath(election) : blobPath(definition);
    return this.#once(path, parseElectionWords, this.#words);
  }

  /** Any other published JSON file by its path, read as `form` says; nothing of it is kept. */
  json<T>(path: string, form: v.GenericSchema<unknown, T>): Promise<Result<T>> {
    return this.#json(path, form, new Map());
  }

  #json<T>(path: string, form: v.GenericSchema<unknown, T>, kept: Kept<T>): Promise<Result<T>> {
    return this.#once(path, (value) => formed(form, value), kept);
  }

  /** Each path is always read in the same form, so what was parsed once is kept by its path. */
  async #once<T>(path: string, parse: (value: unknown) => T | undefined, kept: Kept<T>): Promise<Result<T>> {
    const known = kept.get(path) ?? readParsed(this.#read, path, parse);
    kept.set(path, known);
    return await known;
  }
}

/** Reads one JSON file of a folder as `form` says. Problems as those of `PublishedData`. */
export function readJson<T>(read: ReadPublished, path: string, form: v.GenericSchema<unknown, T>): Promise<Result<T>> {
  return readParsed(read, path, (value) => formed(form, value));
}

function formed<T>(form: v.GenericSchema<unknown, T>, value: unknown): T | undefined {
  const parsed = v.safeParse(form, value);
  return parsed.success ? parsed.output : undefined;
}

async function readParsed<T>(
  read: ReadPublished,
  path: string,
  parse: (value: unknown) => T | undefined,
): Promise<Result<T>> {
  const bytes = await read(path);
  if (bytes === null) return fail({ code: "site.missingFile", where: path });
  const parsed = parse(jsonIn(bytes));
  return parsed === undefined ? fail({ code: "site.badFile", where: path }) : succeed(parsed);
}

/** `undefined`, which no form takes, for what is cut off or not JSON at all. */
function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(textOf(bytes));
  } catch {
    return undefined;
  }
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** What a small file names; nothing where there is no such file. */
function namedIn(index: Result<{ readonly file: string | null }>): Result<string | null> {
  if (index.ok) return succeed(index.value.file);
  return index.problem.code === "site.missingFile" ? succeed(null) : index;
}
