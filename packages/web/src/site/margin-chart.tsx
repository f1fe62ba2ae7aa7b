import type { ComponentChild } from "preact";
import { useState } from "preact/hooks";
import {
  Axes,
  BandMark,
  BandRules,
  ChartFigure,
  DotsMark,
  LineMark,
  MarkLabel,
  ROOM,
  SideAreas,
  StripMark,
  plotFrame,
  stairs,
} from "../chart/index.js";
import type { BandPoint, ChartTable, PlotFrame, Point, Reading } from "../chart/index.js";
import { chartSource, chartWords, countAxis, countCell, courseAxis, textCell } from "./chart-words.js";
import type { CountCourse } from "./count-course.js";
import type { LeadCourse, LeadPoint } from "./course-lead.js";
import { stripsOf } from "./course-strips.js";
import type { CourseStrip } from "./course-strips.js";
import { headlineName, labelOf } from "./headline.js";
import { leadExtent, periodsOf, seenIn, within } from "./lead-period.js";
import type { Period } from "./lead-period.js";
import { optionClass } from "./option-colour.js";
import type { PageContext } from "./page-kind.js";
import { PeriodChoice } from "./period-choice.js";

/** A projection of the lead at a moment, in votes of the option over its rival: nine in ten, one in two, expected. */
export interface LeadBand {
  readonly asOf: string;
  readonly low90: number;
  readonly low50: number;
  readonly expected: number;
  readonly high50: number;
  readonly high90: number;
}

/** What the chart of the margin is drawn from. */
interface MarginChartProps {
  readonly context: PageContext;
  readonly course: CountCourse;
  readonly lead: LeadCourse;
  /** Drawn behind the line where somebody has projected the end. */
  readonly bands: readonly LeadBand[];
}

const STRIP_HEIGHT = 26;
/** Pixels that the name of who went ahead may need. */
const LABEL_WIDTH = 190;

/** The margin over time: above the line one leads, below it the other; bulletins as a stair, the editions of this record as rings. */
export function MarginChart(props: MarginChartProps): ComponentChild {
  const { context, course, lead, bands } = props;
  const { wording, home } = context;
  const periods = periodsOf(lead);
  const [chosen, choose] = useState<Period["id"] | null>(null);
  const period = periods.find(({ id }) => id === chosen) ?? periods[0];
  if (period === undefined || lead.points.length === 0) return null;
  const seen = seenIn(lead, period);
  const shown = seen.points.filter(({ at }) => at >= period.from && at <= period.to);
  const strips = period.id === "counted" ? [] : stripsOf(context, course.acts, period);
  const names = { name: labelOf(wording, home.words, lead.option), rival: labelOf(wording, home.words, lead.rival) };
  return (
    <ChartFigure
      name="margin"
      title={wording.say("timeline.chartTitle", names)}
      subtitle={[
        wording.say("timeline.chartSubtitle", names),
        ...(course.bulletins.length > 0 ? [wording.say("timeline.chartBulletins")] : []),
        ...(bands.length > 0 ? [wording.say("timeline.chartBands")] : []),
      ].join(" ")}
      foot={[chartSource(context), ...course.series.map(({ title, credit }) => seriesText(context, title, credit))]}
      words={chartWords(wording)}
      readings={shown.map((point) => readingOf(context, course, lead, point))}
      table={marginTable(context, course, lead)}
      draw={(width) =>
        drawMargin({ ...props, lead: seen, bands: period.id === "counted" ? [] : bands, period, strips, width })
      }
    >
      <PeriodChoice wording={wording} periods={periods} chosen={period.id} choose={choose} />
    </ChartFigure>
  );
}

function seriesText({ wording }: PageContext, title: CountCourse["series"][number]["title"], credit: string): string {
  return wording.say("timeline.series", { title: wording.pick(title), credit });
}

interface DrawRequest extends MarginChartProps {
  readonly period: Period;
  readonly strips: readonly CourseStrip[];
  readonly width: number;
}

