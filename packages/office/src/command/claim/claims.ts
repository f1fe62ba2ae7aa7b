import { buildCommand, buildRouteMap } from "@stricli/core";
import type { Language } from "../../language/index.js";
import type { Desk } from "../desk/desk.js";
import { optionalText, switchFlag, textFlag } from "../desk/flags.js";
import type { ClaimsFlags } from "./claims-run.js";

/** `acta claims`: published claims held against editions, rules and dated facts. */
export function claimsRoutes(language: Language) {
  return buildRouteMap({
    routes: { check: checkClaimsCommand(language) },
    docs: { brief: language.say("claims.brief"), fullDescription: language.say("claims.full") },
  });
}

function checkClaimsCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("claims.checkBrief"), fullDescription: language.say("claims.checkFull") },
    parameters: {
      flags: {
        mapping: optionalText(language, "claimsMapping", "FILE"),
        only: optionalText(language, "claimsOnly", "ID,ID"),
        data: textFlag(language, "data", "DIR", "acta-data"),
        json: switchFlag(language, "json"),
      },
      positional: {
        kind: "tuple",
        parameters: [{ brief: language.say("argument.claims"), parse: String, placeholder: "FILE" }],
      },
    },
    async func(this: Desk, flags: ClaimsFlags, file: string) {
      const { runClaims } = await import("./claims-run.js");
      await runClaims(this, flags, file);
    },
  });
}
