import { resolve } from "node:path";
import { fail, parseCivilDate, succeed } from "acta/basics";
import type { CivilDate, Problem, Result } from "acta/basics";
import { disputeEn, disputeEs } from "acta/dispute";
import { dateProblem, eventsOfActs, parseSpan, procedureEn, procedureEs } from "acta/procedure";
import type { History, HistoryEvent, Laws, Span } from "acta/procedure";
import type { Act } from "acta/record";
import { importEn, importEs, loadHistory, loadProcedures } from "../../import/index.js";
import type { LoadedProcedures } from "../../import/index.js";
import { replayFolder } from "../../store/index.js";
import type { Desk } from "../desk/desk.js";
import { withElection } from "../desk/opened.js";

/** Flags that say by which law, and on what happened. */
export interface HistoryFlags {
  readonly law?: string;
  readonly history?: string;
  readonly data?: string;
  readonly election?: string;
  readonly json: boolean;
}

/** The law, and the events that it is asked about. */
export interface FoundHistory extends LoadedProcedures {
  /** Null when the events come from a ledger. */
  readonly history: History | null;
  readonly historySha256: string | null;
  readonly events: readonly HistoryEvent[];
  /** Ledger positions of acts that could not be read as events. */
  readonly leftOut: readonly number[];
}

/** The texts of the rooms that these commands enter. */
function learn(desk: Desk): void {
  desk.language.learn({ es: importEs, en: importEn });
  desk.language.learn({ es: procedureEs, en: procedureEn });
  desk.language.learn({ es: disputeEs, en: disputeEn });
}

/** Reads the law alone: from the file of the law, or the one that a history names. */
export function readProcedures(
  desk: Desk,
  { law, history }: { readonly law?: string; readonly history?: string },
): Result<LoadedProcedures, readonly Problem[]> {
  learn(desk);
  if (law !== undefined) return loadProcedures(resolve(desk.cwd, law));
  if (history !== undefined) return loadHistory(resolve(desk.cwd, history));
  return fail([{ code: "procedures.needsLaw", context: {} }]);
}

/** Reads the law and the events: of a history file, or the acts of a data folder by the law that a flag names. */
export async function readEvents(desk: Desk, flags: HistoryFlags): Promise<Result<FoundHistory, readonly Problem[]>> {
  learn(desk);
  if (flags.history !== undefined && flags.data !== undefined)
    return fail([{ code: "procedures.oneSource", context: {} }]);
  if (flags.history !== undefined) {
    if (flags.law !== undefined) return fail([{ code: "procedures.historyHasLaw", context: {} }]);
    const loaded = loadHistory(resolve(desk.cwd, flags.history));
    return loaded.ok ? succeed({ ...loaded.value, events: loaded.value.history.events, leftOut: [] }) : loaded;
  }
  if (flags.law === undefined) return fail([{ code: "procedures.needsLaw", context: {} }]);
  const law = loadProcedures(resolve(desk.cwd, flags.law));
  if (!law.ok) return law;
  const none = { ...law.value, history: null, historySha256: null };
  if (flags.data === undefined) return succeed({ ...none, events: [], leftOut: [] });
  const acts = await actsIn(desk, { ...flags, data: flags.data });
  return acts.ok ? succeed({ ...none, ...eventsOfActs(acts.value, law.value.laws) }) : fail([acts.problem]);
}

async function actsIn(
  desk: Desk,
  flags: { readonly data: string; readonly election?: string; readonly json: boolean },
): Promise<Result<readonly Act[]>> {
  let acts: readonly Act[] = [];
  const done = await withElection(desk, flags, (opened) => {
    const replayed = replayFolder(opened.folder);
    if (!replayed.ok) return replayed;
    ({ acts } = replayed.value.state());
    return succeed(null);
  });
  return done.ok ? succeed(acts) : done;
}

/** A day that a flag gives; today when it gives none. One with slashes can be two days and is refused. */
export function dayGiven(desk: Desk, text: string | undefined): Result<CivilDate> {
  const day = parseCivilDate(text ?? desk.now().slice(0, 10));
  if (day !== undefined) return succeed(day);
  const code = dateProblem(text ?? "");
  return fail({
    code: code === "procedure.ambiguousDate" ? code : "procedure.badDate",
    context: { received: (text ?? "").slice(0, 40) },
  });
}

/** A moment or a day that a flag gives; null when it gives none. */
export function momentGiven({ procedures }: Laws, text: string | undefined): Result<Span | null> {
  if (text === undefined) return succeed(null);
  const span = parseSpan(text, procedures.calendar);
  return span === undefined
    ? fail({ code: dateProblem(text), context: { received: text.slice(0, 40) } })
    : succeed(span);
}
