import { buildCommand } from "@stricli/core";
import type { Language } from "../../language/index.js";
import type { Desk } from "../desk/desk.js";
import { switchFlag, textFlag } from "../desk/flags.js";
import type { JoinFlags } from "./join-run.js";

/** `acta join`: a data folder becomes a desk of a ledger that a server keeps. */
export function joinCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("join.brief"), fullDescription: language.say("join.full") },
    parameters: {
      flags: {
        data: textFlag(language, "data", "DIR", "acta-data"),
        follow: switchFlag(language, "joinFollow"),
        json: switchFlag(language, "json"),
      },
      positional: {
        kind: "tuple",
        parameters: [{ brief: language.say("argument.server"), parse: String, placeholder: "ADDRESS" }],
      },
    },
    async func(this: Desk, flags: JoinFlags, address: string) {
      const { runJoin } = await import("./join-run.js");
      await runJoin(this, flags, address);
    },
  });
}
