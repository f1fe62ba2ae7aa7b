import { resultOf } from "./chamber-vote.js";
import type { ChamberRule, MajorityRule } from "./institution-law.js";
import type { VoteFigures } from "./majority.js";
import type { NamedVote, RollCall } from "./roll-call.js";

/** A way in which members could have voted otherwise, and the fewest with whom the outcome changes. */
export interface VoteSwitch {
  readonly from: SwitchedVote;
  readonly to: SwitchedVote;
  /** Members who could have done so. */
  readonly members: number;
  /** The fewest who change the outcome; null when all of them together do not. */
  readonly fewest: number | null;
  /** What comes out then; null when nothing changes. */
  readonly outcome: string | null;
}

/** A vote that may change; `away`: absent, on leave or present without voting. */
export type SwitchedVote = "inFavour" | "against" | "abstains" | "away";

/** Whether one group alone could have turned the outcome, all its members voting one way. */
export interface GroupSwitch {
  readonly group: string;
  readonly to: "inFavour" | "against";
  /** Members who would have to vote otherwise: all of the group who did not vote so. */
  readonly members: number;
  /** What comes out then; null when nothing changes. */
  readonly outcome: string | null;
}

/** Who could still have turned a vote: by kinds of votes, and by groups where names are known. */
export interface TurningVotes {
  readonly switches: readonly VoteSwitch[];
  readonly groups: readonly GroupSwitch[];
}

const SWITCHES: readonly (readonly [SwitchedVote, SwitchedVote])[] = [
  ["against", "inFavour"],
  ["abstains", "inFavour"],
  ["away", "inFavour"],
  ["inFavour", "against"],
  ["inFavour", "abstains"],
  ["inFavour", "away"],
];

/** Recounts the vote with members voting otherwise. Nothing is said where the outcome is undetermined or figures are missing. */
export function turningVotes(rule: MajorityRule, chamber: ChamberRule, { figures, members }: RollCall): TurningVotes {
  const now = resultOf(rule, chamber, figures).outcome;
  const box = boxOf(figures, chamber);
  if (now === null || box === null) return { switches: [], groups: [] };
  const after = (moved: Box): string | null => {
    const { outcome } = resultOf(rule, chamber, figuresOf(moved, figures));
    return outcome === now ? null : outcome;
  };
  const switches = SWITCHES.map(([from, to]): VoteSwitch => {
    for (let count = 1; count <= box[from]; count++) {
      const outcome = after(move(box, from, to, count));
      if (outcome !== null) return { from, to, members: box[from], fewest: count, outcome };
    }
    return { from, to, members: box[from], fewest: null, outcome: null };
  });
  return { switches, groups: groupSwitches(members, box, after) };
}

/** Members by how they voted. */
type Box = Readonly<Record<SwitchedVote, number>>;

function boxOf({ inFavour, against, abstentions, eligible }: VoteFigures, { legalNumber }: ChamberRule): Box | null {
  if (against === null || abstentions === null) return null;
  return {
    inFavour,
    against,
    abstains: abstentions,
    away: (eligible ?? legalNumber) - inFavour - against - abstentions,
  };
}

function move(box: Box, from: SwitchedVote, to: SwitchedVote, count: number): Box {
  return { ...box, [from]: box[from] - count, [to]: box[to] + count };
}

/** Who comes to vote was not there before, as far as is known; who stays away now is not there. */
function figuresOf(box: Box, before: VoteFigures): VoteFigures {
  const castNow = box.inFavour + box.against + box.abstains;
  const castBefore = before.inFavour + (before.against ?? 0) + (before.abstentions ?? 0);
  return {
    inFavour: box.inFavour,
    against: box.against,
    abstentions: box.abstains,
    present: before.present === null ? null : Math.max(castNow, before.present + castNow - castBefore),
    eligible: before.eligible,
  };
}

function groupSwitches(
  members: readonly NamedVote[],
  box: Box,
  after: (moved: Box) => string | null,
): readonly GroupSwitch[] {
  const names = [...new Set(members.map(({ group }) => group))].filter((group) => group !== "");
  return names.flatMap((group) =>
    (["inFavour", "against"] as const).map((to): GroupSwitch => {
      let moved = box;
      let count = 0;
      for (const member of members) {
        const from = switched(member.vote);
        if (member.group !== group || from === to) continue;
        moved = move(moved, from, to, 1);
        count++;
      }
      return { group, to, members: count, outcome: count === 0 ? null : after(moved) };
    }),
  );
}

function switched(vote: NamedVote["vote"]): SwitchedVote {
  return vote === "inFavour" || vote === "against" || vote === "abstains" ? vote : "away";
}
