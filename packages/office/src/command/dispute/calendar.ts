import { buildCommand } from "@stricli/core";
import type { Language } from "../../language/index.js";
import type { CalendarFlags } from "./calendar-run.js";
import { tell } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { optionalText, switchFlag } from "../desk/flags.js";
import { caseFlags } from "../desk/opened-cases.js";

/** `acta calendar`: what is due, what blocks the certification, how long it has taken. */
export function calendarCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("calendar.brief"), fullDescription: language.say("calendar.full") },
    parameters: {
      flags: {
        ...caseFlags(language),
        edition: optionalText(language, "edition", "ID|TIME"),
        all: switchFlag(language, "caseAll"),
      },
    },
    async func(this: Desk, flags: CalendarFlags) {
      const { runCalendar } = await import("./calendar-run.js");
      const done = await runCalendar(this, flags);
      if (!done.ok) tell(this, done.problem);
    },
  });
}
