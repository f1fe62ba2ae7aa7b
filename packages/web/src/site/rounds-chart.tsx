import type { ComponentChild } from "preact";
import { useState } from "preact/hooks";
import { Axes, ChartFigure, DotsMark, LineMark, MarkLabel, ROOM, plotFrame } from "../chart/index.js";
import type { ChartTable, Dot, Reading } from "../chart/index.js";
import { chartSource, chartWords, countCell, percentAxis, textCell } from "./chart-words.js";
import type { ContestHome } from "./contest-home.js";
import { labelOf } from "./headline.js";
import { shareIn } from "./matched-areas.js";
import type { MatchedArea, MatchedAreas } from "./matched-areas.js";
import { optionClass } from "./option-colour.js";
import type { PageContext } from "./page-kind.js";
import type { ShareFigures } from "./wording.js";

/** Radius of the largest circle, in pixels. */
const LARGEST = 18;
/** Areas whose names stand in the drawing: those furthest from the diagonal and the largest; the others are read by pointing or in the table. */
const MOST_NAMES = 5;

/** The share of an option in the first round beside that of one in the runoff, area by area: what goes together, not who moved. */
export function RoundsChart(props: { readonly context: PageContext; readonly matched: MatchedAreas }): ComponentChild {
  const { context, matched } = props;
  const { wording, home } = context;
  const { other, areas, missing } = matched;
  const [there, chooseThere] = useState(firstOf(home, areas, "now"));
  const [here, chooseHere] = useState(other.contest.options.includes(there) ? there : firstOf(other, areas, "earlier"));
  const names = {
    here: labelOf(wording, other.words, here),
    there: labelOf(wording, home.words, there),
    first: wording.pick(other.words.name),
    second: wording.pick(home.words.name),
  };
  const placed = areas.map((area) => ({ area, a: shareIn(area.earlier, here), b: shareIn(area.now, there) }));
  return (
    <ChartFigure
      name="rounds"
      title={wording.say("rounds.title")}
      subtitle={`${wording.say(here === there ? "rounds.saysSame" : "rounds.says", names)} ${wording.say("rounds.subtitle", names)}`}
      foot={[
        wording.say("rounds.caution"),
        wording.say("rounds.base", {
          election: names.first,
          counted: areas.reduce((sum, { earlier }) => sum + earlier.counted, 0),
          stations: areas.reduce((sum, { earlier }) => sum + earlier.stations, 0),
        }),
        ...(missing === 0 ? [] : [wording.say("rounds.missing", { count: missing })]),
        chartSource(context),
      ]}
      words={chartWords(wording)}
      readings={placed.map((each) => readingOf(context, each, names))}
      table={roundsTable(context, matched, here, there)}
      draw={(width) => drawRounds(context, placed, optionClass(home.words, there), width)}
    >
      <div class="choices">
        <OptionChoice context={context} home={other} chosen={here} choose={chooseHere} />
        <OptionChoice context={context} home={home} chosen={there} choose={chooseThere} />
      </div>
    </ChartFigure>
  );
}

