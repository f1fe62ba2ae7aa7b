import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import type { Election, KnownFile } from "acta/election";
import { parseAddress, shownAddress } from "./address.js";
import { fetchFile } from "./fetch-file.js";
import type { FetchOptions } from "./fetch-file.js";
import { findInCache, keepInCache } from "./file-cache.js";

/** What fetching the files of a definition needs. */
export interface KnownOptions extends Omit<FetchOptions, "folder" | "known"> {
  /** Also the files of published totals. */
  readonly bulletins: boolean;
  /** Told which file is being fetched: name, position from 1, and how many there are. */
  readonly progress: (name: string, at: number, count: number) => void;
}

/** A file that the definition names, now in the cache. */
export interface FetchedKnown {
  readonly name: string;
  readonly path: string;
  /** It was in the cache already. */
  readonly cached: boolean;
}

/** The files of a definition that have an address, each hash once. */
export function filesWithAddress(election: Election, bulletins: boolean): readonly KnownFile[] {
  const owners = [...election.sources, ...(bulletins ? election.bulletins : [])];
  const files = owners.flatMap((owner) => owner.files).filter((file) => file.url !== "");
  return [...new Map(files.map((file) => [file.sha256, file])).values()];
}

/**
 * Gets the files that a definition names into a cache and checks their hashes; what is there already is not fetched. All files are
 * tried before the problems are told. A file with another hash is kept aside in the cache, under its own hash.
 */
export async function fetchKnown(
  election: Election,
  cache: string,
  options: KnownOptions,
): Promise<Result<readonly FetchedKnown[], readonly Problem[]>> {
  const files = filesWithAddress(election, options.bulletins);
  if (files.length === 0) return fail([{ code: "fetch.nothingKnown", context: { election: election.id } }]);
  return await fetchFiles(files, cache, options);
}

/** A file that is fetched by its address and known by its hash. */
type AddressedFile = Pick<KnownFile, "name" | "sha256" | "url">;

/** The same for any files. */
export async function fetchFiles(
  files: readonly AddressedFile[],
  cache: string,
  options: Omit<KnownOptions, "bulletins">,
): Promise<Result<readonly FetchedKnown[], readonly Problem[]>> {
  const fetched: FetchedKnown[] = [];
  const problems: Problem[] = [];
  for (const [at, file] of files.entries()) {
    options.progress(file.name, at + 1, files.length);
    const got = await fetchOne(file, cache, options);
    if (got.ok) fetched.push(got.value);
    else problems.push(got.problem);
    if (options.signal.aborted) break;
  }
  return problems.length > 0 ? fail(problems) : succeed(fetched);
}

async function fetchOne(
  file: AddressedFile,
  cache: string,
  options: Omit<KnownOptions, "bulletins">,
): Promise<Result<FetchedKnown>> {
  const there = await findInCache(cache, file.sha256);
  if (there !== null) return succeed({ name: file.name, path: there, cached: true });
  const url = parseAddress(file.url);
  if (!url.ok) return url;
  const got = await fetchFile(file.url, { ...options, folder: cache, known: null });
  if (!got.ok) return got;
  if (got.value.status === "unchanged") throw new Error("nothing was known about the address");
  const kept = keepInCache(cache, got.value.path, got.value.sha256, file.name);
  if (!kept.ok) return kept;
  if (got.value.sha256 === file.sha256) return succeed({ name: file.name, path: kept.value, cached: false });
  return fail({
    code: "fetch.wrongHash",
    where: shownAddress(url.value),
    context: { expected: file.sha256, actual: got.value.sha256, kept: kept.value },
  });
}
