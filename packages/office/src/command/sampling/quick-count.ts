import { buildCommand, buildRouteMap } from "@stricli/core";
import type { Language } from "../../language/index.js";
import { tellAll } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { dataFlags, optionalText, switchFlag, textFlag } from "../desk/flags.js";
import type { DesignFlags } from "./design-run.js";
import type { QuickCountFlags } from "./quick-count-run.js";
import type { RehearseFlags } from "./rehearse-run.js";

/** `acta quick-count`: what a probability sample of stations says; drawing one; trying a design on a contest whose result is known. */
export function quickCountRoutes(language: Language) {
  return buildRouteMap({
    routes: {
      estimate: estimateCommand(language),
      design: designCommand(language),
      rehearse: rehearseCommand(language),
    },
    defaultCommand: "estimate",
    docs: { brief: language.say("quickCount.brief"), fullDescription: language.say("quickCount.full") },
  });
}

/** Flags that say from which frame, and cut in which strata and units. */
function frameFlags(language: Language) {
  return {
    ...dataFlags(language),
    edition: optionalText(language, "edition", "ID|TIME"),
    previous: optionalText(language, "samplePrevious", "ELECTION"),
    tree: optionalText(language, "tree", "NAME"),
    by: optionalText(language, "sampleBy", "LEVEL"),
    places: switchFlag(language, "samplePlaces"),
  };
}

function estimateCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("quickCount.brief"), fullDescription: language.say("quickCount.full") },
    parameters: {
      flags: {
        ...frameFlags(language),
        policy: textFlag(language, "policy", "ID", "counted"),
        design: optionalText(language, "sampleDesign", "FILE"),
        sheets: optionalText(language, "sampleSheets", "FILE"),
        calibrate: switchFlag(language, "sampleCalibrate"),
        collapse: optionalText(language, "sampleCollapse", "CODE+CODE,...|next"),
        missingBound: textFlag(language, "sampleMissingBound", "POINTS", "2"),
        bootstrap: textFlag(language, "sampleBootstrap", "N", "1000"),
        seed: textFlag(language, "seed", "N", "1"),
      },
      positional: {
        kind: "tuple",
        parameters: [{ brief: language.say("argument.sample"), parse: String, placeholder: "SAMPLE" }],
      },
    },
    async func(this: Desk, flags: QuickCountFlags, sample: string) {
      const { runQuickCount } = await import("./quick-count-run.js");
      const done = await runQuickCount(this, flags, sample);
      if (!done.ok) tellAll(this, done.problem);
    },
  });
}

function designCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("quickCount.designBrief"), fullDescription: language.say("quickCount.designFull") },
    parameters: {
      flags: {
        ...frameFlags(language),
        stations: optionalText(language, "sampleStations", "N"),
        error: optionalText(language, "sampleError", "POINTS"),
        allocation: textFlag(language, "sampleAllocation", "RULE", "proportional"),
        seed: textFlag(language, "seed", "N", "1"),
        out: textFlag(language, "sampleOut", "FILE", "acta-sample.csv"),
      },
    },
    async func(this: Desk, flags: DesignFlags) {
      const { runDesign } = await import("./design-run.js");
      const done = await runDesign(this, flags);
      if (!done.ok) tellAll(this, done.problem);
    },
  });
}

function rehearseCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("quickCount.rehearseBrief"), fullDescription: language.say("quickCount.rehearseFull") },
    parameters: {
      flags: {
        ...frameFlags(language),
        stations: textFlag(language, "sampleSizes", "N,...", "1000,2500,7000"),
        repetitions: textFlag(language, "sampleRepetitions", "N", "1000"),
        seed: textFlag(language, "seed", "N", "1"),
      },
    },
    async func(this: Desk, flags: RehearseFlags) {
      const { runRehearse } = await import("./rehearse-run.js");
      const done = await runRehearse(this, flags);
      if (!done.ok) tellAll(this, done.problem);
    },
  });
}
