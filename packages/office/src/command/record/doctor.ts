import { resolve } from "node:path";
import { buildCommand } from "@stricli/core";
import type { Language } from "../../language/index.js";
import { checkFolder } from "../../store/index.js";
import { EXIT, printJson, tell } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { freshen } from "../desk/fresh-copy.js";
import { doctorDocument, doctorText, failures } from "./doctor-text.js";
import { switchFlag, textFlag } from "../desk/flags.js";

interface Flags {
  readonly data: string;
  readonly json: boolean;
}

/** `acta doctor`: looks at a data folder from the ground. */
export function doctorCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("doctor.brief"), fullDescription: language.say("doctor.full") },
    parameters: {
      flags: { data: textFlag(language, "data", "DIR", "acta-data"), json: switchFlag(language, "json") },
    },
    async func(this: Desk, flags: Flags) {
      // What the server says is one thing; how the copy here is, is looked at in any case.
      const fresh = await freshen(this, resolve(this.cwd, flags.data));
      if (!fresh.ok) tell(this, fresh.problem);
      const health = checkFolder(resolve(this.cwd, flags.data));
      if (!health.ok) return tell(this, health.problem);
      if (flags.json) printJson(this, doctorDocument(health.value));
      else this.print(doctorText(this.language, health.value));
      if (failures(health.value) > 0) this.exit(EXIT.problem);
    },
  });
}
