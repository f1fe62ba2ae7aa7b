import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { openPetitions } from "acta/dispute";
import type { CaseRecord } from "acta/dispute";
import { tabulationEn, tabulationEs } from "acta/tabulation";
import { chosenCases } from "./case-filter.js";
import type { CaseFilterFlags } from "./case-filter.js";
import { caseDocument, caseListText } from "./case-text.js";
import { printJson } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { atOf } from "../desk/opened.js";
import { withCases } from "../desk/opened-cases.js";
import type { OpenedCases } from "../desk/opened-cases.js";

/** Flags of `acta petition list`. */
export interface PetitionListFlags extends CaseFilterFlags {
  /** Print every case, not the first ones. */
  readonly all: boolean;
}

/** Runs `acta petition list`. */
export async function runPetitionList(desk: Desk, flags: PetitionListFlags): Promise<Result<null>> {
  desk.language.learn({ es: tabulationEs, en: tabulationEn });
  return withCases(desk, flags, (cases) => {
    const chosen = chosenCases(cases, flags);
    if (!chosen.ok) return chosen;
    if (flags.json) printJson(desk, listDocument(cases, chosen.value));
    else desk.print(caseListText(desk.language, cases, chosen.value, flags.all));
    return succeed(null);
  });
}

/** The documented JSON shape `acta-petition-list/1`. */
function listDocument(cases: OpenedCases, chosen: readonly CaseRecord[]): Readonly<Record<string, unknown>> {
  const { book, election, opened, law } = cases;
  return {
    schema: "acta-petition-list/1",
    provenance: election.provenance,
    election: election.id,
    ...atOf(opened),
    petitions: book.petitions,
    asOf: book.asOf,
    now: book.now,
    law: law === null ? null : law.law.id,
    open: openPetitions(book),
    cases: chosen.map(caseDocument),
  };
}
