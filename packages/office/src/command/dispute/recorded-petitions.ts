import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { bookAt, openPetitions } from "acta/dispute";
import type { Petitions } from "acta/tabulation";
import { legalRecordOf } from "../../act/index.js";
import { chosenLaw } from "../desk/chosen-law.js";
import type { Desk } from "../desk/desk.js";
import type { OpenedContest } from "../desk/opened.js";

/** What the record holds of open petitions and appeals at an edition. */
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
  return succeed(openPetitions(bookAt(acts, election.id, law.value, moment)));
}
