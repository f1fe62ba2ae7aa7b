import { resolve } from "node:path";
import { fail, parseCivilDate, parseInstant, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { civilDateOf, civilTimeOf } from "acta/dispute";
import type { CaseLaw, CaseRecord, CaseState } from "acta/dispute";
import { tabulationEn, tabulationEs } from "acta/tabulation";
import { docketEn, docketEs, writeDocket } from "../../docket/index.js";
import { formatOfName } from "../../files/index.js";
import { systemProblem, writeDurably } from "../../store/index.js";
import { chosenCases } from "./case-filter.js";
import type { CaseFilterFlags } from "./case-filter.js";
import { printJson } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { withCases } from "../desk/opened-cases.js";
import type { OpenedCases } from "../desk/opened-cases.js";

/** Flags of `acta petition export`. */
export type PetitionExportFlags = CaseFilterFlags;

/** Runs `acta petition export`. */
export async function runPetitionExport(desk: Desk, flags: PetitionExportFlags, file: string): Promise<Result<null>> {
  desk.language.learn({ es: docketEs, en: docketEn });
  desk.language.learn({ es: tabulationEs, en: tabulationEn });
  const format = formatOfName(file);
  if ((format !== "csv" && format !== "xlsx") || file.endsWith(".gz"))
    return fail({ code: "docket.badFormat", where: file });
  const found = await withCases(desk, flags, (cases): Result<Found> => {
    const chosen = chosenCases(cases, flags);
    if (!chosen.ok) return chosen;
    if (cases.book.petitions === "notLoaded") return fail({ code: "petition.notLoaded" });
    return succeed({ cases, chosen: chosen.value });
  });
  return found.ok ? write(desk, flags, file, { ...found.value, format }) : found;
}

interface Found {
  readonly cases: OpenedCases;
  readonly chosen: readonly CaseRecord[];
}

async function write(
  desk: Desk,
  flags: PetitionExportFlags,
  file: string,
  { cases, chosen, format }: Found & { readonly format: "csv" | "xlsx" },
): Promise<Result<null>> {
  const { say, code } = desk.language;
  const stateOf = ({ kind }: CaseState): string => say(`case.state.${kind}`);
  const localTime = (at: string): string => localText(cases.law, at);
  const bytes = await writeDocket(chosen, { format, code, election: cases.election, stateOf, localTime });
  if (!bytes.ok) return bytes;
  try {
    writeDurably(resolve(desk.cwd, file), bytes.value);
  } catch (error) {
    return fail(systemProblem(error, file));
  }
  const rows = chosen.reduce((sum, { petitions }) => sum + petitions.length, 0);
  if (flags.json) printJson(desk, { schema: "acta-petition-export/1", file, rows, bytes: bytes.value.length });
  else desk.print(say("petition.exported", { file, rows }));
  return succeed(null);
}

/** As an import reads it again: local where the law gives the clock, else with its zone. */
function localText(law: CaseLaw | null, at: string): string {
  const moment = parseInstant(at);
  if (moment === undefined || law === null || parseCivilDate(at) !== undefined) return at;
  const { calendar } = law.law;
  return `${civilDateOf(calendar, moment)} ${civilTimeOf(calendar, moment)}`;
}
