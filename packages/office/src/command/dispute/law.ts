import { buildCommand, buildRouteMap } from "@stricli/core";
import type { Language } from "../../language/index.js";
import type { Desk } from "../desk/desk.js";
import { optionalText, switchFlag, textFlag } from "../desk/flags.js";
import type { AddLawFlags, ShowLawFlags } from "./law-run.js";

/** `acta law`: the law sets by which flagged sheets, petitions and terms are judged. */
export function lawRoutes(language: Language) {
  return buildRouteMap({
    routes: { add: addLawCommand(language), show: showLawCommand(language) },
    docs: { brief: language.say("law.brief"), fullDescription: language.say("law.full") },
  });
}

function addLawCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("law.addBrief"), fullDescription: language.say("law.addFull") },
    parameters: {
      flags: {
        election: optionalText(language, "lawElection", "ID"),
        sign: optionalText(language, "sign", "KEY"),
        data: textFlag(language, "data", "DIR", "acta-data"),
        json: switchFlag(language, "json"),
      },
      positional: {
        kind: "tuple",
        parameters: [{ brief: language.say("argument.lawFile"), parse: String, placeholder: "FILE" }],
      },
    },
    async func(this: Desk, flags: AddLawFlags, file: string) {
      const { runAddLaw } = await import("./law-run.js");
      await runAddLaw(this, flags, file);
    },
  });
}

function showLawCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("law.showBrief") },
    parameters: {
      flags: {
        on: optionalText(language, "lawOn", "DAY"),
        election: optionalText(language, "election", "ID"),
        data: textFlag(language, "data", "DIR", "acta-data"),
        json: switchFlag(language, "json"),
      },
      positional: {
        kind: "tuple",
        parameters: [{ brief: language.say("argument.rule"), parse: String, placeholder: "RULE", optional: true }],
      },
    },
    async func(this: Desk, flags: ShowLawFlags, rule?: string) {
      const { runShowLaw } = await import("./law-run.js");
      await runShowLaw(this, flags, rule);
    },
  });
}
