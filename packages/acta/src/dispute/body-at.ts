import type { MembershipEntry } from "../record/index.js";
import { wasBefore } from "./case-law.js";
import type { CaseLaw } from "./case-law.js";
import type { Membership, SeatHolder } from "./body-membership.js";
import type { BodyRule } from "./law.js";

/** A membership act with its place in the ledger. */
export interface SeatAct {
  readonly index: number;
  readonly entry: MembershipEntry;
}

/** A body as its membership acts had it at some moment. */
export interface BodyThen {
  /** The rule of the law, with the chair that the acts name. */
  readonly body: BodyRule;
  readonly membership: Membership;
  readonly recused: readonly string[];
  /** Seats of which no act says anything: their members are taken to sit. */
  readonly assumed: readonly string[];
}

const HOLDER: Readonly<Record<MembershipEntry["state"], SeatHolder>> = {
  filled: "member",
  recused: "member",
  substituted: "alternate",
  empty: "vacant",
  // Who declines while the election runs is suspended, and the seat waits for the alternate: it is never closed by it.
  declined: "suspended",
  suspended: "suspended",
};

/** The body at the moment of an act. A seat counts by the last act on it by then. */
export function bodyAt(
  law: CaseLaw,
  body: BodyRule,
  acts: readonly SeatAct[],
  moment: Parameters<typeof wasBefore>[2],
): BodyThen {
  const seats = new Map<string, MembershipEntry>();
  let chair = body.chair;
  const earlier = acts.filter(({ entry, index }) => wasBefore(law, { at: entry.at, index }, moment));
  for (const { entry } of inTime(law, earlier)) {
    seats.set(entry.seat, entry);
    if (entry.chair) chair = entry.seat;
  }
  const ids = body.seats.map(({ id }) => id);
  const stateOf = (seat: string): SeatHolder => {
    const state = seats.get(seat)?.state;
    if (state === undefined) return "member";
    return state === "declined" && body.resignation === "closesSeat" ? "vacant" : HOLDER[state];
  };
  return {
    body: { ...body, chair },
    membership: new Map(ids.map((seat) => [seat, stateOf(seat)])),
    recused: ids.filter((seat) => seats.get(seat)?.state === "recused"),
    assumed: ids.filter((seat) => !seats.has(seat)),
  };
}

/** In the order in which they happened: recorded later is not done later. */
function inTime(law: CaseLaw, acts: readonly SeatAct[]): readonly SeatAct[] {
  return acts.toSorted((a, b) => {
    const one = { at: a.entry.at, index: a.index };
    const other = { at: b.entry.at, index: b.index };
    const isBefore = wasBefore(law, one, other);
    if (isBefore === wasBefore(law, other, one)) return a.index - b.index;
    return isBefore ? -1 : 1;
  });
}
