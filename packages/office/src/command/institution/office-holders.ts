import { buildCommand } from "@stricli/core";
import type { Language } from "../../language/index.js";
import { tellAll } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { optionalText } from "../desk/flags.js";
import type { HoldersFlags } from "./office-holders-run.js";
import { historyFlags } from "./procedure.js";

/** `acta office-holders`: who held an office, when and why. */
export function officeHoldersCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("procedures.holdersBrief"), fullDescription: language.say("procedures.holdersFull") },
    parameters: {
      flags: {
        ...historyFlags(language),
        office: optionalText(language, "officeId", "ID"),
        at: optionalText(language, "holderAt", "TIME"),
      },
    },
    async func(this: Desk, flags: HoldersFlags) {
      const { runOfficeHolders } = await import("./office-holders-run.js");
      const done = await runOfficeHolders(this, flags);
      if (!done.ok) tellAll(this, done.problem);
    },
  });
}
