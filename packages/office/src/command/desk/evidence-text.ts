import type { Language } from "../../language/index.js";
import type { Evidence } from "../../verify/index.js";

/** Two checkpoints of one signer that contradict each other, shown whole: whoever gets both needs nobody's word for it. */
export function evidenceText(language: Language, { remembered, shown, files }: Evidence): string {
  return [
    language.say("evidence.remembered"),
    remembered.trimEnd(),
    "",
    language.say("evidence.shown"),
    shown.trimEnd(),
    "",
    language.say("evidence.kept", { files: files.join(", ") }),
  ].join("\n");
}
