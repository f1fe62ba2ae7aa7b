import type { Instant, Problem } from "../basics/index.js";
import type { MembershipEntry, NotificationEntry, RulingEntry, VoteEntry } from "../record/index.js";
import { matterOfGrounds, spanOfAct } from "./case-law.js";
import type { CaseLaw } from "./case-law.js";
import type { CaseActs } from "./case-acts.js";
import type { CaseAppeal, CaseRuling, Placed } from "./case-record.js";
import { filingTime } from "./filing-time.js";
import type { SetDeadline } from "./filing-time.js";
import { reviewRuling } from "./ruling-review.js";

/** What rulings and appeals are held against. */
export interface CaseContext {
  readonly law: CaseLaw | null;
  readonly memberships: readonly Placed<MembershipEntry>[];
  readonly deadlines: readonly SetDeadline[];
}

/** The rulings of a case by instance, each with its votes, its notification and what is wrong with it. */
export function rulingsOf(acts: CaseActs, context: CaseContext): readonly CaseRuling[] {
  const ordered = acts.rulings.toSorted((a, b) => a.entry.instance - b.entry.instance || a.index - b.index);
  const done: CaseRuling[] = [];
  for (const ruling of ordered) {
    const votes = votesFor(ruling, ordered, acts.votes);
    const { law } = context;
    const entries = votes.map(({ entry }) => entry);
    const review = law === null ? null : reviewRuling(law, ruling, entries, context.memberships);
    const problems = placeProblems(ruling, done, acts);
    const notified = notificationOf(ruling, ordered, acts.notifications);
    const appealUntil = law === null || notified === null ? null : appealTerm(law, acts, ruling, notified);
    const stands = problems.length === 0 && review?.stands !== false;
    done.push({ ...ruling, votes, review, notified, appealUntil, problems, stands });
  }
  return done;
}

/** Votes belong to the ruling of their body that was recorded next after them, or to its last one. */
function votesFor(
  ruling: Placed<RulingEntry>,
  all: readonly Placed<RulingEntry>[],
  votes: readonly Placed<VoteEntry>[],
): readonly Placed<VoteEntry>[] {
  const own = all.filter(({ entry }) => entry.body === ruling.entry.body);
  return votes.filter(({ entry, index }) => {
    if (entry.body !== ruling.entry.body) return false;
    const next = own.find((each) => each.index > index) ?? own.at(-1);
    return next?.index === ruling.index;
  });
}

/** The first act that made a ruling known; one that names only the case is about the ruling before it in the ledger. */
function notificationOf(
  ruling: Placed<RulingEntry>,
  all: readonly Placed<RulingEntry>[],
  notifications: readonly Placed<NotificationEntry>[],
): Placed<NotificationEntry> | null {
  const meant = ({ entry, index }: Placed<NotificationEntry>): number | undefined =>
    entry.of ?? all.toSorted((a, b) => a.index - b.index).findLast((each) => each.index < index)?.index;
  return notifications.find((each) => meant(each) === ruling.index) ?? null;
}

function placeProblems(ruling: Placed<RulingEntry>, earlier: readonly CaseRuling[], { finals }: CaseActs): Problem[] {
  const { entry, index } = ruling;
  const context = { ruling: entry.ruling, case: entry.case, instance: entry.instance };
  const final = finals.find((each) => each.index < index && each.entry.of !== index);
  if (final !== undefined) return [{ code: "dispute.afterFinal", context }];
  const same = earlier.find(
    (each) => each.stands && each.entry.instance === entry.instance && each.entry.outcome !== "curable",
  );
  return same === undefined ? [] : [{ code: "dispute.ruledTwice", context: { ...context, other: same.entry.ruling } }];
}

function appealTerm(
  law: CaseLaw,
  acts: CaseActs,
  { entry }: Placed<RulingEntry>,
  notified: Placed<NotificationEntry>,
): Instant | null {
  const { at } = notified.entry;
  const matter = appealMatter(law, acts);
  if (at === null || matter === null || entry.instance > 1) return null;
  const term = law.termOf(null, matter, spanOfAct(law, at).earliest);
  return term.ok ? term.value.deadline : null;
}

/** The matter of an appeal by the grounds of the petitions; null when the law does not say one. */
function appealMatter(law: CaseLaw, { petitions }: CaseActs): string | null {
  if (petitions.length === 0) return null;
  const grounds = petitions.map(({ entry }) => entry.ground);
  return matterOfGrounds(law, grounds, "appeal");
}

/** The appeals of a case, each in time or not: its term runs from the notification of the ruling, never from the ruling. */
export function appealsOf(
  acts: CaseActs,
  rulings: readonly CaseRuling[],
  { law, deadlines }: CaseContext,
): readonly CaseAppeal[] {
  return acts.appeals.map(({ entry, index }) => {
    const ruling = rulings.find((each) => each.index === entry.of) ?? rulings.find((each) => each.entry.instance === 1);
    const context = { appeal: entry.appeal, case: entry.case };
    const problems = ruling === undefined ? [{ code: "dispute.appealOfNothing", context }] : [];
    const matter = law === null ? null : appealMatter(law, acts);
    const filing = { start: ruling?.notified?.entry.at ?? null, at: entry.at, case: entry.case };
    const time = law === null || matter === null ? null : filingTime(law, matter, filing, deadlines);
    return { entry, index, time, problems };
  });
}
