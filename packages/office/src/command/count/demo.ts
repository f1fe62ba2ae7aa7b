import { buildCommand } from "@stricli/core";
import type { Language } from "../../language/index.js";
import type { Desk } from "../desk/desk.js";
import { optionalText, textFlag } from "../desk/flags.js";
import type { DemoFlags } from "./demo-run.js";

/** `acta demo`: counts the reference runoff, or says plainly that it shows an example, and serves its pages. What `npm start` runs. */
export function demoCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("demo.brief"), fullDescription: language.say("demo.full") },
    parameters: {
      flags: {
        data: optionalText(language, "data", "DIR"),
        serve: { kind: "boolean", brief: language.say("flag.demoServe"), optional: true },
        port: textFlag(language, "port", "N", "8080"),
      },
    },
    async func(this: Desk, flags: DemoFlags) {
      const { runDemo } = await import("./demo-run.js");
      await runDemo(this, flags);
    },
  });
}
