import type { Contest, Roll } from "../election/index.js";
import { ancestorAt } from "../election/index.js";
import { NO_ENTRY, NOT_SUPPLIED, OUT_OF_SCOPE, compareCopies, stateOf } from "../sheet/index.js";
import type { SheetTable } from "../sheet/index.js";
import type { SheetState } from "../election/index.js";
import { allHold, parseCondition } from "./condition.js";
import type { Condition } from "./condition.js";
import { figuresOf, filedSheetAt } from "./filed-sheet.js";

/** Whether a copy fits together: S = V <= E and p <= V; `incomplete` where a figure is missing to tell. */
export type CopySoundness = "consistent" | "inconsistent" | "incomplete";

/** A sheet on which a copy and the authority's say different things. */
export interface CopyDifference {
  readonly row: number;
  readonly station: string;
  /** Whose copy: `agent:PARTY/1`. */
  readonly copy: string;
  /** State of the authority's sheet. */
  readonly state: SheetState;
  /** Positions of the cells that differ. */
  readonly cells: readonly number[];
  readonly authority: { readonly cells: readonly number[]; readonly soundness: CopySoundness };
  readonly other: { readonly cells: readonly number[]; readonly soundness: CopySoundness };
  /** What taking the copy does to the votes in the count, by option in the contest's order; null while one of its cells has no count. */
  readonly change: readonly number[] | null;
}

/** The copies of one holder and number beside the authority's sheets. */
export interface CopySurvey {
  readonly copy: string;
  /** Stations for which the copy is in the record. */
  readonly sheets: number;
  /** Those that say the same in every cell that both supply. */
  readonly same: number;
  /** Those of stations for which the authority's sheet is not in the record yet: nothing to compare. */
  readonly unmatched: number;
  readonly differences: readonly CopyDifference[];
  /** Rows with a copy whose authority's sheet is counted. */
  readonly countedRows: readonly number[];
}

/** Stations with at least one copy, by area of the first level below the root of the first tree. */
export interface CopyCoverage {
  readonly area: string;
  readonly name: string;
  readonly stations: number;
  readonly withCopy: number;
}

/** What a copy must meet to be consistent where no law set says it. */
const CONSISTENT: readonly Condition[] = [
  "sum = voters",
  "voters <= registeredVoters",
  "everyOption <= voters",
].flatMap((text) => parseCondition(text) ?? []);

/**
 * Compares copies with the authority's sheets, the same rules for every holder.
 * @param consistent what a consistent copy meets; the law set's rule of comparison, else S = V <= E and every option at most V.
 */
export function surveyCopies(
  contest: Contest,
  roll: Roll,
  table: SheetTable,
  copies: ReadonlyMap<string, SheetTable>,
  consistent: readonly Condition[] = CONSISTENT,
): readonly CopySurvey[] {
  return [...copies].map(([copy, other]) => surveyOne(contest, roll, table, copy, other, consistent));
}

function surveyOne(
  contest: Contest,
  roll: Roll,
  table: SheetTable,
  copy: string,
  other: SheetTable,
  consistent: readonly Condition[],
): CopySurvey {
  const differences: CopyDifference[] = [];
  const countedRows: number[] = [];
  let sheets = 0;
  let same = 0;
  let unmatched = 0;
  for (let row = 0; row < other.size; row++) {
    if ((other.head[row] ?? NO_ENTRY) === NO_ENTRY) continue;
    sheets += 1;
    const state = stateOf(table, row);
    if (state === "counted") countedRows.push(row);
    if (state === null || (table.head[row] ?? NO_ENTRY) === NO_ENTRY) {
      unmatched += 1;
      continue;
    }
    const cells = cellsAt(table, row);
    const theirs = cellsAt(other, row);
    const { differing } = compareCopies(contest.form, { cells }, { cells: theirs });
    if (differing.length === 0) {
      same += 1;
      continue;
    }
    const soundness = (values: readonly number[]): CopySoundness => {
      const sheet = { ...filedSheetAt(table, roll.registered, row), cells: values };
      const holds = allHold(consistent, sheet, figuresOf(sheet));
      return holds === null ? "incomplete" : holds ? "consistent" : "inconsistent";
    };
    differences.push({
      row,
      station: roll.codes[row] ?? "",
      copy,
      state,
      cells: differing,
      authority: { cells, soundness: soundness(cells) },
      other: { cells: theirs, soundness: soundness(theirs) },
      change: changeOf(contest, state, cells, theirs),
    });
  }
  return { copy, sheets, same, unmatched, differences, countedRows };
}

function cellsAt(table: SheetTable, row: number): readonly number[] {
  return table.cells.map((column) => column[row] ?? NOT_SUPPLIED);
}

/** A sheet that is not in the count brings nothing now; with the copy it would bring the copy's votes. */
function changeOf(
  { form, options }: Contest,
  state: SheetState,
  authority: readonly number[],
  other: readonly number[],
): readonly number[] | null {
  const changes: number[] = [];
  for (const option of options) {
    const at = form.cells.findIndex((cell) => cell.role === "option" && cell.option === option);
    const theirs = other[at] ?? NOT_SUPPLIED;
    if (theirs < 0) return null;
    const now = state === "counted" ? Math.max(0, authority[at] ?? 0) : 0;
    changes.push(theirs - now);
  }
  return changes;
}

/** How the stations with a copy lie over the areas; those that do not vote in the contest are left out. */
export function copyCoverage(
  roll: Roll,
  table: SheetTable,
  copies: ReadonlyMap<string, SheetTable>,
): readonly CopyCoverage[] {
  const tree = roll.trees[0];
  const leaves = roll.leaves[0];
  if (tree === undefined || leaves === undefined) return [];
  const found = new Map<number, { stations: number; withCopy: number }>();
  for (let row = 0; row < table.size; row++) {
    if (table.status[row] === OUT_OF_SCOPE) continue;
    const area = ancestorAt(tree, leaves[row] ?? 0, 1);
    const counts = found.get(area) ?? { stations: 0, withCopy: 0 };
    counts.stations += 1;
    if ([...copies.values()].some((each) => (each.head[row] ?? NO_ENTRY) !== NO_ENTRY)) counts.withCopy += 1;
    found.set(area, counts);
  }
  return [...found].map(([at, counts]) => {
    const area = tree.areas[at];
    return { area: area?.code ?? "", name: area?.name ?? "", ...counts };
  });
}
