import { buildCommand } from "@stricli/core";
import type { Language } from "../../language/index.js";
import type { Desk } from "../desk/desk.js";
import { switchFlag, textFlag } from "../desk/flags.js";
import type { GeographyFlags } from "./geography-run.js";

/** `acta geography`: keeps the outlines from which maps are drawn, and says which are there. */
export function geographyCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("geography.brief"), fullDescription: language.say("geography.full") },
    parameters: {
      flags: {
        fetch: switchFlag(language, "fetch"),
        data: textFlag(language, "data", "DIR", "acta-data"),
        json: switchFlag(language, "json"),
      },
      positional: {
        kind: "array",
        parameter: { brief: language.say("argument.geographyFile"), parse: String, placeholder: "FILE" },
      },
    },
    async func(this: Desk, flags: GeographyFlags, ...files: readonly string[]) {
      const { runGeography } = await import("./geography-run.js");
      await runGeography(this, flags, files);
    },
  });
}
