import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { ComponentChild } from "preact";
import { trailOf } from "./area-trail.js";
import { figuresOf, policyOf } from "./area-result.js";
import { CiteFigures } from "./cite-figures.js";
import { PolicyLine } from "./policy-line.js";
import { Terms } from "./terms.js";
import { BallotFacts } from "./ballot-facts.js";
import { CELL, cellText, cellTitle } from "./cell-text.js";
import { EditionTime } from "./edition-time.js";
import { countSentences, leadHeadline } from "./headline.js";
import { OptionTable } from "./option-table.js";
import type { LoadedPage, PageContext } from "./page-kind.js";
import type { ListRows } from "./published-data.js";
import type { AreaFigures, PlaceFile } from "./published-forms.js";

/** The page of a polling place: its result and its stations with their figures as written. */
export async function loadPlace(context: PageContext, hash: string): Promise<Result<LoadedPage>> {
  const { wording, home, data } = context;
  const place = await data.place(hash);
  if (!place.ok) return place;
  const figures = figuresOf(place.value, policyOf(context));
  if (!figures.ok) return figures;
  const stations = await data.rows(place.value.stations);
  if (!stations.ok) return stations;
  const { area, within } = place.value;
  const name =
    area.name === "" ? wording.say("area.unnamedPlace", { code: area.code.split("/").at(-1) ?? "" }) : area.name;
  const headline = leadHeadline(wording, home.words, figures.value);
  return succeed({
    title: `${name}: ${headline} · ${wording.pick(home.words.name)}`,
    description: `${name}. ${headline}`,
    trail: trailOf(context, within),
    about: { area: area.code },
    content: (
      <PlaceView context={context} place={place.value} name={name} figures={figures.value} stations={stations.value} />
    ),
  });
}

function PlaceView(props: {
  readonly context: PageContext;
  readonly place: PlaceFile;
  readonly name: string;
  readonly figures: AreaFigures;
  readonly stations: ListRows;
}): ComponentChild {
  const { context, place, name, figures, stations } = props;
  const { wording, home } = context;
  return (
    <div class="front area">
      <section class="story">
        <EditionTime context={context} />
        <h1>
          {name} <span class="level">{wording.say("level.place")}</span>
        </h1>
        {place.address !== "" && <p class="quiet">{place.address}</p>}
        <p class="area-lead">{leadHeadline(wording, home.words, figures)}</p>
        <p class="lead">
          <Terms wording={wording} text={countSentences(wording, figures).join(" ")} />
        </p>
        <PolicyLine context={context} />
        <OptionTable context={context} figures={figures} />
        <BallotFacts context={context} figures={figures} />
        <CiteFigures
          context={context}
          figures={figures}
          where={{ code: place.area.code }}
          place={name}
          policy={policyOf(context)}
          canEmbed={false}
        />
      </section>
      <section class="places">
        <h2>{wording.say("place.stations", { count: figures.stations.total })}</h2>
        {/* Wider than a phone: it scrolls by itself, also with the keyboard. */}
        <div class="scroll" role="region" aria-label={wording.say("place.table")} tabIndex={0}>
          <StationTable context={context} stations={stations} />
        </div>
      </section>
    </div>
  );
}

/** Stations with their figures as written: a cell that is no number says so in a word, never as 0. */
function StationTable({
  context,
  stations,
}: {
  readonly context: PageContext;
  readonly stations: ListRows;
}): ComponentChild {
  const { wording, links, edition } = context;
  const { columns, rows } = stations;
  const cells = columns.filter((name) => name.startsWith(CELL));
  const at = (name: string): number => columns.indexOf(name);
  const title = (cell: string): string => cellTitle(context, cell.slice(CELL.length));
  return (
    <table class="areas sortable">
      <caption>{wording.say("place.caption", { number: edition.number })}</caption>
      <thead>
        <tr>
          <th scope="col">{wording.say("place.station")}</th>
          {cells.map((cell) => (
            <th key={cell} scope="col">
              {title(cell)}
            </th>
          ))}
          <th scope="col">{wording.say("place.state")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const code = String(row[at("station")] ?? "");
          return (
            <tr key={code} id={`station-${code}`}>
              <th scope="row">
                <a href={links.shell("station.html", { code })}>{code}</a>
              </th>
              {cells.map((cell) => {
                const value = row[at(cell)] ?? null;
                return (
                  <td key={cell} data-sort={typeof value === "number" ? value : -1}>
                    {cellText(wording, value)}
                  </td>
                );
              })}
              <td class="state">{wording.say(`state.${String(row[at("state")] ?? "pending")}`)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
