import type { ActMoment } from "../record/index.js";
import type { Instant } from "../basics/index.js";
import type { LegalFrame } from "./legal-frame.js";
import { instantOf } from "./legal-frame.js";
import { rulesOf } from "./law-in-force.js";
import type { LawInForce } from "./law-in-force.js";
import type { LegalActKind, Matter, TermRule } from "./law.js";
import type { LegalPosition, StandingRuling } from "./legal-position.js";
import { openActs } from "./legal-state.js";
import { termFor } from "./term.js";

/** An act that the law still allows on a sheet, whose it is, and until when. */
export interface OpenAct {
  readonly act: LegalActKind;
  readonly by: string;
  readonly rule: string;
  readonly article: string;
  /** `none`: the law gives no term, or not one that can be computed; `notBegun`: it runs from what has not been made known yet. */
  readonly term: "none" | "notBegun" | "running" | "ended";
  readonly until: Instant | null;
  /** Rule of the term; "" without one. */
  readonly termRule: string;
}

/** The matters whose terms bind an appeal against a ruling on a sheet, and on a petition. */
const APPEALS: Readonly<Record<"sheet" | "petition", Matter>> = { sheet: "appealSheet", petition: "appealPetition" };

/** Who may still act on a sheet, and until when; empty without a law set, and where a source alone says that the sheet was resolved. @param now the moment at which it is asked. */
export function openActsOn(position: LegalPosition, frame: LegalFrame, now: Instant): readonly OpenAct[] {
  const law = frame.lawOn(now);
  const { state, basis } = position;
  // A source that says "resolved" does not say whether by a final instance.
  if (law === null || state === null || (basis === "reported" && state.kind === "ruled")) return [];
  return openActs(state, law).map(({ act, by, id, article }) => ({
    act,
    by,
    rule: id,
    article,
    ...(act === "appeal" && position.ruling !== null ? termOf(law, position.ruling, now) : NO_TERM),
  }));
}

const NO_TERM = { term: "none", until: null, termRule: "" } as const;

function termOf(law: LawInForce, ruling: StandingRuling, now: Instant): Pick<OpenAct, "term" | "until" | "termRule"> {
  const matter = ruling.onPetition ? APPEALS.petition : APPEALS.sheet;
  const rule = rulesOf(law, "term").find((each) => each.matter === matter);
  if (rule === undefined) return NO_TERM;
  const start = beginOf(rule, ruling);
  if (start === undefined) return { term: "notBegun", until: null, termRule: rule.id };
  const running = termFor(law, matter, instantOf(law.law.calendar, start));
  if (!running.ok) return NO_TERM;
  const { deadline } = running.value;
  return { term: now <= deadline ? "running" : "ended", until: deadline, termRule: rule.id };
}

/** The first time that the ruling was made known in the form from which the term runs; never the decision itself. */
function beginOf(rule: TermRule, ruling: StandingRuling): ActMoment | undefined {
  return ruling.known.find(({ form }) => form === rule.from)?.at;
}
