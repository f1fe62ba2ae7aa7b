import { buildCommand } from "@stricli/core";
import type { Language } from "../../language/index.js";
import type { Desk } from "../desk/desk.js";
import type { ExportFlags } from "./export-run.js";
import { dataFlags, optionalText, switchFlag, textFlag } from "../desk/flags.js";

/** `acta export`: results or sheets of an edition as a file. */
export function exportCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("export.brief"), fullDescription: language.say("export.full") },
    parameters: {
      flags: {
        ...dataFlags(language),
        edition: optionalText(language, "edition", "ID|TIME"),
        policy: textFlag(language, "policy", "ID", "counted"),
        tree: optionalText(language, "tree", "NAME"),
        level: optionalText(language, "exportLevel", "NAME"),
        group: optionalText(language, "group", "ID"),
        format: textFlag(language, "format", "FORMAT", "csv"),
        excel: switchFlag(language, "excel"),
        out: optionalText(language, "exportOut", "FILE"),
      },
    },
    async func(this: Desk, flags: ExportFlags) {
      const { runExport } = await import("./export-run.js");
      await runExport(this, flags);
    },
  });
}
