import type { Fraction } from "../basics/index.js";
import { baseOfWhole, listsOf, votesOfList } from "./chamber-votes.js";
import type { ChamberVotes } from "./chamber-votes.js";
import type { Barrier, SeatRule } from "./institution-law.js";
import type { Bounds } from "./majority.js";

/** Whether a list passes; `undetermined` where votes that decide it are not known. */
export type BarrierVerdict = "passes" | "fails" | "undetermined";

/** One condition of a barrier beside a list's figures. */
export interface BarrierFinding {
  readonly kind: Barrier["kind"];
  readonly verdict: BarrierVerdict;
  /** What is counted: votes, seats, or districts in which the condition holds. */
  readonly has: Bounds | null;
  /** The fewest that pass; null when the base is not known. */
  readonly needed: number | null;
  /** For `allOf` and `anyOf`. */
  readonly parts: readonly BarrierFinding[];
}

/** A list before the barrier, with the working. */
export interface ListBarrier {
  readonly list: string;
  readonly verdict: BarrierVerdict;
  readonly finding: BarrierFinding;
}

/** Seats of a list in the first distribution, over the whole and in how many districts. */
export interface FirstSeats {
  readonly seats: Bounds;
  readonly inDistricts: Bounds;
}

/** Holds every list against the barrier of a rule. `firstSeats`: of the distribution among all lists; asked only where the barrier needs it. */
export function checkBarrier(
  rule: SeatRule,
  barrier: Barrier,
  votes: ChamberVotes,
  firstSeats: () => ReadonlyMap<string, FirstSeats>,
): readonly ListBarrier[] {
  const seats = rule.districts.reduce((sum, each) => sum + each.seats, 0);
  return listsOf(votes).map((list) => {
    const parties = votes.lists.find((each) => each.list === list)?.parties ?? 1;
    const finding = find(barrier, { list, parties, votes, seats, firstSeats });
    return { list, verdict: finding.verdict, finding };
  });
}

interface Candidate {
  readonly list: string;
  readonly parties: number;
  readonly votes: ChamberVotes;
  /** Seats of the chamber. */
  readonly seats: number;
  readonly firstSeats: () => ReadonlyMap<string, FirstSeats>;
}

function find(barrier: Barrier, candidate: Candidate): BarrierFinding {
  switch (barrier.kind) {
    case "share":
      return barrier.inDistricts === 0 ? shareOfWhole(barrier, candidate) : shareInDistricts(barrier, candidate);
    case "seats":
      return seatsAtLeast(barrier.kind, barrier.atLeast, barrier.inDistricts, candidate);
    case "seatShare": {
      const { numerator, denominator } = barrier.atLeast;
      const needed = Number((BigInt(candidate.seats) * numerator + denominator - 1n) / denominator);
      return seatsAtLeast(barrier.kind, needed, 1, candidate);
    }
    case "allOf":
    case "anyOf": {
      const parts = barrier.of.map((each) => find(each, candidate));
      const decisive = barrier.kind === "allOf" ? "fails" : "passes";
      const other = barrier.kind === "allOf" ? "passes" : "fails";
      const verdict = parts.some((part) => part.verdict === decisive)
        ? decisive
        : parts.every((part) => part.verdict === other)
          ? other
          : "undetermined";
      return { kind: barrier.kind, verdict, has: null, needed: null, parts };
    }
  }
}

type ShareBarrier = Extract<Barrier, { readonly kind: "share" }>;

function shareOfWhole(barrier: ShareBarrier, { list, parties, votes }: Candidate): BarrierFinding {
  const base = baseOfWhole(votes, barrier.of);
  const has = votesOfList(votes, list);
  const needed = base === null ? null : neededVotes(barrier, parties, base);
  const verdict = needed === null || has === null ? "undetermined" : has >= needed ? "passes" : "fails";
  return { kind: "share", verdict, has: has === null ? null : { least: has, most: has }, needed, parts: [] };
}

/** In how many districts the list has the share; a district that may lack lists tells nothing. */
function shareInDistricts(barrier: ShareBarrier, { list, parties, votes }: Candidate): BarrierFinding {
  let least = 0;
  let unknown = 0;
  for (const { lists, omits } of votes.districts) {
    if (omits !== "nothing" || barrier.of !== "validVotes") {
      unknown++;
      continue;
    }
    const base = lists.reduce((sum, each) => sum + each.votes, 0);
    const has = lists.find((each) => each.list === list)?.votes ?? 0;
    if (base > 0 && has >= neededVotes(barrier, parties, base)) least++;
  }
  const needed = barrier.inDistricts;
  return { kind: "share", ...verdictOf({ least, most: least + unknown }, needed), needed, parts: [] };
}

/** The fewest votes that have the share, exactly; an alliance may need more. */
function neededVotes(
  { share, alliance, perFurtherParty, relation }: ShareBarrier,
  parties: number,
  base: number,
): number {
  const own = parties > 1 ? (alliance ?? share) : share;
  const asked = parties > 1 && perFurtherParty !== null ? plus(own, perFurtherParty, BigInt(parties - 1)) : own;
  const part = BigInt(base) * asked.numerator;
  const floor = part / asked.denominator;
  const isMore = relation === "moreThan" || part % asked.denominator > 0n;
  return Number(isMore ? floor + 1n : floor);
}

function plus(one: Fraction, other: Fraction, times: bigint): Fraction {
  return {
    numerator: one.numerator * other.denominator + times * other.numerator * one.denominator,
    denominator: one.denominator * other.denominator,
  };
}

function seatsAtLeast(
  kind: "seats" | "seatShare",
  needed: number,
  districts: number,
  candidate: Candidate,
): BarrierFinding {
  const first = candidate.firstSeats().get(candidate.list);
  if (first === undefined) return { kind, verdict: "undetermined", has: null, needed, parts: [] };
  const bySeats = verdictOf(first.seats, needed).verdict;
  const byDistricts = verdictOf(first.inDistricts, districts).verdict;
  const verdict =
    bySeats === "fails" || byDistricts === "fails"
      ? "fails"
      : bySeats === "passes" && byDistricts === "passes"
        ? "passes"
        : "undetermined";
  return { kind, verdict, has: first.seats, needed, parts: [] };
}

function verdictOf(has: Bounds, needed: number): { readonly has: Bounds; readonly verdict: BarrierVerdict } {
  return { has, verdict: has.least >= needed ? "passes" : has.most < needed ? "fails" : "undetermined" };
}
