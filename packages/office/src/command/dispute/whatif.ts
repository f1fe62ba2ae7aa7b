import { buildCommand } from "@stricli/core";
import type { Language } from "../../language/index.js";
import { tell, tellAll } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { dataFlags, optionalText, switchFlag, textFlag } from "../desk/flags.js";
import { withContest } from "../desk/opened.js";
import type { WhatifFlags } from "./whatif-run.js";

/** `acta whatif`: a scenario beside today. */
export function whatifCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("whatif.brief"), fullDescription: language.say("whatif.full") },
    parameters: {
      flags: {
        ...dataFlags(language),
        edition: optionalText(language, "edition", "ID|TIME"),
        policy: textFlag(language, "policy", "ID", "counted"),
        group: optionalText(language, "group", "ID"),
        petitions: optionalText(language, "petitions", "FILE"),
        save: switchFlag(language, "saveScenario"),
      },
      positional: {
        kind: "tuple",
        parameters: [{ brief: language.say("argument.scenario"), parse: String, placeholder: "SCENARIO" }],
      },
    },
    async func(this: Desk, flags: WhatifFlags, given: string) {
      const { findScenario, tellWhatif } = await import("./whatif-run.js");
      const found = findScenario(this, flags, given);
      if (!found.ok) return tellAll(this, found.problem);
      const done = await withContest(this, flags, (opened) => tellWhatif(this, opened, flags, found.value));
      return done.ok ? undefined : tell(this, done.problem);
    },
  });
}
