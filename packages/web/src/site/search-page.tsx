import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { ComponentChild } from "preact";
import { areaName } from "./area-name.js";
import { levelName } from "./area-trail.js";
import { findNames, findStationCalled } from "./find-place.js";
import type { FoundName, FoundStation } from "./find-place.js";
import type { LoadedPage, PageContext } from "./page-kind.js";
import { PlaceSearch } from "./place-search.js";
import { isPrerenderedLevel } from "./prerendered-areas.js";
import type { PlaceFile } from "./published-forms.js";

/** Station codes are digits, and people leave out the zeros in front. */
const STATION = /^\d{1,12}$/;

/** What a search has found: areas by name, a station by its code. */
export async function loadSearchPage(context: PageContext): Promise<Result<LoadedPage>> {
  const { wording, query, home } = context;
  const text = (query["q"] ?? "").slice(0, 80).trim();
  const station = STATION.test(text) ? await stationNamed(context, text) : succeed(null);
  if (!station.ok) return station;
  const names = text === "" || STATION.test(text) ? succeed([]) : await findNames(context, text);
  if (!names.ok) return names;
  const title = text === "" ? wording.say("search.title") : wording.say("search.found", { text });
  return succeed({
    title: `${title} · ${wording.pick(home.words.name)}`,
    description: title,
    about: null,
    trail: [{ name: wording.pick(home.words.name), href: context.links.front() }],
    content: (
      <section class="search-page">
        <h1>{title}</h1>
        <PlaceSearch context={context} text={text} />
        {text !== "" && <Results context={context} station={station.value} names={names.value} />}
      </section>
    ),
  });
}

async function stationNamed(context: PageContext, text: string): Promise<Result<FoundStation | null>> {
  return await findStationCalled(context, text);
}

function Results(props: {
  readonly context: PageContext;
  readonly station: FoundStation | null;
  readonly names: readonly FoundName[];
}): ComponentChild {
  const { context, station, names } = props;
  const { wording, links, home } = context;
  if (station === null && names.length === 0)
    return <p role="status">{wording.say("search.none", { number: context.edition.number })}</p>;
  return (
    <ul class="results">
      {station !== null && (
        <li>
          <a href={links.shell("station.html", { code: station.code })}>
            {wording.say("search.station", { code: station.code })}
          </a>{" "}
          <span class="quiet">{[station.place.area.name, ...withinNames(station.place)].join(", ")}</span>
        </li>
      )}
      {names.map(({ code, name, level, within }) => (
        <li key={code}>
          <a href={links.area(code, isPrerenderedLevel(home, level))}>{name}</a>{" "}
          <span class="quiet">{[levelName(context, level), ...within].join(" · ")}</span>
        </li>
      ))}
    </ul>
  );
}

function withinNames({ within }: PlaceFile): readonly string[] {
  return within
    .slice(1)
    .map(([, , name]) => areaName(name))
    .toReversed();
}
