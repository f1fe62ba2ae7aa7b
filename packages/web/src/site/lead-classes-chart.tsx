import type { ComponentChild } from "preact";
import { Axes, BarsMark, ChartFigure, MarkLabel, ROOM, plotFrame, roundTicks } from "../chart/index.js";
import type { Axis, ChartTable, Reading } from "../chart/index.js";
import { chartSource, chartWords, countAxis, countCell } from "./chart-words.js";
import { labelOf } from "./headline.js";
import { optionClass } from "./option-colour.js";
import type { PageContext } from "./page-kind.js";
import type { SpreadFile } from "./station-spread.js";
import type { Wording } from "./wording.js";

/** A class of votes: from `at` times the width of classes, that many sheets, and the sum of their votes. */
type ClassRow = SpreadFile["leads"]["rows"][number];

interface ClassesChartProps {
  readonly context: PageContext;
  readonly spread: SpreadFile;
}

/** By how many votes the stations were won. */
export function LeadsChart({ context, spread }: ClassesChartProps): ComponentChild {
  const { wording, home } = context;
  const { rows, ahead } = spread.leads;
  const names = namesOf(context, spread);
  const width = spread.leadClass;
  const says = { ...names, won: ahead.option, lost: ahead.rival, tied: ahead.neither };
  if (rows.length === 0) return null;
  return (
    <ClassesFigure
      context={context}
      spread={spread}
      name="leads"
      title={wording.say("leads.title")}
      subtitle={`${wording.say("leads.says", says)} ${wording.say("leads.subtitle", { ...names, width })}`}
      foot={[]}
      rows={rows}
      sides={{ above: optionClass(home.words, spread.option), below: optionClass(home.words, spread.rival) }}
    />
  );
}

/** What changed on sheets with a later version; nothing where there is none. */
export function ChangesChart({ context, spread }: ClassesChartProps): ComponentChild {
  const { wording, home } = context;
  const { changes, leadClass: width } = spread;
  if (changes === null || changes.rows.length === 0) return null;
  const { rows, same, lacking } = changes;
  const names = namesOf(context, spread);
  const changed = rows.reduce((sum, [, sheets]) => sum + sheets, 0);
  const sum = wording.signed(rows.reduce((total, [, , each]) => total + each, 0));
  return (
    <ClassesFigure
      context={context}
      spread={spread}
      name="changes"
      title={wording.say("changes.title")}
      subtitle={`${wording.say("changes.says", { ...names, same, changed, sum })} ${wording.say("changes.subtitle", { ...names, width })}`}
      foot={lacking === 0 ? [] : [wording.say("changes.lacking", { count: lacking })]}
      rows={rows}
      sides={{ above: optionClass(home.words, spread.option), below: optionClass(home.words, spread.rival) }}
    />
  );
}

function namesOf(
  { wording, home }: PageContext,
  { option, rival }: SpreadFile,
): { readonly name: string; readonly rival: string } {
  return { name: labelOf(wording, home.words, option), rival: labelOf(wording, home.words, rival) };
}

function ClassesFigure(
  props: ClassesChartProps & {
    readonly name: string;
    readonly title: string;
    readonly subtitle: string;
    readonly foot: readonly string[];
    readonly rows: readonly ClassRow[];
    readonly sides: { readonly above: string; readonly below: string };
  },
): ComponentChild {
  const { context, spread, name, title, subtitle, foot, rows, sides } = props;
  const { wording } = context;
  const step = spread.leadClass;
  const ends = [0, ...rows.flatMap(([at]) => [at * step, (at + 1) * step])];
  const most = Math.max(...rows.map(([, sheets]) => sheets));
  const names = namesOf(context, spread);
  return (
    <ChartFigure
      name={name}
      title={title}
      subtitle={subtitle}
      foot={[...foot, chartSource(context)]}
      words={chartWords(wording)}
      readings={rows.map((row) => readingOf(wording, row, step))}
      table={classesTable(wording, rows, step)}
      draw={(width) => {
        const x = leadAxis(wording, [Math.min(...ends), Math.max(...ends)], width);
        const y = countAxis(wording, [0, most * 1.08], (count) => wording.say("chart.sheets", { count }));
        const height = width < 480 ? 260 : 320;
        const frame = plotFrame(width, height, x, y, { ...ROOM, top: 44 });
        const bars = rows.map(([at, sheets]) => ({
          from: at * step,
          to: (at + 1) * step,
          value: sheets,
          class: at < 0 ? sides.below : sides.above,
        }));
        const marks = (
          <>
            <BarsMark frame={frame} bars={bars} level={0} />
            <Axes frame={frame} x={x} y={y} />
            <MarkLabel frame={frame} class={sides.below} x={frame.x(0) - 8} y={16} anchor="end">
              {`← ${names.rival}`}
            </MarkLabel>
            <MarkLabel frame={frame} class={sides.above} x={frame.x(0) + 8} y={16}>
              {`${names.name} →`}
            </MarkLabel>
          </>
        );
        return { height, frame, marks };
      }}
    />
  );
}

/** Votes on both sides of nobody ahead, without signs: the side says whose they are. */
function leadAxis({ number }: Wording, extent: Axis["extent"], width: number): Axis {
  const ticks = roundTicks(extent, width < 480 ? 6 : 12, 1);
  return { extent, strong: 0, ticks: ticks.map((at) => ({ at, label: number(Math.abs(at)) })) };
}

function readingOf(wording: Wording, [at, sheets]: ClassRow, step: number): Reading {
  const [from, to] = edgesOf(at, step);
  return {
    x: (at + 0.5) * step,
    y: sheets,
    text: wording.say("leads.read", { from: wording.signed(from), to: wording.signed(to), sheets }),
  };
}

/** The least and the greatest whole number of a class. */
function edgesOf(at: number, step: number): readonly [number, number] {
  return [at * step, (at + 1) * step - 1];
}

function classesTable(wording: Wording, rows: readonly ClassRow[], step: number): ChartTable {
  const { say } = wording;
  const signed = (value: number) => ({ value, text: wording.signed(value) });
  return {
    columns: [
      { id: "from", title: say("leadsColumn.from") },
      { id: "to", title: say("leadsColumn.to") },
      { id: "sheets", title: say("leadsColumn.sheets") },
      { id: "sum", title: say("leadsColumn.sum") },
    ],
    rows: rows.map(([at, sheets, sum]) => {
      const [from, to] = edgesOf(at, step);
      return [signed(from), signed(to), countCell(wording, sheets), signed(sum)];
    }),
  };
}
