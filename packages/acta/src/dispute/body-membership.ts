import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import { rulesOf } from "./law-in-force.js";
import type { LawInForce } from "./law-in-force.js";
import type { BodyRule } from "./law.js";

/** Who holds a seat: its member, an alternate who was called, nobody, or a member who is suspended and whose alternate is awaited. */
export type SeatHolder = "member" | "alternate" | "vacant" | "suspended";

/** Who holds each seat of a body, by seat id. */
export type Membership = ReadonlyMap<string, SeatHolder>;

/** Something that happens to a seat. */
export type MembershipEvent =
  /** Death, removal or the end of the mandate. */
  | { readonly kind: "vacate"; readonly seat: string }
  /** Resignation, also one that is called declining. */
  | { readonly kind: "resign"; readonly seat: string; readonly duringElection: boolean }
  | { readonly kind: "fill"; readonly seat: string }
  | { readonly kind: "callAlternate"; readonly seat: string };

/** The seats of a body on the day of a session. */
export interface Sitting {
  /** Seats whose holders may take part: filled, present and not recused. In the order of the law. */
  readonly present: readonly string[];
  readonly recused: readonly string[];
  readonly quorum: number;
  readonly canSit: boolean;
  readonly rule: string;
  readonly article: string;
}

/** The rule of a body in the law in force. @returns `dispute.noBody` when it has none. */
export function bodyIn(law: LawInForce, body: string): Result<BodyRule> {
  const rule = rulesOf(law, "body").find((each) => each.body === body);
  return rule === undefined ? fail({ code: "dispute.noBody", context: { body, day: law.dates.act } }) : succeed(rule);
}

/** Every seat with its member, but for those that are vacant. */
export function membershipOf(body: BodyRule, vacant: readonly string[] = []): Membership {
  return new Map(body.seats.map(({ id }) => [id, vacant.includes(id) ? "vacant" : "member"]));
}

/**
 * The membership after an event. A resignation during an election suspends the member until it ends and leaves room for the
 * alternate, where the law says so: the seat is never closed by it.
 * @returns `dispute.noSeat`, `dispute.seatEmpty` or `dispute.seatTaken`.
 */
export function changeMembership(body: BodyRule, now: Membership, event: MembershipEvent): Result<Membership> {
  const holder = now.get(event.seat);
  const context = { body: body.body, seat: event.seat };
  if (holder === undefined) return fail({ code: "dispute.noSeat", context });
  const isHeld = holder === "member" || holder === "alternate";
  const arrives = event.kind === "fill" || event.kind === "callAlternate";
  if (arrives && isHeld) return fail({ code: "dispute.seatTaken", context });
  if (!arrives && !isHeld) return fail({ code: "dispute.seatEmpty", context });
  return succeed(new Map(now).set(event.seat, holderAfter(body, event)));
}

function holderAfter(body: BodyRule, event: MembershipEvent): SeatHolder {
  switch (event.kind) {
    case "vacate":
      return "vacant";
    case "resign":
      return event.duringElection && body.resignation === "suspendedAndSubstituted" ? "suspended" : "vacant";
    case "fill":
      return "member";
    case "callAlternate":
      return "alternate";
  }
}

/** Who takes part in a session, and whether there are enough of them. The chair's casting vote makes no extra member. */
export function sittingOf(
  body: BodyRule,
  membership: Membership,
  away: { readonly absent?: readonly string[]; readonly recused?: readonly string[] } = {},
): Sitting {
  const recused = away.recused ?? [];
  const missing = [...(away.absent ?? []), ...recused];
  const present = body.seats
    .map(({ id }) => id)
    .filter((seat) => isHeldBy(membership.get(seat)) && !missing.includes(seat));
  const { quorum, id, article } = body;
  return { present, recused, quorum, canSit: present.length >= quorum, rule: id, article };
}

function isHeldBy(holder: SeatHolder | undefined): boolean {
  return holder === "member" || holder === "alternate";
}
