import { buildCommand } from "@stricli/core";
import { succeed } from "acta/basics";
import type { Policy } from "acta/election";
import type { AreaResult } from "acta/tabulation";
import type { Language } from "../../language/index.js";
import { printJson, tell } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { dataFlags, optionalText, textFlag } from "../desk/flags.js";
import type { DataFlags } from "../desk/flags.js";
import { atOf, choosePolicy, withContest } from "../desk/opened.js";
import type { OpenedContest } from "../desk/opened.js";
import { resultsFor } from "./result-areas.js";
import { resultText, resultsTable } from "./result-text.js";

interface Flags extends DataFlags {
  readonly edition?: string;
  readonly policy: string;
  readonly tree?: string;
  readonly area?: string;
  readonly level?: string;
  readonly group?: string;
}

/** `acta results`: the result of an area, or of every area of a level. */
export function resultsCommand(language: Language) {
  return buildCommand({
    docs: { brief: language.say("results.brief"), fullDescription: language.say("results.full") },
    parameters: {
      flags: {
        ...dataFlags(language),
        edition: optionalText(language, "edition", "ID|TIME"),
        policy: textFlag(language, "policy", "ID", "counted"),
        tree: optionalText(language, "tree", "NAME"),
        area: optionalText(language, "area", "CODE"),
        level: optionalText(language, "level", "NAME"),
        group: optionalText(language, "group", "ID"),
      },
    },
    async func(this: Desk, flags: Flags) {
      const done = await withContest(this, flags, (opened) => {
        const policy = choosePolicy(opened.open, flags.policy);
        if (!policy.ok) return policy;
        const found = resultsFor(opened, policy.value, flags, this.language);
        if (!found.ok) return found;
        const { single, results } = found.value;
        if (flags.json) printJson(this, resultsDocument(opened, policy.value, single, results));
        else if (single)
          for (const result of results) this.print(resultText(this.language, opened, policy.value, result));
        else this.print(resultsTable(this.language, opened, policy.value, results));
        return succeed(null);
      });
      if (!done.ok) tell(this, done.problem);
    },
  });
}

/** The documented JSON shape `acta-results/1`: one result flat, or several under `areas`. */
export function resultsDocument(
  opened: OpenedContest,
  policy: Policy,
  single: boolean,
  results: readonly AreaResult[],
): Readonly<Record<string, unknown>> {
  const { election, edition } = opened.open;
  const head = {
    schema: "acta-results/1",
    provenance: election.provenance,
    election: election.id,
    contest: opened.contest.id,
    edition: { id: edition.id, number: edition.number, asOf: edition.asOf },
    ...atOf(opened),
    policy: policy.id,
    petitions: "notLoaded",
  };
  return single ? { ...head, ...results[0] } : { ...head, areas: results };
}
