import { addDays, daysBetween, fail, succeed } from "../basics/index.js";
import type { CivilDate, Result } from "../basics/index.js";
import {
  bodyIn,
  caseLawOf,
  changeMembership,
  civilDateOf,
  electionStart,
  membershipOf,
  rulesOf,
  sittingOf,
  termFor,
} from "../dispute/index.js";
import type { CaseLaw, CertifiedElection, LawRule } from "../dispute/index.js";
import type { Asked } from "./computation.js";
import { countOf, factOf, factsOf } from "./claim-evidence.js";
import type { ClaimEvidence } from "./claim-evidence.js";
import type { MembershipFact } from "./claim-fact.js";
import { found, line, wordAnswer } from "./finding.js";
import type { CitedRule, Finding, WorkingLine } from "./finding.js";
import type { TimeWindow } from "./time-window.js";

/** The law of an election. @returns `claim.noLaw` without a law file; the problems of `caseLawOf`. */
function lawOf(evidence: ClaimEvidence, election: string): Result<CaseLaw> {
  if (evidence.law === null) return fail({ code: "claim.noLaw", context: {} });
  const count = countOf(evidence, election);
  return count.ok ? caseLawOf(evidence.law, count.value.election) : count;
}

function cited({ id, article, confidence }: LawRule): CitedRule {
  return { id, article, confidence };
}

/** The last moment for a matter that runs from election day: by the rule in force, and by what was announced and never published. */
export function deadline(evidence: ClaimEvidence, { election, matter }: Asked<"deadline">): Result<Finding> {
  const law = lawOf(evidence, election);
  if (!law.ok) return law;
  const inForce = law.value.on(null);
  const term = termFor(inForce, matter, electionStart(law.value));
  if (!term.ok) return term;
  const rule = rulesOf(inForce, "term").find(({ id }) => id === term.value.rule);
  const announced = law.value.law.rules.flatMap((each) => {
    if (each.kind !== "term" || each.matter !== matter || each.published) return [];
    const never = termFor({ ...inForce, rules: [each] }, matter, electionStart(law.value));
    return never.ok ? [{ at: never.value.deadline, on: each.validFrom, article: each.article }] : [];
  });
  const lines = announced.map(({ at, on, article }) => line("claim.neverPublished", { at, on, article }));
  const answer = { kind: "moment" as const, at: term.value.deadline, announced };
  return succeed(found(answer, lines, rule === undefined ? null : cited(rule)));
}

/** Whether the result was certified at the time, or the first day on which the law lets it be: no earlier than petitions may be filed. */
export function certification(
  evidence: ClaimEvidence,
  { election, figure }: Asked<"certification">,
  window: TimeWindow | null,
): Result<Finding> {
  const law = lawOf(evidence, election);
  if (!law.ok) return law;
  const certified = certifiedIn(law.value);
  if (certified === undefined) return fail({ code: "claim.notKnownCertified", context: { election } });
  const rule = rulesOf(law.value.on(null), "certification")[0];
  const days = daysBetween(certified.voted, certified.certified);
  const lines = [line("claim.certifiedOn", { day: certified.certified, days, source: certified.source })];
  const by = rule === undefined ? null : cited(rule);
  if (figure === "earliest") {
    const until = termFor(law.value.on(null), "petition", electionStart(law.value));
    if (!until.ok) return until;
    const open = line("claim.petitionsUntil", { at: until.value.deadline, article: until.value.article });
    return succeed(found({ kind: "earliest", date: until.value.lastDay }, [open, ...lines], by));
  }
  const end = window === null ? null : civilDateOf(law.value.law.calendar, window.to);
  const isCertified = end === null || certified.certified <= end;
  const answer = wordAnswer(isCertified ? "certified" : "notCertified");
  return succeed(found({ kind: "word", answer, atTheTime: null }, lines, by));
}

function certifiedIn({ law, election }: CaseLaw): CertifiedElection | undefined {
  return law.certified.find((each) => each.election === election.id);
}

