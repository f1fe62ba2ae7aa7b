import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { matchFiles } from "../import/index.js";
import type { MatchedFile } from "../import/index.js";
import { indexOf, openFolder } from "../store/index.js";
import type { IndexedElection } from "../store/index.js";
import { markOf } from "./edition-news.js";
import { cacheOf } from "./file-cache.js";
import { groupsOf } from "./file-groups.js";
import { tellFailure, tellNews, tellRecovery } from "./follower.js";
import type { FollowRequest, Follower } from "./follower.js";
import { isFresh, withoutTorn } from "./hold-back.js";
import { importGroup } from "./import-group.js";
import { lastDeliveries } from "./last-delivery.js";
import { filesOf } from "./source-files.js";
import type { FollowedSource, SourceFile } from "./source-files.js";

/** What a following did until it ended. */
export interface FollowSummary {
  readonly rounds: number;
  readonly editions: number;
}

/**
 * Follows sources until the signal is given or the time is over: looks at each of them every so often, keeps the raw bytes, imports
 * what is new and tells what it means. Nothing that goes wrong on the way ends it; only a data folder that is not ours does.
 */
export async function followSource(request: FollowRequest): Promise<Result<FollowSummary>> {
  const began = await begin(request);
  if (!began.ok) return began;
  const follower = began.value;
  const { pace, signal, every, longest } = request;
  const start = Date.parse(pace.now());
  tellNews(follower, {
    kind: "started",
    sources: request.sources.map((source) => source.shown),
    every: Math.round(every / 1_000),
  });
  while (!signal.aborted) {
    const at = Date.parse(pace.now());
    follower.round++;
    const asked = await runRound(follower);
    // A little off the beat, so that many followers of one server do not all come at the same second.
    const interval = every * (0.95 + 0.1 * pace.random());
    const wait = Math.max(at + interval - Date.parse(pace.now()), asked, 0);
    const over = longest !== null && Date.parse(pace.now()) + wait - start > longest;
    if (signal.aborted || over || follower.round === request.rounds) break;
    request.waiting(follower.round, wait);
    await pace.sleep(wait, signal);
  }
  const summary = { rounds: follower.round, editions: follower.editions };
  tellNews(follower, { kind: "stopped", ...summary });
  return succeed(summary);
}

async function begin(request: FollowRequest): Promise<Result<Follower>> {
  const cache = cacheOf(request.data);
  if (!cache.ok) return cache;
  const follower: Follower = {
    request,
    cache: cache.value,
    glances: new Map(),
    current: new Map(),
    matched: new Map(),
    done: new Set(),
    unread: new Set(),
    held: new Map(),
    last: new Map(),
    failing: new Map(),
    seenAgain: "",
    editions: 0,
    round: 0,
    newsRound: 0,
    newsAt: request.pace.now(),
    silent: false,
  };
  const folder = openFolder(request.data);
  if (!folder.ok) return folder;
  try {
    const index = indexOf(folder.value);
    if (!index.ok) return index;
    const indexed = index.value.elections.find((each) => each.id === request.definition.election.id);
    for (const file of indexed?.files ?? []) follower.done.add(file.sha256);
    if (indexed !== undefined)
      for (const [source, last] of lastDeliveries(folder.value, indexed)) follower.last.set(source, last);
    return succeed(follower);
  } finally {
    folder.value.close();
  }
}

/** One look at all sources. @returns milliseconds that a server asked to be left alone. */
async function runRound(follower: Follower): Promise<number> {
  let asked = 0;
  for (const source of follower.request.sources) {
    if (follower.request.signal.aborted) return 0;
    asked = Math.max(asked, await lookAt(follower, source));
  }
  const files = [...new Map([...follower.current.values()].flat().map((file) => [file.sha256, file])).values()];
  const matched = await withoutTorn(follower, await matchAll(follower, files), files);
  const fresh = new Set(files.map((file) => file.sha256).filter((sha256) => isFresh(follower, sha256)));
  for (const group of groupsOf(matched, fresh)) {
    if (follower.request.signal.aborted) return 0;
    await importGroup(follower, group, files);
  }
  watchSilence(follower);
  return asked;
}

async function lookAt(follower: Follower, source: FollowedSource): Promise<number> {
  const { agent, pace, signal } = follower.request;
  const looked = await filesOf(source, follower.cache, follower.glances, { agent, pace, signal, mayBePrivate: true });
  if (!looked.ok) {
    if (looked.problem.code === "fetch.interrupted") return 0;
    tellFailure(follower, source.shown, looked.problem);
    return Number(looked.problem.context?.["retryAfter"] ?? 0) * 1_000;
  }
  tellRecovery(follower, source.shown);
  const before = follower.current.get(source);
  follower.current.set(source, looked.value);
  if (before !== undefined) tellReturn(follower, before, looked.value);
  return 0;
}

/** A source that goes back to bytes which it has shown before says nothing new, but that it does is news. */
function tellReturn(follower: Follower, before: readonly SourceFile[], now: readonly SourceFile[]): void {
  const known = new Set(before.map((file) => file.sha256));
  const returned = now.find((file) => !known.has(file.sha256) && follower.done.has(file.sha256));
  if (returned === undefined) return;
  const edition = indexedElection(follower)?.editions.find((each) => each.sources.includes(returned.sha256));
  if (edition === undefined || follower.seenAgain === edition.id) return;
  follower.seenAgain = edition.id;
  tellNews(follower, { kind: "seenAgain", file: returned.source.shown, edition: markOf(edition) });
}

function indexedElection({ request }: Follower): IndexedElection | null {
  const folder = openFolder(request.data);
  if (!folder.ok) return null;
  try {
    const index = indexOf(folder.value);
    return index.ok ? (index.value.elections.find((each) => each.id === request.definition.election.id) ?? null) : null;
  } finally {
    folder.value.close();
  }
}

/** Finds the part of the definition that reads each file; one that fits nothing is refused, once. */
async function matchAll(follower: Follower, files: readonly SourceFile[]): Promise<readonly MatchedFile[]> {
  const matched: MatchedFile[] = [];
  for (const file of files) {
    if (follower.unread.has(file.sha256)) continue;
    const known = follower.matched.get(file.sha256);
    const found = known === undefined ? await matchFile(follower, file) : { ...known, path: file.path };
    if (found !== null) matched.push(found);
  }
  return matched;
}

async function matchFile(follower: Follower, file: SourceFile): Promise<MatchedFile | null> {
  const found = await matchFiles(follower.request.definition.election, [file.path]);
  const first = found.ok ? found.value.files[0] : undefined;
  if (first !== undefined) follower.matched.set(file.sha256, first);
  // Somebody emptied the cache: the next round brings the bytes again.
  else if (!found.ok && found.problem.code !== "file.notFound") {
    follower.unread.add(file.sha256);
    follower.done.add(file.sha256);
    tellNews(follower, { kind: "refused", source: file.source.shown, sha256: file.sha256, problem: found.problem });
  }
  return first ?? null;
}

function watchSilence(follower: Follower): void {
  const rounds = follower.round - follower.newsRound;
  if (follower.silent || rounds < follower.request.silentAfter) return;
  follower.silent = true;
  tellNews(follower, { kind: "silent", since: follower.newsAt, rounds });
}
