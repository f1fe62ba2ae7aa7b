import type { Problem, Result } from "acta/basics";
import { succeed } from "acta/basics";
import type { MatchedFile } from "../import/index.js";
import type { HoldReason } from "./follow-event.js";
import { tellNews } from "./follower.js";
import type { Follower } from "./follower.js";
import type { SourceFile } from "./source-files.js";
import { tornBulletin } from "./torn-snapshot.js";

/** Remembers that bytes were held back, and tells it once. */
export function holdBack(follower: Follower, sha256: string, files: readonly SourceFile[], problem: Problem): void {
  const before = follower.held.get(sha256);
  const reason = holdReason(problem);
  follower.held.set(sha256, { reason, rounds: (before?.rounds ?? 0) + 1 });
  if (before?.reason === reason) return;
  const file = files.find((each) => each.sha256 === sha256);
  tellNews(follower, {
    kind: "held",
    source: file?.source.shown ?? "",
    sha256,
    kept: file?.path ?? "",
    reason,
    found: Number(problem.context?.["found"] ?? 0),
    before: Number(problem.context?.["before"] ?? 0),
  });
}

/** Why a problem of the code `follow.held` was raised. */
export function holdReason(problem: Problem): HoldReason {
  const reason = problem.context?.["reason"];
  return reason === "fewerStations" || reason === "smaller" ? reason : "twoMoments";
}

/** Two moments in the same bytes will not become one: only other bytes are looked at again. */
export function isFresh(follower: Follower, sha256: string): boolean {
  return !follower.done.has(sha256) && follower.held.get(sha256)?.reason !== "twoMoments";
}

/** The files that may be imported: torn bulletins are held back one by one, so that the others of their series go on. */
export async function withoutTorn(
  follower: Follower,
  matched: readonly MatchedFile[],
  files: readonly SourceFile[],
): Promise<readonly MatchedFile[]> {
  const whole: MatchedFile[] = [];
  for (const file of matched) {
    const fresh = isFresh(follower, file.sha256);
    const torn: Result<Problem | null> = fresh && file.kind === "bulletin" ? await tornBulletin(file) : succeed(null);
    // A file that cannot be read is refused by the import, with its own line.
    if (torn.ok && torn.value !== null) holdBack(follower, file.sha256, files, torn.value);
    if (fresh ? !torn.ok || torn.value === null : follower.done.has(file.sha256)) whole.push(file);
  }
  return whole;
}
