import type { Election, Policy } from "../election/index.js";
import { OUT_OF_SCOPE } from "../sheet/index.js";
import type { SheetTable } from "../sheet/index.js";
import { AS_NULL, LEFT_OUT, enteringRows, isPart } from "./tally-rows.js";

/** What every sheet puts into the sums under a policy: the addends of the tally, one value for each row. Whole numbers. */
export interface RowVotes {
  /** Votes for each option, by its id; 0 for a sheet that is not in, and for a cell without a number. */
  readonly votes: ReadonlyMap<string, Int32Array>;
  /** Ballots that are no vote for an option: blank, null and challenged; all ballots of a sheet that is annulled. */
  readonly otherBallots: Int32Array;
}

/** The sums of the addends, over the rows that were asked for. */
export interface RowTotals {
  readonly votes: ReadonlyMap<string, number>;
  readonly validVotes: number;
  readonly ballotsCast: number;
  /** Registered voters of all rows, whether their sheet is in or not. */
  readonly registeredVoters: number;
}

/**
 * Reads the addends of a tally. `scope` marks the rows that are looked at; null for all of the contest.
 * @returns columns whose sums are those of `tallyBy` over the same rows, by the same rules.
 */
export function rowVotes(election: Election, table: SheetTable, policy: Policy, scope: Uint8Array | null): RowVotes {
  const entering = enteringRows(election, table, policy);
  if (scope !== null) for (let row = 0; row < table.size; row++) if (scope[row] !== 1) entering[row] = LEFT_OUT;
  const votes = new Map<string, Int32Array>();
  const otherBallots = new Int32Array(table.size);
  figuresOf(table, policy).forEach((figures, at) => {
    const cell = table.form.cells[at];
    if (cell === undefined || !isPart(cell.role)) return;
    const isOption = cell.role === "option";
    const own = isOption ? new Int32Array(table.size) : otherBallots;
    for (let row = 0; row < table.size; row++) {
      const value = figures[row] ?? 0;
      if (value <= 0) continue;
      if (entering[row] === AS_NULL) otherBallots[row] = (otherBallots[row] ?? 0) + value;
      else if (entering[row] !== LEFT_OUT) own[row] = (own[row] ?? 0) + value;
    }
    if (isOption) votes.set(cell.option, own);
  });
  return { votes, otherBallots };
}

/** The figures that a policy reads, a column for each cell: those in force, or the first that were filed. */
export function figuresOf(table: SheetTable, policy: Pick<Policy, "figures">): readonly Int32Array[] {
  if (policy.figures === "current" || table.first.size === 0) return table.cells;
  return table.cells.map((column, at) => {
    const figures = column.slice();
    for (const [row, filed] of table.first) figures[row] = filed.cells[at] ?? 0;
    return figures;
  });
}

/** Sums the addends over the rows for which `within` is 1 (all rows when null). */
export function totalsOf(
  addends: RowVotes,
  registered: Int32Array,
  table: SheetTable,
  scope: Uint8Array | null,
  within: Uint8Array | null,
): RowTotals {
  const sum = (column: Int32Array): number => {
    let total = 0;
    for (let row = 0; row < column.length; row++) if (within === null || within[row] === 1) total += column[row] ?? 0;
    return total;
  };
  const votes = new Map([...addends.votes].map(([option, column]) => [option, sum(column)]));
  const validVotes = [...votes.values()].reduce((total, each) => total + each, 0);
  let registeredVoters = 0;
  for (let row = 0; row < table.size; row++)
    if (table.status[row] !== OUT_OF_SCOPE && (scope === null || scope[row] === 1))
      registeredVoters += Math.max(registered[row] ?? 0, 0);
  return { votes, validVotes, ballotsCast: validVotes + sum(addends.otherBallots), registeredVoters };
}
