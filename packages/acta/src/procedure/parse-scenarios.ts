import * as v from "valibot";
import { fail, succeed } from "../basics/index.js";
import type { Problem, Result } from "../basics/index.js";
import { eventForm, figuresForm, spanIn } from "./history-form.js";
import type { History } from "./history.js";
import type { ProcedureLaw } from "./procedure-law.js";
import type { Scenario, ScenarioFile, Supposition } from "./scenario.js";
import { day, id, list, localText, shapeProblem, some, text, whole } from "./written-form.js";

const count = whole(0, Number.MAX_SAFE_INTEGER);
const optionalId = v.optional(v.union([v.literal(""), id]), "");
const optionalCount = v.optional(v.nullable(count), null);
const way = v.picklist(["inFavour", "against", "abstains", "away"]);

function suppositionForm(law: ProcedureLaw): v.GenericSchema<unknown, Supposition> {
  return v.variant("kind", [
    v.strictObject({
      kind: v.literal("step"),
      on: day,
      procedure: id,
      step: id,
      case: optionalId,
      figures: figuresForm,
      facts: v.pipe(
        v.optional(v.record(id, text), {}),
        v.transform((said): ReadonlyMap<string, string> => new Map(Object.entries(said))),
      ),
      events: v.optional(list(eventForm(spanIn(law))), []),
    }),
    v.strictObject({ kind: v.literal("termEnds"), office: id, on: day }),
    v.strictObject({
      kind: v.literal("round"),
      office: id,
      on: day,
      votes: some(v.strictObject({ option: id, votes: count })),
      ballotsCast: optionalCount,
      registeredVoters: optionalCount,
    }),
    v.strictObject({
      kind: v.literal("vote"),
      event: id,
      chamber: optionalId,
      question: optionalId,
      switches: v.optional(list(v.strictObject({ members: whole(1, 1_000_000), from: way, to: way })), []),
    }),
    v.strictObject({ kind: v.literal("barrier"), chamber: id, on: day, barrierOf: id }),
  ]);
}

/**
 * Reads a file of scenarios (a parsed YAML or JSON document) whole.
 * @returns the file, or every problem at once with the path of its place: also a vote or an office that the history and the law do not know
 */
export function parseScenarios(
  document: unknown,
  law: ProcedureLaw,
  history: History,
): Result<ScenarioFile, readonly Problem[]> {
  const form: v.GenericSchema<unknown, ScenarioFile> = v.strictObject({
    format: v.literal("acta-suppositions/1"),
    id,
    name: localText,
    history: text,
    scenarios: list(v.strictObject({ id, name: localText, asks: localText, supposes: suppositionForm(law) })),
  });
  const shape = v.safeParse(form, document);
  if (!shape.success) return fail(shape.issues.map(shapeProblem));
  const { scenarios } = shape.output;
  const problems = scenarios.flatMap((scenario, at) => referenceProblems(scenario, at, scenarios, history));
  return problems.length > 0 ? fail(problems) : succeed(shape.output);
}

function referenceProblems(
  { id: own, supposes }: Scenario,
  at: number,
  scenarios: readonly Scenario[],
  { events }: History,
): readonly Problem[] {
  const where = `scenarios.${at}`;
  const problems: Problem[] = [];
  if (scenarios.findIndex((other) => other.id === own) !== at)
    problems.push({ code: "procedure.sameId", where, context: { id: own } });
  if (supposes.kind === "vote" && !events.some((event) => event.id === supposes.event && event.kind === "step"))
    problems.push({
      code: "procedure.unknownReference",
      where: `${where}.supposes.event`,
      context: { kind: "step event", name: supposes.event },
    });
  return problems;
}
