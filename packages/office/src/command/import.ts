import { buildCommand } from "@stricli/core";
import type { Language } from "../language/index.js";
import type { Desk } from "./desk.js";
import { optionalText, severalTexts, switchFlag, textFlag } from "./flags.js";
import type { ImportFlags } from "./import-run.js";

/** `acta import`: files into entries, by a definition. */
export function importCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("import.brief"), fullDescription: language.say("import.full") },
    parameters: {
      flags: {
        source: severalTexts(language, "importSource", "PATH|ADDRESS"),
        fetch: switchFlag(language, "fetch"),
        bulletins: switchFlag(language, "bulletins"),
        asOf: optionalText(language, "asOf", "TIME"),
        data: textFlag(language, "data", "DIR", "acta-data"),
        drill: switchFlag(language, "drill"),
        json: switchFlag(language, "json"),
      },
      positional: {
        kind: "tuple",
        parameters: [{ brief: language.say("argument.definition"), parse: String, placeholder: "DEFINITION" }],
      },
    },
    async func(this: Desk, flags: ImportFlags, path: string) {
      const { runImport } = await import("./import-run.js");
      await runImport(this, flags, path);
    },
  });
}
