import type { VerifiedSignature } from "acta/ledger";
import type { Language } from "../../language/index.js";

/** A time in seconds since 1970 as a moment; "" where there is none. */
export function momentText(seconds: number | undefined): string {
  // The years that JavaScript can write end before those that a signature may name.
  if (seconds === undefined || seconds > 8_640_000_000_000) return "";
  return new Date(seconds * 1_000).toISOString().replace(".000Z", "Z");
}

/** Who has cosigned, and when: a line each. */
export function witnessLines(language: Language, witnessedBy: readonly VerifiedSignature[]): readonly string[] {
  return witnessedBy.map(({ key, time }) =>
    language.say("witness.cosigned", { name: key.name, moment: momentText(time) }),
  );
}
