import type { Instant } from "../basics/index.js";
import type { Election, PublishHold } from "./definition.js";

/** What still keeps a product back at a moment: the hold that ends last; null when nothing does (any more). */
export function heldBack(
  election: Pick<Election, "publishNotBefore">,
  product: PublishHold["product"],
  now: Instant,
): PublishHold | null {
  let last: PublishHold | null = null;
  for (const hold of election.publishNotBefore) {
    // Instants are written in one form, so their order is that of their texts.
    if (hold.product !== product || hold.moment <= now) continue;
    if (last === null || hold.moment > last.moment) last = hold;
  }
  return last;
}
