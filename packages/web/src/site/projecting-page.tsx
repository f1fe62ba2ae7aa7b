import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { ComponentChild } from "preact";
import type { LoadedPage, PageContext } from "./page-kind.js";
import { projectedEnds } from "./projected-ends.js";
import type { ProjectedEnds } from "./projected-file.js";
import type { Wording } from "./wording.js";

/** Reasons for which no number is given, in the order in which they are asked. */
const REFUSALS = ["few", "previous", "fewer", "nothing", "domain", "law"] as const;

/** What a projection is, how it is made, and when there is none: words only, and how anyone makes these again. */
export async function loadProjectingPage(context: PageContext): Promise<Result<LoadedPage>> {
  const { wording, home, links } = context;
  const published = await projectedEnds(context);
  if (!published.ok) return published;
  const title = wording.say("projecting.title");
  return succeed({
    title: `${title} · ${wording.pick(home.words.name)}`,
    description: wording.say("projecting.lead"),
    trail: [{ name: wording.pick(home.words.name), href: links.front() }],
    about: null,
    content: (
      <article class="projecting">
        <h1>{title}</h1>
        <p class="lead">{wording.say("projecting.lead")}</p>
        <Part wording={wording} id="words" />
        <Part wording={wording} id="why" />
        <Part wording={wording} id="how" />
        <Part wording={wording} id="told" />
        <h2>{wording.say("projecting.notTitle")}</h2>
        <ul>
          {REFUSALS.map((id) => (
            <li key={id}>{wording.say(`projectingNot.${id}`)}</li>
          ))}
        </ul>
        <h2>{wording.say("projecting.againTitle")}</h2>
        <p>{wording.say("projecting.againText")}</p>
        {published.value !== null && <p>{madeText(wording, published.value)}</p>}
        <p class="quiet">
          <a href={`${links.shell("timeline.html")}#projected`}>{wording.say("expected.timeline")}</a>
        </p>
      </article>
    ),
  });
}

function Part({ wording, id }: { readonly wording: Wording; readonly id: string }): ComponentChild {
  return (
    <>
      <h2>{wording.say(`projectingTitle.${id}`)}</h2>
      <p>{wording.say(`projectingText.${id}`)}</p>
    </>
  );
}

/** Which previous contest these rest on, and the seed that gives them again. */
function madeText({ say }: Wording, { previous, draws, seed }: ProjectedEnds): string {
  const made = { draws, seed: String(seed), previous: previous ?? "" };
  return say(previous === null ? "projecting.madeAlone" : "projecting.made", made);
}