function OptionChoice(props: {
  readonly context: PageContext;
  readonly home: ContestHome;
  readonly chosen: string;
  readonly choose: (id: string) => void;
}): ComponentChild {
  const { context, home, chosen, choose } = props;
  const { wording } = context;
  return (
    <label class="plain">
      {wording.say("rounds.option", { election: wording.pick(home.words.name) })}{" "}
      <select value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
        {home.contest.options.map((id) => (
          <option key={id} value={id}>
            {labelOf(wording, home.words, id)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The option with the most votes over all areas. */
function firstOf(home: ContestHome, areas: readonly MatchedArea[], side: "now" | "earlier"): string {
  const total = (id: string): number => areas.reduce((sum, area) => sum + shareIn(area[side], id).numerator, 0);
  return home.contest.options.toSorted((a, b) => total(b) - total(a))[0] ?? "";
}

interface PlacedArea {
  readonly area: MatchedArea;
  readonly a: ShareFigures;
  readonly b: ShareFigures;
}

function percentOf({ numerator, denominator }: ShareFigures): number {
  return denominator === 0 ? 0 : (100 * numerator) / denominator;
}

function drawRounds(context: PageContext, placed: readonly PlacedArea[], colour: string, width: number) {
  const { wording } = context;
  const height = Math.min(width, 560);
  const axis = percentAxis(wording, [0, 100], width < 480 ? 6 : 11);
  const frame = plotFrame(width, height, axis, axis, ROOM);
  const most = Math.max(...placed.map(({ area }) => area.now.validVotes), 1);
  const radius = ({ area }: PlacedArea): number => Math.max(LARGEST * Math.sqrt(area.now.validVotes / most), 2.5);
  const dots = placed
    .toSorted((one, two) => two.area.now.validVotes - one.area.now.validVotes)
    .map((each): Dot => ({ at: [percentOf(each.a), percentOf(each.b)], radius: radius(each) }));
  const marks = (
    <>
      <Axes frame={frame} x={{ ...axis, strong: -1 }} y={axis} />
      <LineMark
        frame={frame}
        class="dashed"
        points={[
          [0, 0],
          [100, 100],
        ]}
      />
      <DotsMark frame={frame} class={`${colour} faint`} dots={dots} />
      {namedOf(placed).map((each) => (
        <MarkLabel
          key={each.area.code}
          frame={frame}
          x={frame.x(percentOf(each.a)) + radius(each) + 3}
          y={frame.y(percentOf(each.b)) + 4}
        >
          {each.area.name}
        </MarkLabel>
      ))}
    </>
  );
  return { height, frame, marks };
}

/** The largest area and those furthest from the diagonal. */
function namedOf(placed: readonly PlacedArea[]): readonly PlacedArea[] {
  const away = ({ a, b }: PlacedArea): number => Math.abs(percentOf(b) - percentOf(a));
  const [largest] = placed.toSorted((one, two) => two.area.now.validVotes - one.area.now.validVotes);
  const far = placed.toSorted((one, two) => away(two) - away(one));
  return [...new Set([...(largest === undefined ? [] : [largest]), ...far.slice(0, MOST_NAMES - 1)])];
}

function readingOf(
  { wording }: PageContext,
  { area, a, b }: PlacedArea,
  names: { readonly here: string; readonly there: string },
): Reading {
  const text = wording.say("rounds.read", {
    area: area.name,
    here: names.here,
    a: wording.percent(a, 1),
    there: names.there,
    b: wording.percent(b, 1),
    votes: area.now.validVotes,
  });
  return { x: percentOf(a), y: percentOf(b), text };
}

function roundsTable(
  { wording, home }: PageContext,
  { other, areas }: MatchedAreas,
  here: string,
  there: string,
): ChartTable {
  const sides = [
    { side: "earlier", of: other, option: here },
    { side: "now", of: home, option: there },
  ] as const;
  return {
    columns: [
      { id: "area", title: wording.say("roundsColumn.area") },
      ...sides.flatMap(({ side, of, option }) => [
        { id: `${side}.votes.${option}`, title: labelOf(wording, of.words, option) },
        {
          id: `${side}.validVotes`,
          title: wording.say("roundsColumn.votes", { election: wording.pick(of.words.name) }),
        },
        { id: `${side}.share.${option}`, title: `${labelOf(wording, of.words, option)} (%)` },
      ]),
    ],
    rows: areas.map((area) => [
      textCell(area.name),
      ...sides.flatMap(({ side, option }) => {
        const share = shareIn(area[side], option);
        return [
          countCell(wording, share.numerator),
          countCell(wording, share.denominator),
          textCell(`${share.numerator}/${share.denominator}`, wording.points(share)),
        ];
      }),
    ]),
  };
}
