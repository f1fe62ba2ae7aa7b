import type { ComponentChild } from "preact";
import { LineMark, SideAreas, plotFrame, stairs } from "../chart/index.js";
import type { Point } from "../chart/index.js";
import type { LeadCourse, LeadPoint } from "./course-lead.js";
import { leadExtent, periodsOf, seenIn } from "./lead-period.js";
import { optionClass } from "./option-colour.js";
import type { PageContext } from "./page-kind.js";
import { timelineHeadline } from "./timeline-headline.js";

const [WIDTH, HEIGHT] = [640, 120];

/** The margin over time, small, without words in the drawing: they stand beside it, at their own size. Nothing where there is one moment only. */
export function SmallMargin(props: { readonly context: PageContext; readonly lead: LeadCourse }): ComponentChild {
  const { context, lead } = props;
  const { wording, home, links } = context;
  const periods = periodsOf(lead);
  // Along the sheets where they are known: a count does most of its way in a few hours, and then takes weeks.
  const period = periods.find(({ id }) => id === "counted") ?? periods.find(({ id }) => id === "all");
  if (period === undefined || lead.points.length < 2) return null;
  const { points } = seenIn(lead, period);
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return null;
  const x = { extent: [period.from, period.to] as const, ticks: [] };
  const y = { extent: leadExtent(points, []), ticks: [] };
  const frame = plotFrame(WIDTH, HEIGHT, x, y, { top: 2, right: 0, bottom: 2, left: 0 });
  const line = stairs(points.map((point): Point => [point.at, point.lead]));
  const classes = { above: optionClass(home.words, lead.option), below: optionClass(home.words, lead.rival) };
  const end = ({ asOf, counted }: LeadPoint): string =>
    period.id === "counted" && counted !== null
      ? wording.say("timeline.countedEnd", { share: wording.percent(counted, 1) })
      : wording.shortMoment(asOf, home.words.timeZone);
  return (
    <section class="small-picture">
      <h2>{wording.say("timeline.front")}</h2>
      <p>{timelineHeadline(context, lead)}.</p>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <SideAreas frame={frame} points={line} level={0} classes={classes} />
        <LineMark frame={frame} points={line} class="thin" />
        <line class="nobody" x1="0" x2={WIDTH} y1={frame.y(0)} y2={frame.y(0)} />
      </svg>
      <p class="label quiet">
        <span>{end(first)}</span>
        <span>{end(last)}</span>
      </p>
      <p>
        <a href={links.shell("timeline.html")}>{wording.say("timeline.frontLink")}</a>
      </p>
    </section>
  );
}
