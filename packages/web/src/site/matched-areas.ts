import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { childrenOf } from "./area-children.js";
import type { ChildArea } from "./area-children.js";
import { wholeOf } from "./area-result.js";
import { shownName } from "./area-trail.js";
import type { ContestHome } from "./contest-home.js";
import type { PageContext } from "./page-kind.js";

/** An area as two elections have it. */
export interface MatchedArea {
  readonly code: string;
  readonly name: string;
  /** In the election of the page. */
  readonly now: ChildArea;
  /** In the one that it is compared with. */
  readonly earlier: ChildArea;
}

/** The areas of two elections side by side. */
export interface MatchedAreas {
  readonly other: ContestHome;
  readonly areas: readonly MatchedArea[];
  /** Areas that only one of the two has, or in which one of them has no valid vote. */
  readonly missing: number;
}

/**
 * Matches the areas under the whole with those of the election that this one follows (the first round of a runoff), in its newest edition.
 * Null where the folder does not hold it, or its areas have other codes.
 */
export async function matchedAreas(context: PageContext): Promise<Result<MatchedAreas | null>> {
  const { home, homes, edition, data } = context;
  const { follows } = home.words;
  const other = homes.find(({ words }) => words.id === follows?.election);
  const newest = other?.editions.at(-1);
  if (other === undefined || newest === undefined) return succeed(null);
  if (other.words.trees[0]?.codes !== home.words.trees[0]?.codes) return succeed(null);
  const [here, there] = await Promise.all([wholeOf(context, edition), wholeOf({ ...context, home: other }, newest)]);
  if (!here.ok) return here;
  if (!there.ok) return there;
  const [mine, theirs] = await Promise.all([childrenOf(data, here.value), childrenOf(data, there.value)]);
  if (!mine.ok) return mine;
  if (!theirs.ok) return theirs;
  if (mine.value.length === 0) return fail({ code: "site.noFigures" });
  const known = new Map(theirs.value.map((area) => [area.code, area]));
  const areas = mine.value.flatMap((now) => {
    const earlier = known.get(now.code);
    return earlier === undefined || earlier.validVotes === 0 || now.validVotes === 0
      ? []
      : [{ code: now.code, name: shownName(context, now.name), now, earlier }];
  });
  const all = new Set([...mine.value, ...theirs.value].map(({ code }) => code));
  return succeed({ other, areas, missing: all.size - areas.length });
}

/** Votes of an option in an area over its valid votes. */
export function shareIn(area: ChildArea, option: string): { readonly numerator: number; readonly denominator: number } {
  return { numerator: area.votes.find((each) => each.option === option)?.votes ?? 0, denominator: area.validVotes };
}
