import * as v from "valibot";
import { fail, succeed } from "../basics/index.js";
import type { Problem, Result } from "../basics/index.js";
import { formProblem } from "../election/index.js";
import type { InstitutionLaw, InstitutionRule } from "./institution-law.js";
import { institutionsForm } from "./law-form.js";
import type { WrittenInstitutions } from "./law-form.js";

/**
 * Reads an institutions file (a parsed YAML or JSON document) whole.
 * @returns the law, or every problem at once, each with the path of its place in the document. Two versions of a rule that hold on the
 *   same day are refused: the law must not depend on their order.
 */
export function parseInstitutions(document: unknown): Result<InstitutionLaw, readonly Problem[]> {
  const shape = v.safeParse(institutionsForm, document);
  if (!shape.success) return fail(shape.issues.map((issue) => formProblem(issue, "institution.")));
  const written = shape.output;
  const problems = [...nameProblems(written), ...ruleProblems(written), ...overlapProblems(written.rules)];
  if (problems.length > 0) return fail(problems);
  return succeed({ ...written, outcomes: new Map(written.outcomes.map(({ id, name }) => [id, name])) });
}

function nameProblems({ outcomes, voteWords, rules }: WrittenInstitutions): readonly Problem[] {
  const problems: Problem[] = [];
  const twice = (where: string, names: readonly string[]): void => {
    names.forEach((name, at) => {
      if (names.indexOf(name) !== at)
        problems.push({ code: "institution.sameId", where: `${where}.${at}`, context: { id: name } });
    });
  };
  twice(
    "outcomes",
    outcomes.map(({ id }) => id),
  );
  twice(
    "voteWords",
    voteWords.map(({ word }) => word),
  );
  rules.forEach((rule, at) => {
    if (rule.kind === "seats")
      twice(
        `rules.${at}.districts`,
        rule.districts.map(({ id }) => id),
      );
  });
  return problems;
}

function ruleProblems({ outcomes, rules }: WrittenInstitutions): readonly Problem[] {
  const known = new Set(outcomes.map(({ id }) => id));
  const chambers = new Set(rules.flatMap((rule) => (rule.kind === "chamber" ? [rule.chamber] : [])));
  const problems: Problem[] = [];
  const unknown = (kind: string, where: string, name: string): void => {
    problems.push({ code: "institution.unknownReference", where, context: { kind, name } });
  };
  rules.forEach((rule, at) => {
    const where = `rules.${at}`;
    if (rule.validTo !== null && rule.validTo < rule.validFrom)
      problems.push({
        code: "institution.endsBefore",
        where: `${where}.validTo`,
        context: { from: rule.validFrom, to: rule.validTo },
      });
    if ((rule.kind === "seats" || rule.kind === "majority") && !chambers.has(rule.chamber))
      unknown("chamber", `${where}.chamber`, rule.chamber);
    if (rule.kind !== "majority") return;
    rule.levels.forEach(({ outcome }, level) => {
      if (!known.has(outcome)) unknown("outcome", `${where}.levels.${level}.outcome`, outcome);
    });
    if (!known.has(rule.otherwise)) unknown("outcome", `${where}.otherwise`, rule.otherwise);
  });
  return problems;
}

/** What a rule is about: two rules about the same may not hold on one day. */
function subjectOf(rule: InstitutionRule): string {
  switch (rule.kind) {
    case "chamber":
    case "seats":
      return `${rule.kind} ${rule.chamber}`;
    case "majority":
      return `majority ${rule.chamber} ${rule.question}`;
    case "round":
      return `round ${rule.office}`;
  }
}

function overlapProblems(rules: readonly InstitutionRule[]): readonly Problem[] {
  const problems: Problem[] = [];
  rules.forEach((rule, at) => {
    const other = rules.findIndex(
      (each, before) => before < at && subjectOf(each) === subjectOf(rule) && overlap(each, rule),
    );
    if (other >= 0)
      problems.push({
        code: "institution.overlap",
        where: `rules.${at}`,
        context: { id: rule.id, from: rule.validFrom, other: `rules.${other}` },
      });
  });
  return problems;
}

function overlap(one: InstitutionRule, other: InstitutionRule): boolean {
  return (
    (one.validTo === null || other.validFrom <= one.validTo) &&
    (other.validTo === null || one.validFrom <= other.validTo)
  );
}
