import { allocateSeats } from "./allocate-seats.js";
import type { SeatAllocation, SeatRequest, SeatStep } from "./seat-allocation.js";
import type { Bounds } from "./majority.js";
import { compareProducts, compareQuotients, wholePart } from "./quotient.js";
import type { Quotient } from "./quotient.js";
import { divisorAfter, plainDivisors } from "./seat-method.js";
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
    holderLosesWith:
      plain === null ? losesByTrial(request, allocation, last.list) : losesByAverages(allocation, last, rivals),
    rivals,
  };
}

/** The divisors where seats follow from averages alone: then distances have a formula. */
function plainAverages({ method, lists }: SeatRequest): Divisors | null {
  return lists.every(({ candidates }) => candidates === null) ? plainDivisors(method) : null;
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

/** Fewer than the best next value × the divisor of the last seat: one more is at most a tie. */
function losesByAverages({ lists }: SeatAllocation, last: SeatStep, rivals: readonly SeatRival[]): number | null {
  let best: Quotient | null = null;
  for (const { value } of rivals)
    if (value !== null && (best === null || compareQuotients(value, best) > 0)) best = value;
  const votes = lists.find(({ list }) => list === last.list)?.votes ?? 0;
  if (best === null || last.value === null || votes === 0) return null;
  const unit = last.value.numerator / votes;
  const whole = wholePart(best.numerator, last.value.denominator, best.denominator * unit);
  const isExact = compareProducts(whole, best.denominator * unit, best.numerator, last.value.denominator) === 0;
  return votes - (isExact ? whole - 1 : whole);
}

/** By trying: doubles the votes until they are enough, then halves the gap. */
function byTrial(request: SeatRequest, { lists }: SeatAllocation, list: string): SeatRival {
  const seats = lists.find((each) => each.list === list)?.seats ?? 0;
  const total = lists.reduce((sum, { votes }) => sum + votes, 0);
  const gains = (more: number): boolean => (seatsWith(request, list, more)?.least ?? 0) > seats;
  let enough = 1;
  while (!gains(enough)) {
    if (enough > total * (request.seats + 2)) return { list, value: null, votesAway: null };
    enough *= 2;
  }
  return { list, value: null, votesAway: leastThat(gains, Math.floor(enough / 2), enough) };
}

/** With fewer votes the holder can only lose; null when even without any it keeps what it has. */
function losesByTrial(request: SeatRequest, { lists }: SeatAllocation, list: string): number | null {
  const { votes, seats } = lists.find((each) => each.list === list) ?? { votes: 0, seats: 0 };
  const loses = (fewer: number): boolean => (seatsWith(request, list, -fewer)?.most ?? seats) < seats;
  return loses(votes) ? leastThat(loses, 0, votes) : null;
}

/** Seats of one list when it has so many votes more, or fewer: for certain, and with every lot. Null when the quota fails then. */
function seatsWith(request: SeatRequest, list: string, more: number): Bounds | null {
  const lists = request.lists.map((each) => (each.list === list ? { ...each, votes: each.votes + more } : each));
  const done = allocateSeats({ ...request, lists, lots: [] });
  if (!done.ok) return null;
  const { undecided } = done.value;
  const seats = done.value.lists.find((each) => each.list === list)?.seats ?? 0;
  if (undecided === null || !undecided.between.includes(list)) return { least: seats, most: seats };
  return undecided.about === "gaining"
    ? { least: seats, most: seats + undecided.seats }
    : { least: seats - undecided.seats, most: seats };
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
