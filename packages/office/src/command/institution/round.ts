import { buildCommand } from "@stricli/core";
import type { Language } from "../../language/index.js";
import { tellAll } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { dataFlags, optionalText } from "../desk/flags.js";
import type { RoundFlags } from "./round-run.js";

/** `acta round`: what a round decides by the law of an office. */
export function roundCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("round.brief"), fullDescription: language.say("round.full") },
    parameters: {
      flags: {
        ...dataFlags(language),
        edition: optionalText(language, "edition", "ID|TIME"),
        law: { kind: "parsed", parse: String, brief: language.say("flag.institutions"), placeholder: "FILE" },
        office: optionalText(language, "roundOffice", "ID"),
        on: optionalText(language, "on", "DATE"),
        proclaimed: optionalText(language, "proclaimed", "DATE"),
      },
      positional: {
        kind: "tuple",
        parameters: [{ brief: language.say("argument.votes"), parse: String, placeholder: "VOTES", optional: true }],
      },
    },
    async func(this: Desk, flags: RoundFlags, votes?: string) {
      const { runRound } = await import("./round-run.js");
      const done = await runRound(this, flags, votes);
      if (!done.ok) tellAll(this, done.problem);
    },
  });
}
