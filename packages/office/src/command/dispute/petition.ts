import { buildCommand, buildRouteMap } from "@stricli/core";
import type { Language } from "../../language/index.js";
import { tell } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { optionalText, severalTexts, switchFlag, textFlag } from "../desk/flags.js";
import { caseFlags } from "../desk/opened-cases.js";
import type { PetitionExportFlags } from "./petition-export-run.js";
import type { HearingsFlags } from "./petition-hearings-run.js";
import type { PetitionImportFlags } from "./petition-import-run.js";
import type { PetitionListFlags } from "./petition-list-run.js";
import type { PlanFlags } from "./petition-plan-run.js";

/** `acta petition`: the docket of petitions, in and out. */
export function petitionRoutes(language: Language) {
  return buildRouteMap({
    routes: {
      import: importPetitionsCommand(language),
      list: listCommand(language),
      export: exportPetitionsCommand(language),
      hearings: hearingsCommand(language),
      plan: planCommand(language),
    },
    docs: { brief: language.say("petition.brief"), fullDescription: language.say("petition.full") },
  });
}

function fileArgument(language: Language, name: string) {
  return {
    kind: "tuple",
    parameters: [{ brief: language.say(`argument.${name}`), parse: String, placeholder: "FILE" }],
  } as const;
}

function importPetitionsCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("petition.importBrief"), fullDescription: language.say("petition.importFull") },
    parameters: {
      flags: {
        column: severalTexts(language, "docketColumn", "COLUMN=HEADER"),
        separator: textFlag(language, "docketSeparator", "CHARACTER", ","),
        asOf: optionalText(language, "docketAsOf", "TIME"),
        none: switchFlag(language, "docketNone"),
        law: optionalText(language, "law", "FILE"),
        sign: optionalText(language, "sign", "KEY"),
        election: optionalText(language, "election", "ID"),
        contest: optionalText(language, "contest", "ID"),
        data: textFlag(language, "data", "DIR", "acta-data"),
        json: switchFlag(language, "json"),
      },
      positional: fileArgument(language, "docket"),
    },
    async func(this: Desk, flags: PetitionImportFlags, file: string) {
      const { runPetitionImport } = await import("./petition-import-run.js");
      await runPetitionImport(this, flags, file);
    },
  });
}

function filterFlags(language: Language) {
  return {
    ...caseFlags(language),
    body: optionalText(language, "caseBody", "BODY"),
    ground: optionalText(language, "caseGround", "GROUND"),
    filer: optionalText(language, "caseFiler", "LIST"),
    area: optionalText(language, "caseArea", "TREE:CODE"),
    state: optionalText(language, "caseState", "STATE"),
    open: switchFlag(language, "caseOpen"),
  } as const;
}

function listCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("petition.listBrief"), fullDescription: language.say("petition.listFull") },
    parameters: { flags: { ...filterFlags(language), all: switchFlag(language, "caseAll") } },
    async func(this: Desk, flags: PetitionListFlags) {
      const { runPetitionList } = await import("./petition-list-run.js");
      const done = await runPetitionList(this, flags);
      if (!done.ok) tell(this, done.problem);
    },
  });
}

function exportPetitionsCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("petition.exportBrief"), fullDescription: language.say("petition.exportFull") },
    parameters: { flags: filterFlags(language), positional: fileArgument(language, "docketOut") },
    async func(this: Desk, flags: PetitionExportFlags, file: string) {
      const { runPetitionExport } = await import("./petition-export-run.js");
      const done = await runPetitionExport(this, flags, file);
      if (!done.ok) tell(this, done.problem);
    },
  });
}

function hearingsCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("petition.hearingsBrief"), fullDescription: language.say("petition.hearingsFull") },
    parameters: { flags: caseFlags(language), positional: fileArgument(language, "calendarOut") },
    async func(this: Desk, flags: HearingsFlags, file: string) {
      const { runHearings } = await import("./petition-hearings-run.js");
      const done = await runHearings(this, flags, file);
      if (!done.ok) tell(this, done.problem);
    },
  });
}

function planCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("petition.planBrief"), fullDescription: language.say("petition.planFull") },
    parameters: {
      flags: {
        ...caseFlags(language),
        for: { kind: "parsed", parse: String, brief: language.say("flag.planFor"), placeholder: "OPTION" },
        edition: optionalText(language, "edition", "ID|TIME"),
        all: switchFlag(language, "caseAll"),
      },
    },
    async func(this: Desk, flags: PlanFlags) {
      const { runPlan } = await import("./petition-plan-run.js");
      const done = await runPlan(this, flags);
      if (!done.ok) tell(this, done.problem);
    },
  });
}
