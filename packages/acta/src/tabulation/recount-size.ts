import { share } from "../basics/index.js";
import type { Share } from "../basics/index.js";
import { votesOf } from "./gate.js";
import type { Gate } from "./gate.js";
import type { RowTotals, RowVotes } from "./row-votes.js";
import { largestRows, mostTaken, smallestFlip, tiersOf } from "./smallest-flip.js";

/** How many ballots would have to be read anew, and how wrong the count of them would have to be, to undo a lead. */
export interface RecountSize {
  readonly option: string;
  readonly rival: string;
  /** Ballots counted for the leader that would have to be the rival's, all on the same side; each moves the lead by two, a tie is enough. */
  readonly misread: number;
  /** Of the leader's votes. */
  readonly ofLeaderVotes: Share;
  /** For each sheet that is counted with votes, on average. */
  readonly perSheet: Share;
  /** Ballots of the leader that would have to be nobody's, when none is the rival's. */
  readonly struck: number;
  /** The fewest sheets that could do it if every ballot on them (blank and null ones too) became the rival's; with all their ballots. */
  readonly fewest: { readonly sheets: number; readonly ballots: number };
}

/** Works out what a recount would have to find for the rival to reach the leader. Null while the leader is not ahead. */
export function recountSize(
  gate: Gate,
  slack: number,
  addends: RowVotes,
  totals: RowTotals,
  ballots: Float64Array,
): RecountSize | null {
  if (gate.kind !== "ahead" || slack <= 0) return null;
  const own = addends.votes.get(gate.option) ?? new Int32Array(0);
  const rivals = addends.votes.get(gate.rival) ?? own;
  // If all its ballots became the rival's, a sheet would move the lead by the leader's votes twice and by every other option's once.
  const moves = new Float64Array(own.length);
  let counted = 0;
  for (let row = 0; row < own.length; row++) {
    const all = ballots[row] ?? 0;
    if (all > (addends.otherBallots[row] ?? 0)) counted++;
    moves[row] = all + (own[row] ?? 0) - (rivals[row] ?? 0);
  }
  const { stations: sheets } = smallestFlip(slack, tiersOf(moves, null));
  const chosen = largestRows(moves, null, sheets);
  const misread = Math.ceil(slack / 2);
  return {
    option: gate.option,
    rival: gate.rival,
    misread,
    ofLeaderVotes: share(misread, votesOf(totals, gate.option)),
    perSheet: share(misread, counted),
    struck: slack,
    fewest: { sheets, ballots: chosen.reduce((sum, row) => sum + (ballots[row] ?? 0), 0) },
  };
}

/** What a recount of so many sheets, whichever they are, would have to find. */
export interface RecountOfAny {
  readonly stations: number;
  /** The most votes of the leader that so many sheets hold. */
  readonly leaderVotes: number;
  /** At least this share of them would have to be the rival's. Above 1: no recount of so many sheets can undo the lead. */
  readonly wrong: Share;
}

/** Works out how wrong the counts of any so many sheets would have to be for the rival to reach the leader, for each number asked. */
export function recountOfAny(
  gate: Gate,
  slack: number,
  addends: RowVotes,
  asked: readonly number[],
): readonly RecountOfAny[] {
  if (gate.kind !== "ahead" || slack <= 0 || asked.length === 0) return [];
  const tiers = tiersOf(Float64Array.from(addends.votes.get(gate.option) ?? []), null);
  return asked.map((stations) => {
    const leaderVotes = mostTaken(tiers, stations);
    return { stations, leaderVotes, wrong: share(Math.ceil(slack / 2), leaderVotes) };
  });
}

/** All ballots of every sheet. */
export function ballotsOf(addends: RowVotes): Float64Array {
  const ballots = new Float64Array(addends.otherBallots.length);
  for (const column of [...addends.votes.values(), addends.otherBallots])
    for (let row = 0; row < ballots.length; row++) ballots[row] = (ballots[row] ?? 0) + (column[row] ?? 0);
  return ballots;
}
