import type { ComponentChild } from "preact";
import { useState } from "preact/hooks";
import { Axes, ChartFigure, LineMark, MarkLabel, ROOM, plotFrame, spreadLabels, stairs } from "../chart/index.js";
import type { ChartTable, Point, Reading } from "../chart/index.js";
import { chartSource, chartWords, countCell, courseAxis, percentAxis, textCell } from "./chart-words.js";
import type { CountCourse } from "./count-course.js";
import type { LeadCourse, LeadPoint } from "./course-lead.js";
import { labelOf } from "./headline.js";
import { periodsOf, seenIn, within } from "./lead-period.js";
import type { Period } from "./lead-period.js";
import { optionClass } from "./option-colour.js";
import type { PageContext } from "./page-kind.js";
import { PeriodChoice } from "./period-choice.js";
import type { ShareFigures } from "./wording.js";

/** Lines that a reader can tell apart; the table holds all options. */
const MOST_LINES = 6;

/** Pixels that the name of an option and its share may need. */
const LABEL_WIDTH = 170;

interface ShareChartProps {
  readonly context: PageContext;
  readonly course: CountCourse;
  readonly lead: LeadCourse;
}

/** The shares of the options while the count goes on. */
export function ShareChart({ context, course, lead }: ShareChartProps): ComponentChild {
  const { wording, home } = context;
  const periods = periodsOf(lead);
  const [chosen, choose] = useState<Period["id"] | null>(null);
  const period = periods.find(({ id }) => id === chosen) ?? periods[0];
  const [first, last] = [lead.points[0], lead.points.at(-1)];
  if (period === undefined || first === undefined || last === undefined) return null;
  const shown = linesOf(course, last);
  const seen = seenIn(lead, period);
  const inside = within(seen.points, period);
  const visible = seen.points.filter(({ at }) => at >= period.from && at <= period.to);
  return (
    <ChartFigure
      name="share"
      title={wording.say("share.title")}
      subtitle={[
        wording.say("share.says", {
          name: labelOf(wording, home.words, lead.option),
          from: wording.percent(shareAt(first, lead.option)),
          to: wording.percent(shareAt(last, lead.option)),
        }),
        wording.say("share.subtitle"),
      ].join(" ")}
      foot={[chartSource(context)]}
      words={chartWords(wording)}
      readings={visible.map((point) => readingOf(context, shown, point))}
      table={shareTable(context, course, lead)}
      draw={(width) => drawShares(context, shown, inside, period, width)}
    >
      <PeriodChoice wording={wording} periods={periods} chosen={period.id} choose={choose} />
    </ChartFigure>
  );
}

function drawShares(
  context: PageContext,
  shown: readonly string[],
  inside: readonly LeadPoint[],
  period: Period,
  width: number,
) {
  const { wording, home } = context;
  const values = inside.flatMap((point) => shown.map((id) => percentOf(shareAt(point, id))));
  const x = courseAxis(context, period, width);
  const y = percentAxis(wording, paddedExtent(values));
  const height = width < 480 ? 280 : 360;
  const frame = plotFrame(width, height, x, y, { ...ROOM, top: 26 });
  const ends = inside.at(-1);
  const places = shown.map((id, at) => {
    const isLowest = at > 0 && at === shown.length - 1;
    const near = inside
      .filter((point) => frame.x(point.at) > frame.right - LABEL_WIDTH)
      .map((point) => frame.y(percentOf(shareAt(point, id))));
    // Above its line; the lowest one below, where nothing else is.
    return isLowest ? Math.max(...near) + 18 : Math.min(...near) - 8;
  });
  const labels = spreadLabels(places, 17, [frame.top - 8, frame.bottom - 4]);
  const marks = (
    <>
      <Axes frame={frame} x={x} y={y} />
      {shown.map((id) => (
        <LineMark
          key={id}
          frame={frame}
          class={optionClass(home.words, id)}
          points={stairs(inside.map((point): Point => [point.at, percentOf(shareAt(point, id))]))}
        />
      ))}
      {shown.map((id, at) => (
        <MarkLabel
          key={id}
          frame={frame}
          class={optionClass(home.words, id)}
          x={frame.right}
          y={labels[at] ?? 0}
          anchor="end"
        >
          {labelOf(wording, home.words, id)} {ends === undefined ? "" : wording.percent(shareAt(ends, id), 1)}
        </MarkLabel>
      ))}
    </>
  );
  return { height, frame, marks };
}

/** The options with the most votes at the end. */
function linesOf({ options }: CountCourse, { votes }: LeadPoint): readonly string[] {
  return options.toSorted((a, b) => (votes[b] ?? 0) - (votes[a] ?? 0)).slice(0, MOST_LINES);
}

/** Valid votes are those of all options: every point has them all. */
function shareAt({ votes }: LeadPoint, id: string): ShareFigures {
  return { numerator: votes[id] ?? 0, denominator: Object.values(votes).reduce((sum, each) => sum + each, 0) };
}

function percentOf({ numerator, denominator }: ShareFigures): number {
  return denominator === 0 ? 0 : (100 * numerator) / denominator;
}

function paddedExtent(values: readonly number[]): readonly [number, number] {
  const [least, most] = [Math.min(50, ...values), Math.max(50, ...values)];
  const air = Math.max((most - least) * 0.1, 0.1);
  return [Math.max(least - air, 0), Math.min(most + air, 100)];
}

function readingOf({ wording, home }: PageContext, shown: readonly string[], point: LeadPoint): Reading {
  const list = shown.map((id) => `${labelOf(wording, home.words, id)} ${wording.percent(shareAt(point, id))}`);
  const moment = wording.shortMoment(point.asOf, home.words.timeZone);
  const text = wording.say("share.read", { moment, list: wording.list(list) });
  return { x: point.at, y: percentOf(shareAt(point, shown[0] ?? "")), text };
}

function shareTable({ wording, home }: PageContext, course: CountCourse, lead: LeadCourse): ChartTable {
  const title = (id: string): string => labelOf(wording, home.words, id);
  return {
    columns: [
      { id: "asOf", title: wording.say("timelineColumn.asOf") },
      ...course.options.map((id) => ({ id: `votes.${id}`, title: title(id) })),
      { id: "validVotes", title: wording.say("facts.valid") },
      ...course.options.map((id) => ({ id: `share.${id}`, title: `${title(id)} (%)` })),
    ],
    rows: lead.points.map((point) => {
      const { denominator } = shareAt(point, "");
      return [
        textCell(point.asOf, wording.shortMoment(point.asOf, home.words.timeZone)),
        ...course.options.map((id) => countCell(wording, point.votes[id] ?? 0)),
        countCell(wording, denominator),
        ...course.options.map((id) =>
          textCell(`${point.votes[id] ?? 0}/${denominator}`, wording.points(shareAt(point, id))),
        ),
      ];
    }),
  };
}