function drawMargin(request: DrawRequest): {
  readonly height: number;
  readonly frame: PlotFrame;
  readonly marks: ComponentChild;
} {
  const { context, lead, bands, period, strips, width } = request;
  const { wording } = context;
  const inside = within(lead.points, period);
  const shownBands = bands
    .map(({ asOf, ...band }): BandPoint => ({ at: Date.parse(asOf), ...band }))
    .filter(({ at }) => at >= period.from && at <= period.to);
  const extent = leadExtent(
    inside,
    shownBands.flatMap(({ low90, high90 }) => [low90, high90]),
  );
  const x = courseAxis(context, period, width);
  const y = { ...countAxis(wording, extent, (count) => wording.say("chart.votes", { count })), strong: 0 };
  const below = strips.length * STRIP_HEIGHT;
  const height = (width < 480 ? 300 : 400) + below;
  const frame = plotFrame(width, height, x, y, { ...ROOM, bottom: ROOM.bottom + below });
  const marks = (
    <>
      <BandMark frame={frame} bands={shownBands} />
      <LeadMarks request={request} frame={frame} inside={inside} />
      <BandRules frame={frame} bands={shownBands} />
      <Axes frame={frame} x={x} y={y} />
      <ShownEdition request={request} frame={frame} />
      <LeadChanges request={request} frame={frame} />
      <Sides request={request} frame={frame} extent={extent} />
      {strips.map(({ label, ticks }, at) => {
        const line = height - below + at * STRIP_HEIGHT + 22;
        return (
          <g key={label}>
            <MarkLabel frame={frame} x={frame.left} y={line - 4}>
              {label}
            </MarkLabel>
            <StripMark frame={frame} ticks={ticks} y={line} />
          </g>
        );
      })}
    </>
  );
  return { height, frame, marks };
}

function LeadMarks(props: {
  readonly request: DrawRequest;
  readonly frame: PlotFrame;
  readonly inside: readonly LeadPoint[];
}): ComponentChild {
  const { request, frame, inside } = props;
  const { context, lead, period } = request;
  const { home } = context;
  const line = stairs(inside.map(({ at, lead: y }): Point => [at, y]));
  const classes = { above: optionClass(home.words, lead.option), below: optionClass(home.words, lead.rival) };
  const visible = lead.points.filter(({ at }) => at >= period.from && at <= period.to);
  const dotOf = ({ at, lead: y }: LeadPoint, radius: number) => ({ at: [at, y] as const, radius });
  const editions = visible.filter(({ source }) => source.kind === "edition");
  return (
    <>
      <SideAreas frame={frame} points={line} level={0} classes={classes} />
      <LineMark frame={frame} points={line} class="thin" />
      <DotsMark
        frame={frame}
        class="ink"
        dots={visible.filter(({ source }) => source.kind === "bulletin").map((point) => dotOf(point, 2))}
      />
      <DotsMark frame={frame} dots={editions.map((point) => ({ ...dotOf(point, 5), class: "hollow" }))} />
    </>
  );
}

/** The moment to which the site is turned. */
function ShownEdition(props: { readonly request: DrawRequest; readonly frame: PlotFrame }): ComponentChild {
  const { request, frame } = props;
  const { lead, period } = request;
  const { wording, edition } = request.context;
  const point = lead.points.find(({ source }) => source.kind === "edition" && source.number === edition.number);
  if (point === undefined || point.at < period.from || point.at > period.to) return null;
  const x = frame.x(point.at);
  const isLeft = x > (frame.left + frame.right) / 2;
  // Away from the line: its other half of the drawing is free there.
  const y = point.lead > 0 ? frame.bottom - 28 : frame.top + 14;
  return (
    <g>
      <line class="moment-rule" x1={x} x2={x} y1={frame.top} y2={frame.bottom} />
      <MarkLabel frame={frame} x={x + (isLeft ? -6 : 6)} y={y} anchor={isLeft ? "end" : "start"}>
        {wording.say("timeline.shown", { number: edition.number })}
      </MarkLabel>
    </g>
  );
}

/** Each change of the lead, with who went ahead and between which two moments. */
function LeadChanges(props: { readonly request: DrawRequest; readonly frame: PlotFrame }): ComponentChild {
  const { context, lead, period } = props.request;
  const { frame } = props;
  const { wording, home } = context;
  return (
    <g class="lead-changes">
      {lead.changes
        .filter(({ after }) => after.at > period.from && after.at <= period.to)
        .map(({ after }) => {
          const x = frame.x(after.at);
          // Right of the change and across from the line nothing else is drawn, as far as there is room.
          const isLeft = x > frame.right - LABEL_WIDTH;
          const id = after.lead > 0 ? lead.option : lead.rival;
          return (
            <g key={after.at}>
              <line class="moment-rule" x1={x} x2={x} y1={frame.y(0)} y2={frame.y(0) + 34} />
              <MarkLabel
                frame={frame}
                class={optionClass(home.words, id)}
                x={x + (isLeft ? -6 : 6)}
                y={frame.y(0) + 34}
                anchor={isLeft ? "end" : "start"}
              >
                {wording.say("timeline.passes", { name: labelOf(wording, home.words, id) })}
              </MarkLabel>
              <MarkLabel frame={frame} x={x + (isLeft ? -6 : 6)} y={frame.y(0) + 52} anchor={isLeft ? "end" : "start"}>
                {wording.shortMoment(after.asOf, home.words.timeZone)}
              </MarkLabel>
            </g>
          );
        })}
    </g>
  );
}

