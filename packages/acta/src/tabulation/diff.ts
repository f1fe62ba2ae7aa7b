import type { Contest, Election, Roll, SheetState } from "../election/index.js";
import { NO_SHEET, OUT_OF_SCOPE, stateOf } from "../sheet/index.js";
import type { SheetTable } from "../sheet/index.js";

/** The sheets of one contest at one moment, with their roll. */
export interface Counted {
  readonly roll: Roll;
  readonly table: SheetTable;
}

/** One station whose sheet differs between two editions. */
export interface SheetChange {
  readonly station: string;
  /** Rows in the earlier and the later table; -1 when the station is not there. */
  readonly rowBefore: number;
  readonly rowAfter: number;
  readonly statusBefore: string;
  readonly statusAfter: string;
  readonly statusChanged: boolean;
  readonly figuresChanged: boolean;
  /** A sheet that was in the count went back out of it. */
  readonly regression: boolean;
  /** What it did to each option's counted votes, in ballot order. */
  readonly votes: readonly number[];
}

/** All that differs between two editions of one contest. */
export interface Diff {
  readonly changes: readonly SheetChange[];
  readonly statusChanged: number;
  readonly figuresChanged: number;
  readonly regressions: number;
  /** Counted sheets whose figures changed while they stayed counted. */
  readonly countedChanged: number;
  /** Changes by status before and after, the largest first. */
  readonly transitions: readonly {
    readonly before: string;
    readonly after: string;
    readonly sheets: number;
    readonly votes: readonly number[];
  }[];
  /** Roll facts that differ, by fact: not changes of sheets. */
  readonly rollDrift: { readonly registered: number; readonly area: number; readonly place: number };
}

/** Compares two editions, station by station, by code. Both rolls are sorted by code. The contest and election are those of the later one. */
export function diffOf(
  election: Pick<Election, "annulledFigures">,
  contest: Contest,
  before: Counted,
  after: Counted,
): Diff {
  const comparison: Comparison = {
    contest,
    before,
    after,
    cells: contest.form.cells.map((cell) => ({
      left: columnOf(before.table, cell.id),
      right: columnOf(after.table, cell.id),
    })),
    options: contest.options.map((option) => ({
      left: columnOf(before.table, option),
      right: columnOf(after.table, option),
    })),
    annulledVotes: election.annulledFigures === "asDecided",
  };
  const changes: SheetChange[] = [];
  const drift = { registered: 0, area: 0, place: 0 };
  eachStation(before.roll, after.roll, (station, left, right) => {
    const change = changeOf(comparison, station, left, right);
    if (change !== null) changes.push(change);
    if (left >= 0 && right >= 0) addDrift(drift, before.roll, left, after.roll, right);
  });
  return {
    changes,
    statusChanged: changes.filter((change) => change.statusChanged).length,
    figuresChanged: changes.filter((change) => change.figuresChanged).length,
    regressions: changes.filter((change) => change.regression).length,
    countedChanged: changes.filter((change) => change.figuresChanged && stayedCounted(before, after, change)).length,
    transitions: transitionsOf(contest, changes),
    rollDrift: drift,
  };
}

/** Walks two sorted rolls side by side; -1 stands for "not there". */
function eachStation(a: Roll, b: Roll, visit: (station: string, left: number, right: number) => void): void {
  let left = 0;
  let right = 0;
  while (left < a.codes.length || right < b.codes.length) {
    const first = a.codes[left];
    const second = b.codes[right];
    if (second === undefined || (first !== undefined && first < second)) visit(first ?? "", left++, -1);
    else if (first === undefined || second < first) visit(second, -1, right++);
    else visit(first, left++, right++);
  }
}

interface Comparison {
  readonly contest: Contest;
  readonly before: Counted;
  readonly after: Counted;
  /** For each cell of the form: its column in both tables; the forms may differ. */
  readonly cells: readonly ColumnPair[];
  readonly options: readonly ColumnPair[];
  /** Annulled sheets hold what was decided, and it counts; else what is written on them has left the count. */
  readonly annulledVotes: boolean;
}

