import { randomUUID } from "node:crypto";
import { copyFileSync, mkdirSync, statSync } from "node:fs";
import type { Stats } from "node:fs";
import { basename, join } from "node:path";
import { fail, parseInstant, succeed } from "acta/basics";
import type { Instant, Problem, Result } from "acta/basics";
import { listFiles, sha256File } from "../files/index.js";
import { systemProblem } from "../store/index.js";
import { parseAddress, shownAddress } from "./address.js";
import { discard } from "./discard.js";
import { fetchAddress } from "./fetch-address.js";
import type { FetchOptions } from "./fetch-file.js";
import { findInCache, keepInCache } from "./file-cache.js";

/** A place that is followed: an address, or a file or folder of this machine. */
export type FollowedSource =
  | { readonly kind: "address"; readonly address: string; readonly shown: string }
  | { readonly kind: "path"; readonly path: string; readonly shown: string };

/** Bytes that a source has now, kept in the cache. */
export interface SourceFile {
  readonly source: FollowedSource;
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  /** What the server says about the last change; null for a path and where it does not say. */
  readonly lastModified: Instant | null;
}

/** How a path looked when its bytes were kept. */
interface Glance {
  readonly sha256: string;
  readonly bytes: number;
  readonly changed: number;
}

/** Remembers how paths looked, so that an unchanged file is not read again. */
export type Glances = Map<string, Glance>;

/** Reads an address or a path as the user wrote it; `resolve` makes a path absolute. */
export function followedSource(
  text: string,
  address: boolean,
  resolve: (path: string) => string,
): Result<FollowedSource> {
  if (!address) return succeed({ kind: "path", path: resolve(text), shown: text });
  const url = parseAddress(text);
  return url.ok ? succeed({ kind: "address", address: text, shown: shownAddress(url.value) }) : url;
}

/** Looks at a source: keeps what it has now in the cache and says which bytes these are. */
export async function filesOf(
  source: FollowedSource,
  cache: string,
  glances: Glances,
  options: Omit<FetchOptions, "folder" | "known">,
): Promise<Result<readonly SourceFile[]>> {
  if (source.kind === "path") return filesOfPath(source, cache, glances);
  const fetched = await fetchAddress(source.address, cache, options);
  if (!fetched.ok) return fetched;
  const { path, sha256, bytes, lastModified } = fetched.value;
  return succeed([{ source, path, sha256, bytes, lastModified: instantOf(lastModified) }]);
}

/** A date of HTTP as a moment (RFC 9110 5.6.7). */
function instantOf(date: string): Instant | null {
  const milliseconds = Date.parse(date);
  return Number.isNaN(milliseconds) ? null : (parseInstant(new Date(milliseconds).toISOString()) ?? null);
}

async function filesOfPath(
  source: Extract<FollowedSource, { kind: "path" }>,
  cache: string,
  glances: Glances,
): Promise<Result<readonly SourceFile[]>> {
  const folder = isFolder(source.path);
  if (!folder.ok) return folder;
  const paths = folder.value ? await listFiles(source.path) : succeed([source.path]);
  if (!paths.ok) return paths;
  const files: SourceFile[] = [];
  for (const path of paths.value) {
    const kept = await keepPath(path, cache, glances);
    if (!kept.ok) return kept;
    files.push({ source, ...kept.value, lastModified: null });
  }
  return succeed(files);
}

function isFolder(path: string): Result<boolean> {
  try {
    return succeed(statSync(path).isDirectory());
  } catch (error) {
    return fail(pathProblem(error, path));
  }
}

function pathProblem(error: unknown, path: string): Problem {
  const problem = systemProblem(error, path);
  return problem.code === "store.notFound" ? { code: "file.notFound", where: path } : problem;
}

type KeptPath = Pick<SourceFile, "path" | "sha256" | "bytes">;

/** Copies a file and hashes the copy. A file that changes in the meantime is being written: it is left for the next round. */
async function keepPath(path: string, cache: string, glances: Glances): Promise<Result<KeptPath>> {
  try {
    const before = statSync(path);
    const seen = glances.get(path);
    const same = seen !== undefined && seen.bytes === before.size && seen.changed === before.mtimeMs;
    const there = same ? await findInCache(cache, seen.sha256) : null;
    if (same && there !== null) return succeed({ path: there, sha256: seen.sha256, bytes: seen.bytes });
    return await keepCopy(path, before, cache, glances);
  } catch (error) {
    return fail(pathProblem(error, path));
  }
}

async function keepCopy(path: string, before: Stats, cache: string, glances: Glances): Promise<Result<KeptPath>> {
  const copy = join(cache, `${randomUUID()}.part`);
  try {
    mkdirSync(cache, { recursive: true });
    copyFileSync(path, copy);
    const hashed = await sha256File(copy);
    const after = statSync(path);
    if (
      !hashed.ok ||
      after.size !== before.size ||
      after.mtimeMs !== before.mtimeMs ||
      hashed.value.bytes !== after.size
    ) {
      return hashed.ok ? fail({ code: "follow.unstable", where: path }) : hashed;
    }
    const kept = keepInCache(cache, copy, hashed.value.sha256, basename(path));
    if (!kept.ok) return kept;
    glances.set(path, { ...hashed.value, changed: after.mtimeMs });
    return succeed({ path: kept.value, ...hashed.value });
  } finally {
    discard(copy);
  }
}
