import { share } from "../basics/index.js";
import type { Share } from "../basics/index.js";
import type { Contest, SheetForm } from "../election/index.js";
import { outcomeOf } from "../institution/index.js";
import type { Outcome } from "../institution/index.js";
import { isPart } from "./tally-rows.js";
import type { Tally } from "./tally.js";

/** The result of one area under one policy: every number with its base. */
export interface AreaResult {
  readonly area: { readonly code: string; readonly name: string; readonly level: string };
  readonly options: readonly OptionResult[];
  readonly validVotes: number;
  readonly blankVotes: number;
  readonly nullVotes: number;
  readonly challengedVotes: number;
  /** Sum of the parts: valid, blank, null and challenged. */
  readonly ballotsCast: number;
  /** Citizens who voted as written on the sheets; a check on the line above, not an input. */
  readonly votersReported: number;
  readonly registeredVoters: number;
  /** Ballots cast over the registered voters of the stations that are in. */
  readonly turnoutCounted: Share;
  /** Ballots cast over all registered voters of the area. */
  readonly turnoutRoll: Share;
  readonly stations: StationCounts;
  /** Cells without a number in the sheets that are in; they count 0. */
  readonly missingCells: number;
  /** Between the first and the second option. */
  readonly margin: { readonly votes: number; readonly ofValid: Share };
  /** `id` is null on a tie, which then names who is tied. */
  readonly leader: { readonly id: string | null; readonly tie: readonly string[] };
  readonly outcome: Outcome;
  /** What is not in the authority's count, and the most votes that it can bring (null when a roll is not known). */
  readonly open: { readonly stations: number; readonly mostVotes: number | null };
}

/** What an option has in an area. */
export interface OptionResult {
  readonly id: string;
  readonly votes: number;
  readonly shareOfValid: Share;
  /** Preferential votes of the list's candidates, the first one first; only in contests that have them. */
  readonly preferential?: readonly number[];
}

/** Stations of an area by what the count has made of their sheets. Do not depend on the policy. */
export interface StationCounts {
  readonly total: number;
  /** counted + referred. */
  readonly processed: number;
  /** In the authority's count: includes annulled and not installed. */
  readonly counted: number;
  readonly annulled: number;
  readonly notInstalled: number;
  readonly referred: number;
  /** total - processed. */
  readonly pending: number;
  /** Of those pending, what our source lacks. */
  readonly notCollected: number;
}

/** The area that a result is about, as it is shown. */
export interface NamedArea {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  /** The outcome rule applies: the area is the whole contest. */
  readonly wholeContest: boolean;
}

/** Reads the result of one group of a tally. */
export function resultOf(contest: Contest, tally: Tally, group: number, area: NamedArea): AreaResult {
  const at = (column: Float64Array): number => column[group] ?? 0;
  const sums = rolesOf(contest.form, tally, group);
  const votes = contest.options.map((option) => ({ option, votes: sums.options.get(option) ?? 0 }));
  const validVotes = votes.reduce((sum, each) => sum + each.votes, 0);
  const stations = stationCounts(tally, group);
  const open = {
    stations: stations.referred + stations.pending,
    mostVotes: at(tally.openUnknown) > 0 ? null : at(tally.registeredOpen),
  };
  const totals = { votes, validVotes, ballotsCast: sums.ballotsCast, registeredVoters: at(tally.registered) };
  return {
    area: { code: area.code, name: area.name, level: area.level },
    options: votes.map((each) => optionResult(each, validVotes, sums.preferential.get(each.option))),
    validVotes,
    blankVotes: sums.blank,
    nullVotes: sums.null,
    challengedVotes: sums.challenged,
    ballotsCast: sums.ballotsCast,
    votersReported: sums.voters,
    registeredVoters: at(tally.registered),
    turnoutCounted: share(sums.ballotsCast, at(tally.registeredIncluded)),
    turnoutRoll: share(sums.ballotsCast, at(tally.registered)),
    stations,
    missingCells: at(tally.missingCells),
    ...leadOf(votes, validVotes),
    outcome: area.wholeContest
      ? outcomeOf(contest.outcome, totals, { ...open, votesInTotals: looseVotes(tally, group) })
      : { kind: "notApplicable", between: [], why: "outcome.wholeContestOnly" },
    open,
  };
}

/**
 * At most how many votes in the totals come from sheets that are open (a policy may take flagged sheets in): twice the registered
 * voters of those sheets, since a flagged one may hold more votes than voters.
 */
function looseVotes(tally: Tally, group: number): number {
  const at = (column: Float64Array): number => column[group] ?? 0;
  return 2 * Math.max(at(tally.registeredIncluded) + at(tally.registeredOpen) - at(tally.registered), 0);
}

function optionResult(
  { option, votes }: { readonly option: string; readonly votes: number },
  validVotes: number,
  preferential: readonly number[] | undefined,
): OptionResult {
  const result = { id: option, votes, shareOfValid: share(votes, validVotes) };
  return preferential === undefined ? result : { ...result, preferential };
}

interface RoleSums {
  readonly options: ReadonlyMap<string, number>;
  readonly preferential: ReadonlyMap<string, readonly number[]>;
  readonly blank: number;
  readonly null: number;
  readonly challenged: number;
  readonly voters: number;
  readonly ballotsCast: number;
}

function rolesOf(form: SheetForm, tally: Tally, group: number): RoleSums {
  const options = new Map<string, number>();
  const preferential = new Map<string, readonly number[]>();
  const roles = new Map<string, number>();
  let ballotsCast = 0;
  form.cells.forEach((cell, at) => {
    const sum = tally.cells[at]?.[group] ?? 0;
    if (isPart(cell.role)) ballotsCast += sum;
    if (cell.role === "option") options.set(cell.option, sum);
    // Cells of a list stand in the order of its candidates.
    else if (cell.role === "preferential")
      preferential.set(cell.option, [...(preferential.get(cell.option) ?? []), sum]);
    else roles.set(cell.role, (roles.get(cell.role) ?? 0) + sum);
  });
  const role = (name: string): number => roles.get(name) ?? 0;
  return {
    options,
    preferential,
    blank: role("blank"),
    null: role("null"),
    challenged: role("challenged"),
    voters: role("voters"),
    ballotsCast,
  };
}

/** Counts stations as the authority does (RULES R2.8): counted holds annulled and not installed; processed adds what was referred. */
function stationCounts(tally: Tally, group: number): StationCounts {
  const of = (state: keyof Tally["byState"]): number => tally.byState[state][group] ?? 0;
  const counted = of("counted") + of("annulled") + of("notInstalled");
  const total = tally.stations[group] ?? 0;
  const processed = counted + of("referred");
  return {
    total,
    processed,
    counted,
    annulled: of("annulled"),
    notInstalled: of("notInstalled"),
    referred: of("referred"),
    pending: total - processed,
    notCollected: of("notCollected"),
  };
}

/** The leader and the margin to the second; with equal votes nobody leads and the tie is named. */
function leadOf(
  votes: readonly { readonly option: string; readonly votes: number }[],
  validVotes: number,
): Pick<AreaResult, "margin" | "leader"> {
  const order = votes.toSorted((a, b) => b.votes - a.votes);
  const first = order[0];
  const second = order[1]?.votes ?? 0;
  const top = first?.votes ?? 0;
  const margin = { votes: top - second, ofValid: share(top - second, validVotes) };
  const tie = order.filter((each) => each.votes === top).map((each) => each.option);
  if (first === undefined || top === 0 || (tie.length > 1 && order.length > 1))
    return { margin, leader: { id: null, tie } };
  return { margin, leader: { id: first.option, tie: [] } };
}
