import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import { allocateSeats } from "./allocate-seats.js";
import type { SeatAllocation } from "./seat-allocation.js";
import { checkBarrier } from "./barrier.js";
import type { ListBarrier } from "./barrier.js";
import type { ChamberVotes, DistrictVotes } from "./chamber-votes.js";
import { listsOf } from "./chamber-votes.js";
import { firstSeatsOf } from "./first-seats.js";
import type { Barrier, SeatDistrict, SeatRule } from "./institution-law.js";
import { lastSeatOf } from "./last-seat.js";
import type { LastSeat } from "./last-seat.js";
import { seatHolders } from "./seat-holders.js";
import type { SeatHolders } from "./seat-holders.js";

/** The seats of a district, with the working. */
export interface DistrictSeats {
  readonly district: SeatDistrict;
  readonly allocation: SeatAllocation;
  readonly last: LastSeat | null;
  /** Who sits, by list; only where candidates are known. */
  readonly holders: ReadonlyMap<string, SeatHolders>;
  /** What the source leaves out in this district. */
  readonly omits: DistrictVotes["omits"];
}

/** The seats of a chamber under a rule. */
export interface ChamberSeats {
  /** Empty when the rule has no barrier. */
  readonly barrier: readonly ListBarrier[];
  /** Lists that take part; null while that is undetermined. */
  readonly takingPart: readonly string[] | null;
  /** Lists of which the figures do not say whether they pass, and no decision does. */
  readonly undetermined: readonly string[];
  /** Empty while it is undetermined who takes part. */
  readonly districts: readonly DistrictSeats[];
  /** Districts whose votes leave out lists that would take part: their seats cannot be said, and are in no total. */
  readonly notDetermined: readonly string[];
  /** Seats by list over all districts, most first; seats that lots must decide and empty ones are in nobody's number. */
  readonly totals: readonly { readonly list: string; readonly seats: number }[];
  readonly undecided: number;
  readonly empty: number;
}

/**
 * Distributes the seats of a chamber: the barrier, then every district by itself. A list that the figures neither pass nor fail takes
 * part only where a decision says so (`qualified`); the decision was taken under the rule's own barrier and speaks of no other.
 * @param barrier the barrier to apply; the rule's own, unless another is asked about
 * @returns the problems of `allocateSeats` and `seatHolders`; `seats.noDistrict`, `seats.unknownDistrict`, `seats.districtTwice`.
 */
export function allocateChamber(rule: SeatRule, votes: ChamberVotes, barrier: Barrier | null): Result<ChamberSeats> {
  const known = new Set(rule.districts.map(({ id }) => id));
  const seen = new Set<string>();
  for (const { district } of votes.districts) {
    if (!known.has(district)) return fail({ code: "seats.unknownDistrict", context: { district, rule: rule.id } });
    if (seen.has(district)) return fail({ code: "seats.districtTwice", context: { district } });
    seen.add(district);
  }
  const found = barrier === null ? [] : checkBarrier(rule, barrier, votes, () => firstSeatsOf(rule, votes));
  const decision = barrier === rule.barrier ? votes.qualified : null;
  const undetermined = found
    .filter(({ verdict }) => verdict === "undetermined" && decision === null)
    .map(({ list }) => list);
  const none = { barrier: found, undetermined, districts: [], notDetermined: [], totals: [], undecided: 0, empty: 0 };
  if (undetermined.length > 0) return succeed({ ...none, takingPart: null });
  const takingPart = listsOf(votes).filter((list) => {
    const verdict = found.find((each) => each.list === list)?.verdict ?? "passes";
    return verdict === "undetermined" ? decision?.includes(list) === true : verdict === "passes";
  });
  const isReal = barrier === rule.barrier && sameLists(takingPart, votes.qualified ?? takingPart);
  const districts: DistrictSeats[] = [];
  const notDetermined: string[] = [];
  for (const district of rule.districts) {
    const given = votes.districts.find((each) => each.district === district.id);
    if (given === undefined) return fail({ code: "seats.noDistrict", context: { district: district.id } });
    if (given.omits === "unknown" || (given.omits === "listsWithoutSeat" && !isReal)) {
      notDetermined.push(district.id);
      continue;
    }
    const done = districtSeats(rule, district, given, { takingPart, lots: votes.lots });
    if (!done.ok) return fail({ ...done.problem, where: district.id });
    districts.push(done.value);
  }
  return succeed({ ...none, takingPart, districts, notDetermined, ...sumsOf(takingPart, districts) });
}

/** Whether the same lists take part as in the real distribution: only then a source that names winners alone leaves nothing out. */
function sameLists(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((list) => other.includes(list));
}

function districtSeats(
  rule: SeatRule,
  district: SeatDistrict,
  given: DistrictVotes,
  { takingPart, lots }: { readonly takingPart: readonly string[]; readonly lots: ChamberVotes["lots"] },
): Result<DistrictSeats> {
  const lists = given.lists
    .filter(({ list }) => takingPart.includes(list))
    .map(({ list, votes }) => ({ list, votes, candidates: null }));
  const request = { method: rule.method, seats: district.seats, lists, lots: lots.get(district.id) ?? [] };
  const allocation = allocateSeats(request);
  if (!allocation.ok) return allocation;
  const holders = new Map<string, SeatHolders>();
  for (const { list, seats } of allocation.value.lists) {
    const candidates = given.lists.find((each) => each.list === list)?.candidates ?? [];
    if (candidates.length === 0) continue;
    const drawn = lots.get(`${district.id}/${list}`) ?? [];
    const sits = seatHolders(rule.sitting, candidates, seats, drawn.map(Number));
    if (!sits.ok) return sits;
    holders.set(list, sits.value);
  }
  const last = lastSeatOf(request, allocation.value);
  return succeed({ district, allocation: allocation.value, last, holders, omits: given.omits });
}

function sumsOf(takingPart: readonly string[], districts: readonly DistrictSeats[]) {
  const sums = new Map(takingPart.map((list) => [list, 0]));
  let undecided = 0;
  let empty = 0;
  for (const { allocation } of districts) {
    for (const { list, seats } of allocation.lists) sums.set(list, (sums.get(list) ?? 0) + seats);
    undecided += allocation.undecided?.seats ?? 0;
    empty += allocation.empty;
  }
  const totals = [...sums].map(([list, seats]) => ({ list, seats })).toSorted((a, b) => b.seats - a.seats);
  return { totals, undecided, empty };
}
