import { buildCommand } from "@stricli/core";
import type { Language } from "../../language/index.js";
import { tellAll } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { dataFlags, optionalText, textFlag } from "../desk/flags.js";
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
      },
      positional: {
        kind: "tuple",
        parameters: [{ brief: language.say("argument.votes"), parse: String, placeholder: "VOTES", optional: true }],
      },
    },
    async func(this: Desk, flags: SeatsFlags, votes?: string) {
      const { runSeats } = await import("./seats-run.js");
      const done = await runSeats(this, flags, votes);
      if (!done.ok) tellAll(this, done.problem);
    },
  });
}
