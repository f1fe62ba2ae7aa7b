import { buildCommand } from "@stricli/core";
import type { Language } from "../../language/index.js";
import { tell } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { optionalText, severalTexts, switchFlag, textFlag } from "../desk/flags.js";
import type { ImportFlags } from "./import-run.js";
import { originNamed } from "./published-origin.js";

/** `acta import`: files into entries, by a definition. */
export function importCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("import.brief"), fullDescription: language.say("import.full") },
    parameters: {
      flags: {
        source: severalTexts(language, "importSource", "PATH|ADDRESS"),
        fetch: switchFlag(language, "fetch"),
        bulletins: switchFlag(language, "bulletins"),
        asOf: optionalText(language, "asOf", "TIME"),
        data: textFlag(language, "data", "DIR", "acta-data"),
        drill: switchFlag(language, "drill"),
        ofRecord: switchFlag(language, "ofRecord"),
        sign: optionalText(language, "sign", "KEY"),
        trust: optionalText(language, "trust", "KEY"),
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
    async func(this: Desk, flags: ImportFlags & { readonly trust?: string }, path: string) {
      const origin = originNamed(this, path);
      if (origin !== null) {
        const { runMirror } = await import("./mirror-run.js");
        return readsFiles(flags)
          ? tell(this, { code: "command.mirrorTakesNoSource", where: path })
          : runMirror(this, flags, origin);
      }
      const { runImport } = await import("./import-run.js");
      await runImport(this, flags, path);
    },
  });
}

/** True for flags that say how files are read: a mirror reads none. */
function readsFiles({ source = [], fetch, bulletins, asOf, drill, ofRecord, sign }: ImportFlags): boolean {
  return source.length > 0 || fetch || bulletins || drill || ofRecord || asOf !== undefined || sign !== undefined;
}
