import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { sha256File } from "../files/index.js";
import { openFolder, openFolderToWrite, systemProblem } from "../store/index.js";
import { safeFileName } from "./address.js";
import { discard } from "./discard.js";
import type { AddressState } from "./fetch-file.js";

// A cache is a folder: `<sha256>/<name>` holds bytes as they came, `addresses/<hash of the address>.json` what is known about an
// address. Anything in it may be deleted at any time: it is fetched again.

/** The cache of a data folder, which is made when it is not there yet. The folder's lock is not kept. */
export function cacheOf(data: string): Result<string> {
  const opened = openFolder(data);
  const folder = opened.ok ? opened : openFolderToWrite(data);
  if (!folder.ok) return folder;
  folder.value.close();
  return succeed(join(data, "cache"));
}

/** Moves a file into the cache under its hash. @returns where it lies now. */
export function keepInCache(cache: string, path: string, sha256: string, name: string): Result<string> {
  const kept = join(cache, sha256, safeFileName(name));
  try {
    mkdirSync(join(cache, sha256), { recursive: true });
    renameSync(path, kept);
    return succeed(kept);
  } catch (error) {
    discard(path);
    return fail(systemProblem(error, kept));
  }
}

/** A file with this hash; null when there is none, or when its bytes are not what they were (it is then removed). */
export async function findInCache(cache: string, sha256: string): Promise<string | null> {
  for (const name of namesIn(join(cache, sha256))) {
    const path = join(cache, sha256, name);
    const hashed = await sha256File(path);
    if (hashed.ok && hashed.value.sha256 === sha256) return path;
    discard(path);
  }
  return null;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Not there, or not readable: then it is fetched.
    return [];
  }
}

/** What is known about an address; null when nothing is, or when its bytes are no longer here. */
export async function addressState(
  cache: string,
  address: string,
): Promise<{ readonly state: AddressState; readonly path: string } | null> {
  const state = readState(statePath(cache, address));
  const path = state === null ? null : await findInCache(cache, state.sha256);
  return state === null || path === null ? null : { state, path };
}

function readState(path: string): AddressState | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    return isState(value) ? value : null;
  } catch {
    return null;
  }
}

function isState(value: unknown): value is AddressState {
  if (typeof value !== "object" || value === null) return false;
  const text = (key: string): boolean => typeof Reflect.get(value, key) === "string";
  const sha256: unknown = Reflect.get(value, "sha256");
  return (
    typeof sha256 === "string" &&
    /^[0-9a-f]{64}$/.test(sha256) &&
    text("etag") &&
    text("lastModified") &&
    Number.isSafeInteger(Reflect.get(value, "bytes"))
  );
}

/** Remembers what is known about an address. A failure only costs a download. */
export function keepAddressState(
  cache: string,
  address: string,
  { sha256, bytes, etag, lastModified }: AddressState,
): void {
  const path = statePath(cache, address);
  const draft = `${path}.${randomUUID()}`;
  try {
    mkdirSync(join(cache, "addresses"), { recursive: true });
    writeFileSync(draft, JSON.stringify({ sha256, bytes, etag, lastModified }));
    renameSync(draft, path);
  } catch {
    discard(draft);
  }
}

/** The address itself is not written down: keys may stand in it. */
function statePath(cache: string, address: string): string {
  return join(cache, "addresses", `${createHash("sha256").update(address).digest("hex")}.json`);
}
