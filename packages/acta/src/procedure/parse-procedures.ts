import * as v from "valibot";
import { fail, succeed } from "../basics/index.js";
import type { Problem, Result } from "../basics/index.js";
import type { InstitutionLaw } from "../institution/index.js";
import { proceduresForm } from "./law-form.js";
import type { WrittenProcedures } from "./law-form.js";
import { START } from "./procedure-law.js";
import type { ProcedureLaw, ProcedureLawRule, ProcedureRule, ProcedureStep, StepTest } from "./procedure-law.js";
import { shapeProblem } from "./written-form.js";

/**
 * Reads a procedures file (a parsed YAML or JSON document) whole, beside the institutions file that has its chambers and majorities.
 * @returns the law, or every problem at once with the path of its place. Every id must have a name or be defined, every majority must be
 *   known on some day, and two versions of a rule about the same may not hold on one day.
 */
export function parseProcedures(
  document: unknown,
  institutions: InstitutionLaw,
): Result<ProcedureLaw, readonly Problem[]> {
  const shape = v.safeParse(proceduresForm, document);
  if (!shape.success) return fail(shape.issues.map(shapeProblem));
  const written = shape.output;
  const problems = [
    ...datesProblems(written),
    ...new ReferenceCheck(written, institutions).problems(),
    ...overlapProblems(written.rules),
  ];
  if (problems.length > 0) return fail(problems);
  const names = new Map(written.names.map(({ id, es, en }) => [id, { es, en }]));
  const holidays = new Map(Object.entries(written.calendar.holidays).map(([year, days]) => [year, new Set(days)]));
  const periods = written.periods.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return succeed({ ...written, names, calendar: { ...written.calendar, holidays }, periods });
}

function datesProblems({ rules, periods }: WrittenProcedures): readonly Problem[] {
  const problems: Problem[] = [];
  const ends = (where: string, from: string, to: string | null): void => {
    if (to !== null && to < from) problems.push({ code: "procedure.endsBefore", where, context: { from, to } });
  };
  rules.forEach(({ validFrom, validTo }, at) => ends(`rules.${at}.validTo`, validFrom, validTo));
  periods.forEach(({ from, to }, at) => ends(`periods.${at}.to`, from, to));
  return problems;
}

/** Looks whether everything that the file names is there. */
class ReferenceCheck {
  readonly #problems: Problem[] = [];
  readonly #offices: ReadonlySet<string>;
  readonly #procedures: ReadonlySet<string>;
  readonly #names: ReadonlySet<string>;

  constructor(
    private readonly written: WrittenProcedures,
    private readonly institutions: InstitutionLaw,
  ) {
    const { rules } = written;
    this.#offices = new Set(rules.flatMap((rule) => (rule.kind === "office" ? [rule.office] : [])));
    this.#procedures = new Set(rules.flatMap((rule) => (rule.kind === "procedure" ? [rule.procedure] : [])));
    this.#names = new Set(written.names.map(({ id }) => id));
  }

  problems(): readonly Problem[] {
    this.#twice();
    this.written.words.forEach(({ means, note }, at) => {
      means.forEach((each, place) => this.#known(this.#procedures, "procedure", `words.${at}.means.${place}`, each));
      if (means.length === 0 && note === null)
        this.#problems.push({ code: "procedure.missing", where: `words.${at}.note` });
    });
    this.written.rules.forEach((rule, at) => this.#rule(rule, `rules.${at}`));
    return this.#problems;
  }

  #twice(): void {
    this.written.names.forEach(({ id }, at) => {
      if (this.written.names.findIndex((other) => other.id === id) !== at)
        this.#problems.push({ code: "procedure.sameId", where: `names.${at}`, context: { id } });
    });
  }

  #rule(rule: ProcedureLawRule, where: string): void {
    switch (rule.kind) {
      case "office":
        rule.succession.forEach(({ office, duty }, at) => {
          this.#known(this.#offices, "office", `${where}.succession.${at}.office`, office);
          if (duty !== "") this.#named(`${where}.succession.${at}.duty`, duty);
        });
        return;
      case "power":
        return this.#actor(`${where}.body`, rule.body);
      case "procedure":
        return this.#procedure(rule, where);
    }
  }

