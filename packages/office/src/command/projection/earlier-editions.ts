import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { EarlierEdition } from "acta/projection";
import { editionsInOrder } from "acta/record";
import { openContest } from "../desk/opened.js";
import type { OpenedContest } from "../desk/opened.js";

/** A night's record needs its last editions, not all of them: each costs a fit. */
const MOST_EARLIER = 5;

/** The editions of the same count before the one that is open, by the source's clock, oldest first; those that say the same once. */
export function earlierEditions(opened: OpenedContest): Result<readonly EarlierEdition[]> {
  const { edition } = opened.open;
  const ordered = editionsInOrder(opened.indexed.editions);
  const at = ordered.findIndex((each) => each.id === edition.id);
  const digests = new Set([edition.dataDigest]);
  const chosen = ordered
    .slice(0, Math.max(at, 0))
    .toReversed()
    .filter((each) => each.asOf !== null && !digests.has(each.dataDigest) && digests.add(each.dataDigest))
    .slice(0, MOST_EARLIER)
    .toReversed();
  const found: EarlierEdition[] = [];
  for (const each of chosen) {
    const open = openContest(opened, each, opened.contest.id);
    if (!open.ok) return open;
    const { election, roll } = open.value.open;
    found.push({ election, contest: open.value.contest, roll, table: open.value.table, edition: each.id });
  }
  return succeed(found);
}
