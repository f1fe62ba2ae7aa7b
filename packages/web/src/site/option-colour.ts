import type { ElectionWords } from "./election-words.js";

/** Paper of the two themes, as in style.css: what colours must stand out from. */
const PAPER = { light: "#fbfaf7", dark: "#161614" } as const;
/** Contrast that text and marks reach on paper (WCAG 2.2, 1.4.3). */
const LEAST_CONTRAST = 4.5;
/** For options without a colour, told apart by their order and their labels anyway. */
const NEUTRAL = "#6b6862";

/** Where the colours of an election's options stand in a published folder. */
export function coloursPath(election: string): string {
  return `assets/${election}.css`;
}

/** Class of an option in its election: by position, since an id may hold what a class may not. */
export function optionClass(election: ElectionWords, id: string): string {
  const at = election.options.findIndex((option) => option.id === id);
  return at < 0 ? "option" : `option ${ownClass(election, at)}`;
}

/** The class that only sets the colour of an option, for what is filled in some views and not in others; "" for one without a place. */
export function optionColour(election: ElectionWords, id: string): string {
  const at = election.options.findIndex((option) => option.id === id);
  return at < 0 ? "" : ownClass(election, at);
}

/** Signs that tell options apart where their colours do not. */
const SIGNS = 4;

/** The sign of an option in its contest, from 0 (none): by its place on the ballot, so that it is the same on every page. */
export function optionMark(contest: ElectionWords["contests"][number], id: string): number {
  return Math.max(0, contest.options.indexOf(id)) % SIGNS;
}

/** Two elections may stand in one page. */
function ownClass({ id }: ElectionWords, at: number): string {
  return `o${at}-${id.replace(/[^\w-]/g, "_")}`;
}

/** The style sheet of an election: the colour of each option in both themes. */
export function coloursOf(election: ElectionWords): string {
  const rule = (theme: "light" | "dark"): string =>
    election.options
      .map(({ colour }, at) => `.${ownClass(election, at)}{--option:${readable(colour, PAPER[theme])}}`)
      .join("\n");
  return `${rule("light")}\n@media (prefers-color-scheme:dark){\n${rule("dark")}\n}\n@media print{\n${rule("light")}\n}\n`;
}

/** A colour moved towards black or white until it stands out from paper; what is no colour becomes grey. */
export function readable(colour: string, paper: string): string {
  const start = channels(colour) ?? channels(NEUTRAL) ?? [0, 0, 0];
  const ground = channels(paper) ?? [255, 255, 255];
  const end = luminance(ground) > 0.5 ? 0 : 255;
  for (let step = 0; step <= 100; step++) {
    const mixed = start.map((channel) => Math.round(channel + ((end - channel) * step) / 100));
    if (contrast(mixed, ground) >= LEAST_CONTRAST) return hexOf(mixed);
  }
  return hexOf([end, end, end]);
}

/** Contrast of two colours (WCAG 2.2, contrast ratio); 1 to 21. */
function contrast(a: readonly number[], b: readonly number[]): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** Relative luminance (WCAG 2.2). */
function luminance(rgb: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = rgb.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function channels(colour: string): readonly number[] | undefined {
  if (!/^#[0-9a-fA-F]{6}$/.test(colour)) return undefined;
  return [1, 3, 5].map((at) => Number(`0x${colour.slice(at, at + 2)}`));
}

function hexOf(rgb: readonly number[]): string {
  return `#${rgb.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
