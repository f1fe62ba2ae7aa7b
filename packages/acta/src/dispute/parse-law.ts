import * as v from "valibot";
import { fail, succeed } from "../basics/index.js";
import type { Problem, Result } from "../basics/index.js";
import { formProblem } from "../election/index.js";
import { LawProblems } from "./law-problems.js";
import { lawSchema } from "./law-schema.js";
import type { WrittenLaw } from "./law-schema.js";
import type { Law, LawRule } from "./law.js";
import { checkRule } from "./rule-check.js";

/**
 * Reads a law file (a parsed YAML or JSON document) whole.
 * @returns the law, or every problem at once, each with the path of its place in the document.
 */
export function parseLaw(document: unknown): Result<Law, readonly Problem[]> {
  const shape = v.safeParse(lawSchema, document);
  if (!shape.success) return fail(shape.issues.map((issue) => formProblem(issue, "law.")));
  const written = shape.output;
  const problems = new LawProblems();
  checkNames(written, problems);
  written.rules.forEach((rule, at) => checkRule(rule, `rules.${at}`, written, problems));
  checkOverlaps(written.rules, problems);
  if (problems.list.length > 0) return fail(problems.list);
  const { offsets, holidays } = written.calendar;
  const calendar = {
    ...written.calendar,
    offsets: offsets.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    holidays: new Map(Object.entries(holidays).map(([year, days]) => [year, new Set(days)])),
  };
  return succeed({ ...written, calendar });
}

function checkNames(written: WrittenLaw, problems: LawProblems): void {
  const twice = (where: string, names: readonly string[]): void => {
    names.forEach((name, at) => {
      if (names.indexOf(name) !== at) problems.add("law.sameId", `${where}.${at}`, { id: name });
    });
  };
  twice(
    "roles",
    written.roles.map(({ id }) => id),
  );
  twice(
    "convocations",
    written.convocations.map(({ election }) => election),
  );
  written.certified.forEach(({ voted, certified }, at) => {
    if (certified < voted) problems.add("law.endsBefore", `certified.${at}.certified`, { from: voted, to: certified });
  });
  for (const [year, days] of Object.entries(written.calendar.holidays))
    days.forEach((day, at) => {
      if (!day.startsWith(`${year}-`)) problems.add("law.otherYear", `calendar.holidays.${year}.${at}`, { day, year });
    });
  written.units.forEach((unit, at) => {
    if (unit.to < unit.from) problems.add("law.endsBefore", `units.${at}.to`, { from: unit.from, to: unit.to });
    const other = written.units.findIndex(
      (each, before) => before < at && each.id === unit.id && each.from <= unit.to && unit.from <= each.to,
    );
    if (other >= 0) problems.add("law.unitOverlap", `units.${at}`, { id: unit.id, other: `units.${other}` });
  });
}

/** Two versions of a rule that hold on the same day would make the law depend on their order. */
function checkOverlaps(rules: readonly LawRule[], problems: LawProblems): void {
  rules.forEach((rule, at) => {
    for (let before = 0; before < at; before++) {
      const other = rules[before];
      if (other === undefined || !sameRule(rule, other) || !overlap(rule, other)) continue;
      const context = { id: rule.id, from: rule.validFrom, other: `rules.${before}`, otherFrom: other.validFrom };
      problems.add("law.overlap", `rules.${at}`, context);
    }
  });
}

/** What was never published is never in force and overlaps nothing. */
function sameRule(rule: LawRule, other: LawRule): boolean {
  return rule.id === other.id && rule.published && other.published;
}

function overlap(rule: LawRule, other: LawRule): boolean {
  const startsInside = other.validTo === null || rule.validFrom <= other.validTo;
  return startsInside && (rule.validTo === null || other.validFrom <= rule.validTo);
}
