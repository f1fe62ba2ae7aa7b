import { buildCommand } from "@stricli/core";
import type { Language } from "../../language/index.js";
import { tellAll } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { dataFlags, optionalText, severalTexts, switchFlag, textFlag } from "../desk/flags.js";
import type { OtherwiseFlags } from "./seats-otherwise-run.js";
import type { SeatsFlags } from "./seats-run.js";

/** `acta seats`: from votes to seats, with every quotient. */
export function seatsCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("seats.brief"), fullDescription: language.say("seats.full") },
    parameters: {
      flags: {
        ...dataFlags(language),
        edition: optionalText(language, "edition", "ID|TIME"),
        policy: textFlag(language, "policy", "ID", "counted"),
        tree: optionalText(language, "tree", "NAME"),
        level: optionalText(language, "level", "NAME"),
        law: optionalText(language, "institutions", "FILE"),
        chamber: optionalText(language, "chamber", "ID"),
        on: optionalText(language, "on", "DATE"),
        barrier: optionalText(language, "barrier", "RULE|SHARE|none"),
        method: optionalText(language, "method", "NAME"),
        seats: optionalText(language, "seatNumber", "N"),
        lots: optionalText(language, "lots", "LIST,…"),
        district: optionalText(language, "district", "ID"),
        union: severalTexts(language, "union", "LIST+LIST"),
        biproportional: switchFlag(language, "biproportional"),
      },
      positional: {
        kind: "tuple",
        parameters: [{ brief: language.say("argument.votes"), parse: String, placeholder: "VOTES", optional: true }],
      },
    },
    async func(this: Desk, flags: SeatsFlags & OtherwiseFlags, votes?: string) {
      if (flags.biproportional || flags.union !== undefined) {
        const { runSeatsOtherwise } = await import("./seats-otherwise-run.js");
        const told = await runSeatsOtherwise(this, flags, votes);
        if (!told.ok) tellAll(this, told.problem);
        return;
      }
      const { runSeats } = await import("./seats-run.js");
      const done = await runSeats(this, flags, votes);
      if (!done.ok) tellAll(this, done.problem);
    },
  });
}
