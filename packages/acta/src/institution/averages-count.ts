import { divisorAfter } from "./seat-method.js";
import type { Divisors } from "./seat-method.js";

/** What cannot be answered by counting alone: a tie at the last seat, or numbers too large for plain products. */
export type UncountedSeats = "tied" | "tooLarge";

/**
 * Seats by highest averages, nothing but their numbers: for simulations, where steps and values are not wanted. Says the same as the
 * full distribution, which tests hold; products are compared, all of them exact below 2^53.
 */
export function countByAverages(
  votes: readonly number[],
  divisors: Divisors,
  seats: number,
): number[] | UncountedSeats {
  let total = 0;
  let largest = 0;
  for (const own of votes) {
    total += own;
    if (own > largest) largest = own;
  }
  if (largest * divisorAfter(divisors, seats) > Number.MAX_SAFE_INTEGER) return "tooLarge";
  const won = largest === 0 ? votes.map(() => 0) : sureSeats(votes, total, divisors, seats);
  if (largest === 0) return won;
  const next = won.map((has) => divisorAfter(divisors, has));
  const known = divisors.first.length;
  let value = 0;
  let divisor = 1;
  for (let seat = won.reduce((sum, has) => sum + has, 0); seat <= seats; seat++) {
    let best = 0;
    let top = votes[0] ?? 0;
    let topDivisor = next[0] ?? 1;
    for (let at = 1; at < votes.length; at++) {
      const own = votes[at] ?? 0;
      const ownDivisor = next[at] ?? 1;
      if (own * topDivisor > top * ownDivisor) {
        best = at;
        top = own;
        topDivisor = ownDivisor;
      }
    }
    // One seat more than there are is looked at: if it is worth the last one, that one stands on a tie.
    if (seat === seats) return seats > 0 && top * divisor === value * topDivisor ? "tied" : won;
    value = top;
    divisor = topDivisor;
    const has = (won[best] ?? 0) + 1;
    won[best] = has;
    next[best] = has < known ? divisorAfter(divisors, has) : topDivisor + divisors.step;
  }
  return won;
}

/**
 * Seats that follow from a price without going through them one by one: at a price at which all lists together win at most one seat
 * fewer than there are, every value above it wins. For divisors a, a + b, a + 2b, ... with a at most b: a list wins at most
 * (votes / price - a) / b + 1. The price is a decimal; what lies within its rounding is left to be counted, so nothing is decided by it.
 */
function sureSeats(votes: readonly number[], total: number, { first, step }: Divisors, seats: number): number[] {
  const start = first[0] ?? 1;
  const room = seats - 1 - votes.length * (1 - start / step);
  if (first.length > 1 || start > step || room <= 0) return votes.map(() => 0);
  const price = total / (step * room);
  return votes.map((own) => Math.max(Math.floor((own / price - start) / step + 1 - ROUNDING), 0));
}

/** Far above the rounding of a decimal for the numbers of seats that there are, far below one seat. */
const ROUNDING = 1e-6;
