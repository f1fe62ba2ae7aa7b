import { resolve } from "node:path";
import { buildCommand } from "@stricli/core";
import type { Language } from "../../language/index.js";
import { backupFolder } from "../../store/index.js";
import { printJson, tell } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { freshen } from "../desk/fresh-copy.js";
import { switchFlag, textFlag } from "../desk/flags.js";

interface Flags {
  readonly data: string;
  readonly withKey: boolean;
  readonly json: boolean;
}

/** `acta backup`: a copy of a data folder that `acta restore` checks file by file. */
export function backupCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("backup.brief"), fullDescription: language.say("backup.full") },
    parameters: {
      flags: {
        data: textFlag(language, "data", "DIR", "acta-data"),
        withKey: switchFlag(language, "withKey"),
        json: switchFlag(language, "json"),
      },
      positional: {
        kind: "tuple",
        parameters: [{ brief: language.say("argument.backup"), parse: String, placeholder: "FOLDER" }],
      },
    },
    async func(this: Desk, flags: Flags, to: string) {
      const fresh = await freshen(this, resolve(this.cwd, flags.data));
      if (!fresh.ok) return tell(this, fresh.problem);
      const done = backupFolder(resolve(this.cwd, flags.data), resolve(this.cwd, to), flags.withKey);
      if (!done.ok) return tell(this, done.problem);
      if (flags.json) return printJson(this, { schema: "acta-backup/1", ...done.value });
      const { size, files, bytes, hasKey } = done.value;
      this.print(this.language.say("backup.done", { size, files, bytes, to }));
      this.print(this.language.say(hasKey ? "backup.withKey" : "backup.withoutKey"));
    },
  });
}
