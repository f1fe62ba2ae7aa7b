import type { Instant } from "../basics/index.js";
import type { Act } from "../record/index.js";
import { caseBook } from "./case-book.js";
import { doneBy } from "./case-law.js";
import type { CaseLaw } from "./case-law.js";
import type { CaseBook } from "./case-record.js";

/**
 * The book of cases at the moment of an edition. Whatever was filed counts, also later: it may still come to nothing, but nobody may say so from
 * there. What closed a case counts only when it was done by then; without a law nobody can tell, and all of it counts.
 */
export function bookAt(acts: readonly Act[], election: string, law: CaseLaw | null, moment: Instant): CaseBook {
  if (law === null) return caseBook(acts, election, law, moment);
  const done = new Set(doneBy(law, acts, moment));
  const known = acts.filter((act) => act.kind === "petition" || act.kind === "case" || done.has(act));
  return caseBook(known, election, law, moment);
}
