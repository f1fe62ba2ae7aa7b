import { isCount, parseCount } from "acta/basics";
import { PERCENT_PLACES, isShareFigure } from "acta/election";
import type { ValueNotation } from "acta/election";
import { ungrouped } from "./cell-text.js";

/** What a cell of a bulletin says: a whole number, nothing (the figure is missing), or something that cannot be read. */
export type FigureValue = number | "missing" | "unreadable";

/** Makes the readers of figures for one notation: counts as they stand, printed percentages as millionths of the whole. */
export function figureReader(notation: ValueNotation): (figure: string, text: string) => FigureValue {
  const missing = new Set(["", ...notation.missing.map((each) => each.word)]);
  const { thousands } = notation;
  return (figure, text) => {
    if (missing.has(text)) return "missing";
    if (isShareFigure(figure)) return millionths(text) ?? "unreadable";
    const plain = thousands === "" ? undefined : ungrouped(text, thousands);
    return parseCount(plain ?? text) ?? "unreadable";
  };
}

const PERCENT = /^(\d{1,9})(?:\.(\d{1,30}))?$/;

/**
 * Reads a printed percentage exactly from its digits and rounds half up to a millionth: 82.074699999999993, which some program
 * wrote for 82.0747, is 820747.
 */
export function millionths(text: string): number | undefined {
  const match = PERCENT.exec(text);
  if (match === null) return undefined;
  const [, whole = "", decimals = ""] = match;
  const kept = decimals.slice(0, PERCENT_PLACES).padEnd(PERCENT_PLACES, "0");
  const up = (decimals[PERCENT_PLACES] ?? "0") >= "5" ? 1 : 0;
  const value = Number(whole + kept) + up;
  return isCount(value) ? value : undefined;
}
