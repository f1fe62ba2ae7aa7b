import { fail, parseCivilDate, succeed } from "acta/basics";
import type { CivilDate, Result } from "acta/basics";
import type { Provenance } from "acta/election";
import { membersOn } from "acta/institution";
import type { ChamberMembers } from "acta/institution";
import type { ActMoment, RollCallEntry } from "acta/record";
import { definitionIn, replayFolder } from "../../store/index.js";
import type { Desk } from "../desk/desk.js";
import { withElection } from "../desk/opened.js";

/** Where a roll call stands in the ledger. */
export interface RecordedRollCall {
  readonly entry: RollCallEntry;
  /** The day of the vote in the zone of the election; null when nobody said. */
  readonly day: CivilDate | null;
  readonly index: number;
  readonly provenance: Provenance;
  /** Who sat in the chamber on a day; null when the ledger has nothing about it. */
  readonly membersOn: (chamber: string, day: CivilDate) => ChamberMembers | null;
}

/** The roll call of a motion in the ledger; the newest version where it was corrected. */
export async function recordedRollCall(
  desk: Desk,
  flags: { readonly data: string; readonly election?: string; readonly json: boolean },
  motion: string,
  question: string | undefined,
): Promise<Result<RecordedRollCall>> {
  let found: Result<RecordedRollCall> = fail({ code: "vote.noMotion", context: { motion } });
  const done = await withElection(desk, flags, (opened) => {
    const replayed = replayFolder(opened.folder);
    if (!replayed.ok) return replayed;
    const definition = definitionIn(opened.folder, opened.indexed);
    if (!definition.ok) return definition;
    const { acts } = replayed.value.state();
    const calls = acts.flatMap((act) => (act.kind === "rollCall" ? [act] : []));
    const replaced = new Set(calls.map(({ entry }) => entry.replaces));
    const fitting = calls.filter(
      ({ entry, index }) =>
        entry.motion === motion && !replaced.has(index) && (question === undefined || entry.question === question),
    );
    const [first] = fitting;
    if (first === undefined) return succeed(null);
    const questions = fitting.map(({ entry }) => entry.question).join(", ");
    const { timeZone, provenance } = definition.value;
    found =
      fitting.length > 1
        ? fail({ code: "vote.severalRollCalls", context: { motion, count: fitting.length, questions } })
        : succeed({
            entry: first.entry,
            index: first.index,
            provenance,
            day: first.entry.at === null ? null : dayOf(first.entry.at, timeZone),
            membersOn: (chamber, day) => membersOn(acts, chamber, day, (moment) => dayOf(moment, timeZone)),
          });
    return succeed(null);
  });
  return done.ok ? found : done;
}

/** The civil day of a moment where the chamber sits: a vote after midnight falls under the law of that day. */
function dayOf(at: ActMoment, timeZone: string): CivilDate {
  const local = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(new Date(at));
  const day = parseCivilDate(at) ?? parseCivilDate(local);
  if (day === undefined) throw new Error(`no day of the calendar: ${at}`);
  return day;
}
