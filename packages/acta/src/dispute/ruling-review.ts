import type { Problem } from "../basics/index.js";
import type { RulingEntry, VoteEntry } from "../record/index.js";
import { bodyAt } from "./body-at.js";
import type { BodyThen, SeatAct } from "./body-at.js";
import { sittingOf } from "./body-membership.js";
import type { Sitting } from "./body-membership.js";
import { decideByVote } from "./body-vote.js";
import type { BodyDecision } from "./body-vote.js";
import { bodyNamed } from "./body-name.js";
import { dayOfAct } from "./case-law.js";
import type { CaseLaw } from "./case-law.js";
import { rulesOf } from "./law-in-force.js";

/** A ruling held against the rules of its body. */
export interface RulingReview {
  /** Who could sit; null when the law has no rule for the body. */
  readonly sitting: Sitting | null;
  /** How the members voted; null when their votes are not recorded. */
  readonly decision: BodyDecision | null;
  /** Seats whose holder no act names: their members were taken to sit. */
  readonly assumed: readonly string[];
  readonly problems: readonly Problem[];
  /** False when the body could not decide: without quorum, or with a tie that no rule breaks. */
  readonly stands: boolean;
}

/** Outcomes that give what was asked: votes in favour carry them. */
const GRANTS: readonly RulingEntry["outcome"][] = ["upheld", "annulled", "corrected", "recount"];

/**
 * Holds a ruling against quorum, majority, casting vote, recusal and dissent, with the body as its membership acts had it then. A vote
 * in favour is one for what the case asks. A member of whose vote nothing is recorded is taken to have been there.
 */
export function reviewRuling(
  law: CaseLaw,
  ruling: { readonly index: number; readonly entry: RulingEntry },
  votes: readonly VoteEntry[],
  memberships: readonly SeatAct[],
): RulingReview {
  const { entry, index } = ruling;
  const role = bodyNamed(law.law, entry.body)?.role;
  const rule = rulesOf(law.on(dayOfAct(law, entry.at)), "body").find((each) => each.body === role);
  if (rule === undefined) return { sitting: null, decision: null, assumed: [], problems: [], stands: true };
  const acts = memberships.filter(
    ({ entry: seat }) => bodyNamed(law.law, seat.body)?.id === bodyNamed(law.law, entry.body)?.id,
  );
  const then = bodyAt(law, rule, acts, { at: entry.at, index });
  const away = (vote: VoteEntry["vote"]): string[] =>
    votes.filter((each) => each.vote === vote).map(({ seat }) => seat);
  const recused = [...new Set([...then.recused, ...away("recused")])];
  const sitting = sittingOf(then.body, then.membership, { absent: away("absent"), recused });
  const { decision, problems } = votes.length === 0 ? uncounted(then, sitting) : counted(then, sitting, votes, entry);
  const stands = !problems.some(({ code }) => code === "dispute.noQuorum" || code === "dispute.undecided");
  return { sitting, decision, assumed: then.assumed, problems, stands };
}

type Counted = Pick<RulingReview, "decision" | "problems">;

function uncounted({ body }: BodyThen, { present, quorum, article, canSit }: Sitting): Counted {
  const context = { body: body.body, present: present.length, quorum, article };
  return { decision: null, problems: canSit ? [] : [{ code: "dispute.noQuorum", context }] };
}

function counted({ body }: BodyThen, sitting: Sitting, votes: readonly VoteEntry[], ruling: RulingEntry): Counted {
  const cast = votes
    .filter(({ vote }) => vote === "inFavour" || vote === "against")
    .map(({ seat, vote }) => ({ seat, position: vote }));
  const result = decideByVote(body, sitting, cast);
  if (!result.ok) return { decision: null, problems: [result.problem] };
  const decision = result.value;
  const context = { ruling: ruling.ruling, body: body.body };
  const problems: Problem[] = [];
  if (decision.kind === "undecided") problems.push({ code: "dispute.undecided", context });
  else if ((decision.position === "inFavour") !== GRANTS.includes(ruling.outcome))
    problems.push({ code: "dispute.voteContradicts", context: { ...context, outcome: ruling.outcome } });
  for (const { seat } of votes.filter(({ casting }) => casting)) {
    if (seat !== body.chair)
      problems.push({ code: "dispute.notChair", context: { ...context, seat, chair: body.chair } });
    else if (decision.by !== "castingVote") problems.push({ code: "dispute.noTie", context: { ...context, seat } });
  }
  const dissent = decision.dissent.length;
  if (decision.kind === "decided" && dissent !== ruling.dissent)
    problems.push({ code: "dispute.dissentDiffers", context: { ...context, said: ruling.dissent, votes: dissent } });
  return { decision, problems };
}
