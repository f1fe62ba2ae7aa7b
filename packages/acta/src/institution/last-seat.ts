import { seatCounts } from "./allocate-seats.js";
import type { SeatAllocation, SeatRequest, SeatStep } from "./allocate-seats.js";
import { wholePart } from "./quotient.js";
import type { Quotient } from "./quotient.js";
import { divisorAfter } from "./seat-method.js";
import type { Divisors } from "./seat-method.js";

/** How far a list is from one seat more. */
export interface SeatRival {
  readonly list: string;
  /** Its next value, for methods of averages; null for others. */
  readonly value: Quotient | null;
  /** The fewest votes more, with all other votes as they are, that bring it a further seat for certain; null when no number does. */
  readonly votesAway: number | null;
}

/** The last seat that was given: who holds it, and who is next. */
export interface LastSeat {
  readonly list: string;
  readonly value: Quotient | null;
  readonly byLot: boolean;
  /** The fewest votes fewer, others as they are, with which the holder would have a seat less for certain; null when no number does. */
  readonly holderLosesWith: number | null;
  /** Lists that won no further seat, nearest first. */
  readonly rivals: readonly SeatRival[];
}

/** The last seat of a distribution and how near it was; null when nothing was given by values, or lots are missing. */
export function lastSeatOf(request: SeatRequest, allocation: SeatAllocation): LastSeat | null {
  const last = allocation.steps.findLast(({ value }) => value !== null);
  if (last === undefined || allocation.undecided !== null) return null;
  const plain = plainAverages(request);
  const rivals = request.lists
    .filter(({ list, votes }) => list !== last.list && votes > 0)
    .map(({ list }) =>
      plain === null ? byTrial(request, allocation, list) : byAverages(allocation, plain, last, list),
    )
    .toSorted((a, b) => (a.votesAway ?? Infinity) - (b.votesAway ?? Infinity));
  return {
    list: last.list,
    value: last.value,
    byLot: last.byLot,
    holderLosesWith: losesWith(request, allocation, last.list),
    rivals,
  };
}

/** The divisors where seats follow from averages alone: then distances have a formula. */
function plainAverages({ method, lists }: SeatRequest): Divisors | null {
  const [rule] = method.residual;
  const isPlain =
    method.quota === null && !method.majorityClause && lists.every(({ candidates }) => candidates === null);
  return isPlain && rule?.kind === "averages" && rule.mostEach === null ? rule.divisors : null;
}

/** More than the last value × the list's next divisor: so many votes are enough, one fewer is at most a tie. */
function byAverages({ lists }: SeatAllocation, divisors: Divisors, { value }: SeatStep, list: string): SeatRival {
  const { votes, seats } = lists.find((each) => each.list === list) ?? { votes: 0, seats: 0 };
  const divisor = divisorAfter(divisors, seats);
  const { numerator, denominator } = value ?? { numerator: 0, denominator: 1 };
  const enough = wholePart(numerator, divisor, denominator * divisors.unit) + 1;
  return {
    list,
    value: { numerator: votes * divisors.unit, denominator: divisor },
    votesAway: Math.max(enough - votes, 0),
  };
}

/** By trying: doubles the votes until they are enough, then halves the gap. */
function byTrial(request: SeatRequest, { lists }: SeatAllocation, list: string): SeatRival {
  const seats = lists.find((each) => each.list === list)?.seats ?? 0;
  const total = lists.reduce((sum, { votes }) => sum + votes, 0);
  const gains = (more: number): boolean => (seatsWith(request, list, more) ?? 0) > seats;
  let enough = 1;
  while (!gains(enough)) {
    if (enough > total * (request.seats + 2)) return { list, value: null, votesAway: null };
    enough *= 2;
  }
  return { list, value: null, votesAway: leastThat(gains, Math.floor(enough / 2), enough) };
}

/** With fewer votes the holder can only lose; null when even without any it keeps what it has. */
function losesWith(request: SeatRequest, { lists }: SeatAllocation, list: string): number | null {
  const { votes, seats } = lists.find((each) => each.list === list) ?? { votes: 0, seats: 0 };
  const loses = (fewer: number): boolean => (seatsWith(request, list, -fewer) ?? seats) < seats;
  return loses(votes) ? leastThat(loses, 0, votes) : null;
}

/** Seats of one list when it has so many votes more, or fewer; null when a lot would be needed. */
function seatsWith(request: SeatRequest, list: string, more: number): number | null {
  const at = request.lists.findIndex((each) => each.list === list);
  const lists = request.lists.map((each) => (each.list === list ? { ...each, votes: each.votes + more } : each));
  return seatCounts({ ...request, lists, lots: [] })?.[at] ?? null;
}

/** The least number above `below` that holds, where `above` holds. */
function leastThat(holds: (value: number) => boolean, below: number, above: number): number {
  let no = below;
  let yes = above;
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2);
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}
