import { buildCommand } from "@stricli/core";
import type { Language } from "../../language/index.js";
import type { Desk } from "../desk/desk.js";
import { asText, optionalText, switchFlag, textFlag } from "../desk/flags.js";
import type { SealFlags } from "./seal-run.js";

/** `acta seal`: the ledger as it stands becomes an edition. */
export function sealCommand(language: Language) {
  const asOf = {
    kind: "parsed",
    parse: asText,
    brief: language.say("flag.sealAsOf"),
    placeholder: "TIME|now",
  } as const;
  return buildCommand({
    docs: { brief: language.say("seal.brief"), fullDescription: language.say("seal.full") },
    parameters: {
      flags: {
        asOf,
        reason: textFlag(language, "reason", "TEXT", ""),
        election: optionalText(language, "election", "ID"),
        sign: optionalText(language, "sign", "KEY"),
        data: textFlag(language, "data", "DIR", "acta-data"),
        json: switchFlag(language, "json"),
      },
    },
    async func(this: Desk, flags: SealFlags) {
      const { runSeal } = await import("./seal-run.js");
      await runSeal(this, flags);
    },
  });
}