/** Who is ahead above and below the line, in their own colours, and the last figure at the end of the line. */
function Sides(props: {
  readonly request: DrawRequest;
  readonly frame: PlotFrame;
  readonly extent: readonly [number, number];
}): ComponentChild {
  const { context, lead, period } = props.request;
  const { frame, extent } = props;
  const { wording, home } = context;
  const last = within(lead.points, period).at(-1);
  const side = (id: string, y: number): ComponentChild => (
    <MarkLabel frame={frame} class={optionClass(home.words, id)} x={frame.right} y={y} anchor="end">
      {wording.say("timeline.ahead", { name: labelOf(wording, home.words, id) })}
    </MarkLabel>
  );
  return (
    <g>
      {extent[1] > 0 && side(lead.option, frame.top - 8)}
      {extent[0] < 0 && side(lead.rival, frame.bottom - 8)}
      {last !== undefined && (
        <MarkLabel frame={frame} x={frame.right} y={frame.y(last.lead) + (last.lead > 0 ? -8 : 18)} anchor="end">
          {wording.number(Math.abs(last.lead))}
        </MarkLabel>
      )}
    </g>
  );
}

function readingOf(context: PageContext, course: CountCourse, lead: LeadCourse, point: LeadPoint): Reading {
  const { wording, home } = context;
  const id = point.lead > 0 ? lead.option : lead.rival;
  const text = [
    `${wording.shortMoment(point.asOf, home.words.timeZone)}:`,
    point.lead === 0
      ? wording.say("timeline.readTied")
      : wording.say("timeline.readLead", { name: headlineName(wording, home.words, id), votes: Math.abs(point.lead) }),
    ...(point.counted === null ? [] : [wording.say("timeline.readCounted", { share: wording.percent(point.counted) })]),
    `${sourceName(context, course, point)}.`,
  ];
  return { x: point.at, y: point.lead, text: text.join(" ") };
}

function sourceName({ wording }: PageContext, { series }: CountCourse, { source }: LeadPoint): string {
  if (source.kind === "edition") return wording.say("timeline.edition", { number: source.number });
  const title = series[source.series]?.title;
  return title === undefined ? wording.say("timeline.bulletin") : wording.pick(title);
}

function marginTable(context: PageContext, course: CountCourse, lead: LeadCourse): ChartTable {
  const { wording, home } = context;
  const { say } = wording;
  const label = (id: string): string => labelOf(wording, home.words, id);
  return {
    columns: [
      { id: "asOf", title: say("timelineColumn.asOf") },
      { id: "source", title: say("timelineColumn.source") },
      { id: "shareCounted", title: say("timelineColumn.counted") },
      ...course.options.map((id) => ({ id: `votes.${id}`, title: label(id) })),
      { id: "lead", title: say("timelineColumn.lead", { name: label(lead.option), rival: label(lead.rival) }) },
    ],
    rows: lead.points.map((point) => [
      textCell(point.asOf, wording.shortMoment(point.asOf, home.words.timeZone)),
      textCell(sourceId(course, point), sourceName(context, course, point)),
      point.counted === null ? textCell("", "–") : textCell(shareText(point.counted), wording.percent(point.counted)),
      ...course.options.map((id) => countCell(wording, point.votes[id] ?? 0)),
      { value: point.lead, text: wording.signed(point.lead) },
    ]),
  };
}

function sourceId({ series }: CountCourse, { source }: LeadPoint): string {
  return source.kind === "edition" ? `edition ${source.number}` : (series[source.series]?.id ?? "");
}

/** An exact share for files: the two counts. */
function shareText({ numerator, denominator }: { readonly numerator: number; readonly denominator: number }): string {
  return `${numerator}/${denominator}`;
}
