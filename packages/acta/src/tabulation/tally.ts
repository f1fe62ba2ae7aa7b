import type { Election, Policy, Roll, SheetState } from "../election/index.js";
import { NO_SHEET, OUT_OF_SCOPE } from "../sheet/index.js";
import type { SheetTable } from "../sheet/index.js";

/**
 * Sums over groups of stations, one value for each group. All whole numbers, exact below 2^53: five million sheets of a
 * billion votes would still fit.
 */
export interface Tally {
  readonly contest: string;
  readonly policy: string;
  readonly groups: number;
  /** Sums of each cell of the form over the sheets that the policy takes in. */
  readonly cells: readonly Float64Array[];
  /** Cells without a number in those sheets: they count 0 and are a finding. */
  readonly missingCells: Float64Array;
  /** Registered voters of all stations, and of the stations that the policy takes in. */
  readonly registered: Float64Array;
  readonly registeredIncluded: Float64Array;
  /** Stations whose registered voters are not known. */
  readonly registeredUnknown: Float64Array;
  /** Registered voters of the stations whose sheet is not in the authority's count. */
  readonly registeredOpen: Float64Array;
  /** Of those, stations whose registered voters are not known. */
  readonly openUnknown: Float64Array;
  /** Stations in all and by state. Do not depend on the policy. */
  readonly stations: Float64Array;
  readonly byState: Readonly<Record<SheetState, Float64Array>>;
}

/** The states in a fixed order, so that the loop below can use positions. */
const STATES: readonly SheetState[] = ["counted", "annulled", "notInstalled", "referred", "pending", "notCollected"];
const ANNULLED = 1;
const OPEN_FROM = 3;
const NOT_COLLECTED = 5;

/**
 * Tallies a table: one pass over the rows. `groupOf` says to which of `groups` each row belongs; a row with a group outside
 * that range is left out.
 */
export function tallyBy(
  election: Election,
  roll: Roll,
  table: SheetTable,
  policy: Policy,
  groupOf: Uint32Array,
  groups: number,
): Tally {
  const tally = zeroTally(table.contest, policy.id, table.cells.length, groups);
  const counters = STATES.map((state) => tally.byState[state]);
  const stateAt = statePositions(table);
  const included = STATES.map((state) => policy.states.includes(state));
  const rules = annulledRules(election, policy, table);
  for (let row = 0; row < table.size; row++) {
    const group = groupOf[row] ?? groups;
    if (table.status[row] === OUT_OF_SCOPE || group >= groups) continue;
    const state = stateAt[table.status[row] ?? NO_SHEET] ?? NOT_COLLECTED;
    const counter = counters[state];
    if (counter !== undefined) bump(counter, group, 1);
    bump(tally.stations, group, 1);
    addRegistered(tally, group, roll.registered[row] ?? -1, state >= OPEN_FROM);
    const figures = policy.figures === "firstFiled" ? table.first.get(row) : undefined;
    const entering = figures === undefined ? state : (stateAt[figures.status] ?? state);
    if (!(included[entering] ?? false) || (entering === ANNULLED && rules.leftOut)) continue;
    bump(tally.registeredIncluded, group, Math.max(roll.registered[row] ?? 0, 0));
    addCells(tally, table, row, group, figures?.cells, entering === ANNULLED && rules.toNull ? rules : null);
  }
  return tally;
}

function bump(column: Float64Array, at: number, by: number): void {
  column[at] = (column[at] ?? 0) + by;
}

function addRegistered(tally: Tally, group: number, registered: number, open: boolean): void {
  if (registered >= 0) {
    bump(tally.registered, group, registered);
    if (open) bump(tally.registeredOpen, group, registered);
    return;
  }
  bump(tally.registeredUnknown, group, 1);
  if (open) bump(tally.openUnknown, group, 1);
}

interface AnnulledRules {
  readonly leftOut: boolean;
  /** The source prints annulled sheets as written: their ballots become null votes here. */
  readonly toNull: boolean;
  readonly parts: readonly boolean[];
  readonly nullAt: number;
}

function annulledRules(election: Election, policy: Policy, table: SheetTable): AnnulledRules {
  return {
    leftOut: policy.annulled === "leftOut",
    toNull: election.annulledFigures === "asWritten",
    parts: table.form.cells.map((cell) => isPart(cell.role)),
    nullAt: table.form.cells.findIndex((cell) => cell.role === "null"),
  };
}

/** True for the cells whose sum is the ballots cast. */
export function isPart(role: string): boolean {
  return role === "option" || role === "blank" || role === "null" || role === "challenged";
}

function addCells(
  tally: Tally,
  table: SheetTable,
  row: number,
  group: number,
  figures: readonly number[] | undefined,
  annulled: AnnulledRules | null,
): void {
  let ballots = 0;
  for (let at = 0; at < table.cells.length; at++) {
    const value = figures === undefined ? (table.cells[at]?.[row] ?? 0) : (figures[at] ?? 0);
    if (value < 0) {
      bump(tally.missingCells, group, 1);
      continue;
    }
    const leaves = annulled !== null && annulled.parts[at] === true;
    if (leaves) ballots += value;
    const sums = tally.cells[at];
    if (!leaves && sums !== undefined) sums[group] = (sums[group] ?? 0) + value;
  }
  const nulls = tally.cells[annulled?.nullAt ?? -1];
  if (annulled !== null && nulls !== undefined) bump(nulls, group, ballots);
}

function statePositions(table: SheetTable): Uint8Array {
  const positions = new Uint8Array(256).fill(NOT_COLLECTED);
  table.statuses.forEach((status, at) => {
    positions[at] = STATES.indexOf(status.state);
  });
  return positions;
}

/** A tally with every column at 0. */
function zeroTally(contest: string, policy: string, cells: number, groups: number): Tally {
  const column = (): Float64Array => new Float64Array(groups);
  return {
    contest,
    policy,
    groups,
    cells: Array.from({ length: cells }, column),
    missingCells: column(),
    registered: column(),
    registeredIncluded: column(),
    registeredUnknown: column(),
    registeredOpen: column(),
    openUnknown: column(),
    stations: column(),
    byState: {
      counted: column(),
      annulled: column(),
      notInstalled: column(),
      referred: column(),
      pending: column(),
      notCollected: column(),
    },
  };
}

/** Every column of a tally, for sums over groups. */
export function columnsOf(tally: Tally): readonly Float64Array[] {
  return [
    ...tally.cells,
    tally.missingCells,
    tally.registered,
    tally.registeredIncluded,
    tally.registeredUnknown,
    tally.registeredOpen,
    tally.openUnknown,
    tally.stations,
    ...STATES.map((state) => tally.byState[state]),
  ];
}

/** A tally of the same columns with another number of groups, all 0. */
export function sameColumns(tally: Tally, groups: number): Tally {
  return zeroTally(tally.contest, tally.policy, tally.cells.length, groups);
}
