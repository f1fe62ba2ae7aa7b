import * as v from "valibot";
import { fail, parseCivilDate, parseInstant, succeed } from "../basics/index.js";
import type { Problem, Result } from "../basics/index.js";
import { parseDefinition } from "../election/index.js";
import { OTHER_CATEGORIES } from "./categories.js";
import { definitionOf } from "./definition-document.js";
import { areasOf } from "./spec-areas.js";
import { simulationSchema } from "./spec-schema.js";
import type { WrittenSimulation } from "./spec-schema.js";
import type { Moment, SimulationSpec } from "./spec.js";
import { SpecProblems } from "./spec-problems.js";

/**
 * Reads a simulation file (a parsed YAML or JSON document) whole.
 * @returns what to simulate, or every problem at once, each with the path of its place in the document. Problems of the parts that are
 * taken over into the definition have the codes of the room `election`.
 */
export function parseSimulation(document: unknown): Result<SimulationSpec, readonly Problem[]> {
  const shape = v.safeParse(simulationSchema, document);
  if (!shape.success) return fail(shape.issues.map(shapeProblem));
  const problems = new SpecProblems();
  const spec = resolve(shape.output, problems);
  if (problems.list.length > 0) return fail(problems.list);
  const definition = parseDefinition(definitionOf(spec));
  return definition.ok ? succeed(spec) : fail(definition.problem.map(inThisFile));
}

function shapeProblem(issue: v.BaseIssue<unknown>): Problem {
  const where = v.getDotPath(issue) ?? "";
  if (issue.type === "strict_object" && issue.expected === "never")
    return { code: "simulation.unknownKey", where, context: { key: String(issue.path?.at(-1)?.key) } };
  if (issue.input === undefined) return { code: "simulation.missing", where };
  return {
    code: issue.message.startsWith("simulation.") ? issue.message : "simulation.badValue",
    where,
    context: { expected: issue.expected ?? "", received: issue.received.slice(0, 80) },
  };
}

/** The place in the simulation file of a problem of the definition that is made from it. */
function inThisFile(problem: Problem): Problem {
  const where = (problem.where ?? "")
    .replace(/^contests\.0\b/, "contest")
    .replace(/^trees\.0\b/, "tree")
    .replace(/^(groups|policies|checks)\b/, "definition.$1");
  return { ...problem, where };
}

function resolve(written: WrittenSimulation, problems: SpecProblems): SimulationSpec {
  problems.uniqueIds("options", written.options);
  problems.uniqueIds("tree.levels", written.tree.levels);
  checkOptions(written, problems);
  const date = parseCivilDate(written.date);
  if (date === undefined) problems.add("simulation.badDate", "date", { received: written.date.slice(0, 40) });
  const { groups, policies, checks } = written.definition;
  const areas = areasOf(written, problems);
  return {
    ...written,
    date: date ?? NO_DATE,
    options: written.options.map((option) => ({ ...option, label: option.label ?? option.name })),
    areas,
    definition: {
      ...(groups === undefined ? {} : { groups }),
      ...(policies === undefined ? {} : { policies }),
      ...(checks === undefined ? {} : { checks }),
    },
    rural: { ...written.rural, lean: new Map(Object.entries(written.rural.lean)) },
    moments: momentsOf(written, problems),
  };
}

const NO_DATE = parseCivilDate("1970-01-01") ?? raise();
const NO_MOMENT = parseInstant("1970-01-01T00:00:00Z") ?? raise();

function raise(): never {
  throw new Error("1970-01-01 is a date");
}

function checkOptions(written: WrittenSimulation, problems: SpecProblems): void {
  const known = new Set([...written.options.map((option) => option.id), ...OTHER_CATEGORIES]);
  written.options.forEach((option, at) => {
    if (OTHER_CATEGORIES.includes(option.id))
      problems.add("simulation.reservedId", `options.${at}.id`, { id: option.id });
  });
  for (const option of Object.keys(written.rural.lean))
    if (!known.has(option)) problems.add("simulation.unknownOption", `rural.lean.${option}`, { option });
}

function momentsOf(written: WrittenSimulation, problems: SpecProblems): readonly Moment[] {
  let before: Moment | null = null;
  return written.moments.map((each, at) => {
    const asOf = parseInstant(each.asOf);
    if (asOf === undefined)
      problems.add("simulation.badMoment", `moments.${at}.asOf`, { received: each.asOf.slice(0, 40) });
    const moment = { asOf: asOf ?? NO_MOMENT, reported: each.reported, resolved: each.resolved };
    const backwards =
      before !== null &&
      (moment.asOf <= before.asOf || moment.reported < before.reported || moment.resolved < before.resolved);
    if (asOf !== undefined && backwards) problems.add("simulation.momentsBackwards", `moments.${at}`);
    if (asOf !== undefined) before = moment;
    return moment;
  });
}
