import { buildCommand } from "@stricli/core";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { Policy } from "acta/election";
import type { AreaResult } from "acta/tabulation";
import type { Language } from "../../language/index.js";
import { printJson, tell } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { dataFlags, optionalText, switchFlag, textFlag } from "../desk/flags.js";
import type { DataFlags } from "../desk/flags.js";
import { atOf, choosePolicy, withContest } from "../desk/opened.js";
import type { OpenedContest } from "../desk/opened.js";
import { resultsFor } from "./result-areas.js";
import { projectHint, resultText, resultsTable } from "./result-text.js";

interface Flags extends DataFlags {
  readonly edition?: string;
  readonly policy: string;
  readonly tree?: string;
  readonly area?: string;
  readonly level?: string;
  readonly group?: string;
  readonly projection: boolean;
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
        projection: switchFlag(language, "resultsProjection"),
      },
    },
    async func(this: Desk, flags: Flags) {
      const done = await runResults(this, flags);
      if (!done.ok) tell(this, done.problem);
    },
  });
}

async function runResults(desk: Desk, flags: Flags): Promise<Result<null>> {
  if (flags.projection && !isWhole(flags)) return fail({ code: "result.projectWhole" });
  // The model is loaded for whoever asks for it: a result alone stays quick.
  const project = flags.projection ? (await import("../projection/results-projection.js")).resultsProjection : null;
  return withContest(desk, flags, (opened) => {
    const policy = choosePolicy(opened.open, flags.policy);
    if (!policy.ok) return policy;
    const found = resultsFor(opened, policy.value, flags, desk.language);
    if (!found.ok) return found;
    const projected = project === null ? succeed(null) : project(desk, opened);
    if (!projected.ok) return projected;
    const { single, results } = found.value;
    if (flags.json)
      printJson(desk, {
        ...resultsDocument(opened, policy.value, single, results),
        ...(projected.value === null ? {} : { projection: projected.value.document }),
      });
    else if (single)
      for (const result of results) {
        const hint = isWhole(flags) ? projectHint(desk.language, flags.edition, result) : [];
        const last = projected.value === null ? hint : [projected.value.line];
        desk.print([resultText(desk.language, opened, policy.value, result), ...last].join("\n"));
      }
    else desk.print(resultsTable(desk.language, opened, policy.value, results));
    return succeed(null);
  });
}

/** A projection is of the whole contest, as its authority counts it. */
function isWhole({ area, level, group, tree, policy }: Flags): boolean {
  return [area, level, group, tree].every((each) => each === undefined) && policy === "counted";
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
