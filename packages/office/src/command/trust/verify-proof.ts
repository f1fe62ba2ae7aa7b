import { buildCommand } from "@stricli/core";
import type { Language } from "../../language/index.js";
import { tell } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { optionalText, severalTexts, switchFlag } from "../desk/flags.js";
import type { VerifyProofFlags } from "./verify-proof-run.js";

/** `acta verify-proof`: checks a proof file with a key and nothing else. */
export function verifyProofCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("verifyProof.brief"), fullDescription: language.say("verifyProof.full") },
    parameters: {
      flags: {
        key: optionalText(language, "proofKey", "KEY"),
        definition: optionalText(language, "proofDefinition", "FILE"),
        witness: severalTexts(language, "witness", "KEY"),
        quorum: optionalText(language, "quorum", "K"),
        json: switchFlag(language, "json"),
      },
      positional: {
        kind: "tuple",
        parameters: [{ brief: language.say("argument.proof"), parse: String, placeholder: "FILE" }],
      },
    },
    async func(this: Desk, flags: VerifyProofFlags, file: string) {
      const { runVerifyProof } = await import("./verify-proof-run.js");
      const done = runVerifyProof(this, flags, file);
      if (!done.ok) tell(this, done.problem);
    },
  });
}
