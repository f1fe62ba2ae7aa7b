import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { fileNameOf, parseAddress } from "./address.js";
import { fetchFile } from "./fetch-file.js";
import type { AddressState, FetchOptions } from "./fetch-file.js";
import { addressState, keepAddressState, keepInCache } from "./file-cache.js";

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
  const fetched = await fetchFile(address, { ...options, folder: cache, known: known?.state ?? null });
  if (!fetched.ok) return fetched;
  const { status, sha256, bytes, etag, lastModified } = fetched.value;
  const state = { sha256, bytes, etag, lastModified };
  const kept =
    fetched.value.status === "new"
      ? keepInCache(cache, fetched.value.path, sha256, fileNameOf(url.value))
      : succeed(known?.path ?? "");
  if (!kept.ok) return kept;
  keepAddressState(cache, address, state);
  return succeed({ status, path: kept.value, ...state });
}
