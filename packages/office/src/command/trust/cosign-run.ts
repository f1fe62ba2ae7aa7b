import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { cosignCheckpoint, systemProblem } from "../../store/index.js";
import { verifyEn, verifyEs, witnessPolicy } from "../../verify/index.js";
import { addCosignatures, witnessEn, witnessEs } from "../../witness/index.js";
import type { Desk } from "../desk/desk.js";

/** Adds what witnesses have answered to the checkpoint of a data folder, before it is published. */
export function addWitnesses(
  desk: Desk,
  data: string,
  paths: readonly string[],
  witnesses: readonly string[],
): Result<null> {
  desk.language.learn({ es: verifyEs, en: verifyEn });
  desk.language.learn({ es: witnessEs, en: witnessEn });
  if (witnesses.length === 0) return fail({ code: "command.cosignWithoutWitness" });
  const policy = witnessPolicy(witnesses, undefined);
  if (!policy.ok) return policy;
  return cosignCheckpoint(resolve(desk.cwd, data), (note) => {
    let cosigned: Result<Uint8Array> = succeed(note);
    for (const path of paths) {
      const lines = linesOf(desk, path);
      if (!lines.ok) return lines;
      if (cosigned.ok) cosigned = addCosignatures(cosigned.value, lines.value, policy.value.witnesses, path);
    }
    return cosigned;
  });
}

function linesOf(desk: Desk, path: string): Result<string> {
  try {
    return succeed(readFileSync(resolve(desk.cwd, path), "utf8"));
  } catch (error) {
    return fail(systemProblem(error, path));
  }
}
