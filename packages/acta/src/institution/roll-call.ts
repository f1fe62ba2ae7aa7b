import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import type { MemberVote, RollCallEntry } from "../record/index.js";
import type { ChamberRule, VoteWord } from "./institution-law.js";
import type { VoteFigures } from "./majority.js";

/** How a member votes or is expected to vote; `unknown` in a whip count. */
export interface NamedVote {
  readonly member: string;
  readonly group: string;
  readonly vote: VoteWord["vote"];
}

/** A vote by name, or its totals. */
export interface RollCall {
  readonly figures: VoteFigures;
  /** Members whose vote nobody knows: a whip count, not yet a vote. */
  readonly unknown: number;
  /** Empty when only totals are known. */
  readonly members: readonly NamedVote[];
}

/**
 * The roll call of named votes. Members who neither voted nor stood up (`present`) were present; those absent or on leave were not.
 * @returns `vote.votedTwice` for a member who stands twice; `vote.noMembers`.
 */
export function rollCallOf(members: readonly NamedVote[], chamber: ChamberRule): Result<RollCall> {
  const seen = new Set<string>();
  for (const { member } of members) {
    if (seen.has(member)) return fail({ code: "vote.votedTwice", context: { member } });
    seen.add(member);
  }
  if (members.length === 0) return fail({ code: "vote.noMembers", context: {} });
  const count = (vote: NamedVote["vote"]): number => members.filter((each) => each.vote === vote).length;
  const unknown = count("unknown");
  const away = count("absent") + count("onLeave");
  const figures = {
    inFavour: count("inFavour"),
    against: count("against"),
    abstentions: count("abstains"),
    present: unknown > 0 ? null : members.length - away,
    eligible: members.length - (chamber.leaveReducesEligible ? count("onLeave") : 0),
  };
  return succeed({ figures, unknown, members });
}

/**
 * The roll call of an act. Named votes are held against its totals.
 * @returns the problems of `rollCallOf`, and `vote.totalsDiffer`.
 */
export function rollCallOfEntry(entry: RollCallEntry, chamber: ChamberRule): Result<RollCall> {
  const { inFavour, against, abstentions, present, eligible } = entry;
  const figures = { inFavour, against, abstentions, present, eligible };
  if (entry.members.length === 0) return succeed({ figures, unknown: 0, members: [] });
  const named = rollCallOf(entry.members.map(namedVote), chamber);
  if (!named.ok) return named;
  const sums = named.value.figures;
  const differs = sums.inFavour !== inFavour || sums.against !== against || sums.abstentions !== abstentions;
  if (differs) {
    const totals = `${inFavour}-${against}-${abstentions}`;
    const members = `${sums.inFavour}-${sums.against}-${sums.abstentions}`;
    return fail({ code: "vote.totalsDiffer", context: { totals, members } });
  }
  return succeed({
    ...named.value,
    figures: { ...sums, present: present ?? sums.present, eligible: eligible ?? sums.eligible },
  });
}

function namedVote({ member, group, vote }: MemberVote): NamedVote {
  return { member, group, vote };
}

/** The vote that a source's word means; undefined for an unknown word. Upper and lower case and outer blanks do not matter. */
export function voteOfWord(words: readonly VoteWord[], word: string): VoteWord["vote"] | undefined {
  const wanted = word.trim().toLowerCase();
  return words.find((each) => each.word.toLowerCase() === wanted)?.vote;
}
