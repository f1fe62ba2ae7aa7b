import { buildCommand } from "@stricli/core";
import type { Language } from "../../language/index.js";
import { tell } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import type { DisputesFlags } from "./disputes-run.js";
import { dataFlags, optionalText, severalTexts, textFlag } from "../desk/flags.js";
import { withContest } from "../desk/opened.js";

/** `acta disputes`: whether what is open can still change the result, and what it would take. */
export function disputesCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("disputes.brief"), fullDescription: language.say("disputes.full") },
    parameters: {
      flags: {
        ...dataFlags(language),
        edition: optionalText(language, "edition", "ID|TIME"),
        policy: textFlag(language, "policy", "ID", "counted"),
        group: optionalText(language, "group", "ID"),
        petitions: optionalText(language, "petitions", "FILE"),
        filer: optionalText(language, "filer", "NAME"),
        among: optionalText(language, "among", "ID|SCENARIO"),
        any: severalTexts(language, "any", "K"),
      },
    },
    async func(this: Desk, flags: DisputesFlags) {
      const { tellDisputes } = await import("./disputes-run.js");
      const done = await withContest(this, flags, (opened) => tellDisputes(this, opened, flags));
      if (!done.ok) tell(this, done.problem);
    },
  });
}
