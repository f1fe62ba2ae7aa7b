import { daysBetween } from "../basics/index.js";
import type { CivilDate, Instant } from "../basics/index.js";
import type { CertificationEntry } from "../record/index.js";
import { bodyNamed } from "./body-name.js";
import { dayOfAct, spanOfAct } from "./case-law.js";
import type { CaseLaw } from "./case-law.js";
import type { CertificationPath } from "./certification-path.js";
import { civilDateOf } from "./civil-time.js";
import { rulesOf } from "./law-in-force.js";
import type { CertifiedElection, EndOfTermRule } from "./law.js";

/** Days from the vote to the certified result, beside earlier elections. */
export interface ElectionClock {
  readonly voted: CivilDate;
  /** Null while the whole result is not certified. */
  readonly certified: CivilDate | null;
  /** Until the certification, or until now. */
  readonly days: number;
  readonly earlier: readonly (CertifiedElection & { readonly days: number })[];
}

/** The end of the outgoing term beside what the law still lets bodies take: a flag with its working, no forecast. */
export interface EndOfTerm {
  readonly rule: EndOfTermRule;
  readonly daysLeft: number;
  /** `atRisk`: if every body used all of its term from today on, the end would be passed. */
  readonly flag: "none" | "atRisk" | "passed";
  /** The terms that are added up, one after another; empty once nothing is open. */
  readonly terms: readonly { readonly matter: string; readonly rule: string; readonly until: CivilDate }[];
  /** Matters whose term could not be counted: the law has none, or holidays are missing. */
  readonly uncounted: readonly string[];
}

/** Days from the vote to the certification by the body that the law names, and of the elections before. */
export function electionClock(
  law: CaseLaw,
  certifications: readonly CertificationEntry[],
  now: Instant,
): ElectionClock {
  const voted = law.election.date;
  const by = rulesOf(law.on(null), "certification")[0]?.by;
  const whole = certifications.findLast(({ area, body }) => area === null && bodyNamed(law.law, body)?.role === by);
  const certified = whole === undefined ? null : dayOfAct(law, whole.at);
  const earlier = law.law.certified
    .filter((each) => each.voted < voted)
    .map((each) => ({ ...each, days: daysBetween(each.voted, each.certified) }));
  return { voted, certified, days: daysBetween(voted, certified ?? civilDateOf(law.law.calendar, now)), earlier };
}

/** How the end of the term stands; null when the law does not name one for this election. */
export function endOfTerm(law: CaseLaw, path: CertificationPath | null, now: Instant): EndOfTerm | null {
  const rule = rulesOf(law.on(null), "endOfTerm").find(({ election }) => election === law.election.id);
  if (rule === undefined) return null;
  const today = civilDateOf(law.law.calendar, now);
  const daysLeft = daysBetween(today, rule.date);
  const isCertified = path?.steps.at(-1)?.state === "done";
  if (isCertified) return { rule, daysLeft, flag: "none", terms: [], uncounted: [] };
  const { terms, uncounted } = termsFrom(law, path, today);
  const last = terms.at(-1)?.until ?? today;
  const flag = daysLeft < 0 ? "passed" : last > rule.date ? "atRisk" : "none";
  return { rule, daysLeft, flag, terms, uncounted };
}

function termsFrom(
  law: CaseLaw,
  path: CertificationPath | null,
  today: CivilDate,
): Pick<EndOfTerm, "terms" | "uncounted"> {
  const terms: { matter: string; rule: string; until: CivilDate }[] = [];
  const uncounted: string[] = [];
  if (path === null) return { terms, uncounted };
  const { steps, terms: ruled } = path.rule;
  const first = steps.findIndex((step) => path.blocks.includes(step));
  let from = today;
  for (const { matter, while: step } of ruled) {
    // A step that cannot be told is taken as open: the flag may not be lowered by what is not known.
    if (first < 0 || steps.indexOf(step) < first) continue;
    const term = law.termOf(null, matter, spanOfAct(law, from).earliest);
    if (!term.ok) {
      uncounted.push(matter);
      continue;
    }
    from = term.value.lastDay;
    terms.push({ matter, rule: term.value.rule, until: from });
  }
  return { terms, uncounted };
}
