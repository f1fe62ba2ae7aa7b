import type { ComponentChild } from "preact";
import type { PageContext } from "./page-kind.js";

/** A field that finds an area by its name and a station by its code. A plain form: it works from the address alone. */
export function PlaceSearch({
  context,
  text = "",
}: {
  readonly context: PageContext;
  readonly text?: string;
}): ComponentChild {
  const { wording, links } = context;
  const { named, edition } = links.place;
  const plain = links.at(null).shell("search.html").replace(/\?.*$/, "");
  return (
    <form class="search" action={plain} method="get" role="search">
      <label for="q">{wording.say("search.label")}</label>
      <div class="field">
        <input
          id="q"
          name="q"
          type="search"
          value={text}
          autocomplete="off"
          spellcheck={false}
          maxLength={80}
          required
        />
        <button type="submit">{wording.say("search.button")}</button>
      </div>
      {named !== null && <input type="hidden" name="election" value={named.election} />}
      {named !== null && <input type="hidden" name="contest" value={named.contest} />}
      {edition !== null && <input type="hidden" name="edition" value={String(edition)} />}
    </form>
  );
}
