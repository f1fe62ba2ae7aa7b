import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { ComponentChild } from "preact";
import { historyForm, historyPath } from "./history-file.js";
import type { HistoryFile } from "./history-file.js";
import { OfficeCase } from "./office-cases.js";
import { OfficeHoldings } from "./office-holdings.js";
import { OfficesChart } from "./offices-chart.js";
import type { LoadedPage, PageContext } from "./page-kind.js";

/** Who held which office when and why, and where the procedures of a published history stand. */
export async function loadOfficesPage(context: PageContext): Promise<Result<LoadedPage>> {
  const { wording, home, links, data, history } = context;
  const read = history === null ? succeed(null) : await data.json(historyPath(history), historyForm);
  if (!read.ok) return read;
  const title = wording.say("offices.title");
  const sentence = read.value === null ? wording.say("offices.none") : sentenceOf(context, read.value);
  return succeed({
    title: `${title} · ${wording.pick(home.words.name)}`,
    description: sentence,
    trail: [{ name: wording.pick(home.words.name), href: links.front() }],
    about: null,
    content: (
      <section class="offices">
        <h1>{title}</h1>
        <p class="lead">{sentence}</p>
        {read.value !== null && <Offices context={context} history={read.value} />}
        {history !== null && (
          <p class="quiet">
            <a href={links.file(historyPath(history))}>{wording.say("offices.file")}</a>
          </p>
        )}
      </section>
    ),
  });
}

/** How much is told, before anything of it. */
function sentenceOf({ wording }: PageContext, { name, offices, cases }: HistoryFile): string {
  const spans = offices.flatMap((office) => office.spans);
  const count = (kind: string): number => spans.filter((span) => span.kind === kind).length;
  return wording.say("offices.says", {
    name: wording.pick(name),
    held: count("held"),
    offices: offices.length,
    vacant: count("vacant"),
    disputed: count("disputed"),
    cases: cases.length,
  });
}

function Offices(props: { readonly context: PageContext; readonly history: HistoryFile }): ComponentChild {
  const { context, history } = props;
  const { wording } = context;
  const { provenance, offices, cases, on } = history;
  const open = cases.filter(({ next }) => next.length > 0);
  const over = cases.filter(({ next }) => next.length === 0);
  return (
    <>
      {provenance !== "real" && <p class="notice made-up">{wording.say(`offices.${provenance}`)}</p>}
      {offices.length > 0 && <OfficesChart context={context} history={history} />}
      <h2>{wording.say("offices.why")}</h2>
      {offices.map((office) => (
        <OfficeHoldings key={office.office} context={context} office={office} />
      ))}
      <h2>{wording.say("offices.open", { count: open.length })}</h2>
      {on !== null && <p class="quiet">{wording.say("offices.on", { day: wording.day(on) })}</p>}
      {open.map((each) => (
        <OfficeCase key={each.case} context={context} of={each} />
      ))}
      <h2>{wording.say("offices.over", { count: over.length })}</h2>
      {over.map((each) => (
        <OfficeCase key={each.case} context={context} of={each} />
      ))}
    </>
  );
}
