import { fail, isCount, succeed } from "../basics/index.js";
import type { Problem, Result } from "../basics/index.js";
import { countByAverages } from "./averages-count.js";
import { plainDivisors } from "./seat-method.js";
import type { SeatAllocation, SeatRequest, SeatStep } from "./seat-allocation.js";
import { SeatRun } from "./seat-run.js";

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
