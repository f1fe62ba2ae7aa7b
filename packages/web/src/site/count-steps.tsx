import type { ComponentChild } from "preact";
import type { PageContext } from "./page-kind.js";
import type { AreaFigures, OpenFile } from "./published-forms.js";
import { Terms } from "./terms.js";

/**
 * The three steps of a count, never mixed: processed, counted, certified. The one that is going on is bold.
 * @param open null for an area: only the whole is certified.
 */
export function CountSteps(props: {
  readonly context: PageContext;
  readonly figures: AreaFigures;
  readonly open: OpenFile | null;
}): ComponentChild {
  const { context, figures, open } = props;
  const { wording, home, edition } = context;
  const { stations } = figures;
  const when = wording.shortMoment(edition.asOf, home.words.timeZone);
  const certified = open?.certified ?? null;
  const steps = [
    { id: "processed", done: stations.processed, at: when },
    { id: "counted", done: stations.counted, at: when },
  ];
  const current = steps.find(({ done }) => done < stations.total)?.id ?? "certified";
  return (
    <ol class="steps">
      {steps.map(({ id, done, at }) => (
        <li key={id} id={id} class={id === current ? "current" : undefined}>
          <span class="step">
            <Terms wording={wording} text={wording.say(`steps.${id}`)} />
          </span>
          <span class="share">{wording.percent({ numerator: done, denominator: stations.total })}</span>
          <span class="quiet">{wording.say("steps.of", { done, total: stations.total })}</span>
          <span class="quiet">{at}</span>
        </li>
      ))}
      {open !== null && (
        <li class={current === "certified" ? "current" : undefined}>
          <span class="step">
            <Terms wording={wording} text={wording.say("steps.certified")} />
          </span>
          <span class="share">{wording.say(certified === null ? "steps.notYet" : "steps.yes")}</span>
          <span class="quiet">
            {certified === null
              ? wording.say("steps.noAct")
              : wording.say("steps.act", { body: certified.body, resolution: certified.resolution })}
          </span>
          <span class="quiet">
            {certified?.at === undefined || certified.at === null ? "" : dayOf(wording, certified.at)}
          </span>
        </li>
      )}
    </ol>
  );
}

/** Only the day of an act is always known. */
function dayOf(wording: PageContext["wording"], at: string): string {
  return wording.day(at.slice(0, 10));
}
