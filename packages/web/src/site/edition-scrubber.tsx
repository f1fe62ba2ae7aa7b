import type { ComponentChild } from "preact";
import { useState } from "preact/hooks";
import type { CourseEdition } from "./count-course.js";
import type { LeadCourse } from "./course-lead.js";
import { headlineName } from "./headline.js";
import type { PageContext } from "./page-kind.js";

/**
 * A rail along the editions of this record: moving on it turns the whole site to that moment. Every link of the page keeps it, and the page says
 * that it shows the past and how to return.
 */
export function EditionScrubber(props: {
  readonly context: PageContext;
  readonly editions: readonly CourseEdition[];
  readonly lead: LeadCourse;
}): ComponentChild {
  const { context, editions, lead } = props;
  const { wording, home, edition, links, turn } = context;
  const here = editions.findIndex(({ number }) => number === edition.number);
  // What the reader has moved to, until the page of that moment is there.
  const [asked, ask] = useState<number | null>(null);
  const at = asked ?? here;
  const shown = editions[at];
  const last = editions.length - 1;
  if (shown === undefined) return null;
  const votes = (shown.votes[lead.option] ?? 0) - (shown.votes[lead.rival] ?? 0);
  const name = headlineName(wording, home.words, votes > 0 ? lead.option : lead.rival);
  const moment = wording.moment(shown.asOf, home.words.timeZone);
  const text = [
    wording.say("timeline.scrubbed", { number: shown.number, moment }),
    votes === 0 ? wording.say("timeline.readTied") : wording.say("timeline.readLead", { name, votes: Math.abs(votes) }),
    wording.say("timeline.readCounted", {
      share: wording.percent({ numerator: shown.counted, denominator: shown.stations }),
    }),
  ].join(" ");
  const move = (value: number): void => {
    const next = editions[value];
    if (next === undefined || turn === null) return;
    ask(value);
    void turn(value === last ? null : next.number).then(() => ask(null));
  };
  return (
    <section class="scrubber" aria-label={wording.say("timeline.scrubber")}>
      <label for="moment">{wording.say("timeline.scrubber")}</label>
      <input
        id="moment"
        type="range"
        min="0"
        max={last}
        step="1"
        value={at}
        disabled={last === 0}
        aria-valuetext={text}
        onInput={(event) => move(Number(event.currentTarget.value))}
      />
      <output for="moment">{text}</output>
      <p class="ways">
        <a href={links.front()}>{wording.say(at === last ? "timeline.toFront" : "timeline.toFrontThen")}</a>
        {at !== last && (
          <button type="button" class="plain" onClick={() => move(last)}>
            {wording.say("timeline.return")}
          </button>
        )}
      </p>
    </section>
  );
}
