import { fail, succeed } from "acta/basics";
import type { CivilDate, Problem, Result } from "acta/basics";
import { lawOn, procedureOfWord } from "acta/procedure";
import type { ProcedureRule, ProcedureStep } from "acta/procedure";
import type { LoadedProcedures } from "../../import/index.js";
import { printJson } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { provenanceText } from "../count/result-text.js";
import { dayGiven, readProcedures } from "./procedure-file.js";
import { articleOf, nameOf, ruleLines } from "./procedure-words.js";
import type { Reader } from "./procedure-words.js";

/** Flags of `acta procedure list`. */
export interface ListFlags {
  readonly law?: string;
  readonly history?: string;
  readonly on?: string;
  readonly json: boolean;
}

/** Runs `acta procedure list`: the procedures of a day, or the steps of the one that a word means. */
export function runProcedureList(
  desk: Desk,
  flags: ListFlags,
  word: string | undefined,
): Result<null, readonly Problem[]> {
  const loaded = readProcedures(desk, flags);
  if (!loaded.ok) return loaded;
  const on = dayGiven(desk, flags.on);
  if (!on.ok) return fail([on.problem]);
  const { procedures } = loaded.value.laws;
  const one = word === undefined ? null : procedureOfWord(procedures, word, on.value);
  if (one !== null && !one.ok) return fail([one.problem]);
  const rules = one === null ? lawOn(procedures, "procedure", on.value) : [one.value];
  if (flags.json) printJson(desk, listDocument(loaded.value, on.value, rules));
  else desk.print(listText({ language: desk.language, laws: loaded.value.laws }, on.value, rules, one !== null));
  return succeed(null);
}

function listText(reader: Reader, on: CivilDate, rules: readonly ProcedureRule[], isWhole: boolean): string {
  const { language, laws } = reader;
  const mark = provenanceText(language, laws.procedures.provenance);
  const head = [...(mark === "" ? [] : [mark]), `${language.pick(laws.procedures.name)} · ${language.day(on)}`, ""];
  if (rules.length === 0) return [...head, language.say("procedures.noneThatDay")].join("\n");
  const body = rules.flatMap((rule) => {
    const title = `${rule.procedure} · ${language.pick(rule.name)}`;
    if (!isWhole) return [title, `  ${rule.steps.map(({ name }) => language.pick(name)).join(" → ")}`];
    return [
      title,
      ...ruleLines(reader, rule, rule.confidence),
      ...rule.steps.flatMap((step) => stepLines(reader, step)),
    ];
  });
  return [...head, ...body].join("\n");
}

function stepLines(reader: Reader, step: ProcedureStep): readonly string[] {
  const { language } = reader;
  const from = step.from.map((each) => nameOf(reader, each)).join(" / ");
  const window = step.window;
  return [
    "",
    `  ${step.id} · ${language.pick(step.name)} (${articleOf(reader, step.article)})`,
    `    ${language.say("procedures.by", { by: nameOf(reader, step.by), from })}`,
    ...(window === null
      ? []
      : [
          `    ${language.say("procedures.windowRule", {
            from: window.from,
            hasEnd: window.to === null ? "no" : "yes",
            to: window.to ?? 0,
            unit: language.say(`procedures.unit.${window.unit}`),
            after: window.after.kind === "step" ? window.after.step : nameOf(reader, window.after.office),
          })}`,
        ]),
    ...step.conditions.map(({ article, text }) => `    ${language.pick(text)} (${articleOf(reader, article)})`),
    ...step.outcomes.map(({ outcome, to, effects }) => {
      const what = effects.map((each) =>
        each.kind === "vacates"
          ? language.say("procedures.vacates", { office: nameOf(reader, each.office) })
          : language.say("procedures.counts", { mark: nameOf(reader, each.mark) }),
      );
      return `    ${[`${nameOf(reader, outcome)} → ${nameOf(reader, to)}`, ...what].join("; ")}`;
    }),
  ];
}

/** The documented JSON shape `acta-procedures-on/1`. */
function listDocument({ laws, sha256 }: LoadedProcedures, on: CivilDate, rules: readonly ProcedureRule[]) {
  const { id, provenance } = laws.procedures;
  return { schema: "acta-procedures-on/1", provenance, law: { id, sha256 }, on, procedures: rules };
}
