import type { ComponentChild } from "preact";
import { Axes, ChartFigure, MarkLabel, ROOM, SpanStrips, plotFrame } from "../chart/index.js";
import { chartWords } from "./chart-words.js";
import { wordsIn } from "./history-file.js";
import type { HistoryFile } from "./history-file.js";
import { extentOf, officesTable, placedSpans, readingsIn, stripsIn, yearAxis } from "./office-strips.js";
import type { PlacedSpan } from "./office-strips.js";
import type { PageContext } from "./page-kind.js";

/** Height of the line of an office, in pixels. */
const LINE = 62;

/** Who held which office when: a strip for each office, all over the same time. */
export function OfficesChart(props: { readonly context: PageContext; readonly history: HistoryFile }): ComponentChild {
  const { context, history } = props;
  const { wording } = context;
  const placed = placedSpans(history);
  return (
    <ChartFigure
      name="offices"
      title={wording.say("offices.chart")}
      subtitle={wording.say("offices.key")}
      foot={[wording.say("offices.source", { name: wording.pick(history.name) })]}
      words={chartWords(wording)}
      readings={readingsIn(context, placed)}
      table={officesTable(context, placed)}
      draw={(width) => drawOffices(context, history, placed, width)}
    />
  );
}

function drawOffices(context: PageContext, { offices }: HistoryFile, placed: readonly PlacedSpan[], width: number) {
  const { wording } = context;
  const x = yearAxis(context, extentOf(placed), width);
  const height = ROOM.top + offices.length * LINE + ROOM.bottom;
  // The first office stands on top.
  const y = { extent: [offices.length, 0] as const, ticks: [] };
  const frame = plotFrame(width, height, x, y, { ...ROOM, top: 4 });
  const marks = (
    <>
      <Axes frame={frame} x={x} y={y} />
      <SpanStrips frame={frame} spans={stripsIn(wording, placed)} />
      {offices.map((office, line) => (
        <MarkLabel key={office.office} frame={frame} class="office" x={frame.left} y={frame.y(line + 0.32)}>
          {wordsIn(wording, office)}
        </MarkLabel>
      ))}
    </>
  );
  return { height, frame, marks };
}
