import type { Election, Policy, Roll } from "../election/index.js";
import { OUT_OF_SCOPE, hasFigures } from "../sheet/index.js";
import type { SheetTable } from "../sheet/index.js";
import { STATES, zeroTally } from "./tally.js";
import type { Tally } from "./tally.js";

const ANNULLED = 1;
const OPEN_FROM = 3;
const NOT_COLLECTED = 5;

/** How the sheet of a row enters the sums: not at all, */
export const LEFT_OUT = 0;
/** with its figures, */
const AS_WRITTEN = 1;
/** or, annulled and printed as written by its source, with all its ballots as null votes. */
export const AS_NULL = 2;
/** A station without a sheet (not installed): it is in, and nobody misses its figures. */
const NO_FIGURES = 3;

/**
 * Tallies a table. `groupOf` says to which of `groups` each row belongs; a row with a group outside that range is left out.
 * Which sheets enter is decided once for each row, then every column is summed by itself: that is what processors are fast at.
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
  const rules = annulledRules(election, policy, table);
  const entering = countStations(tally, roll, table, policy, rules, groupOf);
  for (let at = 0; at < table.cells.length; at++) addColumn(tally, table, at, entering, rules, groupOf);
  if (policy.figures === "firstFiled") addFirstFiled(tally, table, policy, rules, groupOf);
  return tally;
}

/**
 * Counts stations and registered voters, row by row.
 * @returns how each row's current figures enter the sums; rows that have first figures are left out when the policy takes those.
 */
function countStations(
  tally: Tally,
  roll: Roll,
  table: SheetTable,
  policy: Policy,
  rules: AnnulledRules,
  groupOf: Uint32Array,
): Uint8Array {
  const { stations, registeredIncluded, groups } = tally;
  const counters = STATES.map((state) => tally.byState[state]);
  const stateAt = statePositions(table);
  const enters = enteringByState(policy, rules);
  const hasFirst = policy.figures === "firstFiled" ? table.first : NONE;
  const entering = new Uint8Array(table.size);
  for (let row = 0; row < table.size; row++) {
    const group = groupOf[row] ?? groups;
    const status = table.status[row] ?? OUT_OF_SCOPE;
    if (status === OUT_OF_SCOPE || group >= groups) continue;
    const state = stateAt[status] ?? NOT_COLLECTED;
    const registered = roll.registered[row] ?? -1;
    const counter = counters[state];
    if (counter !== undefined) bump(counter, group, 1);
    bump(stations, group, 1);
    addRegistered(tally, group, registered, state >= OPEN_FROM);
    const filed = hasFirst.size > 0 ? hasFirst.get(row) : undefined;
    const how = enters[filed === undefined ? state : (stateAt[filed.status] ?? state)] ?? LEFT_OUT;
    if (how === LEFT_OUT) continue;
    bump(registeredIncluded, group, Math.max(registered, 0));
    if (filed === undefined) entering[row] = how;
  }
  return entering;
}

const NONE: SheetTable["first"] = new Map();

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

/** For each state: whether and how its sheets enter under a policy. */
function enteringByState(policy: Policy, rules: AnnulledRules): readonly number[] {
  return STATES.map((state, at) => {
    if (!policy.states.includes(state)) return LEFT_OUT;
    if (!hasFigures(state)) return NO_FIGURES;
    if (at !== ANNULLED) return AS_WRITTEN;
    return rules.leftOut ? LEFT_OUT : rules.toNull ? AS_NULL : AS_WRITTEN;
  });
}

/** How the sheet of every row enters the sums under a policy; a row outside the contest is left out. The tally decides by the same rules. */
export function enteringRows(election: Election, table: SheetTable, policy: Policy): Uint8Array {
  const stateAt = statePositions(table);
  const enters = enteringByState(policy, annulledRules(election, policy, table));
  const entering = new Uint8Array(table.size);
  for (let row = 0; row < table.size; row++) {
    const status = table.status[row] ?? OUT_OF_SCOPE;
    if (status !== OUT_OF_SCOPE) entering[row] = enters[stateAt[status] ?? NOT_COLLECTED] ?? LEFT_OUT;
  }
  if (policy.figures === "firstFiled")
    for (const [row, filed] of table.first)
      if (table.status[row] !== OUT_OF_SCOPE)
        entering[row] = enters[stateAt[filed.status] ?? NOT_COLLECTED] ?? LEFT_OUT;
  return entering;
}

