import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { ComponentChild } from "preact";
import { cellText, cellTitle } from "./cell-text.js";
import type { LoadedPage, PageContext } from "./page-kind.js";
import type { Correction } from "./published-forms.js";

/** Everything that was corrected after it had been published, the newest first: what was wrong, what is right, and which editions hold which. */
export async function loadCorrectionsPage(context: PageContext): Promise<Result<LoadedPage>> {
  const { wording, home, corrections, links } = context;
  const title = wording.say("shell.corrections");
  return succeed({
    title: `${title} · ${wording.pick(home.words.name)}`,
    description: wording.say("correction.count", { count: corrections.length }),
    trail: [{ name: wording.pick(home.words.name), href: links.front() }],
    about: null,
    content: (
      <section class="search-page corrections">
        <h1>{title}</h1>
        <p>{wording.say("correction.intro")}</p>
        <p role="status">{wording.say("correction.count", { count: corrections.length })}</p>
        <ul class="results">
          {corrections.toReversed().map((each) => (
            <li key={each.entry} id={`entry-${each.entry}`}>
              <CorrectionView context={context} correction={each} />
            </li>
          ))}
        </ul>
        <p>
          <a href={`${links.place.root}${links.folder}corrections.xml`}>{wording.say("correction.feed")}</a>
        </p>
      </section>
    ),
  });
}

function CorrectionView(props: { readonly context: PageContext; readonly correction: Correction }): ComponentChild {
  const { context, correction } = props;
  const { wording, home, links } = context;
  const { entry, of, recordedAt, by, text, editions, correctedIn, sheets } = correction;
  const { say } = wording;
  const day = wording.shortMoment(recordedAt, home.words.timeZone);
  const numbers = wording.list(editions.map((number) => wording.number(number)));
  return (
    <>
      <p class="quiet">{say("correction.head", { day, by: by.name, entry, of })}</p>
      <p>{text}</p>
      {sheets.map(({ station, status, cells }) => (
        <p key={station}>
          {say("search.station", { code: station })}:{" "}
          {wording.list([
            ...(status === null ? [] : [say("correction.change", { what: say("place.state"), ...status })]),
            ...cells.map(([cell, from, to]) =>
              say("correction.change", {
                what: cellTitle(context, cell),
                from: cellText(wording, from),
                to: cellText(wording, to),
              }),
            ),
          ])}
        </p>
      ))}
      <p class="quiet">
        {say("correction.editions", { count: editions.length, numbers })}{" "}
        {correctedIn === null ? (
          say("correction.notYet")
        ) : (
          <a href={links.at(correctedIn).front()}>{say("correction.in", { number: correctedIn })}</a>
        )}
      </p>
    </>
  );
}
