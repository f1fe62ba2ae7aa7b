import { ln } from "../statistics/index.js";
import type { LevelScores } from "./backtest-scores.js";

/** Texts of the picture, in the reader's language. */
export interface PictureWords {
  readonly title: string;
  readonly counted: string;
  readonly points: string;
  readonly projection: string;
  readonly fill: string;
  readonly naive: string;
}

const WIDTH = 720;
const HEIGHT = 420;
const LEFT = 64;
const RIGHT = 150;
const TOP = 48;
const BOTTOM = 48;
/** Least distance of two labels. */
const LABEL = 15;
const TICKS = [0.001, 0.01, 0.1, 1, 10, 100] as const;
const LINES = [
  { key: "projection", colour: "#1d4f91", dash: "" },
  { key: "fill", colour: "#7a5c00", dash: "6 4" },
  { key: "naive", colour: "#8a1c1c", dash: "2 4" },
] as const;

/**
 * The error of projection, area fill and naive reading by counted part, on a logarithmic scale of points: an SVG that depends on the scores
 * alone, so that the same seed gives the same bytes.
 */
export function backtestPicture(scores: readonly LevelScores[], words: PictureWords): string {
  const values = scores
    .flatMap(({ projection, fill, naive }) => [projection.rmse, fill.rmse, naive.rmse])
    .filter((each) => each > 0);
  const low = Math.max(Math.min(...values, 1), 0.0005);
  const high = Math.max(...values, low * 2);
  const x = (at: number): number => LEFT + ((WIDTH - LEFT - RIGHT) * at) / Math.max(scores.length - 1, 1);
  const y = (value: number): number => {
    const part = (ln(Math.max(value, low)) - ln(low)) / (ln(high) - ln(low));
    return HEIGHT - BOTTOM - part * (HEIGHT - TOP - BOTTOM);
  };
  const labels = labelsAt(LINES.map(({ key }) => ({ key, at: y(scores.at(-1)?.[key].rmse ?? low) })));
  const ticks = TICKS.filter((each) => each >= low && each <= high);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" font-family="system-ui, sans-serif" font-size="13">`,
    `<title>${escaped(words.title)}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    `<text x="${LEFT}" y="24" font-size="16" fill="#111111">${escaped(words.title)}</text>`,
    ...ticks.map((each) => tick(y(each), each)),
    ...scores.map(
      ({ level }, at) =>
        `<text x="${fixed(x(at))}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle" fill="#444444">${percent(level)}</text>`,
    ),
    `<text x="${LEFT}" y="${HEIGHT - 8}" fill="#444444">${escaped(words.counted)} · ${escaped(words.points)}</text>`,
    ...LINES.map(({ key, colour, dash }) => {
      const path = scores
        .map((each, at) => `${at === 0 ? "M" : "L"}${fixed(x(at))} ${fixed(y(each[key].rmse))}`)
        .join("");
      return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2.5"${dash === "" ? "" : ` stroke-dasharray="${dash}"`}/><text x="${fixed(x(scores.length - 1) + 8)}" y="${fixed(labels.get(key) ?? 0)}" fill="${colour}">${escaped(words[key])}</text>`;
    }),
    "</svg>",
    "",
  ].join("\n");
}

/** Where each line's label stands: beside its end, and never over another one. */
function labelsAt<Key>(ends: readonly { readonly key: Key; readonly at: number }[]): ReadonlyMap<Key, number> {
  const places = new Map<Key, number>();
  let lowest = HEIGHT - BOTTOM + LABEL;
  for (const { key, at } of ends.toSorted((a, b) => b.at - a.at)) {
    lowest = Math.min(at + 4, lowest - LABEL);
    places.set(key, lowest);
  }
  return places;
}

function tick(at: number, value: number): string {
  const y = fixed(at);
  return `<path d="M${LEFT} ${y}H${WIDTH - RIGHT}" stroke="#dddddd"/><text x="${LEFT - 8}" y="${fixed(at + 4)}" text-anchor="end" fill="#444444">${value}</text>`;
}

function fixed(value: number): string {
  return value.toFixed(1);
}

function percent(level: number): string {
  return `${Math.round(level * 1000) / 10} %`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
