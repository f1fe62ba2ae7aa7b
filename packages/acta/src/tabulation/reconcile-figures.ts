import { FLAGS } from "../election/index.js";
import type { Contest, Flag, Roll } from "../election/index.js";
import { stateOf, statusOf } from "../sheet/index.js";
import type { SheetTable } from "../sheet/index.js";
import { resultOf } from "./result.js";
import type { AreaResult } from "./result.js";
import { sumOf } from "./area-tally.js";
import type { Tally } from "./tally.js";

/** Sheets that are with a tribunal, by reason, for every area of a tree; one with several reasons counts as `other` (RULES R2.8). */
export type ReferredByFlag = ReadonlyMap<Flag, Float64Array>;

/** Counts the referred sheets of every area of a tree by reason. */
export function referredByFlag(roll: Roll, table: SheetTable, treeAt: number): ReferredByFlag {
  const areas = roll.trees[treeAt]?.areas ?? [];
  const leaves = roll.leaves[treeAt] ?? new Uint32Array(0);
  const counts = new Map<Flag, Float64Array>(FLAGS.map((flag) => [flag, new Float64Array(areas.length)]));
  for (let row = 0; row < table.size; row++) {
    if (stateOf(table, row) !== "referred") continue;
    const flags = statusOf(table, row)?.flags ?? [];
    const column = counts.get(flags.length === 1 ? (flags[0] ?? "other") : "other");
    const leaf = leaves[row] ?? 0;
    if (column !== undefined) column[leaf] = (column[leaf] ?? 0) + 1;
  }
  for (const column of counts.values())
    for (let at = areas.length - 1; at > 0; at--) {
      const parent = areas[at]?.parent ?? 0;
      column[parent] = (column[parent] ?? 0) + (column[at] ?? 0);
    }
  return counts;
}

/** What the sheets of one area give, by the names of bulletin figures. */
export interface ComputedArea {
  readonly result: AreaResult;
  readonly figures: ReadonlyMap<string, number>;
}

/** Computes every figure that a bulletin may carry for a set of areas (one, or the leaves of a group). */
export function computeFigures(
  contest: Contest,
  tally: Tally,
  referred: ReferredByFlag,
  positions: readonly number[],
  area: { readonly code: string; readonly name: string; readonly level: string },
): ComputedArea {
  const single = positions.length === 1 ? positions[0] : undefined;
  const own = single === undefined ? sumOf(tally, positions) : tally;
  const group = single ?? 0;
  const result = resultOf(contest, own, group, { ...area, wholeContest: false });
  const { stations } = result;
  const figures = new Map<string, number>([
    ["stations", stations.total],
    ["processed", stations.processed],
    ["counted", stations.counted],
    ["countedNormal", stations.counted - stations.annulled - stations.notInstalled],
    ["annulled", stations.annulled],
    ["notInstalled", stations.notInstalled],
    ["referred", stations.referred],
    ["pending", stations.pending],
    ["registeredVoters", result.registeredVoters],
    ["registeredCounted", own.registeredIncluded[group] ?? 0],
    ["voters", result.votersReported],
    ["ballotsCast", result.ballotsCast],
    ["validVotes", result.validVotes],
    ["blankVotes", result.blankVotes],
    ["nullVotes", result.nullVotes],
    ["challengedVotes", result.challengedVotes],
  ]);
  for (const option of result.options) figures.set(`votes.${option.id}`, option.votes);
  for (const [flag, column] of referred)
    figures.set(
      `referred.${flag}`,
      positions.reduce((sum, at) => sum + (column[at] ?? 0), 0),
    );
  return { result, figures };
}
