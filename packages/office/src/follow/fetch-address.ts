import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { fileNameOf, parseAddress } from "./address.js";
import { fetchFile } from "./fetch-file.js";
import type { AddressState, FetchOptions } from "./fetch-file.js";
import { addressState, findInCache, keepAddressState, keepInCache } from "./file-cache.js";

/** The bytes of an address, kept in the cache. */
export interface KeptFile extends AddressState {
  readonly path: string;
  readonly status: "new" | "unchanged";
}

/** Fetches an address into the cache; what is there already and has not changed is not sent again. */
export async function fetchAddress(
  address: string,
  cache: string,
  options: Omit<FetchOptions, "folder" | "known">,
): Promise<Result<KeptFile>> {
  const url = parseAddress(address);
  if (!url.ok) return url;
  const known = await addressState(cache, address);
  const fetched = await fetchFile(address, { ...options, folder: cache, known });
  if (!fetched.ok) return fetched;
  const { status, sha256, bytes, etag, lastModified } = fetched.value;
  const state = { sha256, bytes, etag, lastModified };
  const there = await findInCache(cache, sha256);
  if (fetched.value.status === "unchanged" && there !== null) {
    keepAddressState(cache, address, state);
    return succeed({ status, path: there, ...state });
  }
  // The state is only given to the server while its bytes are here; somebody emptied the cache in between.
  if (fetched.value.status === "unchanged") return fetchAddress(address, cache, options);
  const kept = keepInCache(cache, fetched.value.path, sha256, fileNameOf(url.value));
  if (!kept.ok) return kept;
  keepAddressState(cache, address, state);
  return succeed({ status, path: kept.value, ...state });
}
