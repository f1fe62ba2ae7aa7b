import type { ShareBase } from "./institution-law.js";

/** Votes of an election of a chamber, as far as they are known. */
export interface ChamberVotes {
  /** Totals over the whole; null where nobody said. */
  readonly whole: Readonly<Record<ShareBase, number | null>>;
  readonly lists: readonly ChamberList[];
  readonly districts: readonly DistrictVotes[];
  /**
   * Lists that took part in the distribution by decision of the competent body; null when no decision is known. It speaks where the
   * figures cannot.
   */
  readonly qualified: readonly string[] | null;
  /** Lots in the order drawn: lists by district, and numbers of candidates by `district/list`. */
  readonly lots: ReadonlyMap<string, readonly string[]>;
}

/** A list and its votes over the whole. */
export interface ChamberList {
  readonly list: string;
  /** Null when nobody said: then the sum of districts holds, where all are complete. */
  readonly votes: number | null;
  /** Parties in it: more than one for an alliance. */
  readonly parties: number;
}

/** Votes in one district. */
export interface DistrictVotes {
  readonly district: string;
  readonly lists: readonly {
    readonly list: string;
    readonly votes: number;
    readonly candidates: readonly CandidateVotes[];
  }[];
  /** `nothing`: every list stands here. `listsWithoutSeat`: only lists that won a seat in the real distribution. `unknown`: any may be missing. */
  readonly omits: "nothing" | "listsWithoutSeat" | "unknown";
}

/** A candidate on a list and the preferential votes. */
export interface CandidateVotes {
  readonly number: number;
  readonly votes: number;
}

/** Votes of a list over the whole; null when they cannot be known. */
export function votesOfList(votes: ChamberVotes, list: string): number | null {
  const given = votes.lists.find((each) => each.list === list)?.votes;
  if (given !== null && given !== undefined) return given;
  if (votes.districts.some(({ omits }) => omits !== "nothing")) return null;
  return votes.districts.reduce((sum, { lists }) => sum + (lists.find((each) => each.list === list)?.votes ?? 0), 0);
}

/** The base of a share over the whole. Valid votes are the votes of all lists where nobody printed them and no list is missing. */
export function baseOfWhole(votes: ChamberVotes, base: ShareBase): number | null {
  const given = votes.whole[base];
  if (given !== null || base !== "validVotes") return given;
  if (votes.districts.some(({ omits }) => omits !== "nothing")) return null;
  return votes.districts.reduce((sum, { lists }) => sum + lists.reduce((own, each) => own + each.votes, 0), 0);
}

/** Ids of all lists, those of the whole first. */
export function listsOf(votes: ChamberVotes): readonly string[] {
  const named = votes.lists.map(({ list }) => list);
  return [...new Set([...named, ...votes.districts.flatMap(({ lists }) => lists.map(({ list }) => list))])];
}
