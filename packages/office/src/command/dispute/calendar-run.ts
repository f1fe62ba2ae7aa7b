import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { backlogOf, certificationPath, electionClock, endOfTerm, openDeadlines } from "acta/dispute";
import type { CaseLaw, OpenSheets } from "acta/dispute";
import { stateOf } from "acta/sheet";
import type { SheetTable } from "acta/sheet";
import { calendarDocument, calendarText } from "./calendar-text.js";
import type { ElectionCalendar } from "./calendar-text.js";
import { printJson } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { chooseEdition, openContest } from "../desk/opened.js";
import type { OpenedContest } from "../desk/opened.js";
import { withCases } from "../desk/opened-cases.js";
import type { CaseFlags, OpenedCases } from "../desk/opened-cases.js";

/** Flags of `acta calendar`. */
export interface CalendarFlags extends CaseFlags {
  readonly edition?: string;
  readonly all: boolean;
}

/** Runs `acta calendar`. */
export async function runCalendar(desk: Desk, flags: CalendarFlags): Promise<Result<null>> {
  return withCases(desk, flags, (cases) => {
    const { law } = cases;
    if (law === null) return fail({ code: "calendar.noLaw", context: { data: flags.data } });
    const edition = chooseEdition(cases.opened, flags.edition ?? (flags.now === "now" ? undefined : flags.now));
    if (!edition.ok) return edition;
    const contest = openContest(cases.opened, edition.value, flags.contest);
    if (!contest.ok) return contest;
    const calendar = calendarOf(cases, law, contest.value);
    if (flags.json) printJson(desk, calendarDocument(cases, contest.value, calendar));
    else desk.print(calendarText(desk.language, cases, contest.value, calendar, flags.all));
    return succeed(null);
  });
}

function calendarOf({ book, acts, election }: OpenedCases, law: CaseLaw, { table }: OpenedContest): ElectionCalendar {
  const certifications = acts.flatMap((act) =>
    act.kind === "certification" && act.header.election === election.id ? act.entry : [],
  );
  const sheets = openSheets(table);
  const path = certificationPath(law, book, sheets, certifications);
  return {
    sheets,
    path,
    clock: electionClock(law, certifications, book.now),
    end: endOfTerm(law, path, book.now),
    deadlines: openDeadlines(law, book),
    backlog: backlogOf(book),
  };
}

/** Sheets that are before a tribunal, and those that have not come. */
function openSheets(table: SheetTable): OpenSheets {
  let flagged = 0;
  let pending = 0;
  for (let row = 0; row < table.size; row++) {
    const state = stateOf(table, row);
    if (state === "referred") flagged++;
    else if (state === "pending" || state === "notCollected") pending++;
  }
  return { flagged, pending };
}
