import type { Instant } from "../basics/index.js";
import type { Election, PublishHold } from "./definition.js";

/**
 * What still keeps a product back at a moment: the hold that ends last; null when nothing does (any more).
 * @param decided what was decided since, in the order of the record: the last one about the product stands in the place of all that the definition says.
 */
export function heldBack(
  election: Pick<Election, "publishNotBefore">,
  product: PublishHold["product"],
  now: Instant,
  decided: readonly PublishHold[] = [],
): PublishHold | null {
  const instead = decided.findLast((hold) => hold.product === product);
  if (instead !== undefined) return instead.moment > now ? instead : null;
  let last: PublishHold | null = null;
  for (const hold of election.publishNotBefore) {
    // Instants are written in one form, so their order is that of their texts.
    if (hold.product !== product || hold.moment <= now) continue;
    if (last === null || hold.moment > last.moment) last = hold;
  }
  return last;
}
