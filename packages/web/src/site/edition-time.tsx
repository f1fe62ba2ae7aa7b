import type { ComponentChild } from "preact";
import type { PageContext } from "./page-kind.js";

/**
 * The moment and the edition of everything on a page. Beside it a page that keeps itself up to date says when it does, and when it cannot; the
 * words for that are sent along, since by then there may be nobody to ask (live-status.ts).
 */
export function EditionTime({ context }: { readonly context: PageContext }): ComponentChild {
  const { wording, home, edition, links } = context;
  const { say } = wording;
  const when = wording.moment(edition.asOf, home.words.timeZone);
  // These stay as they are until the page is old.
  const later = { age: "{age}", clock: "{clock}" };
  return (
    <p class="as-of">
      {say("front.asOf", { moment: when, number: edition.number })}{" "}
      {links.place.edition === null && (
        <span
          class="live"
          role="status"
          data-updating={say("live.updating")}
          data-renewed={say("live.renewed")}
          data-minutes={say("live.minutes", later)}
          data-hours={say("live.hours", later)}
          data-zone={home.words.timeZone}
        />
      )}
    </p>
  );
}
