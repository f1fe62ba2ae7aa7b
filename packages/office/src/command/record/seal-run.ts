import { fail } from "acta/basics";
import { sealEdition } from "../../act/index.js";
import { momentOf } from "../../language/index.js";
import { acting, told, zoneOf } from "../desk/acting.js";
import type { ActingFlags } from "../desk/acting.js";
import type { Desk } from "../desk/desk.js";

/** Flags of `acta seal`. */
export interface SealFlags extends ActingFlags {
  readonly asOf: string;
  readonly reason: string;
  readonly election?: string;
}

/** Runs `acta seal`. */
export async function runSeal(desk: Desk, flags: SealFlags): Promise<void> {
  await acting(desk, flags, async (entering) => {
    const zone = zoneOf(entering, flags.election);
    if (!zone.ok) return zone;
    const asOf = flags.asOf === "now" ? desk.now() : momentOf(flags.asOf, zone.value);
    if (asOf === undefined) return fail({ code: "act.badMoment", context: { text: flags.asOf } });
    const sealed = await sealEdition(entering, { election: flags.election ?? "", asOf, reason: flags.reason });
    if (!sealed.ok) return sealed;
    const { id, number, size } = sealed.value;
    return told(
      flags,
      { schema: "acta-seal/1", edition: sealed.value },
      desk.language.say("seal.done", { id, number, size }),
    );
  });
}
