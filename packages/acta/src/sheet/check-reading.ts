import type { SheetState } from "../election/index.js";
import { ABSURD, BLANK, ILLEGIBLE, NOT_SUPPLIED } from "./cell.js";
import type { SheetLayout } from "./check-layout.js";
import type { SheetCode } from "./finding-codes.js";
import type { SheetTable } from "./sheet-table.js";

/** In place of a figure: the form has no such cell. */
export const NO_CELL = -5;

/**
 * Working memory of a plan: the figures of the sheet that is being checked, and the codes raised for it. One object serves
 * all sheets, so that a clean sheet costs no memory.
 */
export interface Reading {
  state: SheetState;
  resolved: boolean;
  /** -1 when the roll does not say. */
  registered: number;
  /** Written totals and single cells: a count, a mark, or `NO_CELL`. */
  voters: number;
  ballotsCast: number;
  unusedBallots: number;
  blank: number;
  null: number;
  challenged: number;
  /** Sum of the vote cells that hold a count: the votes of the sheet, or at least so many when `missing` is not 0. */
  votes: number;
  /** Sum of the option cells that hold a count. */
  validVotes: number;
  /** The largest option cell and its votes; 0 votes when no option has any. */
  top: number;
  topVotes: number;
  /** Marks counted below; 0 on nearly every sheet. */
  marks: number;
  /** Vote cells without a count. */
  missing: number;
  /** Cells with each mark, the total of voters included (its blank is a finding of its own). */
  blanks: number;
  illegible: number;
  absurd: number;
  notSupplied: number;
  readonly raised: SheetCode[];
}

/** Working memory before the first sheet. */
export function emptyReading(): Reading {
  return {
    state: "notCollected",
    resolved: false,
    registered: -1,
    voters: NO_CELL,
    ballotsCast: NO_CELL,
    unusedBallots: NO_CELL,
    blank: NO_CELL,
    null: NO_CELL,
    challenged: NO_CELL,
    votes: 0,
    validVotes: 0,
    top: -1,
    topVotes: 0,
    marks: 0,
    missing: 0,
    blanks: 0,
    illegible: 0,
    absurd: 0,
    notSupplied: 0,
    raised: [],
  };
}

/** What stands in a cell of a row: a count, a mark, or `NO_CELL` for a position below 0. */
export function valueAt(table: SheetTable, cell: number, row: number): number {
  return cell < 0 ? NO_CELL : (table.cells[cell]?.[row] ?? NOT_SUPPLIED);
}

/** Reads the figures of a row into the working memory. */
export function readFigures(reading: Reading, layout: SheetLayout, table: SheetTable, row: number): void {
  if (reading.marks > 0) forgetMarks(reading);
  const { options } = layout;
  let validVotes = 0;
  let top = -1;
  let topVotes = 0;
  for (let at = 0; at < options.length; at++) {
    const cell = options[at] ?? -1;
    const value = valueAt(table, cell, row);
    if (value < 0) readMark(reading, value);
    else {
      validVotes += value;
      if (value > topVotes) {
        top = cell;
        topVotes = value;
      }
    }
  }
  reading.validVotes = validVotes;
  reading.top = top;
  reading.topVotes = topVotes;
  reading.votes = validVotes;
  reading.blank = readVotes(reading, valueAt(table, layout.blank, row));
  reading.null = readVotes(reading, valueAt(table, layout.null, row));
  reading.challenged = readVotes(reading, valueAt(table, layout.challenged, row));
  reading.ballotsCast = valueAt(table, layout.ballotsCast, row);
  reading.unusedBallots = valueAt(table, layout.unusedBallots, row);
  reading.voters = valueAt(table, layout.voters, row);
  const { voters } = reading;
  if (voters < 0 && voters !== NO_CELL) countMark(reading, voters === BLANK ? NO_CELL : voters);
}

function forgetMarks(reading: Reading): void {
  reading.marks = 0;
  reading.missing = 0;
  reading.blanks = 0;
  reading.illegible = 0;
  reading.absurd = 0;
  reading.notSupplied = 0;
}

function readVotes(reading: Reading, value: number): number {
  if (value >= 0) reading.votes += value;
  else if (value !== NO_CELL) readMark(reading, value);
  return value;
}

function readMark(reading: Reading, value: number): void {
  reading.missing += 1;
  countMark(reading, value);
}

function countMark(reading: Reading, value: number): void {
  reading.marks += 1;
  if (value === BLANK) reading.blanks += 1;
  else if (value === ILLEGIBLE) reading.illegible += 1;
  else if (value === ABSURD) reading.absurd += 1;
  else if (value === NOT_SUPPLIED) reading.notSupplied += 1;
}

/** Ballots that were used: as written, else the citizens who voted, else the votes. */
export function usedBallots(reading: Readonly<Reading>): number {
  if (reading.ballotsCast >= 0) return reading.ballotsCast;
  return reading.voters >= 0 ? reading.voters : reading.votes;
}
