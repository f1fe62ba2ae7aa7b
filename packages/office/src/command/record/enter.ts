import { buildCommand } from "@stricli/core";
import type { Language } from "../../language/index.js";
import type { Desk } from "../desk/desk.js";
import type { ActingFlags } from "../desk/acting.js";
import { optionalText, switchFlag, textFlag } from "../desk/flags.js";

/** `acta enter`: acts of bodies and people from a JSON document. */
export function enterCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("enter.brief"), fullDescription: language.say("enter.full") },
    parameters: {
      flags: {
        sign: optionalText(language, "sign", "KEY"),
        data: textFlag(language, "data", "DIR", "acta-data"),
        json: switchFlag(language, "json"),
      },
      positional: {
        kind: "tuple",
        parameters: [{ brief: language.say("argument.acts"), parse: String, placeholder: "FILE" }],
      },
    },
    async func(this: Desk, flags: ActingFlags, file: string) {
      const { runEnter } = await import("./enter-run.js");
      await runEnter(this, flags, file);
    },
  });
}
