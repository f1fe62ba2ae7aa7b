import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import { stationAt } from "../election/index.js";
import type { Contest, Election, Roll } from "../election/index.js";
import { OUT_OF_SCOPE, hasFigures, stateOf, statusOf } from "../sheet/index.js";
import type { SheetTable } from "../sheet/index.js";
import { scopeOfArea, scopeOfGroup } from "./area-scope.js";
import type { Petitions } from "./petition.js";
import type { BestRule, Selection, ShareRule } from "./scenario.js";
import { largestRows } from "./smallest-flip.js";
import { isPart } from "./tally-rows.js";

/** The sheets that scenarios are made on. */
export interface ScenarioGround {
  readonly election: Election;
  readonly contest: Contest;
  readonly roll: Roll;
  readonly table: SheetTable;
  readonly petitions: Petitions;
}

/** True for a row that is to stay in a selection. */
type RowTest = (row: number) => boolean;

/**
 * Finds the rows that a selection names, in the order of the roll.
 * @returns the problem `scenario.selectsNothing` for none, and one for what the election does not know.
 */
export function selectRows(ground: ScenarioGround, select: Selection): Result<readonly number[]> {
  const tests: RowTest[] = [];
  for (const make of [stationTest, areaTest, groupTest, stateTest, petitionTest, shareTest]) {
    const test = make(ground, select);
    if (!test.ok) return test;
    if (test.value !== null) tests.push(test.value);
  }
  const { table } = ground;
  const rows: number[] = [];
  for (let row = 0; row < table.size; row++)
    if (table.status[row] !== OUT_OF_SCOPE && tests.every((test) => test(row))) rows.push(row);
  const chosen = select.best === null ? succeed(rows) : bestRows(ground, select, select.best, rows);
  if (chosen.ok && chosen.value.length === 0) return fail({ code: "scenario.selectsNothing" });
  return chosen;
}

type TestMaker = (ground: ScenarioGround, select: Selection) => Result<RowTest | null>;

const stationTest: TestMaker = ({ roll }, { stations }) => {
  if (stations === null) return succeed(null);
  const rows = new Set<number>();
  for (const station of stations) {
    const row = stationAt(roll, station);
    if (row < 0) return fail({ code: "scenario.unknownStation", context: { station } });
    rows.add(row);
  }
  return succeed((row) => rows.has(row));
};

const areaTest: TestMaker = ({ roll }, { area }) => {
  if (area === null) return succeed(null);
  const inside = scopeOfArea(roll, area.tree, area.code);
  if (inside === null) return fail({ code: "scenario.unknownArea", context: { area: area.code, tree: area.tree } });
  return succeed((row) => inside[row] === 1);
};

const groupTest: TestMaker = ({ roll, election }, { group }) => {
  if (group === null) return succeed(null);
  const found = election.groups.find((each) => each.id === group);
  const inside = found === undefined ? null : scopeOfGroup(roll, found);
  if (inside === null) return fail({ code: "scenario.unknownGroup", context: { group } });
  return succeed((row) => inside[row] === 1);
};

const stateTest: TestMaker = ({ table, election }, { states, statuses, flags }) => {
  const unknown = statuses?.find((id) => !election.statuses.some((status) => status.id === id));
  if (unknown !== undefined) return fail({ code: "scenario.unknownStatus", context: { status: unknown } });
  if (states === null && statuses === null && flags === null) return succeed(null);
  const holds = table.statuses.map(
    ({ id, state, flags: own }) =>
      (states === null || states.includes(state)) &&
      (statuses === null || statuses.includes(id)) &&
      (flags === null || own.some((flag) => flags.includes(flag))),
  );
  const withoutSheet = states !== null && states.includes("notCollected") && statuses === null && flags === null;
  return succeed((row) => holds[table.status[row] ?? OUT_OF_SCOPE] ?? withoutSheet);
};

const petitionTest: TestMaker = ({ roll, petitions }, { petitioned }) => {
  if (petitioned === null) return succeed(null);
  if (petitions.kind === "notLoaded") return fail({ code: "scenario.petitionsNotLoaded" });
  const { filer, ground } = petitioned;
  const named = petitions.located.filter(
    (each) => (filer === null || each.filer === filer) && (ground === null || each.ground === ground),
  );
  const rows = new Set(named.map((each) => stationAt(roll, each.station)));
  return succeed((row) => rows.has(row));
};

const shareTest: TestMaker = (ground, { share }) => {
  if (share === null) return succeed(null);
  const own = optionColumn(ground, share.option);
  if (own === null) return fail({ code: "scenario.unknownOption", context: { option: share.option } });
  const { table } = ground;
  const { numerator, denominator } = share.share;
  const bases = baseColumn(ground, share);
  return succeed((row) => {
    const votes = own[row] ?? -1;
    const base = bases[row] ?? 0;
    if (votes < 0 || base <= 0 || !hasFigures(stateOf(table, row))) return false;
    const over = votes * denominator - base * numerator;
    return share.side === "moreThan" ? over > 0 : over < 0;
  });
};

function baseColumn({ table, roll }: ScenarioGround, { base }: ShareRule): Int32Array {
  if (base === "registeredVoters") return roll.registered;
  const sums = new Int32Array(table.size);
  table.cells.forEach((column, at) => {
    const role = table.form.cells[at]?.role ?? "";
    if (base === "validVotes" ? role !== "option" : !isPart(role)) return;
    for (let row = 0; row < sums.length; row++) sums[row] = (sums[row] ?? 0) + Math.max(column[row] ?? 0, 0);
  });
  return sums;
}

/** The column of an option's votes; null when the contest does not have it. */
function optionColumn({ table }: ScenarioGround, option: string): Int32Array | null {
  return table.cells[table.form.cells.findIndex((cell) => cell.role === "option" && cell.option === option)] ?? null;
}

/** Only sheets that are in the count, unless the selection says which: a lead on a sheet that is not counted moves nothing. */
function bestRows(
  ground: ScenarioGround,
  select: Selection,
  best: BestRule,
  rows: readonly number[],
): Result<readonly number[]> {
  const [own, other] = [optionColumn(ground, best.for), optionColumn(ground, best.against)];
  if (own === null || other === null)
    return fail({ code: "scenario.unknownOption", context: { option: own === null ? best.for : best.against } });
  const saysWhich = select.states !== null || select.statuses !== null || select.flags !== null;
  const leadOf = (row: number): number => Math.max(own[row] ?? 0, 0) - Math.max(other[row] ?? 0, 0);
  const lowest = rows.reduce((least, row) => Math.min(least, leadOf(row)), 0);
  // Above 0, as the choice of the largest wants it.
  const leads = new Float64Array(ground.table.size);
  for (const row of rows) leads[row] = leadOf(row) - lowest + 1;
  const eligible = new Uint8Array(ground.table.size);
  for (const row of rows)
    if (saysWhich ? statusOf(ground.table, row) !== undefined : stateOf(ground.table, row) === "counted")
      eligible[row] = 1;
  return succeed(largestRows(leads, eligible, best.stations).toSorted((a, b) => a - b));
}
