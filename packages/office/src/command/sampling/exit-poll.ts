import { buildCommand } from "@stricli/core";
import type { Language } from "../../language/index.js";
import { tell } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { optionalText, switchFlag, textFlag } from "../desk/flags.js";
import type { ExitPollFlags } from "./exit-poll-run.js";

/** `acta exit-poll`: what a published poll can tell, and what it cannot. */
export function exitPollCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("exitPoll.brief"), fullDescription: language.say("exitPoll.full") },
    parameters: {
      flags: {
        shares: optionalText(language, "pollShares", "NAME=PERCENT,..."),
        interviews: optionalText(language, "pollInterviews", "N"),
        moe: optionalText(language, "pollMargin", "POINTS"),
        deff: optionalText(language, "pollDesignEffect", "FACTOR"),
        places: optionalText(language, "pollPlaces", "N"),
        rho: optionalText(language, "pollCorrelation", "SHARE"),
        house: optionalText(language, "pollHouse", "POINTS"),
        data: optionalText(language, "pollData", "DIR"),
        election: optionalText(language, "pollElection", "ID"),
        level: textFlag(language, "pollLevel", "PERCENT", "95"),
        seed: textFlag(language, "seed", "N", "1"),
        json: switchFlag(language, "json"),
      },
    },
    async func(this: Desk, flags: ExitPollFlags) {
      const { runExitPoll } = await import("./exit-poll-run.js");
      const done = await runExitPoll(this, flags);
      if (!done.ok) tell(this, done.problem);
    },
  });
}
