import { roundTicks, timeTicks } from "../chart/index.js";
import type { Axis, ChartTable, ChartWords } from "../chart/index.js";
import type { Period } from "./lead-period.js";
import type { PageContext } from "./page-kind.js";
import type { Wording } from "./wording.js";
import { offsetIn } from "./zone-clock.js";

/** What every chart of the site says of itself. */
export function chartWords({ say }: Wording): ChartWords {
  return {
    data: say("chart.data"),
    downloadSvg: say("chart.svg"),
    downloadCsv: say("chart.csv"),
    hint: say("chart.hint"),
    position: (at, all) => say("chart.position", { at, all }),
  };
}

/** A cell that files hold as it is and pages show as they write numbers. */
export function countCell(wording: Wording, value: number | null): ChartTable["rows"][number][number] {
  return { value, text: value === null ? "–" : wording.number(value) };
}

/** A cell of a text. */
export function textCell(value: string, text = value): ChartTable["rows"][number][number] {
  return { value, text };
}

/** The last line under every chart: the edition it is of, the contest, and who published the figures. */
export function chartSource({ wording, home, edition }: PageContext): string {
  return wording.say("chart.source", {
    election: wording.pick(home.words.name),
    number: edition.number,
    moment: wording.moment(edition.asOf, home.words.timeZone),
    authority: home.words.authority.name,
  });
}

const DAY = 86_400_000;
/** Pixels that a label of a moment needs. */
const LABEL_WIDTH = 92;

/** The axis along which a period looks at a count: time, or the sheets that were counted. */
export function courseAxis(context: PageContext, { id, from, to }: Period, width: number): Axis {
  if (id !== "counted") return timeAxis(context, [from, to], width);
  const axis = percentAxis(context.wording, [from, to], width < 480 ? 5 : 9);
  const last = axis.ticks.length - 1;
  const label = (text: string): string => context.wording.say("chart.counted", { share: text });
  return {
    extent: axis.extent,
    ticks: axis.ticks.map((tick, at) => (at === last ? { ...tick, label: label(tick.label) } : tick)),
  };
}

/** An axis of time in the zone of the election: days where there are days, hours with the day at midnight. */
export function timeAxis({ wording, home }: PageContext, extent: Axis["extent"], width: number): Axis {
  const zone = home.words.timeZone;
  const offsetAt = offsetIn(zone);
  const ticks = timeTicks(extent, Math.max(Math.floor(width / LABEL_WIDTH), 2), offsetAt);
  const step = (ticks[1] ?? 0) - (ticks[0] ?? 0);
  return {
    extent,
    ticks: ticks.map((at) => ({
      at,
      label:
        step >= DAY || (at + offsetAt(at)) % DAY === 0
          ? wording.dayMonth(new Date(at).toISOString(), zone)
          : wording.clock(new Date(at).toISOString(), zone),
    })),
  };
}

/** An axis of counts; the tick furthest up says what is counted. */
export function countAxis(
  { number }: Wording,
  extent: Axis["extent"],
  unit: (text: string) => string,
  leastStep = 1,
): Axis {
  const ticks = roundTicks(extent, 6, leastStep);
  return {
    extent,
    ticks: ticks.map((at) => {
      const text = number(Math.abs(at));
      return { at, label: at === ticks.at(-1) ? unit(text) : text };
    }),
  };
}

/** An axis of percent; the tick furthest up says so. */
export function percentAxis(wording: Wording, extent: Axis["extent"], most = 6): Axis {
  const ticks = roundTicks(extent, most, 0.1);
  const decimals = ticks.some((at) => !Number.isInteger(at)) ? 1 : 0;
  return {
    extent,
    strong: 50,
    ticks: ticks.map((at) => {
      const share = { numerator: Math.round(at * 10), denominator: 1000 };
      return { at, label: at === ticks.at(-1) ? wording.percent(share, decimals) : wording.points(share, decimals) };
    }),
  };
}
