import { resolve } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { caseLawOf, disputeEn, disputeEs } from "acta/dispute";
import type { CaseLaw } from "acta/dispute";
import type { Election } from "acta/election";
import type { Act } from "acta/record";
import { actEn, actEs, recordedLaw } from "../../act/index.js";
import { importEn, importEs, loadLaw } from "../../import/index.js";
import type { DataFolder } from "../../store/index.js";
import type { Desk } from "./desk.js";

/**
 * The law of an election: of the file that is given, else the law set of the record; null without either. Teaches the texts of the
 * rooms that it enters.
 */
export function chosenLaw(
  desk: Desk,
  folder: DataFolder,
  acts: readonly Act[],
  election: Election,
  path: string | undefined,
): Result<CaseLaw | null> {
  desk.language.learn({ es: disputeEs, en: disputeEn });
  desk.language.learn({ es: actEs, en: actEn });
  desk.language.learn({ es: importEs, en: importEn });
  if (path === undefined) {
    const recorded = recordedLaw(folder, acts, election.id);
    if (!recorded.ok) return recorded;
    return recorded.value === null ? succeed(null) : caseLawOf(recorded.value.law, election);
  }
  const loaded = loadLaw(resolve(desk.cwd, path));
  if (loaded.ok) return caseLawOf(loaded.value.law, election);
  const [first = { code: "import.notLaw", where: path }] = loaded.problem;
  return fail(first);
}
