import { buildCommand } from "@stricli/core";
import type { Language } from "../../language/index.js";
import { tell, tellAll } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { dataFlags, optionalText, switchFlag } from "../desk/flags.js";
import type { ProjectFlags } from "./project-run.js";

/** `acta project`: what an unfinished count is expected to end with, with its spread; or how well such projections do. */
export function projectCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("project.brief"), fullDescription: language.say("project.full") },
    parameters: {
      flags: {
        ...dataFlags(language),
        edition: optionalText(language, "edition", "ID|TIME"),
        previous: optionalText(language, "previous", "ELECTION|none"),
        totals: optionalText(language, "totals", "FILE"),
        previousTotals: optionalText(language, "previousTotals", "FILE"),
        definition: optionalText(language, "definitionFile", "ELECTION.yaml"),
        level: optionalText(language, "areaLevel", "NAME"),
        seed: optionalText(language, "seed", "N"),
        backtest: switchFlag(language, "backtest"),
        quick: switchFlag(language, "quickBacktest"),
        order: optionalText(language, "order", "FILE"),
        orders: optionalText(language, "orders", "N"),
        worlds: optionalText(language, "worlds", "N"),
        stress: optionalText(language, "stressOrders", "N"),
        levels: optionalText(language, "backtestLevels", "P,P..."),
        out: optionalText(language, "backtestOut", "DIR"),
        jobs: optionalText(language, "jobs", "N"),
      },
    },
    async func(this: Desk, flags: ProjectFlags) {
      if (flags.totals !== undefined) {
        const { runProjectTotals } = await import("./project-totals-run.js");
        const told = await runProjectTotals(this, flags, flags.totals);
        if (!told.ok) tellAll(this, told.problem);
        return;
      }
      if (flags.order !== undefined) {
        const { runProjectOrder } = await import("./project-order-run.js");
        const told = await runProjectOrder(this, flags, flags.order);
        if (!told.ok) tell(this, told.problem);
        return;
      }
      const { runProject } = await import("./project-run.js");
      const done = await runProject(this, flags);
      if (!done.ok) tell(this, done.problem);
    },
  });
}
