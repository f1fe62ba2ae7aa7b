import { byCode } from "../election/index.js";
import { stateOf } from "../sheet/index.js";
import type { SheetGround, SheetNight } from "./night-from-sheets.js";

/** Totals of an area of the previous contest as its authority published them, one value for each column of `PreviousContest`. */
export type AreaTotals = ReadonlyMap<string, Float64Array>;

/** The previous contest: its sheets, and its official totals of areas for the stations whose sheet is missing. */
export interface PreviousContest extends SheetGround {
  /** By area code of the first tree: votes of each option in ballot order, blank, null, registered voters. */
  readonly official: AreaTotals;
}

/** What the previous contest says about every unit of a night. */
export interface PreviousFigures {
  /** Columns: shares of the ballots of each option, then of blank and of null votes. */
  readonly shares: Float64Array;
  readonly width: number;
  /** Ballots over registered voters. */
  readonly turnout: Float64Array;
  /** Where it comes from: `OWN_SHEET`, or an area. */
  readonly source: Uint8Array;
  /** Units by source. */
  readonly found: { readonly own: number; readonly place: number; readonly area: number; readonly none: number };
  /** Part of the sheets that a tribunal decided that was annulled; null when none is known. */
  readonly annulled: number | null;
}

/** In `PreviousFigures.source`: the station's own sheet. */
export const OWN_SHEET = 0;
const PLACE = 1;
const AREA = 2;
const NOWHERE = 3;

/**
 * Matches the stations of a night with those of a previous contest by code; a station without a sheet of its own takes its polling place,
 * then the official table of its smallest area, then what is known of the areas above it.
 */
export function previousFigures(night: SheetNight, now: SheetGround, previous: PreviousContest): PreviousFigures {
  const width = previous.contest.options.length + 2;
  const figures = {
    shares: new Float64Array(night.size * width),
    width,
    turnout: new Float64Array(night.size),
    source: new Uint8Array(night.size).fill(NOWHERE),
  };
  const sums = readOwnSheets(night, now, previous, figures);
  sumUpTree(night, sums, width + 1);
  const official = officialByNode(night, now, previous, width + 1);
  const found = { own: 0, place: 0, area: 0, none: 0 };
  for (let unit = 0; unit < night.size; unit++) {
    if (figures.source[unit] === OWN_SHEET) {
      found.own++;
      continue;
    }
    const chosen = choose(night, unit, sums, official, width + 1);
    figures.source[unit] = chosen.source;
    if (chosen.source === PLACE) found.place++;
    else if (chosen.source === AREA) found.area++;
    else found.none++;
    setFigures(figures, unit, chosen.values, chosen.from);
  }
  return { ...figures, found, annulled: annulledPart(previous) };
}

/** What is known of a unit, from a row of votes of each option, blank, null, and registered voters. */
export function setFigures(
  { shares, width, turnout }: Pick<PreviousFigures, "shares" | "width" | "turnout">,
  unit: number,
  values: Float64Array,
  from: number,
): void {
  let ballots = 0;
  for (let at = 0; at < width; at++) ballots += values[from + at] ?? 0;
  const registered = values[from + width] ?? 0;
  for (let at = 0; at < width; at++) shares[unit * width + at] = ballots > 0 ? (values[from + at] ?? 0) / ballots : 0;
  turnout[unit] = registered > 0 ? Math.min(ballots / registered, 1) : 0;
}

/**
 * Reads the units' own previous sheets that were counted into the figures.
 * @returns by node the sums of what stands on them: votes of each option, blank, null, registered voters; not yet summed up the tree
 */
function readOwnSheets(
  night: SheetNight,
  now: SheetGround,
  previous: PreviousContest,
  figures: Pick<PreviousFigures, "shares" | "width" | "turnout" | "source">,
): Float64Array {
  const { roll, table } = previous;
  const { width } = figures;
  const cells = cellsOf(previous);
  const values = new Float64Array(width + 1);
  const sums = new Float64Array(night.tree.parent.length * values.length);
  if (now.election.follows?.stationsMatch !== true) return sums;
  const rows = sameStations(night, now.roll.codes, roll.codes);
  for (let unit = 0; unit < night.size; unit++) {
    const row = rows[unit] ?? -1;
    if (row < 0 || stateOf(table, row) !== "counted") continue;
    let ballots = 0;
    for (let at = 0; at < width; at++) {
      const value = Math.max(cells[at]?.[row] ?? 0, 0);
      values[at] = value;
      ballots += value;
    }
    if (ballots === 0) continue;
    const registered = roll.registered[row] ?? -1;
    values[width] = registered > 0 ? registered : (night.registered[unit] ?? 0);
    figures.source[unit] = OWN_SHEET;
    setFigures(figures, unit, values, 0);
    const to = (night.leaf[unit] ?? 0) * values.length;
    for (let at = 0; at < values.length; at++) sums[to + at] = (sums[to + at] ?? 0) + (values[at] ?? 0);
  }
  return sums;
}

