import { buildCommand } from "@stricli/core";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { editionsInOrder } from "acta/record";
import type { SheetVersion } from "acta/record";
import type { Language } from "../../language/index.js";
import { historyIn } from "../../store/index.js";
import { printJson, tell } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { dataFlags } from "../desk/flags.js";
import type { DataFlags } from "../desk/flags.js";
import { historyDocument, historyText } from "./history-text.js";
import { openContest, withElection } from "../desk/opened.js";
import type { OpenedContest } from "../desk/opened.js";
import { stationCalled } from "../desk/station-code.js";

/** `acta history`: every version of one sheet, with who recorded it, when, from what and why. */
export function historyCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("history.brief"), fullDescription: language.say("history.full") },
    parameters: {
      flags: dataFlags(language),
      positional: {
        kind: "tuple",
        parameters: [{ brief: language.say("argument.station"), parse: String, placeholder: "CODE" }],
      },
    },
    async func(this: Desk, flags: DataFlags, code: string) {
      const { legalDocument, legalView } = await import("./legal-view.js");
      const { legalHistoryLines } = await import("./legal-text.js");
      const done = await withElection(this, flags, (opened) => {
        const newest = editionsInOrder(opened.indexed.editions).at(-1);
        if (newest === undefined) return fail({ code: "store.noEdition", context: { election: opened.indexed.id } });
        const contest = openContest(opened, newest, flags.contest);
        if (!contest.ok) return contest;
        const station = codeIn(contest.value, code);
        if (!station.ok) return station;
        const versions = versionsOf(contest.value, station.value);
        if (!versions.ok) return versions;
        const legal = legalView(this.language, contest.value, station.value, opened.index.size, this.now());
        if (!legal.ok) return legal;
        if (flags.json) {
          const document = historyDocument(contest.value, station.value, versions.value);
          printJson(this, { ...document, legal: legalDocument(legal.value) });
        } else {
          const zone = contest.value.open.election.timeZone;
          this.print(historyText(this.language, contest.value, station.value, versions.value));
          this.print(["", ...legalHistoryLines(this.language, legal.value, zone)].join("\n"));
        }
        return succeed(null);
      });
      if (!done.ok) tell(this, done.problem);
    },
  });
}

/** Code of a station as the roll writes it. */
export function codeIn(opened: OpenedContest, code: string): Result<string> {
  const { roll, election } = opened.open;
  const found = roll.codes[stationCalled(roll, code)];
  if (found !== undefined) return succeed(found);
  return fail({ code: "command.unknownStation", context: { station: code.slice(0, 40), election: election.id } });
}

/** All versions of the sheet of a station. */
export function versionsOf(opened: OpenedContest, station: string): Result<readonly SheetVersion[]> {
  const name = { election: opened.open.election.id, contest: opened.contest.id, station };
  return historyIn(opened.folder, name, opened.index.size);
}
