import { succeed } from "acta/basics";
import type { Instant, Result } from "acta/basics";
import { caseBook, doneBy, openPetitions } from "acta/dispute";
import type { CaseLaw } from "acta/dispute";
import type { Act } from "acta/record";
import type { Petitions } from "acta/tabulation";
import { legalRecordOf } from "../../act/index.js";
import { chosenLaw } from "../desk/chosen-law.js";
import type { Desk } from "../desk/desk.js";
import type { OpenedContest } from "../desk/opened.js";

/**
 * What the record holds of open petitions and appeals at an edition. Whatever was filed counts, also later: it may still come to
 * nothing, but nobody may say so from here. What closed a case counts only when it was done by the state that the edition describes.
 */
export function recordedPetitions(desk: Desk, opened: OpenedContest): Result<Petitions> {
  const { folder, at, open, contest } = opened;
  const { election, edition } = open;
  // No station is asked for: only acts are read, not 86,488 sheets.
  const scope = { election: election.id, contest: contest.id, stations: new Set<string>() };
  const record = legalRecordOf(folder, scope, at ?? undefined);
  if (!record.ok) return record;
  const acts = record.value.acts.filter(({ header }) => header.scope === "" || header.scope === contest.id);
  if (acts.length === 0) return succeed({ kind: "notLoaded" });
  const law = chosenLaw(desk, folder, acts, election, undefined);
  if (!law.ok) return law;
  const moment = edition.asOf ?? edition.sealedAt;
  return succeed(openPetitions(caseBook(actsAt(law.value, acts, moment), election.id, law.value, moment)));
}

function actsAt(law: CaseLaw | null, acts: readonly Act[], moment: Instant): readonly Act[] {
  if (law === null) return acts;
  const done = new Set(doneBy(law, acts, moment));
  return acts.filter((act) => act.kind === "petition" || act.kind === "case" || done.has(act));
}