interface ColumnPair {
  readonly left: Int32Array | undefined;
  readonly right: Int32Array | undefined;
}

function columnOf(table: SheetTable, cell: string): Int32Array | undefined {
  return table.cells[table.form.cells.findIndex((each) => each.id === cell)];
}

function changeOf(comparison: Comparison, station: string, left: number, right: number): SheetChange | null {
  const { before, after, annulledVotes } = comparison;
  const statusBefore = statusText(before.table, left);
  const statusAfter = statusText(after.table, right);
  if (statusBefore === null && statusAfter === null) return null;
  const statusChanged = statusBefore !== statusAfter;
  const figuresChanged = differs(comparison.cells, left, right);
  if (!statusChanged && !figuresChanged) return null;
  const stateBefore = rowState(before.table, left);
  const stateAfter = rowState(after.table, right);
  const votesBefore = isIn(stateBefore) && (annulledVotes || stateBefore !== "annulled") ? left : -1;
  const votesAfter = isIn(stateAfter) && (annulledVotes || stateAfter !== "annulled") ? right : -1;
  return {
    station,
    rowBefore: left,
    rowAfter: right,
    statusBefore: statusBefore ?? "",
    statusAfter: statusAfter ?? "",
    statusChanged,
    figuresChanged,
    regression: isIn(stateBefore) && !isIn(stateAfter),
    votes: comparison.options.map((option) => votesAt(option.right, votesAfter) - votesAt(option.left, votesBefore)),
  };
}

function rowState(table: SheetTable, row: number): SheetState | null {
  return row < 0 ? null : stateOf(table, row);
}

function statusText(table: SheetTable, row: number): string | null {
  const at = row < 0 ? OUT_OF_SCOPE : (table.status[row] ?? OUT_OF_SCOPE);
  if (at === OUT_OF_SCOPE) return null;
  return at === NO_SHEET ? "notCollected" : (table.statuses[at]?.id ?? "");
}

function isIn(state: SheetState | null): boolean {
  return state === "counted" || state === "annulled" || state === "notInstalled";
}

function stayedCounted(before: Counted, after: Counted, change: SheetChange): boolean {
  return rowState(before.table, change.rowBefore) === "counted" && rowState(after.table, change.rowAfter) === "counted";
}

function differs(cells: readonly ColumnPair[], left: number, right: number): boolean {
  if (left < 0 || right < 0) return true;
  return cells.some((cell) => cell.left?.[left] !== cell.right?.[right]);
}

function votesAt(column: Int32Array | undefined, row: number): number {
  return row < 0 ? 0 : Math.max(column?.[row] ?? 0, 0);
}

function addDrift(
  drift: { registered: number; area: number; place: number },
  a: Roll,
  left: number,
  b: Roll,
  right: number,
): void {
  if (a.registered[left] !== b.registered[right]) drift.registered++;
  if (leafCode(a, left) !== leafCode(b, right)) drift.area++;
  const before = a.places[a.place[left] ?? -1];
  const after = b.places[b.place[right] ?? -1];
  if (before?.name !== after?.name) drift.place++;
}

function leafCode(roll: Roll, row: number): string | undefined {
  return roll.trees[0]?.areas[roll.leaves[0]?.[row] ?? -1]?.code;
}

function transitionsOf(contest: Contest, changes: readonly SheetChange[]): Diff["transitions"] {
  const sums = new Map<string, { before: string; after: string; sheets: number; votes: number[] }>();
  for (const change of changes) {
    const key = `${change.statusBefore}\u0000${change.statusAfter}`;
    let sum = sums.get(key);
    if (sum === undefined) {
      sum = { before: change.statusBefore, after: change.statusAfter, sheets: 0, votes: contest.options.map(() => 0) };
      sums.set(key, sum);
    }
    sum.sheets++;
    for (let at = 0; at < change.votes.length; at++) sum.votes[at] = (sum.votes[at] ?? 0) + (change.votes[at] ?? 0);
  }
  return [...sums.values()].toSorted((a, b) => b.sheets - a.sheets);
}
