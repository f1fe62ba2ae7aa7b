import { succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { rulesOf } from "acta/dispute";
import { legalRecordOf } from "../../act/index.js";
import { chosenLaw } from "./chosen-law.js";
import type { Desk } from "./desk.js";
import type { OpenedContest } from "./opened.js";

/** What the law of an election knows against a count that was wrong: one recount of a sheet, or none. */
export interface Remedy {
  readonly kind: "recount" | "noRecount";
  /** The rule of the recount; "" where there is none. */
  readonly rule: string;
  readonly article: string;
}

/** The remedy by the law set of the record, as it was in force for this election; null where the record holds none. */
export function knownRemedy(desk: Desk, { folder, at, open, contest }: OpenedContest): Result<Remedy | null> {
  const scope = { election: open.election.id, contest: contest.id, stations: new Set<string>() };
  const record = legalRecordOf(folder, scope, at ?? undefined);
  if (!record.ok) return record;
  if (record.value.acts.length === 0) return succeed(null);
  const law = chosenLaw(desk, folder, record.value.acts, open.election, undefined);
  if (!law.ok) return law;
  if (law.value === null) return succeed(null);
  const recount = rulesOf(law.value.on(null), "recount")[0];
  return succeed(
    recount === undefined
      ? { kind: "noRecount", rule: "", article: "" }
      : { kind: "recount", rule: recount.id, article: recount.article },
  );
}
