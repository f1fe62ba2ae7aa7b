import type { CivilDate } from "../basics/index.js";
import { addMonths } from "./span.js";
import { lawOn } from "./procedure-law.js";
import type { OfficeRule, ProcedureLaw } from "./procedure-law.js";

/** A term of an office: its first day, and the day on which the next one begins. */
export interface OfficeTerm {
  readonly rule: OfficeRule;
  readonly begins: CivilDate;
  readonly ends: CivilDate;
}

/** The term of an office in which a day lies; null when the law that holds that day knows none. */
export function termOn(law: ProcedureLaw, office: string, day: CivilDate): OfficeTerm | null {
  const rule = lawOn(law, "office", day).find((each) => each.office === office);
  if (rule === undefined || rule.term === null) return null;
  const months = rule.term.years * 12;
  let begins = rule.term.from;
  while (day < begins) begins = addMonths(begins, -months);
  let ends = addMonths(begins, months);
  while (ends <= day) {
    begins = ends;
    ends = addMonths(begins, months);
  }
  return { rule, begins, ends };
}
