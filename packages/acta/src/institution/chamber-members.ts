import { fail, succeed } from "../basics/index.js";
import type { CivilDate, Result } from "../basics/index.js";
import type { Act, ActMoment, MembershipEntry } from "../record/index.js";
import type { RollCall } from "./roll-call.js";

/** Who sits in a chamber on a day, as far as memberships are recorded. */
export interface ChamberMembers {
  readonly seats: readonly {
    readonly seat: string;
    readonly holder: string;
    readonly state: MembershipEntry["state"];
  }[];
  /** Members with the right to vote: on filled or substituted seats; not suspended ones, nor empty seats. */
  readonly eligible: number;
}

/**
 * The members of a chamber at the end of a day. Later acts hold over earlier ones, by their own day and then by their place in the
 * ledger; an act that another replaces does not count, and one that nobody dated counts from the beginning.
 * @param dayOf the civil day of a moment where the chamber sits
 * @returns null when nothing is recorded about the chamber
 */
export function membersOn(
  acts: readonly Act[],
  chamber: string,
  day: CivilDate,
  dayOf: (moment: ActMoment) => CivilDate,
): ChamberMembers | null {
  const memberships = acts.flatMap((act) => (act.kind === "membership" ? [act] : []));
  const replaced = new Set(memberships.map(({ entry }) => entry.replaces));
  const dated = memberships
    .filter(({ entry, index }) => entry.body === chamber && !replaced.has(index))
    .map(({ entry, index }) => ({ entry, index, day: entry.at === null ? "" : dayOf(entry.at) }))
    .filter((each) => each.day <= day)
    .toSorted((a, b) => (a.day === b.day ? a.index - b.index : a.day < b.day ? -1 : 1));
  if (dated.length === 0) return null;
  const seats = new Map<string, ChamberMembers["seats"][number]>();
  for (const { entry } of dated) seats.set(entry.seat, { seat: entry.seat, holder: entry.holder, state: entry.state });
  const sitting = [...seats.values()];
  const eligible = sitting.filter(({ state }) => state === "filled" || state === "substituted").length;
  return { seats: sitting, eligible };
}

/**
 * Holds a roll call against the members of its chamber: only they vote, and their number stands where the roll call does not say who
 * had the right to.
 * @returns `vote.notMember` for a vote of somebody who has no seat, or whose seat is suspended or empty.
 */
export function withMembers(call: RollCall, { seats, eligible }: ChamberMembers): Result<RollCall> {
  const may = new Set(
    seats
      .filter(({ state }) => state === "filled" || state === "substituted")
      .flatMap(({ seat, holder }) => [seat, holder]),
  );
  const stranger = call.members.find(
    ({ member, vote }) => (vote === "inFavour" || vote === "against" || vote === "abstains") && !may.has(member),
  );
  if (stranger !== undefined) return fail({ code: "vote.notMember", context: { member: stranger.member } });
  const { figures } = call;
  return succeed({ ...call, figures: { ...figures, eligible: figures.eligible ?? eligible } });
}
