import { buildCommand } from "@stricli/core";
import type { Language } from "../../language/index.js";
import type { Desk } from "../desk/desk.js";
import { asText, optionalText, severalTexts, switchFlag, textFlag } from "../desk/flags.js";
import type { FollowFlags } from "./follow-run.js";
import { originNamed } from "./published-origin.js";

/** `acta follow`: looks at sources again and again, imports what is new and says what it means. */
export function followCommand(language: Language) {
  const followAsOf = { kind: "parsed", parse: asText, brief: language.say("flag.followAsOf"), optional: true } as const;
  return buildCommand({
    docs: { brief: language.say("follow.brief"), fullDescription: language.say("follow.full") },
    parameters: {
      flags: {
        source: severalTexts(language, "followSource", "ADDRESS|PATH"),
        every: textFlag(language, "every", "TIME", "5m"),
        for: optionalText(language, "for", "TIME"),
        rounds: optionalText(language, "rounds", "N"),
        silentAfter: textFlag(language, "silentAfter", "N", "6"),
        asOf: { ...followAsOf, placeholder: "last-modified" },
        sign: optionalText(language, "sign", "KEY"),
        trust: optionalText(language, "trust", "KEY"),
        data: textFlag(language, "data", "DIR", "acta-data"),
        log: optionalText(language, "log", "FILE"),
        webhook: optionalText(language, "webhook", "ADDRESS"),
        json: switchFlag(language, "json"),
      },
      positional: {
        kind: "tuple",
        parameters: [
          {
            brief: language.say("argument.definitionOrPublished"),
            parse: String,
            placeholder: "DEFINITION|FOLDER|URL",
          },
        ],
      },
    },
    async func(this: Desk, flags: FollowFlags & { readonly trust?: string }, path: string) {
      if (originNamed(this, path) !== null) {
        const { runFollowMirror } = await import("./follow-mirror-run.js");
        return runFollowMirror(this, flags, path);
      }
      const { runFollow } = await import("./follow-run.js");
      await runFollow(this, flags, path);
    },
  });
}
