import { fail, isCount, succeed } from "../basics/index.js";
import type { Problem, Result } from "../basics/index.js";
import { countByAverages } from "./averages-count.js";
import { plainDivisors } from "./seat-method.js";
import { SeatRun } from "./seat-run.js";
import type { Quotient } from "./quotient.js";
import type { SeatMethod } from "./seat-method.js";

/** The votes of a list in one distribution of seats. */
export interface ListVotes {
  readonly list: string;
  readonly votes: number;
  /** Candidates who can sit: a list cannot hold more seats; null when there are enough. */
  readonly candidates: number | null;
}

/** What is asked: so many seats among these lists by this method, with lots already drawn. */
export interface SeatRequest {
  readonly method: SeatMethod;
  readonly seats: number;
  readonly lists: readonly ListVotes[];
  /** Lists in the order in which lots were drawn for them. A lot is used only where a tie needs one. */
  readonly lots: readonly string[];
}

/** One step of a distribution: seats that a list gains or gives up, and why. */
export interface SeatStep {
  readonly list: string;
  /** Seats gained; negative when it gives them up. */
  readonly change: number;
  readonly by: "quota" | "average" | "remainder" | "majorityClause" | "tooFewCandidates";
  /** The value that won the seat: votes over the divisor, or the remainder over the quota's denominator. Null for whole quotas and what is moved. */
  readonly value: Quotient | null;
  /** A lot decided between equal values. */
  readonly byLot: boolean;
}

/** Seats that equal values leave open: as many lots are missing. */
export interface UndecidedSeats {
  readonly seats: number;
  readonly between: readonly string[];
  /** What the lots decide: who gains, or who gives up a seat to a list with a majority of votes. */
  readonly about: "gaining" | "givingUp";
}

/** How the seats are distributed, with the working. Seats that lots must decide are in nobody's number. */
export interface SeatAllocation {
  readonly lists: readonly { readonly list: string; readonly votes: number; readonly seats: number }[];
  /** What one seat costs by the quota; null for methods without one. */
  readonly quota: Quotient | null;
  readonly steps: readonly SeatStep[];
  readonly undecided: UndecidedSeats | null;
  /** Seats that stay empty because nobody may take them: no votes, or no candidates left. */
  readonly empty: number;
}

const MOST_SEATS = 100_000;

/**
 * Distributes seats. Exact: no value is rounded. A tie that no lot decides is an outcome (`undecided`), never an order of lists.
 * @returns `seats.badSeats`, `seats.badVotes`, `seats.badCandidates`, `seats.listTwice`, `seats.tooManyVotes` (above 2^53 - 1),
 *   `seats.quotaTooSmall` when whole quotas alone give more seats than there are, `seats.lotNotTied` for a lot of a list that is not tied.
 */
export function allocateSeats(request: SeatRequest): Result<SeatAllocation> {
  const refused = refusal(request);
  if (refused !== null) return fail(refused);
  const steps: SeatStep[] = [];
  const run = new SeatRun(request, steps);
  const problem = run.complete();
  if (problem !== null) return fail(problem);
  return succeed({
    lists: request.lists.map(({ list, votes }, at) => ({ list, votes, seats: run.seats[at] ?? 0 })),
    quota: run.quota,
    steps,
    undecided: run.undecided,
    empty: run.empty,
  });
}

/** Seats of each list only, in the order of the request; null when a tie leaves one open or the request is refused. For simulations. */
export function seatCounts(request: SeatRequest): readonly number[] | null {
  const { method, seats, lists, lots } = request;
  const divisors = plainDivisors(method);
  if (divisors !== null && lots.length === 0 && lists.every(({ candidates }) => candidates === null)) {
    const counted = countByAverages(
      lists.map(({ votes }) => votes),
      divisors,
      seats,
    );
    if (counted !== "tooLarge") return counted === "tied" ? null : counted;
  }
  const run = new SeatRun(request, null);
  return run.complete() === null && run.undecided === null ? run.seats : null;
}

function refusal({ seats, lists }: SeatRequest): Problem | null {
  if (!isCount(seats) || seats > MOST_SEATS)
    return { code: "seats.badSeats", context: { seats: String(seats).slice(0, 40), most: MOST_SEATS } };
  const seen = new Set<string>();
  let total = 0;
  for (const { list, votes, candidates } of lists) {
    if (seen.has(list)) return { code: "seats.listTwice", context: { list } };
    seen.add(list);
    if (!isCount(votes)) return { code: "seats.badVotes", context: { list, votes: String(votes).slice(0, 40) } };
    if (candidates !== null && !isCount(candidates)) return { code: "seats.badCandidates", context: { list } };
    total += votes;
  }
  return Number.isSafeInteger(total) ? null : { code: "seats.tooManyVotes", context: {} };
}
