import { parseCivilDate, succeed } from "../basics/index.js";
import type { CivilDate, Instant, Result } from "../basics/index.js";
import type { Election } from "../election/index.js";
import type { Act, ActMoment } from "../record/index.js";
import { caseOf } from "./acts-of-stations.js";
import { civilDateOf, momentOf } from "./civil-time.js";
import { lawDatesOf, lawInForce, rulesOf } from "./law-in-force.js";
import type { LawDates, LawInForce } from "./law-in-force.js";
import type { Law, Matter } from "./law.js";
import { termFor } from "./term.js";
import type { RunningTerm } from "./term.js";

/** The law of one election, for acts of any day. */
export interface CaseLaw {
  readonly law: Law;
  readonly election: Pick<Election, "id" | "date">;
  readonly dates: LawDates;
  /** The rules for an act of a day; of election day where nobody knows it. */
  readonly on: (day: CivilDate | null) => LawInForce;
  /** `spanOfAct` and `termFor` of an act's day: a docket has thousands of acts on few days. */
  readonly spanOf: (at: ActMoment) => ActSpan;
  readonly termOf: (day: CivilDate | null, matter: Matter, start: Instant) => Result<RunningTerm>;
}

/** The first and the last moment at which an act may have been done: the same where the hour is known. */
export interface ActSpan {
  readonly earliest: Instant;
  readonly latest: Instant;
}

/** The law of an election. @returns `dispute.noConvocation` when the file does not know the election. */
export function caseLawOf(law: Law, election: Pick<Election, "id" | "date">): Result<CaseLaw> {
  const dates = lawDatesOf(law, election, election.date);
  if (!dates.ok) return dates;
  const known = new Map<CivilDate, LawInForce>();
  const on = (day: CivilDate | null): LawInForce => {
    const act = day ?? election.date;
    const rules = known.get(act) ?? lawInForce(law, { ...dates.value, act });
    known.set(act, rules);
    return rules;
  };
  const spans = new Map<string, ActSpan>();
  const spanOf = (at: ActMoment): ActSpan => {
    const span = spans.get(at) ?? spanIn(law, at);
    spans.set(at, span);
    return span;
  };
  const terms = new Map<string, Result<RunningTerm>>();
  const termOf = (day: CivilDate | null, matter: Matter, start: Instant): Result<RunningTerm> => {
    const key = `${day ?? ""} ${start} ${matter}`;
    const term = terms.get(key) ?? termFor(on(day), matter, start);
    terms.set(key, term);
    return term;
  };
  return succeed({ law, election, dates: dates.value, on, spanOf, termOf });
}

/** The civil day of an act; null when nobody said when it was done. */
export function dayOfAct({ law }: CaseLaw, at: ActMoment | null): CivilDate | null {
  if (at === null) return null;
  return parseCivilDate(at) ?? civilDateOf(law.calendar, momentIn(at));
}

/** The first and the last moment at which an act may have been done: the same where the hour is known. */
export function spanOfAct(law: CaseLaw, at: ActMoment): ActSpan {
  return law.spanOf(at);
}

function spanIn({ calendar }: Law, at: ActMoment): ActSpan {
  const day = parseCivilDate(at);
  if (day === undefined) return { earliest: momentIn(at), latest: momentIn(at) };
  return { earliest: momentOf(calendar, day, "00:00"), latest: momentOf(calendar, day, "23:59") };
}

/** True when one act was done before another or on the same day; by the order of the ledger where a time is missing. */
export function wasBefore(
  law: CaseLaw,
  one: { readonly at: ActMoment | null; readonly index: number },
  other: { readonly at: ActMoment | null; readonly index: number },
): boolean {
  if (one.at === null || other.at === null) return one.index < other.index;
  return spanOfAct(law, one.at).earliest <= spanOfAct(law, other.at).latest;
}

/**
 * The acts that had been done by a moment, as far as it is known when. Those of which nobody says it are kept, but for what can only
 * have followed a first ruling that came later. A hearing says when it is held, not when it was called.
 */
export function doneBy(law: CaseLaw, acts: readonly Act[], now: Instant): readonly Act[] {
  const isLater = (act: Act): boolean => {
    const at = timeOfAct(act);
    return at !== null && spanOfAct(law, at).earliest > now;
  };
  const undecided = new Set<string>();
  for (const act of acts)
    if (act.kind === "ruling" && act.entry.instance === 1 && isLater(act)) undecided.add(act.entry.case);
  return acts.filter((act) => !isLater(act) && !(followsRuling(act) && undecided.has(caseOf(act))));
}

/** When something was done or became known; a deadline is known from its announcement on. */
function timeOfAct(act: Act): ActMoment | null {
  if (act.kind === "hearing") return null;
  if (act.kind === "deadline") return act.entry.at ?? act.entry.announced ?? act.entry.published;
  return "at" in act.entry ? act.entry.at : null;
}

/** True for what comes after a first ruling and does not say when. */
function followsRuling(act: Act): boolean {
  if (act.kind !== "appeal" && act.kind !== "final" && act.kind !== "notification" && act.kind !== "ruling")
    return false;
  return act.entry.at === null && (act.kind !== "ruling" || act.entry.instance > 1);
}

function momentIn(at: ActMoment): Instant {
  if (isInstant(at)) return at;
  throw new Error(`neither a day nor a moment: ${at}`);
}

function isInstant(at: ActMoment): at is Instant {
  return at.length > 10;
}

/** A matter that belongs to a ground. */
export type GroundMatter = "term" | "fee" | "appeal" | "decide" | "decideAppeal";

/** The matter for petitions on these grounds; null where the law gives none, or different ones. */
export function matterOfGrounds(law: CaseLaw, grounds: readonly string[], matter: GroundMatter): string | null {
  const named = grounds.filter((ground) => ground !== "");
  const rules = rulesOf(law.on(null), "ground").filter(({ ground }) => named.length === 0 || named.includes(ground));
  const [only, ...others] = new Set(rules.map((rule) => rule[matter]));
  return only === undefined || others.length > 0 ? null : only;
}
