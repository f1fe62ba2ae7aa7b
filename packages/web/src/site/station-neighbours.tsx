import type { ComponentChild } from "preact";
import { labelOf } from "./headline.js";
import type { PageContext } from "./page-kind.js";
import type { PlaceStation, StationRecord } from "./station-record.js";
import type { ShareFigures } from "./wording.js";

/** Options in the table: those with most votes in the place. */
const MOST_SHOWN = 2;

/** The stations of the same polling place, and how this one differs from them. */
export function StationNeighbours({
  context,
  record,
}: {
  readonly context: PageContext;
  readonly record: StationRecord;
}): ComponentChild {
  const { wording, home, links, edition } = context;
  const { neighbours, code } = record;
  if (neighbours.length < 2)
    return (
      <section class="neighbours">
        <h2>{wording.say("station.neighboursTitle")}</h2>
        <p>{wording.say("station.neighboursNone")}</p>
      </section>
    );
  const options = leadingOptions(context, neighbours);
  const says = comparison(context, record, options[0]);
  return (
    <section class="neighbours">
      <h2>{wording.say("station.neighboursTitle")}</h2>
      {says !== "" && <p>{says}</p>}
      <table class="areas sortable">
        <caption>{wording.say("station.neighboursCaption", { number: edition.number })}</caption>
        <thead>
          <tr>
            <th scope="col">{wording.say("station.neighbour")}</th>
            {options.map((id) => (
              <th key={id} scope="col">
                {labelOf(wording, home.words, id)}
              </th>
            ))}
            <th scope="col">{wording.say("station.turnout")}</th>
          </tr>
        </thead>
        <tbody>
          {neighbours.map((each) => (
            <tr key={each.code} class={each.code === code ? "this" : undefined}>
              <th scope="row">
                {each.code === code ? (
                  <b>
                    {each.code} <span class="quiet">{wording.say("station.here")}</span>
                  </b>
                ) : (
                  <a href={links.shell("station.html", { code: each.code })}>{each.code}</a>
                )}
                {each.state !== "counted" && <span class="quiet"> {wording.say(`state.${each.state}`)}</span>}
              </th>
              {options.map((id) => (
                <ShareCell key={id} context={context} share={shareOf(context, each, id)} />
              ))}
              <ShareCell context={context} share={turnoutOf(context, each)} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ShareCell({
  context,
  share,
}: {
  readonly context: PageContext;
  readonly share: ShareFigures | null;
}): ComponentChild {
  const sort = share === null || share.denominator === 0 ? -1 : share.numerator / share.denominator;
  return <td data-sort={sort}>{share === null ? "–" : context.wording.points(share, 1)}</td>;
}

function votesFor({ cells }: PlaceStation, id: string): number | null {
  const value = cells.get(id);
  return typeof value === "number" ? value : null;
}

function leadingOptions({ home }: PageContext, stations: readonly PlaceStation[]): readonly string[] {
  const total = (id: string): number => stations.reduce((sum, each) => sum + (votesFor(each, id) ?? 0), 0);
  return home.contest.options.toSorted((a, b) => total(b) - total(a)).slice(0, MOST_SHOWN);
}

/** Votes of an option over the valid votes of a sheet; null where a box that it needs holds no number. */
function shareOf({ home }: PageContext, station: PlaceStation, id: string): ShareFigures | null {
  const votes = home.contest.options.map((option) => votesFor(station, option));
  const own = votesFor(station, id);
  if (own === null || votes.includes(null)) return null;
  return { numerator: own, denominator: votes.reduce<number>((sum, each) => sum + (each ?? 0), 0) };
}

function turnoutOf({ home }: PageContext, station: PlaceStation): ShareFigures | null {
  const { registeredVoters, cells } = station;
  const parts = [...home.contest.options, "blank", "null", "challenged"].filter((id) => cells.has(id));
  const votes = parts.map((id) => votesFor(station, id));
  if (registeredVoters === null || votes.includes(null)) return null;
  return { numerator: votes.reduce<number>((sum, each) => sum + (each ?? 0), 0), denominator: registeredVoters };
}

/** How this station differs from the others of its place; "" where there is nothing to compare. */
function comparison(context: PageContext, { code, neighbours }: StationRecord, option: string | undefined): string {
  const { wording, home } = context;
  const counted = neighbours.filter(({ state }) => state === "counted");
  const own = counted.find((each) => each.code === code);
  if (own === undefined || option === undefined) return "";
  const mine = shareOf(context, own, option);
  const others = counted.flatMap((each) => {
    const share = each === own ? null : shareOf(context, each, option);
    return share === null || share.denominator === 0 ? [] : [share];
  });
  if (mine === null || mine.denominator === 0 || others.length === 0) return "";
  const inOrder = others.toSorted((a, b) => a.numerator * b.denominator - b.numerator * a.denominator);
  const [least = mine, most = mine] = [inOrder[0], inOrder.at(-1)];
  const together = {
    numerator: others.reduce((sum, { numerator }) => sum + numerator, 0),
    denominator: others.reduce((sum, { denominator }) => sum + denominator, 0),
  };
  const isOutside = isLess(mine, least) || isLess(most, mine);
  const says = wording.say("station.compare", {
    name: labelOf(wording, home.words, option),
    share: wording.percent(mine, 1),
    count: others.length,
    least: wording.percent(least, 1),
    most: wording.percent(most, 1),
    together: wording.percent(together, 1),
  });
  return isOutside ? `${says} ${wording.say("station.compareOutside")}` : says;
}

function isLess(a: ShareFigures, b: ShareFigures): boolean {
  return a.numerator * b.denominator < b.numerator * a.denominator;
}
