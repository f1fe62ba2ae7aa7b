import { buildCommand } from "@stricli/core";
import type { Language } from "../../language/index.js";
import { tellAll } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { optionalText, switchFlag, textFlag } from "../desk/flags.js";
import type { VoteFlags } from "./vote-run.js";

/** `acta vote`: a vote of a chamber against its rule. */
export function voteCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("vote.brief"), fullDescription: language.say("vote.full") },
    parameters: {
      flags: {
        law: {
          kind: "parsed",
          parse: String,
          brief: language.say("flag.institutions"),
          placeholder: "FILE",
        },
        chamber: optionalText(language, "chamber", "ID"),
        question: optionalText(language, "question", "ID"),
        on: optionalText(language, "on", "DATE"),
        inFavour: optionalText(language, "inFavour", "N"),
        against: optionalText(language, "against", "N"),
        abstain: optionalText(language, "abstain", "N"),
        present: optionalText(language, "present", "N"),
        eligible: optionalText(language, "eligible", "N"),
        unknown: optionalText(language, "unknown", "N"),
        motion: optionalText(language, "motion", "ID"),
        data: textFlag(language, "data", "DIR", "acta-data"),
        election: optionalText(language, "election", "ID"),
        json: switchFlag(language, "json"),
      },
      positional: {
        kind: "tuple",
        parameters: [
          { brief: language.say("argument.rollCall"), parse: String, placeholder: "ROLLCALL", optional: true },
        ],
      },
    },
    async func(this: Desk, flags: VoteFlags, rollCall?: string) {
      const { runVote } = await import("./vote-run.js");
      const done = await runVote(this, flags, rollCall);
      if (!done.ok) tellAll(this, done.problem);
    },
  });
}
