import { fail, succeed } from "../basics/index.js";
import type { Problem, Result } from "../basics/index.js";
import type { Sitting } from "./body-membership.js";
import type { BodyRule } from "./law.js";

/** The vote from one seat: a position in the body's words, for example `upheld`. */
export interface SeatVote {
  readonly seat: string;
  readonly position: string;
}

/** How a body decided, with the working; a tie that no rule breaks is an outcome with a name. */
export interface BodyDecision {
  readonly kind: "decided" | "undecided";
  /** The position that carried; null when none did. */
  readonly position: string | null;
  readonly by: "votes" | "castingVote" | "nextInOrder" | "nobody";
  /** Votes of each position, most first. */
  readonly votes: readonly { readonly position: string; readonly seats: readonly string[] }[];
  /** Seats that voted otherwise (voto en minoría). */
  readonly dissent: readonly string[];
}

/**
 * Counts the votes of a sitting under the rules of its body. Who abstains is present for the quorum and has no vote here.
 * @returns `dispute.noQuorum`; `dispute.notSitting` for a vote from a seat that is absent, empty or recused; `dispute.votedTwice`.
 */
export function decideByVote(body: BodyRule, sitting: Sitting, votes: readonly SeatVote[]): Result<BodyDecision> {
  const refused = refusal(body, sitting, votes);
  if (refused !== null) return fail(refused);
  const groups = groupsOf(body, votes);
  const { position, by } = carried(body, groups);
  const dissent = position === null ? [] : votes.filter((vote) => vote.position !== position).map(({ seat }) => seat);
  return succeed({ kind: position === null ? "undecided" : "decided", position, by, votes: groups, dissent });
}

function refusal(body: BodyRule, sitting: Sitting, votes: readonly SeatVote[]): Problem | null {
  const { present, quorum, article } = sitting;
  const seats = votes.map(({ seat }) => seat);
  const twice = seats.find((seat, at) => seats.indexOf(seat) !== at);
  if (twice !== undefined) return { code: "dispute.votedTwice", context: { body: body.body, seat: twice } };
  const outside = seats.find((seat) => !present.includes(seat));
  if (outside !== undefined) return { code: "dispute.notSitting", context: { body: body.body, seat: outside } };
  if (sitting.canSit) return null;
  return { code: "dispute.noQuorum", context: { body: body.body, present: present.length, quorum, article } };
}

type Group = BodyDecision["votes"][number];

/** Positions with most votes first; equal ones in the order in which the seats of the body stand. */
function groupsOf(body: BodyRule, votes: readonly SeatVote[]): readonly Group[] {
  const groups = new Map<string, string[]>();
  for (const { id } of body.seats) {
    const vote = votes.find(({ seat }) => seat === id);
    if (vote !== undefined) groups.set(vote.position, [...(groups.get(vote.position) ?? []), id]);
  }
  return [...groups]
    .map(([position, seats]) => ({ position, seats }))
    .toSorted((a, b) => b.seats.length - a.seats.length);
}

function carried(body: BodyRule, groups: readonly Group[]): Pick<BodyDecision, "position" | "by"> {
  const cast = groups.reduce((sum, { seats }) => sum + seats.length, 0);
  const most = groups[0]?.seats.length ?? 0;
  const leading = groups.filter(({ seats }) => seats.length === most);
  const [first] = leading;
  const base = body.majority === "halfOfSeats" ? body.seats.length : cast;
  const isEnough = body.majority === "mostVotes" || 2 * most > base;
  if (first !== undefined && leading.length === 1 && isEnough) return { position: first.position, by: "votes" };
  if (leading.length < 2) return NOBODY;
  // Equal votes: the chair decides if he holds one of the tied positions.
  const ofChair = leading.find(({ seats }) => seats.includes(body.chair));
  if (body.castingVote && ofChair !== undefined) return { position: ofChair.position, by: "castingVote" };
  if (body.tieWithoutChair === "undecided" || ofChair !== undefined) return NOBODY;
  const next = body.seats
    .map(({ id }) => leading.find(({ seats }) => seats.includes(id)))
    .find((group) => group !== undefined);
  return next === undefined ? NOBODY : { position: next.position, by: "nextInOrder" };
}

const NOBODY = { position: null, by: "nobody" } as const;
