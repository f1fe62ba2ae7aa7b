import type { ComponentChild } from "preact";
import { Axes, CellsMark, ChartFigure, LineMark, ROOM, plotFrame } from "../chart/index.js";
import type { ChartTable, Point, Reading } from "../chart/index.js";
import { chartSource, chartWords, countCell, percentAxis, textCell } from "./chart-words.js";
import { labelOf } from "./headline.js";
import { optionClass } from "./option-colour.js";
import type { PageContext } from "./page-kind.js";
import { turnoutRows } from "./station-spread.js";
import type { SpreadFile, TurnoutRow } from "./station-spread.js";

/** From how many stations on a square has its tone: each step four times the one before, since squares differ a thousandfold. */
const TONES = [1, 4, 16, 64, 256] as const;

/** Stations below which the share of a class of turnout says nothing of the class. */
const LEAST_STATIONS = 30;

/** Turnout against share, station by station: how many stations lie where. */
export function TurnoutChart(props: { readonly context: PageContext; readonly spread: SpreadFile }): ComponentChild {
  const { context, spread } = props;
  const { wording, home } = context;
  const rows = turnoutRows(spread);
  const name = labelOf(wording, home.words, spread.option);
  const size = 100 / spread.classes;
  const [a, b, c, d, e] = TONES;
  const stations = rows.reduce((sum, row) => sum + row.stations, 0);
  const says = { stations, ...mostOf(context, rows, size) };
  return (
    <ChartFigure
      name="turnout"
      title={wording.say("turnout.title")}
      subtitle={`${wording.say("turnout.says", says)} ${wording.say("turnout.subtitle", { name, least: LEAST_STATIONS })}`}
      foot={[
        wording.say("turnout.key", { a, b, c, d, e }),
        wording.say("turnout.leftOut", spread.leftOut),
        wording.say("turnout.caution"),
        chartSource(context),
      ]}
      words={chartWords(wording)}
      readings={rows.map((row) => readingOf(context, row, name, size))}
      table={turnoutTable(context, rows, spread, size)}
      files={[{ name: "turnout-cells", label: wording.say("turnout.cells"), table: cellTable(rows, size) }]}
      draw={(width) => {
        // Squares stay square until the drawing would be higher than a screen.
        const height = Math.min(width, 560);
        const x = percentAxis(wording, [0, 100], width < 480 ? 6 : 11);
        const y = percentAxis(wording, [0, 100]);
        const across = width < 480 ? x : withAxisName(x, wording.say("turnout.axis"));
        const frame = plotFrame(width, height, across, y, ROOM);
        const cells = rows.flatMap((row) =>
          row.shares.flatMap((count, at) =>
            count === 0 ? [] : [{ x: row.at * size, y: (row.firstShare + at) * size, tone: toneOf(count) }],
          ),
        );
        const line = rows
          .filter((row) => row.stations >= LEAST_STATIONS)
          .map((row): Point => [(row.at + 0.5) * size, percentOf(row.votes, row.validVotes)]);
        const marks = (
          <>
            <CellsMark frame={frame} cells={cells} size={size} />
            <Axes frame={frame} x={{ ...across, strong: -1 }} y={y} />
            <LineMark frame={frame} class="halo" points={line} />
            <LineMark frame={frame} class={`${optionClass(home.words, spread.option)} bold`} points={line} />
          </>
        );
        return { height, frame, marks };
      }}
    />
  );
}

/** The last label of the axis also says what it counts. */
function withAxisName<T extends { readonly ticks: readonly { readonly at: number; readonly label: string }[] }>(
  axis: T,
  name: string,
): T {
  const last = axis.ticks.length - 1;
  return {
    ...axis,
    ticks: axis.ticks.map((tick, at) => (at === last ? { ...tick, label: `${name} ${tick.label}` } : tick)),
  };
}

function toneOf(count: number): number {
  return TONES.filter((least) => count >= least).length;
}

function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}

/** Between which turnouts the middle nine in ten stations lie, in whole classes. */
function mostOf(
  { wording }: PageContext,
  rows: readonly TurnoutRow[],
  size: number,
): { readonly low: string; readonly high: string } {
  const all = rows.reduce((sum, { stations }) => sum + stations, 0);
  const reached = (part: number): TurnoutRow | undefined => {
    let sum = 0;
    return rows.find(({ stations }) => (sum += stations) >= all * part);
  };
  const percent = (value: number): string => wording.percent({ numerator: value, denominator: 100 }, 0);
  return { low: percent((reached(0.05)?.at ?? 0) * size), high: percent(((reached(0.95)?.at ?? 0) + 1) * size) };
}

function readingOf({ wording }: PageContext, row: TurnoutRow, name: string, size: number): Reading {
  const percent = (value: number): string => wording.percent({ numerator: value, denominator: 100 }, 0);
  const text = wording.say("turnout.read", {
    from: percent(row.at * size),
    to: percent((row.at + 1) * size),
    stations: row.stations,
    name,
    share: wording.percent({ numerator: row.votes, denominator: row.validVotes }),
    valid: row.validVotes,
  });
  return { x: (row.at + 0.5) * size, y: percentOf(row.votes, row.validVotes), text };
}

function turnoutTable(
  { wording, home }: PageContext,
  rows: readonly TurnoutRow[],
  spread: SpreadFile,
  size: number,
): ChartTable {
  const { say } = wording;
  const name = labelOf(wording, home.words, spread.option);
  const percent = (value: number) => ({ value, text: wording.percent({ numerator: value, denominator: 100 }, 0) });
  return {
    columns: [
      { id: "turnoutFrom", title: say("turnoutColumn.from") },
      { id: "turnoutTo", title: say("turnoutColumn.to") },
      { id: "stations", title: say("turnoutColumn.stations") },
      { id: "registeredVoters", title: say("turnoutColumn.registered") },
      { id: "ballotsCast", title: say("turnoutColumn.cast") },
      { id: "validVotes", title: say("turnoutColumn.valid") },
      { id: `votes.${spread.option}`, title: name },
      { id: `share.${spread.option}`, title: `${name} (%)` },
    ],
    rows: rows.map((row) => [
      percent(row.at * size),
      percent((row.at + 1) * size),
      countCell(wording, row.stations),
      countCell(wording, row.registeredVoters),
      countCell(wording, row.ballotsCast),
      countCell(wording, row.validVotes),
      countCell(wording, row.votes),
      textCell(`${row.votes}/${row.validVotes}`, wording.points({ numerator: row.votes, denominator: row.validVotes })),
    ]),
  };
}

/** Every square that has stations. */
function cellTable(rows: readonly TurnoutRow[], size: number): ChartTable {
  const cell = (value: number) => ({ value, text: String(value) });
  return {
    columns: ["turnoutFrom", "shareFrom", "stations"].map((id) => ({ id, title: id })),
    rows: rows.flatMap((row) =>
      row.shares.flatMap((count, at) =>
        count === 0 ? [] : [[cell(row.at * size), cell((row.firstShare + at) * size), cell(count)]],
      ),
    ),
  };
}
