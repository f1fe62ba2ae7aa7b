import { fail, succeed } from "../basics/index.js";
import type { CivilDate, Result } from "../basics/index.js";
import type { LocalText } from "../election/index.js";
import { rulesOn } from "../institution/index.js";
import { lawOn } from "./procedure-law.js";
import type { PowerRule, ProcedureLaw, ProcedureRule, ProcedureStep, ProcedureWord } from "./procedure-law.js";
import type { Laws } from "./step-judgement.js";

/** A body, office or chamber on a day, and what it may do by the law of that day. */
export interface RegisteredBody {
  readonly body: string;
  readonly name: LocalText;
  readonly powers: readonly PowerRule[];
  readonly steps: readonly { readonly rule: ProcedureRule; readonly step: ProcedureStep }[];
}

/** The name of an id in the law of a day: a chamber, an office, or a word of the file. */
export function nameIn({ procedures, institutions }: Laws, id: string, day: CivilDate | null): LocalText {
  const chamber = institutions.rules.findLast(
    (rule) => rule.kind === "chamber" && rule.chamber === id && (day === null || rule.validFrom <= day),
  );
  if (chamber?.kind === "chamber") return chamber.name;
  const office = procedures.rules.findLast((rule) => rule.kind === "office" && rule.office === id);
  if (office?.kind === "office") return office.name;
  return procedures.names.get(id) ?? institutions.outcomes.get(id) ?? { es: id, en: id };
}

/** Which body may do what on a day: powers, and steps of procedures. In the order of the file. */
export function registryOn(laws: Laws, day: CivilDate): readonly RegisteredBody[] {
  const { procedures, institutions } = laws;
  const powers = lawOn(procedures, "power", day);
  const rules = lawOn(procedures, "procedure", day);
  const steps = rules.flatMap((rule) => rule.steps.map((step) => ({ rule, step })));
  const chambers = rulesOn(institutions, "chamber", day).map(({ chamber }) => chamber);
  const bodies = new Set([...powers.map(({ body }) => body), ...chambers, ...steps.map(({ step }) => step.by)]);
  return [...bodies].map((body) => ({
    body,
    name: nameIn(laws, body, day),
    powers: powers.filter((each) => each.body === body),
    steps: steps.filter(({ step }) => step.by === body || step.vote?.chamber === body),
  }));
}

/**
 * The procedure that a word means on a day: its id, or a word of the file. A word that means several is asked back, never guessed.
 * @returns `procedure.ambiguousWord` with what it can mean; `procedure.noSuchProcedure` for a word that the law knows no procedure for;
 *   `procedure.unknownWord`
 */
export function procedureOfWord(law: ProcedureLaw, written: string, day: CivilDate): Result<ProcedureRule> {
  const rules = lawOn(law, "procedure", day);
  const wanted = written.trim().toLowerCase();
  const direct = rules.find(({ procedure }) => procedure.toLowerCase() === wanted);
  if (direct !== undefined) return succeed(direct);
  const word = law.words.find((each) => each.word.toLowerCase() === wanted) ?? named(rules, wanted);
  const context = { word: written.slice(0, 60), day };
  if (word === undefined) {
    const known = rules.map(({ procedure }) => procedure).join(", ");
    return fail({ code: "procedure.unknownWord", context: { ...context, known } });
  }
  const meant = rules.filter(({ procedure }) => word.means.includes(procedure));
  const [only, more] = meant;
  if (only !== undefined && more === undefined) return succeed(only);
  const choices = (code: "es" | "en"): string =>
    meant.map(({ procedure, name, article }) => `${procedure} (${name[code]}, ${article})`).join("; ");
  if (only !== undefined)
    return fail({ code: "procedure.ambiguousWord", context: { ...context, es: choices("es"), en: choices("en") } });
  return fail({
    code: "procedure.noSuchProcedure",
    context: { ...context, es: word.note?.es ?? "", en: word.note?.en ?? "" },
  });
}

/** Procedures by their own names, as a word. */
function named(rules: readonly ProcedureRule[], wanted: string): ProcedureWord | undefined {
  const means = rules
    .filter(({ name }) => [name.es, name.en].some((each) => each.toLowerCase() === wanted))
    .map(({ procedure }) => procedure);
  return means.length === 0 ? undefined : { word: wanted, means, note: null };
}
