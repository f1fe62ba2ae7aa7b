import type { Instant } from "../basics/index.js";
import type { Act, PetitionEntry } from "../record/index.js";
import { bodyNamed } from "./body-name.js";
import type { CaseLaw } from "./case-law.js";
import { actsByCase, actsInForce, saysNone } from "./case-acts.js";
import type { CaseActs } from "./case-acts.js";
import type { CaseAppeal, CaseBook, CaseRecord, CaseRuling, CaseState, DeadlineStanding } from "./case-record.js";
import { appealsOf, rulingsOf } from "./case-rulings.js";
import type { CaseContext } from "./case-rulings.js";
import { spansOf } from "./case-spans.js";
import { isPublished } from "./filing-time.js";
import type { SetDeadline } from "./filing-time.js";
import { rulesOf } from "./law-in-force.js";
import { reviewPetition } from "./petition-review.js";

/**
 * Folds the acts of a ledger into its cases: a pure function, so that the acts up to an earlier size give the book of then. What the
 * law does not allow stays in the book with its reason and moves nothing.
 * @param law null when no law file is at hand: then nothing is said about terms, requisites and votes.
 * @param now the moment at which terms are held to run or to be over.
 */
export function caseBook(acts: readonly Act[], election: string, law: CaseLaw | null, now: Instant): CaseBook {
  const standing = actsInForce(acts, election);
  const deadlines: readonly SetDeadline[] = standing.flatMap((act) =>
    act.kind === "deadline" ? [{ index: act.index, entry: act.entry }] : [],
  );
  const memberships = standing.flatMap((act) =>
    act.kind === "membership" ? [{ index: act.index, entry: act.entry }] : [],
  );
  const context: CaseContext = { law, deadlines, memberships };
  const grouped = actsByCase(standing);
  const joined = joinedInto(grouped);
  const cases = [...grouped.values()].map((each) => recordOf(each, joined.get(each.case) ?? null, context, now));
  return {
    election,
    petitions: loadedIn(standing),
    asOf: newest(standing),
    now,
    cases,
    deadlines: deadlines.map((each) => deadlineOf(law, each, now)),
  };
}

function loadedIn(acts: readonly Act[]): CaseBook["petitions"] {
  const petitions = acts.filter((act): act is Extract<Act, { kind: "petition" }> => act.kind === "petition");
  const hasCases = acts.some(
    (act) => act.kind === "case" && (act.entry.matter === "petition" || act.entry.matter === "appeal"),
  );
  if (hasCases || petitions.some(({ entry }) => !saysNone(entry))) return "loaded";
  return petitions.length > 0 ? "none" : "notLoaded";
}

function newest(acts: readonly Act[]): Instant | null {
  let last: Instant | null = null;
  for (const { kind, header } of acts)
    if (kind === "petition" && header.asOf !== null && (last === null || header.asOf > last)) last = header.asOf;
  return last;
}

/** Into which case each joined one went; a circle, which no body could mean, joins nothing. */
function joinedInto(cases: ReadonlyMap<string, CaseActs>): ReadonlyMap<string, string> {
  const into = new Map<string, string>();
  for (const { case: number, opened } of cases.values())
    for (const { entry } of opened)
      for (const other of entry.joins) if (other !== number && !leadsTo(into, number, other)) into.set(other, number);
  return into;
}

function leadsTo(into: ReadonlyMap<string, string>, from: string, to: string): boolean {
  for (let at: string | undefined = from; at !== undefined; at = into.get(at)) if (at === to) return true;
  return false;
}

