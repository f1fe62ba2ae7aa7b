import { buildCommand, buildRouteMap } from "@stricli/core";
import type { Language } from "../../language/index.js";
import type { CompareFlags } from "./copies-compare-run.js";
import type { ImportCopiesFlags } from "./copies-import-run.js";
import type { Desk } from "../desk/desk.js";
import { asText, dataFlags, optionalText, switchFlag, textFlag } from "../desk/flags.js";

/** `acta copies`: the copies of sheets that agents, observers and tribunals hold, beside the authority's. */
export function copiesRoutes(language: Language) {
  return buildRouteMap({
    routes: { import: importCopiesCommand(language), compare: compareCopiesCommand(language) },
    docs: { brief: language.say("copies.brief"), fullDescription: language.say("copies.full") },
  });
}

function importCopiesCommand(language: Language) {
  const required = (name: string, placeholder: string) =>
    ({ kind: "parsed", parse: asText, brief: language.say(`flag.${name}`), placeholder }) as const;
  return buildCommand({
    docs: { brief: language.say("copies.importBrief"), fullDescription: language.say("copies.importFull") },
    parameters: {
      flags: {
        holder: required("copyHolder", "ROLE"),
        name: required("copyName", "NAME"),
        number: textFlag(language, "copyNumber", "N", "1"),
        asOf: optionalText(language, "asOf", "TIME"),
        election: optionalText(language, "election", "ID"),
        contest: optionalText(language, "contest", "ID"),
        sign: optionalText(language, "sign", "KEY"),
        data: textFlag(language, "data", "DIR", "acta-data"),
        json: switchFlag(language, "json"),
      },
      positional: {
        kind: "tuple",
        parameters: [{ brief: language.say("argument.copiesFile"), parse: String, placeholder: "FILE" }],
      },
    },
    async func(this: Desk, flags: ImportCopiesFlags, file: string) {
      const { runImportCopies } = await import("./copies-import-run.js");
      await runImportCopies(this, flags, file);
    },
  });
}

function compareCopiesCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("copies.compareBrief"), fullDescription: language.say("copies.compareFull") },
    parameters: { flags: { ...dataFlags(language), copy: optionalText(language, "copy", "HOLDER:NAME/N") } },
    async func(this: Desk, flags: CompareFlags) {
      const { runCompareCopies } = await import("./copies-compare-run.js");
      await runCompareCopies(this, flags);
    },
  });
}