/** The columns of the previous sheets: votes of each option, blank, null. */
function cellsOf({ contest, table }: PreviousContest): readonly Int32Array[] {
  const { cells } = table.form;
  return [
    ...contest.options.map((option) => cells.findIndex((cell) => cell.role === "option" && cell.option === option)),
    cells.findIndex((cell) => cell.role === "blank"),
    cells.findIndex((cell) => cell.role === "null"),
  ].map((column) => table.cells[column] ?? new Int32Array(0));
}

/** For every unit the row of another roll with the same code, or -1. Both rolls are in the order of their codes: one pass is enough. */
function sameStations(night: SheetNight, codes: readonly string[], others: readonly string[]): Int32Array {
  const rows = new Int32Array(night.size).fill(-1);
  let other = 0;
  for (let unit = 0; unit < night.size; unit++) {
    const code = codes[night.rows[unit] ?? 0] ?? "";
    while (other < others.length && byCode(others[other] ?? "", code) < 0) other += 1;
    if (others[other] === code) rows[unit] = other;
  }
  return rows;
}

function sumUpTree(night: SheetNight, sums: Float64Array, width: number): void {
  const { parent } = night.tree;
  for (let node = parent.length - 1; node > 0; node--)
    for (let at = 0; at < width; at++) {
      const to = (parent[node] ?? 0) * width + at;
      sums[to] = (sums[to] ?? 0) + (sums[node * width + at] ?? 0);
    }
}

/** Official totals by node; rows of zeros where there are none. Codes are joined only within one code system. */
function officialByNode(night: SheetNight, now: SheetGround, previous: PreviousContest, width: number): Float64Array {
  const totals = new Float64Array(night.tree.parent.length * width);
  const [tree] = now.roll.trees;
  if (tree === undefined || now.election.trees[0]?.codes !== previous.election.trees[0]?.codes) return totals;
  const nodes = night.tree.parent.length;
  // Nodes of areas stand in the order of the roll's tree, after the root and the domains.
  const shift = night.areaLevel - (tree.areas.at(-1)?.level ?? 0);
  let first = 1;
  while (first < nodes && (night.tree.level[first] ?? 0) <= shift) first += 1;
  tree.areas.forEach((area, at) => {
    const known = at === 0 ? undefined : previous.official.get(area.code);
    if (known !== undefined) totals.set(known.subarray(0, width), (first + at - 1) * width);
  });
  return totals;
}

interface Chosen {
  readonly values: Float64Array;
  readonly from: number;
  readonly source: number;
}

/** What stands for a unit without a sheet of its own. @param row values for each node: votes of `row - 1` columns, registered voters */
function choose(night: SheetNight, unit: number, sums: Float64Array, official: Float64Array, row: number): Chosen {
  const { parent, level } = night.tree;
  const registered = row - 1;
  // What is known of the whole only tells no station from another: it does not count as found.
  for (let node = night.leaf[unit] ?? 0; node > 0; node = parent[node] ?? 0) {
    const isPlace = (level[node] ?? 0) > night.areaLevel;
    if (!isPlace && (official[node * row + registered] ?? 0) > 0)
      return { values: official, from: node * row, source: AREA };
    if ((sums[node * row + registered] ?? 0) > 0)
      return { values: sums, from: node * row, source: isPlace ? PLACE : AREA };
  }
  return { values: sums, from: 0, source: NOWHERE };
}

/** How the tribunals decided in the previous contest: annulled among all resolved sheets. */
function annulledPart({ table }: PreviousContest): number | null {
  let annulled = 0;
  let all = 0;
  for (let row = 0; row < table.size; row++) {
    const status = table.statuses[table.status[row] ?? 255];
    if (status?.resolved !== true) continue;
    all += 1;
    if (status.state === "annulled") annulled += 1;
  }
  return all > 0 ? annulled / all : null;
}
