import { buildCommand } from "@stricli/core";
import type { Language } from "../../language/index.js";
import { tell } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { dataFlags, optionalText } from "../desk/flags.js";
import { withContest } from "../desk/opened.js";
import type { ReconcileFlags } from "./reconcile-series.js";

/** `acta reconcile`: published totals beside what the sheets add up to. */
export function reconcileCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("reconcile.brief"), fullDescription: language.say("reconcile.full") },
    parameters: {
      flags: {
        ...dataFlags(language),
        edition: optionalText(language, "edition", "ID|TIME"),
        series: optionalText(language, "series", "ID"),
        moment: optionalText(language, "moment", "TIME"),
        area: optionalText(language, "area", "CODE"),
      },
    },
    async func(this: Desk, flags: ReconcileFlags) {
      const { tellReconciliation } = await import("./reconcile-run.js");
      const done = await withContest(this, flags, (opened) => tellReconciliation(this, opened, flags));
      if (!done.ok) tell(this, done.problem);
    },
  });
}