/** Adds one column of the table. */
function addColumn(
  tally: Tally,
  table: SheetTable,
  at: number,
  entering: Uint8Array,
  rules: AnnulledRules,
  groupOf: Uint32Array,
): void {
  const column = table.cells[at];
  const sums = tally.cells[at];
  if (column === undefined || sums === undefined) return;
  const { missingCells } = tally;
  const nulls = tally.cells[rules.nullAt] ?? new Float64Array(tally.groups);
  for (let row = 0; row < entering.length; row++) {
    const how = entering[row] ?? LEFT_OUT;
    if (how === LEFT_OUT) continue;
    const value = column[row] ?? 0;
    const group = groupOf[row] ?? 0;
    if (value >= 0) addValue(how, at, value, group, sums, nulls, rules);
    else if (how !== NO_FIGURES) bump(missingCells, group, 1);
  }
}

/** Adds one value. Of an annulled sheet that is printed as written, ballots become null votes and preferences leave. */
function addValue(
  how: number,
  at: number,
  value: number,
  group: number,
  sums: Float64Array,
  nulls: Float64Array,
  rules: AnnulledRules,
): void {
  if (how !== AS_NULL) bump(sums, group, value);
  else if (rules.parts[at] === true) bump(nulls, group, value);
  else if (rules.preferences[at] !== true) bump(sums, group, value);
}

/** Adds the first figures of the sheets that were superseded: they are few. */
function addFirstFiled(
  tally: Tally,
  table: SheetTable,
  policy: Policy,
  rules: AnnulledRules,
  groupOf: Uint32Array,
): void {
  const stateAt = statePositions(table);
  const enters = enteringByState(policy, rules);
  const nulls = tally.cells[rules.nullAt] ?? new Float64Array(tally.groups);
  for (const [row, filed] of table.first) {
    const group = groupOf[row] ?? tally.groups;
    if (table.status[row] === OUT_OF_SCOPE || group >= tally.groups) continue;
    const how = enters[stateAt[filed.status] ?? NOT_COLLECTED] ?? LEFT_OUT;
    if (how === LEFT_OUT) continue;
    for (let at = 0; at < table.cells.length; at++) {
      const value = filed.cells[at] ?? 0;
      const sums = tally.cells[at];
      if (sums !== undefined && value >= 0) addValue(how, at, value, group, sums, nulls, rules);
      else if (how !== NO_FIGURES) bump(tally.missingCells, group, 1);
    }
  }
}

interface AnnulledRules {
  readonly leftOut: boolean;
  /** The source prints annulled sheets as written: their ballots become null votes here. */
  readonly toNull: boolean;
  readonly parts: readonly boolean[];
  readonly preferences: readonly boolean[];
  readonly nullAt: number;
}

function annulledRules(election: Election, policy: Policy, table: SheetTable): AnnulledRules {
  return {
    leftOut: policy.annulled === "leftOut",
    toNull: election.annulledFigures === "asWritten",
    parts: table.form.cells.map((cell) => isPart(cell.role)),
    preferences: table.form.cells.map((cell) => cell.role === "preferential"),
    nullAt: table.form.cells.findIndex((cell) => cell.role === "null"),
  };
}

/** True for the cells whose sum is the ballots cast. */
export function isPart(role: string): boolean {
  return role === "option" || role === "blank" || role === "null" || role === "challenged";
}

function statePositions(table: SheetTable): Uint8Array {
  const positions = new Uint8Array(256).fill(NOT_COLLECTED);
  table.statuses.forEach((status, at) => {
    positions[at] = STATES.indexOf(status.state);
  });
  return positions;
}
