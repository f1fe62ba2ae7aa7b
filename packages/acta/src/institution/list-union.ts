import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import { allocateSeats } from "./allocate-seats.js";
import type { ListVotes, SeatAllocation, SeatRequest } from "./seat-allocation.js";

/** A list by its id, or lists that share their votes in the first distribution (list unions, also nested). */
export type ListUnion = string | readonly ListUnion[];

/** One distribution among the members of a union. */
export interface UnionStage {
  /** Lists of the union; all lists at the top. */
  readonly of: readonly string[];
  /** Members are named by their lists, joined with `+`. */
  readonly allocation: SeatAllocation;
}

/** Seats of lists that stand in unions, and every distribution on the way. */
export interface UnionAllocation {
  readonly lists: readonly { readonly list: string; readonly votes: number; readonly seats: number }[];
  readonly stages: readonly UnionStage[];
}

/**
 * Distributes seats first among unions and single lists, then inside every union by the same method, down to lists. A list that stands in
 * no union stands alone. Ties stay open where they are (`undecided` of a stage).
 * @returns the problems of `allocateSeats`, and `seats.unknownList` or `seats.listTwice` for the unions.
 */
export function allocateUnions(request: SeatRequest, unions: readonly ListUnion[]): Result<UnionAllocation> {
  const known = new Map(request.lists.map((each) => [each.list, each]));
  const named = unions.flatMap(listsOf);
  const twice = named.find((list, at) => named.indexOf(list) !== at);
  if (twice !== undefined) return fail({ code: "seats.listTwice", context: { list: twice } });
  const stranger = named.find((list) => !known.has(list));
  if (stranger !== undefined) return fail({ code: "seats.unknownList", context: { list: stranger } });
  const alone = request.lists.map(({ list }) => list).filter((list) => !named.includes(list));
  const seats = new Map<string, number>();
  const stages: UnionStage[] = [];
  const done = distribute({ request, known, seats, stages }, [...unions, ...alone], request.seats);
  if (!done.ok) return done;
  const lists = request.lists.map(({ list, votes }) => ({ list, votes, seats: seats.get(list) ?? 0 }));
  return succeed({ lists, stages });
}

interface Distribution {
  readonly request: SeatRequest;
  readonly known: ReadonlyMap<string, ListVotes>;
  readonly seats: Map<string, number>;
  readonly stages: UnionStage[];
}

function distribute(all: Distribution, members: readonly ListUnion[], seats: number): Result<null> {
  const lists = members.map((member) => together(all.known, listsOf(member)));
  const allocation = allocateSeats({ ...all.request, seats, lists });
  if (!allocation.ok) return allocation;
  all.stages.push({ of: members.flatMap(listsOf), allocation: allocation.value });
  for (const [at, member] of members.entries()) {
    const won = allocation.value.lists[at]?.seats ?? 0;
    if (typeof member === "string") all.seats.set(member, won);
    else {
      const inside = distribute(all, member, won);
      if (!inside.ok) return inside;
    }
  }
  return succeed(null);
}

function together(known: ReadonlyMap<string, ListVotes>, lists: readonly string[]): ListVotes {
  const parts = lists.flatMap((list) => known.get(list) ?? []);
  const limited = parts.every(({ candidates }) => candidates !== null);
  return {
    list: lists.join("+"),
    votes: parts.reduce((sum, { votes }) => sum + votes, 0),
    candidates: limited ? parts.reduce((sum, { candidates }) => sum + (candidates ?? 0), 0) : null,
  };
}

function listsOf(member: ListUnion): readonly string[] {
  return typeof member === "string" ? [member] : member.flatMap(listsOf);
}
