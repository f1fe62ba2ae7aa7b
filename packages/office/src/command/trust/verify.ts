import { buildCommand } from "@stricli/core";
import { optionalText, severalTexts, switchFlag } from "../desk/flags.js";
import { tell } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import type { Language } from "../../language/index.js";

interface Flags {
  readonly trust?: string;
  readonly witness?: readonly string[];
  readonly quorum?: string;
  readonly json: boolean;
}

/** `acta verify`: recomputes a published folder from its entries and says what differs. */
export function verifyCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("verify.brief"), fullDescription: language.say("verify.full") },
    parameters: {
      flags: {
        trust: optionalText(language, "trust", "KEY"),
        witness: severalTexts(language, "witness", "KEY"),
        quorum: optionalText(language, "quorum", "K"),
        json: switchFlag(language, "json"),
      },
      positional: {
        kind: "tuple",
        parameters: [{ brief: language.say("argument.published"), parse: String, placeholder: "FOLDER|URL" }],
      },
    },
    async func(this: Desk, flags: Flags, what: string) {
      const { runVerify } = await import("./verify-run.js");
      const { trust, witness = [], quorum, json } = flags;
      const done = await runVerify(this, { what, trust, witness, quorum, json });
      if (!done.ok) tell(this, done.problem);
    },
  });
}
