import type { LeadCourse } from "./course-lead.js";
import { headlineName } from "./headline.js";
import type { PageContext } from "./page-kind.js";

/** Who went ahead last and between which two moments; or who was ahead all the time. */
export function timelineHeadline(
  { wording, home }: PageContext,
  { option, rival, points, changes }: LeadCourse,
): string {
  const last = changes.at(-1);
  const name = (lead: number): string => headlineName(wording, home.words, lead > 0 ? option : rival);
  const moment = (asOf: string): string => wording.shortMoment(asOf, home.words.timeZone);
  const first = points.find(({ lead }) => lead !== 0);
  if (first === undefined) return wording.say("timeline.neverAhead");
  if (last === undefined) return wording.say("timeline.always", { name: name(first.lead), moment: moment(first.asOf) });
  const who = { count: changes.length, name: name(last.after.lead), other: name(last.before.lead) };
  const zone = home.words.timeZone;
  const [day, dayAfter] = [last.before, last.after].map(({ asOf }) => wording.dayMonth(asOf, zone));
  const nearby = last.after.at - last.before.at < 86_400_000;
  if (day !== undefined && day === dayAfter && nearby)
    return wording.say("timeline.changedOneDay", {
      ...who,
      day,
      before: wording.clock(last.before.asOf, zone),
      after: wording.clock(last.after.asOf, zone),
    });
  return wording.say("timeline.changed", {
    ...who,
    before: moment(last.before.asOf),
    after: moment(last.after.asOf),
  });
}
