import { allocateSeats } from "./allocate-seats.js";
import type { SeatAllocation } from "./seat-allocation.js";
import type { FirstSeats } from "./barrier.js";
import { baseOfWhole, listsOf, votesOfList } from "./chamber-votes.js";
import type { ChamberVotes, DistrictVotes } from "./chamber-votes.js";
import type { SeatRule } from "./institution-law.js";
import type { Bounds } from "./majority.js";
import { compareQuotients, wholePart } from "./quotient.js";

/**
 * Seats of every list in a distribution among all lists, without a barrier. Where a district lists only winners of seats, lists whose
 * votes there nobody has may take seats from them: then bounds are given. A list cannot gain by further lists (divisor methods), so
 * what it has is the most; the least follows from the votes that the others have over the whole: every seat has a price, the value of
 * the seat that it takes.
 */
export function firstSeatsOf(rule: SeatRule, votes: ChamberVotes): ReadonlyMap<string, FirstSeats> {
  const districts = rule.districts.map(({ id, seats }): FirstDistrict => {
    const given = votes.districts.find(({ district }) => district === id);
    const allocation = given === undefined ? null : allocationOf(rule, given, seats, votes);
    return { seats, omits: given?.omits ?? "unknown", allocation };
  });
  const isAverages = rule.method.quota === null && rule.method.residual.every(({ kind }) => kind === "averages");
  // Only then every seat has a price, and nobody gains by further lists.
  const isPriced =
    isAverages && districts.every(({ omits, allocation }) => allocation?.undecided === null && omits !== "unknown");
  const elsewhere = votesElsewhere(votes);
  return new Map(
    listsOf(votes).map((list) => {
      const isQualified = votes.qualified?.includes(list) === true;
      const parts = districts.map((each) => seatsIn(each, list, isQualified, isAverages));
      const sum = { least: 0, most: 0 };
      for (const { least, most } of parts) {
        sum.least += least;
        sum.most += most;
      }
      const own = votesOfList(votes, list);
      // A list that stands in no district wins at most what its votes over the whole can buy.
      const isUnlisted = districts.every(
        ({ allocation }) => allocation?.lists.every((one) => one.list !== list) !== false,
      );
      const most =
        isUnlisted && isPriced && own !== null ? Math.min(sum.most, mostTaken(districts, null, own)) : sum.most;
      const least =
        isPriced && isQualified ? Math.max(sum.least, most - mostTaken(districts, list, elsewhere)) : sum.least;
      return [list, { seats: { least, most }, inDistricts: districtsOf(parts, { least, most }) }];
    }),
  );
}

/** Seats of a list in one district, as far as its votes there say it. */
function seatsIn(district: FirstDistrict, list: string, isQualified: boolean, isAverages: boolean): Bounds {
  const { seats, omits, allocation } = district;
  const has = allocation?.lists.find((one) => one.list === list);
  if (allocation === null) return { least: 0, most: seats };
  if (omits === "nothing") return withLots(has?.seats ?? 0, allocation, list);
  // Not listed: without a seat if it took part in the real distribution; otherwise nobody knows.
  if (has === undefined) return { least: 0, most: isQualified && omits === "listsWithoutSeat" ? 0 : seats };
  const isReal = omits === "listsWithoutSeat" && isAverages;
  return { least: 0, most: isReal ? withLots(has.seats, allocation, list).most : seats };
}

interface FirstDistrict {
  readonly seats: number;
  readonly omits: DistrictVotes["omits"];
  readonly allocation: SeatAllocation | null;
}

/** Seats that lots must decide may all be the list's. */
function withLots(seats: number, { undecided }: SeatAllocation, list: string): Bounds {
  return { least: seats, most: seats + (undecided?.between.includes(list) === true ? undecided.seats : 0) };
}

function allocationOf(rule: SeatRule, given: DistrictVotes, seats: number, votes: ChamberVotes): SeatAllocation | null {
  const lists = given.lists.map(({ list, votes: own }) => ({ list, votes: own, candidates: null }));
  const done = allocateSeats({ method: rule.method, seats, lists, lots: votes.lots.get(given.district) ?? [] });
  return done.ok ? done.value : null;
}

/** Valid votes of the lists that did not take part in the real distribution: only they can take a seat from those that did. */
function votesElsewhere(votes: ChamberVotes): number {
  const valid = baseOfWhole(votes, "validVotes");
  if (valid === null || votes.qualified === null) return Infinity;
  let rest = valid;
  for (const list of votes.qualified) {
    const own = votesOfList(votes, list);
    if (own === null) return Infinity;
    rest -= own;
  }
  return Math.max(rest, 0);
}

/**
 * The most seats that lists with so many votes together can take from one list, or from all (null). In a district, taking the m last
 * seats costs at least m times the value of the dearest of them; the cheapest way over all districts is found by trying all sums.
 */
function mostTaken(districts: readonly FirstDistrict[], list: string | null, budget: number): number {
  let cheapest: readonly number[] = [0];
  for (const { allocation, omits } of districts) {
    if (allocation === null || omits === "nothing") continue;
    const prices = pricesIn(allocation, list);
    const next: number[] = [];
    cheapest.forEach((before, taken) => {
      prices.forEach((price, more) => {
        next[taken + more] = Math.min(next[taken + more] ?? Infinity, before + price);
      });
    });
    cheapest = next;
  }
  return cheapest.findLastIndex((price) => price <= budget);
}

/** What it costs at least to take 0, 1, 2, ... seats from a list, or from all, in a district; rounded down. */
function pricesIn({ steps, empty }: SeatAllocation, list: string | null): readonly number[] {
  // Seats that nobody holds cost nothing.
  const prices = [0, ...Array.from({ length: list === null ? empty : 0 }, () => 0)];
  const lowestFirst = steps.toReversed();
  lowestFirst.forEach(({ list: holder, value }, at) => {
    if (value === null || (list !== null && holder !== list)) return;
    // Cheaper seats go first; among equal values a lot may take the list's own.
    const cheaper =
      list === null
        ? at + empty
        : lowestFirst.filter((each) => each.value !== null && compareQuotients(each.value, value) < 0).length;
    prices.push(wholePart(cheaper + 1, value.numerator, value.denominator));
  });
  return prices;
}

/** In how many districts it has seats: so many seats do not fit into fewer, nor stand in more. */
function districtsOf(parts: readonly Bounds[], seats: Bounds): Bounds {
  const sizes = parts.map(({ most }) => most).toSorted((a, b) => b - a);
  let left = seats.least;
  let fewest = 0;
  while (left > 0 && fewest < sizes.length) left -= sizes[fewest++] ?? 0;
  return {
    least: Math.max(parts.filter(({ least }) => least > 0).length, fewest),
    most: Math.min(parts.filter(({ most }) => most > 0).length, seats.most),
  };
}