/** Whether the way from the vote to the certified result took longer than at every earlier election that the law file knows. */
export function pace(evidence: ClaimEvidence, { election }: Asked<"pace">): Result<Finding> {
  const law = lawOf(evidence, election);
  if (!law.ok) return law;
  const own = certifiedIn(law.value);
  if (own === undefined) return fail({ code: "claim.notKnownCertified", context: { election } });
  const earlier = law.value.law.certified.filter(({ voted }) => voted < own.voted);
  if (earlier.length === 0) return fail({ code: "claim.noEarlier", context: { election } });
  const days = (each: CertifiedElection): number => daysBetween(each.voted, each.certified);
  const isLonger = earlier.every((each) => days(each) < days(own));
  const isShorter = earlier.every((each) => days(each) > days(own));
  const lines = [...earlier, own].map((each) =>
    line("claim.paceOf", { year: each.voted.slice(0, 4), days: days(each), source: each.source }),
  );
  const answer = wordAnswer(isLonger ? "slower" : isShorter ? "faster" : "asBefore");
  return succeed(found({ kind: "word", answer, atTheTime: null }, lines));
}

/** Whether both instances of a case took longer than the law gives them. */
export function caseTerms(evidence: ClaimEvidence, asked: Asked<"caseTerms">): Result<Finding> {
  const law = lawOf(evidence, asked.election);
  if (!law.ok) return law;
  const fact = factOf(evidence, "case", asked.case);
  if (!fact.ok) return fact;
  const { filed, decided, decidedOnAppeal, matter, appealMatter } = fact.value;
  const lines: WorkingLine[] = [];
  let late = 0;
  for (const [name, from, to] of [
    [matter, filed, decided],
    [appealMatter, decided, decidedOnAppeal],
  ] as const) {
    const term = law.value.termOf(from, name, law.value.spanOf(from).earliest);
    if (!term.ok) return term;
    const allowed = daysBetween(from, term.value.lastDay);
    if (to > term.value.lastDay) late++;
    lines.push(line("claim.caseTook", { days: daysBetween(from, to), allowed, from, to, rule: term.value.rule }));
  }
  const answer = wordAnswer(late === 2 ? "slower" : late === 0 ? "inTime" : "partlyLate");
  return succeed(found({ kind: "word", answer, atTheTime: null }, lines));
}

/** What a resignation from a body was at the time, and what the law made of it: seats are followed day by day. */
export function resignation(
  evidence: ClaimEvidence,
  asked: Asked<"resignation">,
  window: TimeWindow | null,
): Result<Finding> {
  const law = lawOf(evidence, asked.election);
  if (!law.ok) return law;
  const fact = factOf(evidence, "membership", asked.fact);
  if (!fact.ok) return fact;
  const body = bodyIn(law.value.on(fact.value.on), asked.body);
  if (!body.ok) return body;
  const { calendar, convocations } = law.value.law;
  // A claim of the day after still speaks of it.
  const isThen =
    window === null ||
    (addDays(civilDateOf(calendar, window.from), -1) <= fact.value.on &&
      fact.value.on <= civilDateOf(calendar, window.to));
  if (!isThen) return succeed(found({ kind: "word", answer: wordAnswer("notAtThatTime"), atTheTime: null }));
  const called = convocations.find(({ election }) => election === asked.election)?.date;
  const duringElection = called !== undefined && called <= fact.value.on && fact.value.on <= endOf(law.value);
  const lines: WorkingLine[] = [];
  let members = membershipOf(body.value);
  for (const each of factsOf(evidence.facts, "membership").filter((one) => one.body === asked.body)) {
    const changed = changeMembership(body.value, members, eventOf(each, duringElection));
    if (!changed.ok) return changed;
    members = changed.value;
    const { present, quorum, canSit } = sittingOf(body.value, members);
    lines.push(
      line("claim.seatsHeld", {
        day: each.on,
        change: each.change,
        present: present.length,
        quorum,
        canSit: canSit ? 1 : 0,
      }),
    );
  }
  const isSuspended = duringElection && body.value.resignation === "suspendedAndSubstituted";
  const answer = wordAnswer(isSuspended ? "suspendedAndSubstituted" : "resigned");
  return succeed(
    found({ kind: "word", answer, atTheTime: isSuspended ? wordAnswer("resigned") : null }, lines, cited(body.value)),
  );
}

/** Until when the election lasts: its certification, or for ever where nobody said. */
function endOf(law: CaseLaw): CivilDate | string {
  return certifiedIn(law)?.certified ?? "9999";
}

function eventOf({ change, seat }: MembershipFact, duringElection: boolean) {
  return change === "resign" ? { kind: change, seat, duringElection } : { kind: change, seat };
}
