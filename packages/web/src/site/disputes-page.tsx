import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { dataPath } from "acta/edition";
import type { ComponentChild } from "preact";
import { contestIn } from "./area-result.js";
import { DisputeAreas } from "./dispute-areas.js";
import { DisputeCalendar } from "./dispute-calendar.js";
import { DisputeDecisions } from "./dispute-decisions.js";
import { DisputePetitions } from "./dispute-petitions.js";
import { DisputeRange } from "./dispute-range.js";
import { DisputeScenario } from "./dispute-scenario.js";
import { EditionTime } from "./edition-time.js";
import { openSentences } from "./headline.js";
import type { LoadedPage, PageContext } from "./page-kind.js";
import { disputesForm } from "./published-forms.js";
import type { DisputesFile, OpenFile } from "./published-forms.js";

/** What is disputed in the contest of the page at its edition, and what it could change. Problems: `site.noContest` and those of reading. */
export async function loadDisputesPage(context: PageContext): Promise<Result<LoadedPage>> {
  const { wording, home, data, editionFile } = context;
  const contest = contestIn(editionFile, home.contest.id);
  if (contest === undefined) return fail({ code: "site.noContest" });
  const [disputes, open] = await Promise.all([
    data.json(dataPath(contest.disputes), disputesForm),
    data.open(contest.open),
  ]);
  if (!disputes.ok) return disputes;
  if (!open.ok) return open;
  const title = wording.say("disputes.title");
  return succeed({
    title: `${title} · ${wording.pick(home.words.name)}`,
    description: [title, ...openSentences(wording, home.words, open.value)].join(". "),
    trail: [{ name: wording.pick(home.words.name), href: context.links.front() }],
    content: <DisputesView context={context} disputes={disputes.value} open={open.value} />,
  });
}

function DisputesView(props: {
  readonly context: PageContext;
  readonly disputes: DisputesFile;
  readonly open: OpenFile;
}): ComponentChild {
  const { context, disputes, open } = props;
  const { wording, home } = context;
  return (
    <div class="front area disputes">
      <section class="story">
        <EditionTime context={context} />
        <h1>{wording.say("disputes.title")}</h1>
        <p class="lead">{openSentences(wording, home.words, open).join(" ")}</p>
        <DisputeRange context={context} open={open} />
        <DisputeScenario context={context} disputes={disputes} />
        <DisputePetitions context={context} disputes={disputes} />
      </section>
      <section class="places">
        <DisputeAreas context={context} disputes={disputes} />
        <DisputeDecisions context={context} disputes={disputes} open={open} />
        <DisputeCalendar context={context} disputes={disputes} />
      </section>
    </div>
  );
}
