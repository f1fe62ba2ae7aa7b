import { stationAt } from "../election/index.js";
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
  const { contest } = previous;
  const width = contest.options.length + 2;
  const matched = matchSheets(night, now, previous, width);
  const sums = sumByNode(night, matched, width + 1);
  const official = officialByNode(night, now, previous, width + 1);
  const shares = new Float64Array(night.size * width);
  const turnout = new Float64Array(night.size);
  const source = new Uint8Array(night.size);
  const found = { own: 0, place: 0, area: 0, none: 0 };
  for (let unit = 0; unit < night.size; unit++) {
    const chosen = choose(night, unit, matched, sums, official, width);
    source[unit] = chosen.source;
    if (chosen.source === OWN_SHEET) found.own++;
    else if (chosen.source === PLACE) found.place++;
    else if (chosen.source === AREA) found.area++;
    else found.none++;
    const { values, from } = chosen;
    let ballots = 0;
    for (let at = 0; at < width; at++) ballots += values[from + at] ?? 0;
    const registered = values[from + width] ?? 0;
    for (let at = 0; at < width; at++) shares[unit * width + at] = ballots > 0 ? (values[from + at] ?? 0) / ballots : 0;
    turnout[unit] = registered > 0 ? Math.min(ballots / registered, 1) : 0;
  }
  return { shares, width, turnout, source, found, annulled: annulledPart(previous) };
}

/** Votes, blank, null and registered of each unit's own previous sheet; a row of -1 where it has none that was counted. */
function matchSheets(night: SheetNight, now: SheetGround, previous: PreviousContest, width: number): Float64Array {
  const { contest, roll, table } = previous;
  const columns = [
    ...contest.options.map((option) =>
      table.form.cells.findIndex((cell) => cell.role === "option" && cell.option === option),
    ),
    table.form.cells.findIndex((cell) => cell.role === "blank"),
    table.form.cells.findIndex((cell) => cell.role === "null"),
  ];
  const sameRoll = now.election.follows?.stationsMatch === true;
  const values = new Float64Array(night.size * (width + 1)).fill(-1);
  for (let unit = 0; unit < night.size; unit++) {
    const row = sameRoll ? stationAt(roll, now.roll.codes[night.rows[unit] ?? 0] ?? "") : -1;
    if (row < 0 || stateOf(table, row) !== "counted") continue;
    const from = unit * (width + 1);
    let ballots = 0;
    columns.forEach((column, at) => {
      const value = Math.max(table.cells[column]?.[row] ?? 0, 0);
      values[from + at] = value;
      ballots += value;
    });
    const registered = roll.registered[row] ?? -1;
    values[from + width] = registered > 0 ? registered : (night.registered[unit] ?? 0);
    if (ballots === 0) values[from] = -1;
  }
  return values;
}

function sumByNode(night: SheetNight, matched: Float64Array, width: number): Float64Array {
  const { parent } = night.tree;
  const sums = new Float64Array(parent.length * width);
  for (let unit = 0; unit < night.size; unit++) {
    if ((matched[unit * width] ?? -1) < 0) continue;
    const to = (night.leaf[unit] ?? 0) * width;
    for (let at = 0; at < width; at++) sums[to + at] = (sums[to + at] ?? 0) + (matched[unit * width + at] ?? 0);
  }
  for (let node = parent.length - 1; node > 0; node--)
    for (let at = 0; at < width; at++) {
      const to = (parent[node] ?? 0) * width + at;
      sums[to] = (sums[to] ?? 0) + (sums[node * width + at] ?? 0);
    }
  return sums;
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

function choose(
  night: SheetNight,
  unit: number,
  matched: Float64Array,
  sums: Float64Array,
  official: Float64Array,
  width: number,
): Chosen {
  const row = width + 1;
  if ((matched[unit * row] ?? -1) >= 0) return { values: matched, from: unit * row, source: OWN_SHEET };
  const leaf = night.leaf[unit] ?? 0;
  const { parent, level } = night.tree;
  // What is known of the whole only tells no station from another: it does not count as found.
  for (let node = leaf; node > 0; node = parent[node] ?? 0) {
    const isPlace = (level[node] ?? 0) > night.areaLevel;
    if (!isPlace && (official[node * row + width] ?? 0) > 0)
      return { values: official, from: node * row, source: AREA };
    if ((sums[node * row + width] ?? 0) > 0) return { values: sums, from: node * row, source: isPlace ? PLACE : AREA };
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
