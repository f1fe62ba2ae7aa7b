import * as v from "valibot";
import { fail, succeed } from "../basics/index.js";
import type { Problem, Result } from "../basics/index.js";
import { scenarioSchema } from "./scenario-schema.js";
import type { Scenario, ShareRule } from "./scenario.js";

/**
 * Reads a scenario (a parsed JSON or YAML document of the format `acta-scenario/1`) whole.
 * @returns the scenario, or every problem at once, each with the path of its place in the document.
 */
export function parseScenario(document: unknown): Result<Scenario, readonly Problem[]> {
  const shape = v.safeParse(scenarioSchema, document);
  if (!shape.success) return fail(shape.issues.map(shapeProblem));
  const { id, name, overrides } = shape.output;
  return succeed({
    id,
    name: name ?? { es: id, en: id },
    overrides: overrides.map(({ select, action }) => ({
      select: { ...select, share: select.share === null ? null : shareRule(select.share) },
      action,
    })),
  });
}

type WrittenRule = NonNullable<v.InferOutput<typeof scenarioSchema>["overrides"][number]["select"]["share"]>;

function shareRule({ option, base, moreThan, lessThan }: WrittenRule): ShareRule {
  const limit = moreThan ?? lessThan ?? { numerator: 0, denominator: 1 };
  return { option, base, side: moreThan === undefined ? "lessThan" : "moreThan", share: limit };
}

function shapeProblem(issue: v.BaseIssue<unknown>): Problem {
  const where = v.getDotPath(issue) ?? "";
  if (issue.type === "strict_object" && issue.expected === "never")
    return { code: "scenario.unknownKey", where, context: { key: String(issue.path?.at(-1)?.key).slice(0, 80) } };
  if (issue.input === undefined) return { code: "scenario.missing", where };
  return {
    code: issue.message.startsWith("scenario.") ? issue.message : "scenario.badValue",
    where,
    context: { received: issue.received.slice(0, 80) },
  };
}
