import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { ComponentChild } from "preact";
import { wholeOf } from "./area-result.js";
import { courseOf } from "./count-course.js";
import type { CountCourse } from "./count-course.js";
import { leadCourse } from "./course-lead.js";
import type { LeadCourse } from "./course-lead.js";
import { changeSince } from "./edition-change.js";
import type { EditionChange } from "./edition-change.js";
import { EditionScrubber } from "./edition-scrubber.js";
import { headlineName } from "./headline.js";
import { MarginChart } from "./margin-chart.js";
import { MovedTable } from "./moved-table.js";
import type { LoadedPage, PageContext } from "./page-kind.js";
import { endsOfLead, projectedEnds } from "./projected-ends.js";
import type { ProjectedEnds } from "./projected-file.js";
import { ProjectedTable } from "./projected-table.js";
import { timelineHeadline } from "./timeline-headline.js";

/** The count over time: who led when, what moved it, and a rail that turns the whole site back. */
export async function loadTimelinePage(context: PageContext): Promise<Result<LoadedPage>> {
  const { wording, home, edition, before } = context;
  const [course, whole, published] = await Promise.all([
    courseOf(context),
    wholeOf(context, edition),
    projectedEnds(context),
    // What changed since then is asked below; it is on its way with the others.
    before === null ? null : wholeOf(context, before),
  ]);
  if (!course.ok) return course;
  const lead = leadCourse(course.value);
  if (lead === null) return fail({ code: "site.noCourse" });
  if (!whole.ok) return whole;
  if (!published.ok) return published;
  const change = await changeSince(context, whole.value);
  if (!change.ok) return change;
  const headline = timelineHeadline(context, lead);
  return succeed({
    title: `${wording.say("shell.timeline")} · ${wording.pick(home.words.name)}`,
    description: headline,
    trail: [],
    content: (
      <TimelineView
        context={context}
        course={course.value}
        lead={lead}
        change={change.value}
        published={published.value}
        headline={headline}
      />
    ),
  });
}

function TimelineView(props: {
  readonly context: PageContext;
  readonly course: CountCourse;
  readonly lead: LeadCourse;
  readonly change: EditionChange | null;
  readonly published: ProjectedEnds | null;
  readonly headline: string;
}): ComponentChild {
  const { context, course, lead, change, published, headline } = props;
  const { wording } = context;
  const ends = published === null ? [] : endsOfLead(published, lead);
  return (
    <div class="timeline">
      <h1>{headline}</h1>
      <p class="lead">{timelineSentences(context, course, lead).join(" ")}</p>
      {lead.points.length > 1 ? (
        <MarginChart context={context} course={course} lead={lead} bands={ends} />
      ) : (
        <p class="quiet">{wording.say("timeline.onePoint")}</p>
      )}
      {published !== null && ends.length > 0 && (
        <ProjectedTable context={context} lead={lead} published={published} ends={ends} />
      )}
      <EditionScrubber context={context} editions={course.editions} lead={lead} />
      {change !== null && <MovedTable context={context} course={course} change={change} />}
      <p class="quiet">
        <a href={context.links.shell("charts.html")}>{wording.say("timeline.toCharts")}</a>
      </p>
    </div>
  );
}

function timelineSentences(
  { wording, home }: PageContext,
  course: CountCourse,
  { option, rival, points, undated }: LeadCourse,
): readonly string[] {
  const says: string[] = [];
  const largest = points.reduce(
    (most, point) => (Math.abs(point.lead) > Math.abs(most?.lead ?? 0) ? point : most),
    points[0],
  );
  const newest = points.at(-1);
  const name = (lead: number): string => headlineName(wording, home.words, lead > 0 ? option : rival);
  if (largest !== undefined && newest !== undefined && largest !== newest && largest.lead !== 0)
    says.push(
      wording.say("timeline.largest", {
        name: name(largest.lead),
        votes: Math.abs(largest.lead),
        moment: wording.shortMoment(largest.asOf, home.words.timeZone),
        last: Math.abs(newest.lead),
        lastName: name(newest.lead),
        lastMoment: wording.shortMoment(newest.asOf, home.words.timeZone),
      }),
    );
  says.push(wording.say("timeline.made", { editions: course.editions.length, bulletins: course.bulletins.length }));
  const partial = course.series.reduce((sum, { leftOut }) => sum + leftOut.partial, 0);
  const bad = course.series.reduce(
    (sum, { leftOut: { undated: a, torn, incomplete } }) => sum + a + torn + incomplete,
    0,
  );
  if (partial > 0) says.push(wording.say("timeline.partial", { count: partial }));
  if (bad + undated > 0) says.push(wording.say("timeline.leftOut", { count: bad + undated }));
  return says;
}
