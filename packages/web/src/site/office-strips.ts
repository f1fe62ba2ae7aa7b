import type { Axis, ChartTable, Reading, SpanBar } from "../chart/index.js";
import { textCell, timeAxis } from "./chart-words.js";
import { wordsIn } from "./history-file.js";
import type { HistoryFile, WrittenOffice, WrittenSpan } from "./history-file.js";
import type { PageContext } from "./page-kind.js";
import type { Wording } from "./wording.js";

/** A time in an office, where it stands in the picture: its line, and its number among the times of its office. */
export interface PlacedSpan {
  readonly office: WrittenOffice;
  readonly span: WrittenSpan;
  readonly line: number;
  readonly number: number;
  /** Milliseconds since 1970. What lasts ends with the picture. */
  readonly from: number;
  readonly to: number;
}

/** Parts of a line: the name of the office stands in the upper half, what is disputed hangs below what is held. */
const [TOP, BOTTOM, BELOW] = [0.42, 0.84, 0.98] as const;
const YEAR = 365.25 * 86_400_000;

/** All times of all offices, a line for each office. */
export function placedSpans({ offices, on }: HistoryFile): readonly PlacedSpan[] {
  const begins = offices.flatMap(({ spans }) => spans.map((span) => Date.parse(span.begins)));
  const ends = offices.flatMap(({ spans }) =>
    spans.flatMap(({ ends: end }) => (end === null ? [] : [Date.parse(end)])),
  );
  const last = Math.max(...begins, ...ends, ...(on === null ? [] : [Date.parse(on)]));
  return offices.flatMap((office, line) =>
    office.spans.map((span, at) => ({
      office,
      span,
      line,
      number: at + 1,
      from: Date.parse(span.begins),
      to: span.ends === null ? last : Date.parse(span.ends),
    })),
  );
}

/** First and last moment of the picture. */
export function extentOf(placed: readonly PlacedSpan[]): Axis["extent"] {
  return [Math.min(...placed.map(({ from }) => from)), Math.max(...placed.map(({ to }) => to))];
}

/** Whether a time is drawn below the others: somebody claimed the office while another held it. */
const isBelow = ({ span }: PlacedSpan): boolean => span.kind === "disputed" || span.kind === "suspended";

/** The strips of the picture: holders in two tones by turns, grey where nobody held the office, hatched what is disputed. */
export function stripsIn(wording: Wording, placed: readonly PlacedSpan[]): readonly SpanBar[] {
  let turn = 0;
  return placed.map((each) => {
    const { span, line, number, from, to } = each;
    if (span.kind === "held") turn++;
    const [top, bottom] = isBelow(each) ? [BOTTOM + 0.01, BELOW] : [TOP, BOTTOM];
    const names = span.kind === "held" ? [`${number} ${span.holder}`] : [];
    const words = span.kind === "vacant" || span.kind === "untold" ? [wording.say(`officeSpan.${span.kind}`)] : [];
    return {
      from,
      to,
      top: line + top,
      bottom: line + bottom,
      class: span.kind === "held" ? `held${turn % 2}` : span.kind,
      labels: isBelow(each) ? [] : [...names, ...words, String(number)],
    };
  });
}

/** What is read out of the picture, line by line. */
export function readingsIn(context: PageContext, placed: readonly PlacedSpan[]): readonly Reading[] {
  return placed.map((each) => ({
    x: (each.from + each.to) / 2,
    y: each.line + (isBelow(each) ? (BOTTOM + BELOW) / 2 : (TOP + BOTTOM) / 2),
    text: `${wordsIn(context.wording, each.office)}: ${spanSentence(context, each.span)}`,
    across: [each.from, each.to] as const,
  }));
}

/** A time in an office in one line: when, who, how it came and how it ended. */
export function spanSentence(context: PageContext, span: WrittenSpan): string {
  const { wording } = context;
  const { cause, ended } = wordsIn(wording, span);
  return wording.say("offices.span", {
    when: spanWhen(context, span),
    kind: span.kind,
    holder: span.holder,
    cause,
    end: ended === "" ? "none" : "some",
    ended,
  });
}

/** From when until when. */
function spanWhen(context: PageContext, { from, to }: WrittenSpan): string {
  const { wording } = context;
  const start = momentText(context, from);
  return to === null
    ? wording.say("offices.since", { from: start })
    : wording.say("offices.fromTo", { from: start, to: momentText(context, to) });
}

/** A moment as its source writes it: a day, an instant, or two days between which it was. */
export function momentText({ wording, home }: PageContext, written: string): string {
  const [first = "", last] = written.split("/");
  const day = (text: string): string =>
    /^\d{4}-\d{2}-\d{2}$/.test(text) ? wording.day(text) : wording.moment(text, home.words.timeZone);
  return last === undefined ? day(first) : wording.say("offices.between", { first: day(first), last: day(last) });
}

/** Years where there are several, days where there are not. */
export function yearAxis(context: PageContext, extent: Axis["extent"], width: number): Axis {
  const [from, to] = extent;
  if (to - from < 3 * YEAR) return timeAxis(context, extent, width);
  const [first, last] = [new Date(from).getUTCFullYear() + 1, new Date(to).getUTCFullYear()];
  const step = Math.max(Math.ceil((last - first + 1) / Math.max(Math.floor(width / 56), 1)), 1);
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at).filter((year) => year % step === 0);
  return { extent, ticks: years.map((year) => ({ at: Date.UTC(year, 0, 1), label: String(year) })) };
}

/** The table beneath the picture, and its file. */
export function officesTable(context: PageContext, placed: readonly PlacedSpan[]): ChartTable {
  const { wording } = context;
  const columns = ["office", "number", "kind", "holder", "from", "to", "cause", "ended", "sources"] as const;
  return {
    columns: columns.map((id) => ({ id, title: wording.say(`officesColumn.${id}`) })),
    rows: placed.map(({ office, span, number }) => {
      const { cause, ended } = wordsIn(wording, span);
      return [
        textCell(office.office, wordsIn(wording, office)),
        { value: number, text: String(number) },
        textCell(span.kind, wording.say(`officeSpan.${span.kind}`)),
        textCell(span.holder),
        textCell(span.from, momentText(context, span.from)),
        span.to === null ? textCell("", "–") : textCell(span.to, momentText(context, span.to)),
        textCell(cause),
        textCell(ended),
        textCell(span.sources.join("; ")),
      ];
    }),
  };
}
