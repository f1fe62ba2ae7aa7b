import { fail, succeed } from "../basics/index.js";
import type { Problem, Result } from "../basics/index.js";
import type { ChamberRule, MajorityRule } from "./institution-law.js";
import { findLevel } from "./majority.js";
import type { LevelFinding, VoteFigures } from "./majority.js";

/** What a vote decided under a rule, with the working. */
export interface VoteResult {
  /** The first level that was reached, or what holds otherwise; null while it is undetermined. */
  readonly outcome: string | null;
  /** Every outcome that the known figures leave possible: one when it is decided. */
  readonly possible: readonly string[];
  readonly levels: readonly LevelFinding[];
  /** Members who, by not voting in favour, keep the first level out of reach; null where its base is the votes themselves. */
  readonly blocking: { readonly members: number; readonly of: number } | null;
}

/**
 * Decides a vote by the levels of a rule, in their order.
 * @returns `vote.moreThanMembers`, `vote.moreThanEligible`, `vote.moreThanPresent` when more votes or members are given than
 *   there can be; `vote.noQuorum`.
 */
export function decideVote(rule: MajorityRule, chamber: ChamberRule, figures: VoteFigures): Result<VoteResult> {
  const refused = refusal(chamber, figures);
  return refused === null ? succeed(resultOf(rule, chamber, figures)) : fail(refused);
}

/** The result of figures that are known to fit the chamber. */
export function resultOf(rule: MajorityRule, chamber: ChamberRule, figures: VoteFigures): VoteResult {
  const levels = rule.levels.map((level) => findLevel(level, figures, chamber.legalNumber));
  const possible: string[] = [];
  for (const { outcome, reached } of levels) {
    if (reached !== "no" && !possible.includes(outcome)) possible.push(outcome);
    if (reached === "yes") break;
  }
  if (levels.every(({ reached }) => reached !== "yes") && !possible.includes(rule.otherwise))
    possible.push(rule.otherwise);
  const [first] = possible;
  return {
    outcome: possible.length === 1 ? (first ?? null) : null,
    possible,
    levels,
    blocking: blockingOf(levels[0], chamber, figures),
  };
}

function blockingOf(
  level: LevelFinding | undefined,
  { legalNumber }: ChamberRule,
  { eligible, present }: VoteFigures,
): VoteResult["blocking"] {
  if (level === undefined || level.votes === "against") return null;
  const members = level.of === "present" ? present : (eligible ?? legalNumber);
  if (members === null || level.of === "votesCast" || level.of === "validVotes") return null;
  return level.needed.most > members ? null : { members: members - level.needed.most + 1, of: members };
}

/** Figures that cannot be: the rule that they break is the chamber's legal number. */
function refusal({ legalNumber, quorum, chamber, article }: ChamberRule, figures: VoteFigures): Problem | null {
  const { inFavour, against, abstentions, present, eligible } = figures;
  const cast = inFavour + (against ?? 0) + (abstentions ?? 0);
  const context = { votes: cast, chamber, article };
  const most = Math.max(cast, present ?? 0, eligible ?? 0);
  if (most > legalNumber)
    return { code: "vote.moreThanMembers", context: { ...context, votes: most, members: legalNumber } };
  if (eligible !== null && Math.max(cast, present ?? 0) > eligible)
    return { code: "vote.moreThanEligible", context: { ...context, members: eligible } };
  if (present !== null && cast > present)
    return { code: "vote.moreThanPresent", context: { ...context, members: present } };
  if (present !== null && present < quorum) return { code: "vote.noQuorum", context: { ...context, present, quorum } };
  return null;
}
