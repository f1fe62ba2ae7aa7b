import { buildCommand } from "@stricli/core";
import type { Language } from "../../language/index.js";
import { tell } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { asText, optionalText, switchFlag } from "../desk/flags.js";
import type { WitnessFlags } from "./witness-run.js";

/** `acta witness`: cosigns a published checkpoint that contradicts nothing seen before. */
export function witnessCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("witness.brief"), fullDescription: language.say("witness.full") },
    parameters: {
      flags: {
        key: { kind: "parsed", parse: asText, brief: language.say("flag.witnessKey"), placeholder: "FILE" },
        trust: optionalText(language, "trust", "KEY"),
        json: switchFlag(language, "json"),
      },
      positional: {
        kind: "tuple",
        parameters: [{ brief: language.say("argument.published"), parse: String, placeholder: "FOLDER|URL" }],
      },
    },
    async func(this: Desk, flags: WitnessFlags, what: string) {
      const { runWitness } = await import("./witness-run.js");
      const done = await runWitness(this, flags, what);
      if (!done.ok) tell(this, done.problem);
    },
  });
}
