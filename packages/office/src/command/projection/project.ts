import { buildCommand } from "@stricli/core";
import type { Language } from "../../language/index.js";
import { tell } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { dataFlags, optionalText } from "../desk/flags.js";
import type { ProjectFlags } from "./project-run.js";

/** `acta project`: what an unfinished count is expected to end with, with its spread. */
export function projectCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("project.brief"), fullDescription: language.say("project.full") },
    parameters: {
      flags: {
        ...dataFlags(language),
        edition: optionalText(language, "edition", "ID|TIME"),
        previous: optionalText(language, "previous", "ELECTION|none"),
        level: optionalText(language, "areaLevel", "NAME"),
        seed: optionalText(language, "seed", "N"),
      },
    },
    async func(this: Desk, flags: ProjectFlags) {
      const { runProject } = await import("./project-run.js");
      const done = await runProject(this, flags);
      if (!done.ok) tell(this, done.problem);
    },
  });
}
