import type { Instant, Problem } from "acta/basics";
import type { LoadedDefinition, MatchedFile, Progress } from "../import/index.js";
import type { FollowEvent, HoldReason, News } from "./follow-event.js";
import type { Pace } from "./pace.js";
import type { FollowedSource, Glances, SourceFile } from "./source-files.js";
import type { LastDelivery } from "./torn-snapshot.js";

/** What following needs from outside. */
export interface FollowRequest {
  readonly definition: LoadedDefinition;
  readonly sources: readonly FollowedSource[];
  /** Path of the data folder. Its lock is taken only while something is imported. */
  readonly data: string;
  /** Milliseconds between two rounds. */
  readonly every: number;
  /** Ends after so many rounds, or milliseconds; null for never. */
  readonly rounds: number | null;
  readonly longest: number | null;
  /** Rounds without anything new after which a source is called silent. */
  readonly silentAfter: number;
  /** Where neither file nor definition says the state of the count, the server's `Last-Modified` is taken for it. */
  readonly lastModifiedIsAsOf: boolean;
  /** With whose key a ledger of record is signed; null for a recorder's. */
  readonly keyFile: string | null;
  /** `acta/<version>`. */
  readonly agent: string;
  readonly pace: Pace;
  /** Ends the following after the work at hand. */
  readonly signal: AbortSignal;
  readonly tell: (event: FollowEvent) => void;
  /** Told after each round that goes on: its number and when the next one comes. */
  readonly waiting: (round: number, wait: number) => void;
  readonly progress: Progress;
}

/** What a follower knows while it runs. Nothing of it is needed to start again: what is recorded stands in the data folder. */
export interface Follower {
  readonly request: FollowRequest;
  readonly cache: string;
  readonly glances: Glances;
  /** What each source has now. */
  readonly current: Map<FollowedSource, readonly SourceFile[]>;
  readonly matched: Map<string, MatchedFile>;
  /** Hashes that need no more work: recorded, seen again or refused. */
  readonly done: Set<string>;
  /** Hashes of files that no part of the definition reads. */
  readonly unread: Set<string>;
  readonly held: Map<string, { readonly reason: HoldReason; readonly rounds: number }>;
  readonly last: Map<string, LastDelivery>;
  /** What was said about a source that fails, by its shown name; "" for the data folder. */
  readonly failing: Map<string, string>;
  /** The edition that was last said to be seen again. */
  seenAgain: string;
  editions: number;
  round: number;
  /** The round that last brought something new, and when that was. */
  newsRound: number;
  newsAt: Instant;
  silent: boolean;
}

/** Tells what happened, with its head. */
export function tellNews({ request }: Follower, news: News): void {
  const { election } = request.definition;
  const head = {
    schema: "acta-event/1",
    at: request.pace.now(),
    election: election.id,
    provenance: election.provenance,
  } as const;
  request.tell({ ...head, ...news });
}

const UNSTABLE = "follow.unstable";

/** Tells a failure once, until it is over or another one comes. A file that is being written is not failing but held back. */
export function tellFailure(follower: Follower, source: string, problem: Problem): void {
  if (follower.failing.get(source) === problem.code) return;
  follower.failing.set(source, problem.code);
  if (problem.code !== UNSTABLE) tellNews(follower, { kind: "failed", source, problem });
  else tellNews(follower, { kind: "held", source, sha256: "", kept: "", reason: "unstable", found: 0, before: 0 });
}

/** A source that failed answers again. */
export function tellRecovery(follower: Follower, source: string): void {
  const failed = follower.failing.get(source);
  follower.failing.delete(source);
  if (failed !== undefined && failed !== UNSTABLE) tellNews(follower, { kind: "back", source });
}

/** Something new came: a silence is over. */
export function endSilence(follower: Follower): void {
  follower.newsRound = follower.round;
  follower.newsAt = follower.request.pace.now();
  if (!follower.silent) return;
  follower.silent = false;
  tellNews(follower, { kind: "back", source: "" });
}