  #procedure({ steps }: ProcedureRule, where: string): void {
    const ids = steps.map(({ id }) => id);
    const reached = new Set([START, ...steps.flatMap(({ outcomes }) => outcomes.map(({ to }) => to))]);
    steps.forEach((step, at) => {
      const place = `${where}.steps.${at}`;
      if (ids.indexOf(step.id) !== at)
        this.#problems.push({ code: "procedure.sameId", where: place, context: { id: step.id } });
      this.#actor(`${place}.by`, step.by);
      for (const state of step.from) this.#known(reached, "state", `${place}.from`, state);
      for (const { to, effects } of step.outcomes) {
        this.#named(`${place}.outcomes`, to);
        for (const effect of effects) {
          if (effect.kind === "marks") this.#named(`${place}.outcomes`, effect.mark);
          else this.#known(this.#offices, "office", `${place}.outcomes`, effect.office);
        }
      }
      this.#vote(step, place);
      for (const state of step.window?.atOnceIn ?? []) this.#known(reached, "state", `${place}.window.atOnceIn`, state);
      const after = step.window?.after;
      if (after?.kind === "step") this.#known(new Set(ids), "step", `${place}.window.after`, after.step);
      if (after?.kind === "taking") this.#known(this.#offices, "office", `${place}.window.after`, after.office);
      step.conditions.forEach(({ test }, number) => this.#test(test, ids, `${place}.conditions.${number}`));
    });
  }

  #vote({ vote, outcomes }: ProcedureStep, where: string): void {
    const { rules, outcomes: words } = this.institutions;
    for (const { outcome } of outcomes) if (!words.has(outcome)) this.#named(`${where}.outcomes`, outcome);
    if (vote === null) return;
    const chambers = new Set(rules.flatMap((rule) => (rule.kind === "chamber" ? [rule.chamber] : [])));
    this.#known(chambers, "chamber", `${where}.vote.chamber`, vote.chamber);
    if (vote.question === "") return;
    const found = rules.filter(
      (rule) => rule.kind === "majority" && rule.chamber === vote.chamber && rule.question === vote.question,
    );
    this.#known(new Set(found.length > 0 ? [vote.question] : []), "majority", `${where}.vote.question`, vote.question);
    for (const rule of found) {
      if (rule.kind !== "majority") continue;
      // An outcome that a majority can have and the step cannot would leave the case nowhere.
      for (const each of [...rule.levels.map(({ outcome }) => outcome), rule.otherwise])
        this.#known(new Set(outcomes.map(({ outcome }) => outcome)), "outcome", `${where}.outcomes`, each);
    }
  }

  #test(test: StepTest, steps: readonly string[], where: string): void {
    const { periods } = this.written;
    switch (test.kind) {
      case "marked":
        this.#named(where, test.mark);
        return this.#known(this.#offices, "office", where, test.inTermOf);
      case "notInLast":
        return this.#known(this.#offices, "office", where, test.ofTermOf);
      case "notDuring":
        return this.#named(where, test.situation);
      case "dateWithin":
        return this.#named(where, test.fact);
      case "says":
        this.#named(where, test.fact);
        return test.oneOf.forEach((each) => this.#named(where, each));
      case "nextPeriod":
        this.#known(new Set(periods.map(({ series }) => series)), "series", where, test.series);
        return this.#known(new Set(steps), "step", where, test.after);
      case "withinYearsOfLeaving":
        return this.#known(this.#offices, "office", where, test.office);
    }
  }

  #actor(where: string, name: string): void {
    const isChamber = this.institutions.rules.some((rule) => rule.kind === "chamber" && rule.chamber === name);
    if (!isChamber && !this.#offices.has(name)) this.#named(where, name);
  }

  #named(where: string, name: string): void {
    if (name !== START) this.#known(this.#names, "name", where, name);
  }

  #known(names: ReadonlySet<string>, kind: string, where: string, name: string): void {
    if (!names.has(name)) this.#problems.push({ code: "procedure.unknownReference", where, context: { kind, name } });
  }
}

/** What a rule is about: two rules about the same may not hold on one day. Powers may be many. */
function subjectOf(rule: ProcedureLawRule): string {
  switch (rule.kind) {
    case "office":
      return `office ${rule.office}`;
    case "power":
      return `power ${rule.id}`;
    case "procedure":
      return `procedure ${rule.procedure}`;
  }
}

function overlapProblems(rules: readonly ProcedureLawRule[]): readonly Problem[] {
  return rules.flatMap((rule, at): readonly Problem[] => {
    const other = rules.findIndex(
      (each, before) =>
        before < at &&
        subjectOf(each) === subjectOf(rule) &&
        (each.validTo === null || rule.validFrom <= each.validTo) &&
        (rule.validTo === null || each.validFrom <= rule.validTo),
    );
    return other < 0
      ? []
      : [
          {
            code: "procedure.overlap",
            where: `rules.${at}`,
            context: { id: rule.id, from: rule.validFrom, other: `rules.${other}` },
          },
        ];
  });
}
