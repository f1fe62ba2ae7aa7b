import * as v from "valibot";
import { fail, parseCivilDate, parseInstant, succeed } from "../basics/index.js";
import type { Problem, Result } from "../basics/index.js";
import { bulletinsOf } from "./bulletin-definition.js";
import { contestOf } from "./contest-form.js";
import { definitionSchema } from "./definition-schema.js";
import type { WrittenDefinition } from "./definition-schema.js";
import type { Election, PublishHold, Status } from "./definition.js";
import type { LocalText } from "./local-text.js";
import { geographyOf } from "./geography-definition.js";
import { fractionOf } from "./known-files.js";
import { ProblemList } from "./problem-list.js";
import { projectionOf } from "./projection-setting.js";
import { repairDocument } from "./repair-document.js";
import { sourcesOf } from "./source-definition.js";

/**
 * Reads a definition (a parsed YAML or JSON document) whole.
 * @returns the election, or every problem at once, each with the path of its place in the document.
 */
export function parseDefinition(document: unknown): Result<Election, readonly Problem[]> {
  const shape = v.safeParse(definitionSchema, document);
  if (!shape.success) return fail([...shape.issues.map(shapeProblem), ...furtherProblems(document)]);
  const problems = new ProblemList();
  const election = resolve(shape.output, problems);
  return problems.list.length === 0 ? succeed(election) : fail(problems.list);
}

/** What a document with mistakes of shape gets wrong besides: found on a repaired copy, without what the repair itself may cause. */
function furtherProblems(document: unknown): readonly Problem[] {
  const repaired = repairDocument(document);
  if (repaired === null) return [];
  const problems = new ProblemList();
  resolve(repaired.definition, problems);
  return problems.list.filter(({ where, context }) => !repaired.touches(where ?? "", Object.values(context ?? {})));
}

function shapeProblem(issue: v.BaseIssue<unknown>): Problem {
  const known = issue.message.startsWith("definition.");
  const key = issue.path?.at(-1)?.key;
  const where = v.getDotPath(issue) ?? "";
  if (issue.type === "strict_object" && issue.expected === "never")
    return { code: "definition.unknownKey", where, context: { key: String(key) } };
  if (issue.input === undefined) return { code: "definition.missing", where };
  return {
    code: known ? issue.message : "definition.badValue",
    where,
    context: { expected: issue.expected ?? "", received: issue.received.slice(0, 80) },
  };
}

function resolve(written: WrittenDefinition, problems: ProblemList): Election {
  problems.uniqueIds("options", written.options);
  problems.uniqueIds("contests", written.contests);
  problems.uniqueIds("trees", written.trees);
  problems.uniqueIds("groups", written.groups);
  problems.uniqueIds("statuses", written.statuses);
  problems.uniqueIds("sources", written.sources);
  problems.uniqueIds("bulletins", written.bulletins);
  problems.uniqueIds("policies", written.policies);
  checkReferences(written, problems);
  const date = parseCivilDate(written.date);
  if (date === undefined) problems.add("definition.badDate", "date", { received: written.date.slice(0, 40) });
  const contests = written.contests.map((contest, at) => contestOf(contest, `contests.${at}`, problems));
  const statuses = written.statuses.map(statusOf);
  checkStatusWords(statuses, problems);
  checkNullCells(written, problems);
  return {
    id: written.id,
    name: written.name,
    country: written.country,
    date: date ?? EPOCH,
    timeZone: written.timeZone,
    provenance: written.provenance,
    follows: written.follows ?? null,
    authority: written.authority,
    options: written.options.map((option) => ({ ...option, label: option.label ?? option.name })),
    contests,
    trees: written.trees,
    groups: written.groups,
    statuses,
    annulledFigures: written.annulledFigures,
    checks: Object.entries(written.checks).map(([rule, check]) => ({
      rule,
      severity: check.severity ?? "",
      tolerance: check.tolerance,
      limit: check.limit === undefined ? null : fractionOf(check.limit),
    })),
    policies: written.policies,
    sources: sourcesOf(written, contests, problems),
    bulletins: bulletinsOf(written, problems),
    geography: geographyOf(written, problems),
    publishNotBefore: holdsOf(written, problems),
    projection: projectionOf(written, problems),
  };
}

/** A moment without its zone would open the ballot box an hour early somewhere: it is refused. */
function holdsOf(written: WrittenDefinition, problems: ProblemList): readonly PublishHold[] {
  return written.publishNotBefore.flatMap(({ product, moment, article }, at) => {
    const instant = parseInstant(moment);
    if (instant !== undefined) return [{ product, moment: instant, article }];
    problems.add("definition.badMoment", `publishNotBefore.${at}.moment`, { received: moment.slice(0, 40) });
    return [];
  });
}

const EPOCH = parseCivilDate("1970-01-01") ?? raise();

function raise(): never {
  throw new Error("1970-01-01 is a date");
}

function statusOf(status: WrittenDefinition["statuses"][number]): Status {
  const name: LocalText = status.name ?? { es: status.id, en: status.id };
  return { ...status, name };
}

/** Ballots of annulled sheets that are printed as written become null votes: there must be a cell for them. */
function checkNullCells(written: WrittenDefinition, problems: ProblemList): void {
  if (written.annulledFigures !== "asWritten") return;
  written.contests.forEach((contest, at) => {
    if (!contest.cells.includes("null")) problems.add("definition.noNullCell", `contests.${at}.cells`);
  });
}

/** Two statuses with the same words would make the reading of a row depend on their order. */
function checkStatusWords(statuses: readonly Status[], problems: ProblemList): void {
  const seen = new Map<string, string>();
  statuses.forEach((status, at) => {
    status.words.forEach((words, wordAt) => {
      const key = words.join("\u0000");
      const other = seen.get(key);
      if (other !== undefined)
        problems.add("definition.sameWords", `statuses.${at}.words.${wordAt}`, {
          words: words.join(" / "),
          other,
        });
      seen.set(key, status.id);
    });
  });
}

function checkReferences(written: WrittenDefinition, problems: ProblemList): void {
  const options = new Set(written.options.map((option) => option.id));
  const trees = new Set(written.trees.map((tree) => tree.id));
  written.contests.forEach((contest, at) => {
    contest.options.forEach((option, optionAt) => {
      if (!options.has(option)) problems.unknown("option", `contests.${at}.options.${optionAt}`, option);
    });
    if (contest.stations !== undefined && !trees.has(contest.stations.tree))
      problems.unknown("tree", `contests.${at}.stations.tree`, contest.stations.tree);
  });
  written.groups.forEach((group, at) => {
    if (!trees.has(group.tree)) problems.unknown("tree", `groups.${at}.tree`, group.tree);
    if (group.areas.length + group.except.length === 0) problems.add("definition.emptyGroup", `groups.${at}`);
  });
  if (written.follows?.election === written.id) problems.add("definition.followsItself", "follows.election");
}
