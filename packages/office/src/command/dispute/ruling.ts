import { buildCommand, buildRouteMap } from "@stricli/core";
import type { Language } from "../../language/index.js";
import type { Desk } from "../desk/desk.js";
import { asText, dataFlags, optionalText, switchFlag, textFlag } from "../desk/flags.js";
import type { AdoptFlags, DepartFlags } from "./ruling-enter-run.js";
import type { MeasureFlags } from "./ruling-measure-run.js";
import type { ProposeFlags } from "./ruling-propose-run.js";

/** `acta ruling`: what the law gives for flagged sheets, what a body decides, and how both agree. */
export function rulingRoutes(language: Language) {
  return buildRouteMap({
    routes: {
      propose: proposeCommand(language),
      adopt: adoptCommand(language),
      depart: departCommand(language),
      measure: measureCommand(language),
    },
    docs: { brief: language.say("ruling.brief"), fullDescription: language.say("ruling.full") },
  });
}

const station = (language: Language) => ({
  brief: language.say("argument.station"),
  parse: String,
  placeholder: "STATION",
});

function required(language: Language, name: string, placeholder: string) {
  return { kind: "parsed", parse: asText, brief: language.say(`flag.${name}`), placeholder } as const;
}

function proposeCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("ruling.proposeBrief"), fullDescription: language.say("ruling.proposeFull") },
    parameters: {
      flags: {
        ...dataFlags(language),
        open: switchFlag(language, "rulingOpen"),
        challenged: optionalText(language, "challenged", "CELL=N,..."),
      },
      positional: { kind: "array", parameter: station(language) },
    },
    async func(this: Desk, flags: ProposeFlags, ...stations: readonly string[]) {
      const { runPropose } = await import("./ruling-propose-run.js");
      await runPropose(this, flags, stations);
    },
  });
}

function enterFlags(language: Language) {
  return {
    data: textFlag(language, "data", "DIR", "acta-data"),
    election: optionalText(language, "election", "ID"),
    contest: optionalText(language, "contest", "ID"),
    body: required(language, "rulingBody", "ID"),
    ruling: required(language, "rulingNumber", "NUMBER"),
    at: required(language, "rulingAt", "TIME"),
    case: optionalText(language, "rulingCase", "NUMBER"),
    word: optionalText(language, "rulingWord", "WORD"),
    challenged: optionalText(language, "challenged", "CELL=N,..."),
    sign: optionalText(language, "sign", "KEY"),
    json: switchFlag(language, "json"),
  } as const;
}

function adoptCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("ruling.adoptBrief"), fullDescription: language.say("ruling.adoptFull") },
    parameters: {
      flags: enterFlags(language),
      positional: { kind: "tuple", parameters: [station(language)] },
    },
    async func(this: Desk, flags: AdoptFlags, code: string) {
      const { runAdopt } = await import("./ruling-enter-run.js");
      await runAdopt(this, flags, code);
    },
  });
}

function departCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("ruling.departBrief"), fullDescription: language.say("ruling.departFull") },
    parameters: {
      flags: {
        ...enterFlags(language),
        outcome: required(language, "rulingOutcome", "OUTCOME"),
        figures: optionalText(language, "figures", "CELL=N,..."),
        reason: required(language, "rulingReason", "TEXT"),
      },
      positional: { kind: "tuple", parameters: [station(language)] },
    },
    async func(this: Desk, flags: DepartFlags, code: string) {
      const { runDepart } = await import("./ruling-enter-run.js");
      await runDepart(this, flags, code);
    },
  });
}

function measureCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("ruling.measureBrief"), fullDescription: language.say("ruling.measureFull") },
    parameters: {
      flags: dataFlags(language),
      positional: {
        kind: "tuple",
        parameters: [
          { brief: language.say("argument.editionBefore"), parse: String, placeholder: "BEFORE" },
          { brief: language.say("argument.editionAfter"), parse: String, placeholder: "AFTER" },
        ],
      },
    },
    async func(this: Desk, flags: MeasureFlags, before: string, after: string) {
      const { runMeasure } = await import("./ruling-measure-run.js");
      await runMeasure(this, flags, before, after);
    },
  });
}
