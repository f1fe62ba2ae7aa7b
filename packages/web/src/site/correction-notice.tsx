import type { ComponentChild } from "preact";
import type { PageSubject, PageContext } from "./page-kind.js";
import { queryText } from "./page-links.js";
import type { PageAddress } from "./page-links.js";
import type { Correction } from "./published-forms.js";

/** As many are told on a page; the others stand on the page of corrections. */
const MOST_TOLD = 3;

/** Tells whoever reads an old address that a figure on it was corrected, how, and where the corrected one stands. */
export function CorrectionNotice(props: {
  readonly context: PageContext;
  readonly about: PageSubject | null | undefined;
  readonly address: PageAddress;
}): ComponentChild {
  const { context, about, address } = props;
  const { wording, home, links } = context;
  const concerning = context.corrections.filter((each) => concerns(each, context.edition.number, about));
  if (concerning.length === 0) return null;
  const { edition: _, ...query } = address.query;
  return (
    <div class="notice corrected">
      <ul>
        {concerning.slice(0, MOST_TOLD).map((each) => (
          <li key={each.entry}>
            <b>{wording.say("correction.told", { day: wording.shortMoment(each.recordedAt, home.words.timeZone) })}</b>{" "}
            {each.text}
          </li>
        ))}
      </ul>
      <p>
        <a href={links.shell("corrections.html")}>
          {wording.say("correction.more", { count: Math.max(0, concerning.length - MOST_TOLD) })}
        </a>{" "}
        {concerning.every(({ correctedIn }) => correctedIn !== null) && (
          <a href={`${links.place.root}${links.folder}${address.path}${queryText(query)}`}>
            {wording.say("frame.toNewest")}
          </a>
        )}
      </p>
    </div>
  );
}

/** True when figures of an edition on a page were wrong. A correction of no sheet in particular concerns every page of its editions. */
function concerns({ editions, sheets }: Correction, edition: number, about: PageSubject | null | undefined): boolean {
  if (about === null || !editions.includes(edition)) return false;
  if (about === undefined || sheets.length === 0) return true;
  return sheets.some(({ station, within }) => station === about.station || within.includes(about.area ?? ""));
}
