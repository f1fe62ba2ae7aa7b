import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { ContestHome } from "./contest-home.js";
import { childrenOf } from "./area-children.js";
import type { PublishedData } from "./published-data.js";

/** Levels under the whole whose areas have pages of their own: in a country of departments, provinces and districts the first two. */
const PRERENDERED_LEVELS = 2;

/** True for a level whose areas have pages of their own. The lowest has none where there are two or more: it is where the thousands are. */
export function isPrerenderedLevel(home: ContestHome, level: string): boolean {
  const levels = home.words.trees[0]?.levels ?? [];
  const at = levels.findIndex(({ id }) => id === level);
  return at >= 0 && at < PRERENDERED_LEVELS && (at < levels.length - 1 || levels.length === 1);
}

/** Codes of the areas of the newest edition that have pages of their own. */
export async function prerenderedAreas(data: PublishedData, home: ContestHome): Promise<Result<readonly string[]>> {
  const newest = home.editions.at(-1);
  if (newest === undefined) return succeed([]);
  const edition = await data.edition(newest.root);
  if (!edition.ok) return edition;
  const tree = edition.value.contests.find(({ contest }) => contest === home.contest.id)?.trees[0];
  const levels = home.words.trees[0]?.levels ?? [];
  const codes: string[] = [];
  let above = tree === undefined ? [] : [tree.root];
  for (const { id } of levels) {
    if (!isPrerenderedLevel(home, id)) break;
    const below: string[] = [];
    for (const hash of above) {
      const area = await data.area(hash);
      const children = area.ok ? await childrenOf(data, area.value) : area;
      if (!children.ok) return children;
      for (const { code, file } of children.value) {
        codes.push(code);
        below.push(file);
      }
    }
    above = below;
  }
  return succeed(codes);
}
