import { fail, parseCivilDate, succeed } from "acta/basics";
import type { Instant, Result } from "acta/basics";
import { caseBook, doneBy } from "acta/dispute";
import type { CaseBook, CaseLaw } from "acta/dispute";
import type { Election } from "acta/election";
import type { Act, ElectionState } from "acta/record";
import { instantAt, momentOf } from "../../language/index.js";
import { definitionIn, replayFolder } from "../../store/index.js";
import { chosenLaw } from "./chosen-law.js";
import type { Desk } from "./desk.js";
import { dataFlags, optionalText } from "./flags.js";
import type { DataFlags } from "./flags.js";
import type { Language } from "../../language/index.js";
import { openElection } from "./opened.js";
import type { OpenedElection } from "./opened.js";

/** Flags of every command that reads cases. */
export interface CaseFlags extends DataFlags {
  /** Law file; without it the law set of the record. */
  readonly law?: string;
  /** Moment at which terms are looked at; what was done later is left out. */
  readonly now?: string;
}

/** Declares the flags of every command that reads cases. */
export function caseFlags(language: Language) {
  return {
    ...dataFlags(language),
    law: optionalText(language, "law", "FILE"),
    now: optionalText(language, "now", "TIME"),
  } as const;
}

/** A data folder opened at the cases of one election. */
export interface OpenedCases {
  readonly opened: OpenedElection;
  readonly election: Election;
  readonly state: ElectionState;
  readonly acts: readonly Act[];
  /** Null when neither the record nor a file gives one. */
  readonly law: CaseLaw | null;
  readonly book: CaseBook;
}

/** Runs a piece of work on the cases of the election that the flags name, and closes the folder whatever happens. */
export async function withCases<T>(
  desk: Desk,
  flags: CaseFlags,
  work: (cases: OpenedCases) => Result<T>,
): Promise<Result<T>> {
  const opened = await openElection(desk, flags);
  if (!opened.ok) return opened;
  try {
    const cases = casesOf(desk, flags, opened.value);
    return cases.ok ? work(cases.value) : cases;
  } finally {
    opened.value.folder.close();
  }
}

function casesOf(desk: Desk, flags: CaseFlags, opened: OpenedElection): Result<OpenedCases> {
  const definition = definitionIn(opened.folder, opened.indexed);
  if (!definition.ok) return definition;
  const election = definition.value;
  const now = momentFor(desk, election.timeZone, flags.now);
  if (!now.ok) return now;
  const replayed = replayFolder(opened.folder, opened.at ?? undefined);
  if (!replayed.ok) return replayed;
  const { acts, elections } = replayed.value.state();
  const state = elections.get(election.id);
  if (state === undefined)
    return fail({ code: "store.unknownElection", context: { election: election.id, known: "" } });
  const law = chosenLaw(desk, opened.folder, acts, election, flags.law);
  if (!law.ok) return law;
  const done = law.value === null || flags.now === undefined ? acts : doneBy(law.value, acts, now.value);
  const book = caseBook(done, election.id, law.value, now.value);
  return succeed({ opened, election, state, acts: done, law: law.value, book });
}

/** A day means its end, as everywhere; without a text it is now. */
function momentFor(desk: Desk, zone: string, text: string | undefined): Result<Instant> {
  if (text === undefined || text === "now") return succeed(desk.now());
  const moment = momentOf(text, zone);
  return moment === undefined ? fail({ code: "act.badMoment", context: { text: text.slice(0, 40) } }) : succeed(moment);
}

/** A moment or a day as people read it in the zone of the election; a dash where nobody knows. */
export function whenText({ moment, day }: Language, at: string | null, zone: string): string {
  if (at === null) return "–";
  return parseCivilDate(at) === undefined ? moment(instantAt(Date.parse(at)), zone) : day(at);
}
