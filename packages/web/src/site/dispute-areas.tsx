import type { ComponentChild } from "preact";
import { shownName } from "./area-trail.js";
import { DisputeTable } from "./dispute-table.js";
import type { PageContext } from "./page-kind.js";
import { isPrerenderedLevel } from "./prerendered-areas.js";
import type { DisputesFile } from "./published-forms.js";
import { causeText } from "./station-text.js";

const WIDTH = 300;

/** Sheets that are not in the count by reason, and what is open in each area: contested is hatched, what has not come is grey. */
export function DisputeAreas({
  context,
  disputes,
}: {
  readonly context: PageContext;
  readonly disputes: DisputesFile;
}): ComponentChild {
  const { wording } = context;
  const { say, number } = wording;
  return (
    <>
      <h2>{say("disputes.sheets")}</h2>
      {disputes.sheets.length === 0 ? (
        <p>{say("disputes.sheetsNone")}</p>
      ) : (
        <DisputeTable
          caption=""
          columns={[say("disputes.reason"), say("disputes.stations"), say("disputes.voters")]}
          rows={disputes.sheets.map(({ reason, stations, registeredVoters }) => [
            causeText(wording, reason),
            number(stations),
            number(registeredVoters),
          ])}
        />
      )}
      {disputes.areas.rows.length > 0 && <AreaBars context={context} areas={disputes.areas} />}
    </>
  );
}

function AreaBars({
  context,
  areas,
}: {
  readonly context: PageContext;
  readonly areas: DisputesFile["areas"];
}): ComponentChild {
  const { wording, links, edition, home } = context;
  const { say, number } = wording;
  const level = home.words.trees[0]?.levels[0]?.id ?? "";
  const most = Math.max(...areas.rows.map(({ flagged, pending, petitioned }) => flagged + pending + petitioned), 1);
  return (
    <>
      <h2>{say("disputes.areas")}</h2>
      <table class="areas sortable">
        <caption>{say("disputes.areasCaption", { number: edition.number })}</caption>
        <thead>
          <tr>
            {["area", "flagged", "pending", "petitioned"].map((column) => (
              <th key={column} scope="col">
                {say(`disputes.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {areas.rows.map(({ code, name, flagged, pending, petitioned }) => (
            <tr key={code}>
              <th scope="row">
                <a href={links.area(code, isPrerenderedLevel(home, level))}>{shownName(context, name).slice(0, 200)}</a>
                <svg class="bar thin" viewBox={`0 0 ${WIDTH} 6`} preserveAspectRatio="none" aria-hidden="true">
                  <rect class="bar-ground" width={WIDTH} height="6" />
                  <rect class="contested" width={((flagged + petitioned) * WIDTH) / most} height="6" />
                  <rect
                    class="reason pending"
                    x={((flagged + petitioned) * WIDTH) / most}
                    width={(pending * WIDTH) / most}
                    height="6"
                  />
                </svg>
              </th>
              {[flagged, pending, petitioned].map((count, at) => (
                <td key={at} data-sort={count}>
                  {number(count)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {areas.all > areas.rows.length && (
        <p class="quiet">{say("disputes.areasMore", { count: areas.all - areas.rows.length })}</p>
      )}
    </>
  );
}
