import { buildCommand } from "@stricli/core";
import type { Language } from "../../language/index.js";
import type { Desk } from "../desk/desk.js";
import type { ErratumFlags } from "./erratum-run.js";
import { asText, optionalText, switchFlag, textFlag } from "../desk/flags.js";

/** `acta erratum`: corrects an entry without erasing it. */
export function erratumCommand(language: Language) {
  const text = { kind: "parsed", parse: asText, brief: language.say("flag.erratumText"), placeholder: "TEXT" } as const;
  return buildCommand({
    docs: { brief: language.say("erratum.brief"), fullDescription: language.say("erratum.full") },
    parameters: {
      flags: {
        text,
        station: optionalText(language, "erratumStation", "CODE"),
        contest: optionalText(language, "contest", "ID"),
        status: optionalText(language, "erratumStatus", "ID"),
        figures: optionalText(language, "figures", "CELL=N,..."),
        election: optionalText(language, "election", "ID"),
        sign: optionalText(language, "sign", "KEY"),
        data: textFlag(language, "data", "DIR", "acta-data"),
        json: switchFlag(language, "json"),
      },
      positional: {
        kind: "tuple",
        parameters: [{ brief: language.say("argument.entry"), parse: String, placeholder: "ENTRY" }],
      },
    },
    async func(this: Desk, flags: ErratumFlags, entry: string) {
      const { runErratum } = await import("./erratum-run.js");
      await runErratum(this, flags, entry);
    },
  });
}
