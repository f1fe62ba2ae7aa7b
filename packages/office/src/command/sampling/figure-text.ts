import type { Contest, Election } from "acta/election";
import type { Language } from "../../language/index.js";

/** Writes fractions as percentages and points. Figures of samples are rounded: they do not know more. */
export interface FigureText {
  /** A share in percent, without its sign. */
  readonly percent: (share: number) => string;
  /** An interval in percent. */
  readonly range: (interval: readonly [number, number]) => string;
  /** Points with their sign. */
  readonly signed: (points: number) => string;
  /** An interval in points with their signs. */
  readonly signedRange: (interval: readonly [number, number]) => string;
  /** A chance in whole percent, never above 99.5 or below 0.5; a dash when nothing is uncertain. */
  readonly chance: (chance: number | null) => string;
  /** A plain number with so many decimals. */
  readonly decimal: (value: number, decimals: number) => string;
}

/** Figures in one language. @param decimals of percentages. */
export function figureText(language: Language, decimals = 2): FigureText {
  const format = new Intl.NumberFormat(language.code === "es" ? "es-PE" : "en-GB", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  const percent = (share: number): string => format.format(share * 100).replace(/^-/, "−");
  // What rounds to nothing has no sign.
  const zero = format.format(0);
  const signed = (points: number): string => {
    const text = format.format(Math.abs(points) * 100);
    return text === zero ? text : `${points > 0 ? "+" : "−"}${text}`;
  };
  return {
    percent,
    range: ([low, high]) => `${percent(low)} – ${percent(high)}`,
    signed,
    signedRange: ([low, high]) => language.say("quickCount.range", { low: signed(low), high: signed(high) }),
    chance: (chance) =>
      chance === null ? "–" : chance > 0.995 ? ">99.5 %" : chance < 0.005 ? "<0.5 %" : `${Math.round(chance * 100)} %`,
    decimal: (value, places) =>
      new Intl.NumberFormat(language.code === "es" ? "es-PE" : "en-GB", {
        minimumFractionDigits: places,
        maximumFractionDigits: places,
      }).format(value),
  };
}

/** The label of an option of a contest; its id when the definition does not know it. */
export function labelIn(language: Language, election: Election, id: string): string {
  const option = election.options.find((each) => each.id === id);
  return option === undefined ? id : language.pick(option.label);
}

/** How strata and units are called in a sentence: "stations by department", "whole polling places". */
export function cutText(
  language: Language,
  election: Election,
  contest: Contest,
  { unit, tree, level }: { readonly unit: string; readonly tree: string; readonly level: string },
  strata: number,
): string {
  const found = election.trees.find(({ id }) => id === tree)?.levels.find(({ id }) => id === level);
  const name = found === undefined ? level : language.pick(found.name);
  return language.say(`quickCount.cut.${unit}`, { level: name, strata, contest: language.pick(contest.name) });
}
