import type { ComponentChild } from "preact";
import { DisputeTable } from "./dispute-table.js";
import type { PageContext } from "./page-kind.js";
import type { DisputesFile } from "./published-forms.js";
import { bodyText } from "./station-text.js";

type Calendar = NonNullable<DisputesFile["calendar"]>;

/** What falls due under the law of the record, and what stands before the certified result. */
export function DisputeCalendar({
  context,
  disputes,
}: {
  readonly context: PageContext;
  readonly disputes: DisputesFile;
}): ComponentChild {
  const { wording, home } = context;
  const { say } = wording;
  const { calendar, bodies } = disputes;
  if (calendar === null)
    return (
      <>
        <h2>{say("disputes.calendar")}</h2>
        <p>{say("disputes.calendarNone")}</p>
      </>
    );
  const { path, end, deadlines, deadlinesInAll } = calendar;
  const zone = home.words.timeZone;
  return (
    <>
      <h2>{say("disputes.calendar")}</h2>
      <p class="quiet">{say("disputes.calendarNow", { moment: wording.moment(calendar.now, zone) })}</p>
      {end !== null && <p>{endText(context, end)}</p>}
      <DisputeTable
        caption={say("disputes.deadlines")}
        columns={[say("disputes.what"), say("disputes.due"), say("disputes.dueState"), say("disputes.rule")]}
        rows={deadlines.map(({ what, body, rule, due, state, days, count }) => [
          `${say(`deadline.${what}`)}${body === "" ? "" : ` · ${bodyText(wording, bodies, body)}`}${count > 1 ? ` × ${wording.number(count)}` : ""}`,
          wording.shortMoment(due, zone),
          say(`deadlineState.${state}`, { days }),
          rule,
        ])}
      />
      {deadlinesInAll > deadlines.length && (
        <p class="quiet">{say("disputes.deadlinesMore", { count: deadlinesInAll - deadlines.length })}</p>
      )}
      {path !== null && <PathTable context={context} path={path} />}
    </>
  );
}

function PathTable({
  context,
  path,
}: {
  readonly context: PageContext;
  readonly path: NonNullable<Calendar["path"]>;
}): ComponentChild {
  const { say, number } = context.wording;
  return (
    <DisputeTable
      caption={say("disputes.path")}
      columns={[say("disputes.step"), say("disputes.dueState"), say("disputes.count")]}
      rows={path.map(({ step, state, count }) => [say(`step.${step}`), say(`stepState.${state}`), number(count)])}
    />
  );
}

function endText({ wording }: PageContext, { date, daysLeft }: NonNullable<Calendar["end"]>): string {
  const day = wording.day(date);
  if (daysLeft < 0) return wording.say("disputes.endPassed", { date: day });
  return wording.say("disputes.end", { days: daysLeft, date: day });
}
