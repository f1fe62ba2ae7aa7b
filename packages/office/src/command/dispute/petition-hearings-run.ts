import { resolve } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { isAboutPetitions } from "acta/dispute";
import { writeHearings } from "../../docket/index.js";
import { systemProblem, writeDurably } from "../../store/index.js";
import { bodyText, stationsText } from "./case-text.js";
import { printJson } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { withCases } from "../desk/opened-cases.js";
import type { CaseFlags, OpenedCases } from "../desk/opened-cases.js";

/** Flags of `acta petition hearings`. */
export type HearingsFlags = CaseFlags;

/** Runs `acta petition hearings`: the hearing list as an iCalendar file. */
export async function runHearings(desk: Desk, flags: HearingsFlags, file: string): Promise<Result<null>> {
  const { say } = desk.language;
  return withCases(desk, flags, (cases) => {
    if (cases.book.petitions === "notLoaded") return fail({ code: "petition.notLoaded" });
    const hearings = hearingsOf(desk, cases);
    // Nothing but the record decides the bytes: the stamp is the moment of its last act.
    const stamp = cases.acts.at(-1)?.header.recordedAt ?? cases.book.now;
    const { name } = cases.election;
    const text = writeHearings(hearings, `${say("petition.hearingList")}: ${desk.language.pick(name)}`, stamp);
    try {
      writeDurably(resolve(desk.cwd, file), new TextEncoder().encode(text));
    } catch (error) {
      return fail(systemProblem(error, file));
    }
    const dated = hearings.length;
    if (flags.json) printJson(desk, { schema: "acta-petition-hearings/1", file, hearings: dated });
    else desk.print(say("petition.hearingsWritten", { file, hearings: dated }));
    return succeed(null);
  });
}

/** One for each case and moment: a hearing that was called, and then held or put off, is one event in its last state. */
function hearingsOf({ language }: Desk, { book, election, law }: OpenedCases) {
  const made = election.provenance === "real" ? "" : `[${language.say(`provenance.${election.provenance}`)}] `;
  return book.cases.filter(isAboutPetitions).flatMap((record) => {
    const byMoment = new Map(record.hearings.map(({ entry }) => [entry.at, entry]));
    return [...byMoment.values()].flatMap((entry) =>
      entry.at === null
        ? []
        : {
            id: `${entry.case} ${entry.at}@${election.id}`,
            at: entry.at,
            title: `${made}${language.say("petition.hearingOf", { case: entry.case, body: bodyText(language, law, entry.body) })}`,
            place: entry.place,
            note: language.say("petition.hearingStations", { stations: stationsText(language, record) }),
            state: entry.state,
          },
    );
  });
}
