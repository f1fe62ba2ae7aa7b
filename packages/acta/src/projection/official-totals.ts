import type { Contest, Election } from "../election/index.js";
import type { MergedBulletin } from "../tabulation/index.js";
import type { AreaTotals } from "./previous-contest.js";

/**
 * Totals by area that an authority published of a contest: of each area the newest bulletin (none that mixes moments) that gives the votes
 * of every option, blank and null votes and the registered voters of what is counted.
 */
export function officialTotals(election: Election, contest: Contest, bulletins: readonly MergedBulletin[]): AreaTotals {
  const series = new Set(election.bulletins.filter((each) => each.contest === contest.id).map((each) => each.id));
  const tree = election.trees[0]?.id;
  const totals = new Map<string, Float64Array>();
  for (const bulletin of bulletins) {
    if (bulletin.torn || !series.has(bulletin.series)) continue;
    for (const row of bulletin.rows) {
      const values = row.tree === tree ? valuesOf(contest, row.figures) : undefined;
      if (values !== undefined) totals.set(row.area, values);
    }
  }
  return totals;
}

/** Undefined when a figure is missing: half a table would say that an option had no votes. */
function valuesOf(contest: Contest, figures: Readonly<Record<string, number>>): Float64Array | undefined {
  const wanted = [
    ...contest.options.map((option) => `votes.${option}`),
    "blankVotes",
    "nullVotes",
    "registeredCounted",
  ];
  const values = new Float64Array(wanted.length);
  for (let at = 0; at < wanted.length; at++) {
    const value = figures[wanted[at] ?? ""];
    if (value === undefined || value < 0) return undefined;
    values[at] = value;
  }
  return values;
}
