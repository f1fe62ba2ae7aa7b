import { resolve } from "node:path";
import { buildCommand } from "@stricli/core";
import type { Language } from "../../language/index.js";
import { checkFolder, restoreFolder } from "../../store/index.js";
import { EXIT, printJson, tell } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { doctorText, failures } from "./doctor-text.js";
import { switchFlag, textFlag } from "../desk/flags.js";

interface Flags {
  readonly data: string;
  readonly json: boolean;
}

/** `acta restore`: a data folder from a backup, checked from the ground before it is called restored. */
export function restoreCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("restore.brief"), fullDescription: language.say("restore.full") },
    parameters: {
      flags: { data: textFlag(language, "data", "DIR", "acta-data"), json: switchFlag(language, "json") },
      positional: {
        kind: "tuple",
        parameters: [{ brief: language.say("argument.backup"), parse: String, placeholder: "FOLDER" }],
      },
    },
    func(this: Desk, flags: Flags, from: string) {
      const data = resolve(this.cwd, flags.data);
      const done = restoreFolder(resolve(this.cwd, from), data);
      if (!done.ok) return tell(this, done.problem);
      const health = checkFolder(data);
      if (!health.ok) return tell(this, health.problem);
      const sound = failures(health.value) === 0;
      if (flags.json) printJson(this, { schema: "acta-restore/1", ...done.value, sound });
      else {
        const { size, files, bytes } = done.value;
        this.print(this.language.say("restore.done", { size, files, bytes, data: flags.data }));
        this.print(`\n${doctorText(this.language, health.value)}`);
      }
      if (!sound) this.exit(EXIT.problem);
    },
  });
}
