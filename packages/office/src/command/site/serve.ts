import { buildCommand } from "@stricli/core";
import type { Language } from "../../language/index.js";
import { tell } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { optionalText, switchFlag, textFlag } from "../desk/flags.js";
import type { ServeFlags } from "./serve-run.js";

/** `acta serve`: the published folder, the API and news for readers, until it is told to end. */
export function serveCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("serve.brief"), fullDescription: language.say("serve.full") },
    parameters: {
      flags: {
        data: optionalText(language, "data", "DIR"),
        folder: optionalText(language, "publishedFolder", "PUBLISHED"),
        host: textFlag(language, "host", "ADDRESS", "127.0.0.1"),
        port: textFlag(language, "port", "N", "8080"),
        json: switchFlag(language, "json"),
      },
    },
    async func(this: Desk, flags: ServeFlags) {
      const { runServe } = await import("./serve-run.js");
      const done = await runServe(this, flags);
      if (!done.ok) tell(this, done.problem);
    },
  });
}
