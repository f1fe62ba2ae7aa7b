import type { ComponentChild } from "preact";
import { chanceText } from "./chance-text.js";
import type { LeadCourse } from "./course-lead.js";
import { labelOf } from "./headline.js";
import type { PageContext } from "./page-kind.js";
import type { ProjectedEnd } from "./projected-ends.js";
import { PROJECTING_PAGE } from "./projected-file.js";
import type { ProjectedEnds } from "./projected-file.js";

/** What each edition let expect of the end, beside what was counted then: a projection is not a count, and the table says so first. */
export function ProjectedTable(props: {
  readonly context: PageContext;
  readonly lead: LeadCourse;
  readonly published: ProjectedEnds;
  readonly ends: readonly ProjectedEnd[];
}): ComponentChild {
  const { context, lead, published, ends } = props;
  const { wording, home } = context;
  const { say, signed } = wording;
  const names = { name: labelOf(wording, home.words, lead.option), rival: labelOf(wording, home.words, lead.rival) };
  const without = published.editions.length - ends.length;
  return (
    <section class="projected" id="projected">
      <h2>{say("projected.title")}</h2>
      <p>{say("projected.lead", names)}</p>
      <div class="scroll" role="region" aria-label={say("projected.title")} tabIndex={0}>
        <table class="moved-table plain">
          <caption>{say("projected.caption", names)}</caption>
          <thead>
            <tr>
              <th scope="col">{say("projected.edition")}</th>
              <th scope="col">{say("projected.counted")}</th>
              <th scope="col">{say("projected.expected")}</th>
              <th scope="col">{say("projected.half")}</th>
              <th scope="col">{say("projected.ninety")}</th>
              <th scope="col">{say("projected.chance", { name: names.name })}</th>
            </tr>
          </thead>
          <tbody>
            {ends.map(({ number, asOf, expected, low50, high50, low90, high90, chance, isCount }) => (
              <tr key={number}>
                <th scope="row">
                  {say("projected.of", { number, moment: wording.shortMoment(asOf, home.words.timeZone) })}
                </th>
                <td>{countedAt(context, lead, number)}</td>
                <td>{signed(expected)}</td>
                <td>{isCount ? "–" : say("projected.range", { low: signed(low50), high: signed(high50) })}</td>
                <td>{isCount ? "–" : say("projected.range", { low: signed(low90), high: signed(high90) })}</td>
                <td>{isCount ? say("projected.isCount") : chanceText(wording, chance)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="quiet">
        {say(published.previous === null ? "projected.alone" : "projected.made", {
          draws: published.draws,
          seed: String(published.seed),
        })}
        {without > 0 && ` ${say("projected.without", { count: without })}`}{" "}
        <a href={context.links.top(PROJECTING_PAGE)}>{say("projecting.title")}</a>
      </p>
    </section>
  );
}

/** The lead that the edition itself had counted. */
function countedAt({ wording }: PageContext, { points }: LeadCourse, number: number): string {
  const point = points.find(({ source }) => source.kind === "edition" && source.number === number);
  return point === undefined ? "–" : wording.signed(point.lead);
}
