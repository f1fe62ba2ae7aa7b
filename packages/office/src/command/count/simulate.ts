import { buildCommand } from "@stricli/core";
import type { Language } from "../../language/index.js";
import type { Desk } from "../desk/desk.js";
import { optionalText, switchFlag, textFlag } from "../desk/flags.js";
import type { SimulateFlags } from "./simulate-run.js";

/** `acta simulate`: makes up an election from area totals, as files that `acta import` reads. */
export function simulateCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("simulate.brief"), fullDescription: language.say("simulate.full") },
    parameters: {
      flags: {
        out: textFlag(language, "out", "DIR", "acta-simulated"),
        seed: optionalText(language, "seed", "N"),
        json: switchFlag(language, "json"),
      },
      positional: {
        kind: "tuple",
        parameters: [{ brief: language.say("argument.specification"), parse: String, placeholder: "SPECIFICATION" }],
      },
    },
    async func(this: Desk, flags: SimulateFlags, path: string) {
      const { runSimulate } = await import("./simulate-run.js");
      runSimulate(this, flags, path);
    },
  });
}