function recordOf(acts: CaseActs, into: string | null, context: CaseContext, now: Instant): CaseRecord {
  const { law, deadlines } = context;
  const rulings = rulingsOf(acts, context);
  const appeals = appealsOf(acts, rulings, context);
  const petitions = acts.petitions.map((each) => ({
    ...each,
    review: law === null ? null : reviewPetition(law, each.entry, deadlines),
  }));
  const opened = acts.opened.at(-1)?.entry;
  const body =
    opened?.body ?? petitions.find(({ entry }) => entry.body !== "")?.entry.body ?? rulings[0]?.entry.body ?? "";
  const state = into === null ? stateOf(acts, rulings, appeals, { law, now }) : joinedState(into);
  const isOver = state.kind === "final" || state.kind === "joined";
  return {
    key: acts.key,
    case: acts.case,
    body,
    role: law === null ? "" : (bodyNamed(law.law, body)?.role ?? ""),
    matter: opened?.matter ?? (petitions.length > 0 ? "petition" : appeals.length > 0 ? "appeal" : "other"),
    stations: stationsOf(acts),
    unlocated: petitions.reduce((sum, { entry }) => sum + entry.unlocated, 0),
    area: areaOf(petitions.map(({ entry }) => entry)),
    petitions,
    hearings: acts.hearings,
    rulings,
    appeals,
    joins: acts.opened.flatMap(({ entry }) => entry.joins),
    state,
    spans: law === null ? [] : spansOf(law, petitions, rulings, appeals, { body, now, isOver }),
    problems: [
      ...rulings.flatMap(({ problems, review }) => [...problems, ...(review?.problems ?? [])]),
      ...appeals.flatMap(({ problems }) => problems),
    ],
  };
}

function joinedState(into: string): CaseState {
  return { kind: "joined", into };
}

function stationsOf({ opened, petitions }: CaseActs): readonly string[] {
  const named = [...opened.flatMap(({ entry }) => entry.stations), ...petitions.flatMap(({ entry }) => entry.stations)];
  return [...new Set(named)].toSorted();
}

function areaOf(petitions: readonly PetitionEntry[]): CaseRecord["area"] {
  const areas = petitions.flatMap(({ area }) => area ?? []);
  const [first] = areas;
  const isOne = areas.every(({ tree, code }) => tree === first?.tree && code === first.code);
  return first !== undefined && isOne && areas.length === petitions.length ? first : null;
}

/** Decided by instance, not by the order in which acts came into the ledger: dockets are read late and in any order. */
function stateOf(
  acts: CaseActs,
  rulings: readonly CaseRuling[],
  appeals: readonly CaseAppeal[],
  { law, now }: { readonly law: CaseLaw | null; readonly now: Instant },
): CaseState {
  const last = rulings.findLast(({ stands }) => stands);
  const final = acts.finals.at(-1);
  const outcome = last?.entry.outcome ?? null;
  if (final !== undefined) return { kind: "final", how: final.entry.how, outcome };
  if (last !== undefined && isLastWord(last, law)) return { kind: "final", how: "decided", outcome };
  const pending = appeals.find(({ entry }) => last === undefined || entry.of === null || entry.of === last.index);
  if (pending !== undefined && (last === undefined || last.entry.instance === 1))
    return { kind: "appealed", appeal: pending.entry.appeal };
  if (last === undefined) {
    const held = acts.hearings.findLast(({ entry }) => entry.state === "held");
    return held === undefined ? { kind: "filed" } : { kind: "heard", at: held.entry.at };
  }
  const { ruling } = last.entry;
  if (last.entry.outcome === "curable") return { kind: "curable", ruling };
  if (last.notified !== null) {
    const { appealUntil } = last;
    const termOver = appealUntil !== null && appealUntil < now;
    return { kind: "notified", ruling, outcome: last.entry.outcome, appealUntil, termOver };
  }
  if (last.entry.outcome === "notExamined") return { kind: "notExamined", ruling };
  return { kind: "decided", ruling, outcome: last.entry.outcome };
}

/** On appeal the body that the law names decides for good. */
function isLastWord({ entry }: CaseRuling, law: CaseLaw | null): boolean {
  if (law === null || entry.instance < 2 || entry.outcome === "curable") return false;
  const role = bodyNamed(law.law, entry.body)?.role;
  return rulesOf(law.on(null), "transition").some(
    ({ act, to, by }) => act === "ruleOnAppeal" && to === "final" && by === role,
  );
}

function deadlineOf(law: CaseLaw | null, { index, entry }: SetDeadline, now: Instant): DeadlineStanding {
  const { deadline, body, rule, case: number, due, announced, published } = entry;
  const inForce = law === null ? published !== null : isPublished(law, entry, now);
  return { index, deadline, body, rule, case: number, due, announced, published, inForce };
}
