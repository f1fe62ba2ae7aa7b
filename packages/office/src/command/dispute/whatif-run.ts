import { succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import type { Policy } from "acta/election";
import { compareScenario } from "acta/tabulation";
import type { Scenario, ScenarioOutcome } from "acta/tabulation";
import { printJson } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { learnDisputes, petitionsIn, scopeFor } from "./disputes-run.js";
import type { DataFlags } from "../desk/flags.js";
import { atOf, choosePolicy } from "../desk/opened.js";
import type { OpenedContest } from "../desk/opened.js";
import { readScenario, saveScenario } from "./scenario-file.js";
import type { ReadScenario } from "./scenario-file.js";
import { whatifText } from "./whatif-text.js";

/** Flags of `acta whatif`. */
export interface WhatifFlags extends DataFlags {
  readonly edition?: string;
  readonly policy: string;
  readonly group?: string;
  readonly petitions?: string;
  readonly save: boolean;
}

/** Finds the scenario that was asked for. */
export function findScenario(desk: Desk, flags: WhatifFlags, given: string): Result<ReadScenario, readonly Problem[]> {
  learnDisputes(desk);
  return readScenario(desk.cwd, flags.data, given);
}

/** Runs `acta whatif` on an opened edition. What cannot be compared is not saved. */
export function tellWhatif(desk: Desk, opened: OpenedContest, flags: WhatifFlags, read: ReadScenario): Result<null> {
  const policy = choosePolicy(opened.open, flags.policy);
  if (!policy.ok) return policy;
  const scope = scopeFor(opened, flags.group);
  if (!scope.ok) return scope;
  const petitions = petitionsIn(desk, opened, flags.petitions);
  if (!petitions.ok) return petitions;
  const { election, roll } = opened.open;
  const group = election.groups.find((each) => each.id === flags.group);
  const [tree] = election.trees;
  const area =
    group === undefined
      ? {
          code: tree?.root.code ?? "",
          name: desk.language.pick(tree?.root.name ?? NO_NAME),
          level: tree?.root.level ?? "",
        }
      : { code: group.id, name: desk.language.pick(group.name), level: "group" };
  const ground = { election, contest: opened.contest, roll, table: opened.table, petitions: petitions.value };
  const view = { policy: policy.value, area: { ...area, wholeContest: group === undefined }, scope: scope.value };
  const outcome = compareScenario(ground, read.scenario, view);
  if (!outcome.ok) return outcome;
  const saved = flags.save ? saveScenario(desk.cwd, flags.data, read) : succeed(null);
  if (!saved.ok) return saved;
  if (flags.json)
    printJson(desk, whatifDocument(opened, policy.value, read.scenario, petitions.value.kind, outcome.value));
  else desk.print(whatifText(desk.language, opened, policy.value, read.scenario, outcome.value, saved.value));
  return succeed(null);
}

const NO_NAME = { es: "", en: "" };

/** The documented JSON shape `acta-whatif/1`. */
function whatifDocument(
  opened: OpenedContest,
  policy: Policy,
  { id, name }: Scenario,
  petitions: "notLoaded" | "loaded",
  outcome: ScenarioOutcome,
): Readonly<Record<string, unknown>> {
  const { election, edition } = opened.open;
  return {
    schema: "acta-whatif/1",
    provenance: election.provenance,
    election: election.id,
    contest: opened.contest.id,
    edition: { id: edition.id, number: edition.number, asOf: edition.asOf },
    ...atOf(opened),
    policy: policy.id,
    petitions,
    scenario: { id, name },
    ...outcome,
  };
}
