import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import type { CandidateVotes } from "./chamber-votes.js";
import type { SeatRule } from "./institution-law.js";

/** Who of a list sits. */
export interface SeatHolders {
  /** Numbers on the list, in the order in which they won. */
  readonly candidates: readonly number[];
  /** Equal preferential votes at the last seat: as many lots are missing as there are seats. Null when nothing is open. */
  readonly undecided: { readonly seats: number; readonly between: readonly number[] } | null;
}

/**
 * Who of a list sits on its seats: its candidates by preferential votes (LOE 30 of Peru is one such rule), or in the order of the list.
 * @param lots numbers on the list in the order in which lots were drawn
 * @returns `seats.lotNotTied`; `seats.tooFewCandidates` when the list has fewer candidates than seats.
 */
export function seatHolders(
  sitting: SeatRule["sitting"],
  candidates: readonly CandidateVotes[],
  seats: number,
  lots: readonly number[],
): Result<SeatHolders> {
  if (candidates.length < seats)
    return fail({ code: "seats.tooFewCandidates", context: { seats, candidates: candidates.length } });
  if (sitting === "listOrder") {
    const order = candidates.map(({ number }) => number).toSorted((a, b) => a - b);
    return succeed({ candidates: order.slice(0, seats), undecided: null });
  }
  const order = candidates.toSorted((a, b) => b.votes - a.votes || a.number - b.number);
  const cut = order[seats - 1]?.votes;
  const sure = order.filter(({ votes }) => cut !== undefined && votes > cut);
  const tied = order.filter(({ votes }) => votes === cut);
  const open = seats - sure.length;
  const winners = sure.map(({ number }) => number);
  if (tied.length <= open)
    return succeed({ candidates: [...winners, ...tied.map(({ number }) => number)], undecided: null });
  const left = tied.map(({ number }) => number);
  for (const lot of lots.slice(0, open)) {
    if (!left.includes(lot))
      return fail({ code: "seats.lotNotTied", context: { list: lot, between: left.join(", ") } });
    left.splice(left.indexOf(lot), 1);
    winners.push(lot);
  }
  const missing = seats - winners.length;
  return succeed({ candidates: winners, undecided: missing === 0 ? null : { seats: missing, between: left } });
}
