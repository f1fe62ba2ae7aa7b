import { resolve } from "node:path";
import { fail, parseCivilDate, succeed } from "acta/basics";
import type { CivilDate, Problem, Result } from "acta/basics";
import type { Provenance } from "acta/election";
import { rulesOn } from "acta/institution";
import type { InstitutionRule } from "acta/institution";
import { importEn, importEs, loadInstitutions } from "../../import/index.js";
import type { LoadedInstitutions } from "../../import/index.js";
import type { Desk } from "../desk/desk.js";

/** Reads the institutions file that a flag names. */
export function readInstitutions(desk: Desk, path: string): Result<LoadedInstitutions, readonly Problem[]> {
  desk.language.learn({ es: importEs, en: importEn });
  return loadInstitutions(resolve(desk.cwd, path));
}

/** A whole day of the calendar; a month or a year alone could mean two rules. Today when nothing is given. */
export function dayOn(desk: Desk, text: string | undefined): Result<CivilDate> {
  const day = parseCivilDate(text ?? desk.now().slice(0, 10));
  return day === undefined
    ? fail({ code: "seats.badDay", context: { text: (text ?? "").slice(0, 40) } })
    : succeed(day);
}

/** The one rule of a kind that holds on a day and is asked for; every known name when there is none. */
export function ruleOn<K extends InstitutionRule["kind"]>(
  { law }: LoadedInstitutions,
  kind: K,
  day: CivilDate,
  asked: {
    readonly what: string;
    /** A name of the rule that may be asked for. */
    readonly nameOf: (rule: Extract<InstitutionRule, { readonly kind: K }>) => string;
  },
): Result<Extract<InstitutionRule, { readonly kind: K }>> {
  const rules = rulesOn(law, kind, day);
  const found = rules.filter((rule) => asked.what === "" || asked.nameOf(rule) === asked.what);
  const [first] = found;
  if (first !== undefined && found.length === 1) return succeed(first);
  const names = [...new Set(rules.map(asked.nameOf))];
  const context = { what: asked.what, day, known: names.join(", "), count: names.length };
  if (asked.what === "" && names.length > 1) return fail({ code: "seats.whichRule", context });
  if (names.length > 0) return fail({ code: "seats.unknownRule", context });
  return fail({ code: "seats.noRule", context: { ...context, known: periodsOf(law.rules, kind) } });
}

/** When rules of a kind hold: `R5.3 2021-04-11 – 2021-04-11`. */
function periodsOf(rules: readonly InstitutionRule[], kind: InstitutionRule["kind"]): string {
  return rules
    .filter((rule) => rule.kind === kind)
    .map(({ id, validFrom, validTo }) => `${id} ${validFrom} – ${validTo ?? "…"}`)
    .join(", ");
}

/** Whether an answer is about what happened: not when its law or its figures are made up. */
export function provenanceOf(law: LoadedInstitutions | null, figures: Provenance): Provenance {
  const ofLaw = law?.law.provenance ?? "real";
  return ofLaw === "real" ? figures : ofLaw;
}
