import { ABSURD, BLANK, ILLEGIBLE, NOT_SUPPLIED } from "../sheet/index.js";
import { cellsWith, figuresOf, voteCells } from "./filed-sheet.js";
import type { FiledSheet, SheetFigures } from "./filed-sheet.js";

// The little language in which a law file says when a rule applies:
//   sum < voters <= registeredVoters      a chain of comparisons of figures and whole numbers
//   someOption > voters                   of at least one option; everyOption: of all of them
//   voters is blank, someVote is missing  what stands in cells; `missing` is any mark, `written` a count

/** Figures that a condition may name. */
export const QUANTITIES = [
  "registeredVoters",
  "voters",
  "ballotsCast",
  "blankVotes",
  "nullVotes",
  "challengedVotes",
  "validVotes",
  "sum",
  "someOption",
  "everyOption",
] as const;

/** A figure that a condition names; `sum` is what the votes add up to, `someOption` and `everyOption` go through the options. */
export type Quantity = (typeof QUANTITIES)[number];

const SIGNS = ["<", "<=", "=", ">=", ">"] as const;
type Sign = (typeof SIGNS)[number];

const GROUPS = ["voters", "someVote", "everyVote", "someOption", "everyOption"] as const;
type CellGroup = (typeof GROUPS)[number];

const MARKS = ["missing", "written", "blank", "illegible", "absurd", "notSupplied"] as const;
type CellMark = (typeof MARKS)[number];

/** A condition on one sheet, as a law file writes it: a chain of comparisons, or what stands in some cells. */
export type Condition =
  | {
      readonly kind: "compared";
      readonly text: string;
      readonly terms: readonly (Quantity | number)[];
      readonly signs: readonly Sign[];
    }
  | { readonly kind: "marked"; readonly text: string; readonly cells: CellGroup; readonly mark: CellMark };

/** Reads a condition. @returns undefined when it is none. */
export function parseCondition(text: string): Condition | undefined {
  const words = text.trim().split(/\s+/);
  const [cells, verb, mark] = words;
  if (verb === "is") {
    const group = GROUPS.find((each) => each === cells);
    const found = MARKS.find((each) => each === mark);
    return words.length === 3 && group !== undefined && found !== undefined
      ? { kind: "marked", text, cells: group, mark: found }
      : undefined;
  }
  const terms = words.filter((_, at) => at % 2 === 0).map(termOf);
  const signs = words.filter((_, at) => at % 2 === 1).map((word) => SIGNS.find((sign) => sign === word));
  const known = terms.filter((term) => term !== undefined);
  const knownSigns = signs.filter((sign) => sign !== undefined);
  const complete = known.length === terms.length && knownSigns.length === signs.length;
  if (!complete || signs.length === 0 || terms.length !== signs.length + 1) return undefined;
  return { kind: "compared", text, terms: known, signs: knownSigns };
}

function termOf(word: string): Quantity | number | undefined {
  if (/^\d{1,9}$/.test(word)) return Number(word);
  return QUANTITIES.find((each) => each === word);
}

function holds(condition: Condition, sheet: FiledSheet, figures: SheetFigures): boolean | null {
  return condition.kind === "marked" ? isMarked(condition, sheet) : isOrdered(condition, figures);
}

/**
 * Whether conditions hold on a sheet: false as soon as one is false, null when none is false and one cannot be told because a figure
 * that it needs is not there. What is missing makes a condition neither true nor false, so that no rule fires on a guess.
 * @param figures those of the sheet, where they have been read before.
 */
export function allHold(
  conditions: readonly Condition[],
  sheet: FiledSheet,
  figures: SheetFigures = figuresOf(sheet),
): boolean | null {
  return conjunction(conditions.map((condition) => holds(condition, sheet, figures)));
}

function isMarked(condition: Extract<Condition, { kind: "marked" }>, sheet: FiledSheet): boolean {
  const { cells, mark } = condition;
  const positions =
    cells === "voters"
      ? cellsWith(sheet.form, ["voters"])
      : cells === "someOption" || cells === "everyOption"
        ? cellsWith(sheet.form, ["option"])
        : voteCells(sheet.form);
  const found = (at: number): boolean => hasMark(sheet.cells[at] ?? NOT_SUPPLIED, mark);
  return cells === "everyVote" || cells === "everyOption" ? positions.every(found) : positions.some(found);
}

function hasMark(value: number, mark: CellMark): boolean {
  switch (mark) {
    case "missing":
      return value < 0;
    case "written":
      return value >= 0;
    case "blank":
      return value === BLANK;
    case "illegible":
      return value === ILLEGIBLE;
    case "absurd":
      return value === ABSURD;
    case "notSupplied":
      return value === NOT_SUPPLIED;
  }
}

function isOrdered(condition: Extract<Condition, { kind: "compared" }>, figures: SheetFigures): boolean | null {
  const { terms } = condition;
  if (terms.includes("someOption"))
    return disjunction(figures.options.map((option) => chainHolds(condition, figures, option)));
  if (terms.includes("everyOption"))
    return conjunction(figures.options.map((option) => chainHolds(condition, figures, option)));
  return chainHolds(condition, figures, null);
}

function chainHolds(
  condition: Extract<Condition, { kind: "compared" }>,
  figures: SheetFigures,
  option: number | null,
): boolean | null {
  const values = condition.terms.map((term) => {
    if (typeof term === "number") return term;
    return term === "someOption" || term === "everyOption" ? option : figures[term];
  });
  return conjunction(
    condition.signs.map((sign, at) => {
      const [left, right] = [values[at] ?? null, values[at + 1] ?? null];
      return left === null || right === null ? null : isSigned(left, sign, right);
    }),
  );
}

function isSigned(left: number, sign: Sign, right: number): boolean {
  switch (sign) {
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case "=":
      return left === right;
    case ">=":
      return left >= right;
    case ">":
      return left > right;
  }
}

function conjunction(values: readonly (boolean | null)[]): boolean | null {
  if (values.includes(false)) return false;
  return values.includes(null) ? null : true;
}

function disjunction(values: readonly (boolean | null)[]): boolean | null {
  if (values.includes(true)) return true;
  return values.includes(null) ? null : false;
}
