import type { ComponentChild } from "preact";
import type { PageContext } from "./page-kind.js";
import type { OutlookFile } from "./published-forms.js";
import type { StationEvent, StationRecord } from "./station-record.js";
import { actMoment, bodyText, legalActText, legalStateText } from "./station-text.js";

/** Where the law stands with a sheet, apart from what is written on it, and who may still act, until when. */
export function StationLegal({
  context,
  record,
}: {
  readonly context: PageContext;
  readonly record: StationRecord;
}): ComponentChild {
  const { wording } = context;
  const { standing, events } = record;
  const isReported = standing?.basis === "reported" && standing.state !== null;
  const alone = standing?.state === "ruled" ? "station.legalReportedRuled" : "station.legalReported";
  const reported = events.length > 0 ? "station.legalReportedActs" : alone;
  return (
    <section class="legal">
      <h2>{wording.say("station.legalTitle")}</h2>
      <p class="quiet">{wording.say("station.legalApart")}</p>
      <p class="standing">{standing === null ? wording.say("legalText.none") : legalStateText(wording, standing)}</p>
      {isReported && <p class="quiet">{wording.say(reported)}</p>}
      {standing !== null && standing.case !== "" && standing.before !== "" && (
        <p>
          {wording.say("station.legalBefore", {
            case: standing.case,
            body: bodyText(wording, record.outlook?.bodies ?? [], standing.before),
          })}
        </p>
      )}
      {events.length > 0 && (
        <>
          <h3>{wording.say("station.actsTitle")}</h3>
          <ol class="acts">
            {events.map((event) => (
              <li key={`${event.entry} ${event.by}`}>
                <EventText context={context} event={event} bodies={record.outlook?.bodies ?? []} />
              </li>
            ))}
          </ol>
        </>
      )}
      <h3>{wording.say("station.openTitle")}</h3>
      <Outlook context={context} record={record} />
    </section>
  );
}

function EventText(props: {
  readonly context: PageContext;
  readonly event: StationEvent;
  readonly bodies: OutlookFile["bodies"];
}): ComponentChild {
  const { context, event, bodies } = props;
  const { wording } = context;
  const { kind, by, number, at, state, rule, article } = event;
  const body = bodyText(wording, bodies, event.body);
  return (
    <>
      {wording.say("station.act", {
        what: wording.say(`stationKind.${by}`),
        number,
        body,
        on: at === null ? "none" : actMoment(context, at),
        state: kind === "taken" && state !== null ? legalStateText(wording, event) : "none",
      })}
      {rule !== "" && <span class="quiet"> {wording.say("station.actRule", { rule, article })}</span>}
      {kind === "refused" && <span class="quiet"> {wording.say("station.actRefused")}</span>}
    </>
  );
}

function Outlook({
  context,
  record,
}: {
  readonly context: PageContext;
  readonly record: StationRecord;
}): ComponentChild {
  const { wording } = context;
  const { outlook, standing } = record;
  if (outlook === null || standing === null) return <p>{wording.say("station.openNoLaw")}</p>;
  const isUnknown = standing.basis === "reported" && standing.state === "ruled";
  if (outlook.open.length === 0) return <p>{wording.say(isUnknown ? "station.openUnknown" : "station.openNobody")}</p>;
  const seen = new Set<string>();
  return (
    <ul class="acts">
      {outlook.open.flatMap(({ act, by, rule, article }) => {
        const key = `${act} ${by.es}`;
        if (seen.has(key)) return [];
        seen.add(key);
        return [
          <li key={key}>
            {wording.say("station.open", {
              by: wording.pick(by),
              act: legalActText(wording, act),
              rule,
              article: article === "" ? "none" : article,
            })}
            {act === "appeal" && standing.appeal !== null && ` ${untilText(context, standing.appeal)}`}
          </li>,
        ];
      })}
    </ul>
  );
}

/** Until when: told from the reader's clock, since the file does not change when a day passes. */
function untilText(
  { wording, home }: PageContext,
  { until, rule }: { readonly until: string | null; readonly rule: string },
): string {
  if (until === null) return wording.say("station.untilNotBegun", { rule });
  const isOver = new Date(until).getTime() < Date.now();
  const moment = wording.moment(until, home.words.timeZone);
  return wording.say(isOver ? "station.untilOver" : "station.until", { moment, rule });
}
