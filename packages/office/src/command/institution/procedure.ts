import { buildCommand, buildRouteMap } from "@stricli/core";
import type { Language } from "../../language/index.js";
import { tellAll } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { optionalText, switchFlag } from "../desk/flags.js";
import type { ListFlags } from "./procedure-list-run.js";
import type { NextFlags } from "./procedure-next-run.js";
import type { RegistryFlags } from "./procedure-registry-run.js";
import type { ReplayFlags } from "./procedure-replay-run.js";
import type { ScenarioFlags } from "./procedure-scenario-run.js";

/** `acta procedure`: what institutions may do, did, and could have done. */
export function procedureRoutes(language: Language) {
  return buildRouteMap({
    routes: {
      list: listCommand(language),
      replay: replayCommand(language),
      next: nextCommand(language),
      registry: registryCommand(language),
      scenario: scenarioCommand(language),
    },
    docs: { brief: language.say("procedures.brief"), fullDescription: language.say("procedures.full") },
  });
}

/** Flags that say by which law, and on what happened. */
export function historyFlags(language: Language) {
  return {
    law: optionalText(language, "procedures", "FILE"),
    history: optionalText(language, "eventHistory", "FILE"),
    data: optionalText(language, "actsOf", "DIR"),
    election: optionalText(language, "election", "ID"),
    json: switchFlag(language, "json"),
  } as const;
}

/** Flags of what the law says as of a day. */
function dayFlags(language: Language) {
  return {
    law: optionalText(language, "procedures", "FILE"),
    history: optionalText(language, "eventHistory", "FILE"),
    on: optionalText(language, "onDay", "DATE"),
    json: switchFlag(language, "json"),
  } as const;
}

function wordArgument(language: Language, name: string) {
  return {
    kind: "tuple",
    parameters: [{ brief: language.say(`argument.${name}`), parse: String, placeholder: "NAME", optional: true }],
  } as const;
}

function listCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("procedures.listBrief"), fullDescription: language.say("procedures.listFull") },
    parameters: {
      flags: dayFlags(language),
      positional: wordArgument(language, "procedureWord"),
    },
    async func(this: Desk, flags: ListFlags, word?: string) {
      const { runProcedureList } = await import("./procedure-list-run.js");
      const done = runProcedureList(this, flags, word);
      if (!done.ok) tellAll(this, done.problem);
    },
  });
}

function replayCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("procedures.replayBrief"), fullDescription: language.say("procedures.replayFull") },
    parameters: {
      flags: {
        ...historyFlags(language),
        case: optionalText(language, "procedureCase", "ID"),
        until: optionalText(language, "eventUntil", "TIME"),
        known: optionalText(language, "eventKnown", "TIME"),
      },
    },
    async func(this: Desk, flags: ReplayFlags) {
      const { runProcedureReplay } = await import("./procedure-replay-run.js");
      const done = await runProcedureReplay(this, flags);
      if (!done.ok) tellAll(this, done.problem);
    },
  });
}

function nextCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("procedures.nextBrief"), fullDescription: language.say("procedures.nextFull") },
    parameters: {
      flags: {
        ...historyFlags(language),
        on: optionalText(language, "onDay", "DATE"),
        eligible: optionalText(language, "eligible", "N"),
      },
      positional: wordArgument(language, "caseOrProcedure"),
    },
    async func(this: Desk, flags: NextFlags, what?: string) {
      const { runProcedureNext } = await import("./procedure-next-run.js");
      const done = await runProcedureNext(this, flags, what);
      if (!done.ok) tellAll(this, done.problem);
    },
  });
}

function registryCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("procedures.registryBrief"), fullDescription: language.say("procedures.registryFull") },
    parameters: {
      flags: dayFlags(language),
      positional: wordArgument(language, "bodyName"),
    },
    async func(this: Desk, flags: RegistryFlags, body?: string) {
      const { runProcedureRegistry } = await import("./procedure-registry-run.js");
      const done = runProcedureRegistry(this, flags, body);
      if (!done.ok) tellAll(this, done.problem);
    },
  });
}

function scenarioCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("procedures.scenarioBrief"), fullDescription: language.say("procedures.scenarioFull") },
    parameters: {
      flags: {
        file: {
          kind: "parsed",
          parse: String,
          brief: language.say("flag.suppositions"),
          placeholder: "FILE",
        },
        votes: optionalText(language, "scenarioVotes", "FILE"),
        json: switchFlag(language, "json"),
      },
      positional: wordArgument(language, "scenarioId"),
    },
    async func(this: Desk, flags: ScenarioFlags, id?: string) {
      const { runProcedureScenario } = await import("./procedure-scenario-run.js");
      const done = await runProcedureScenario(this, flags, id);
      if (!done.ok) tellAll(this, done.problem);
    },
  });
}
