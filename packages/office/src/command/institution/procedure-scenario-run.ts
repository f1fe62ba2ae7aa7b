import { resolve } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { disputeEn, disputeEs } from "acta/dispute";
import type { ChamberVotes } from "acta/institution";
import { playScenario, procedureEn, procedureEs } from "acta/procedure";
import type { PlayedScenario } from "acta/procedure";
import { importEn, importEs, loadScenarios } from "../../import/index.js";
import type { LoadedScenarios } from "../../import/index.js";
import { printJson } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import { judgementDocument } from "./judgement-document.js";
import { scenarioLines } from "./procedure-scenario-text.js";
import { readSeatVotes } from "./seat-votes-file.js";

/** Flags of `acta procedure scenario`. */
export interface ScenarioFlags {
  readonly file: string;
  readonly votes?: string;
  readonly json: boolean;
}

/** Runs `acta procedure scenario`: lawful, unlawful or undetermined, with the rule and the working. */
export async function runProcedureScenario(
  desk: Desk,
  flags: ScenarioFlags,
  id: string | undefined,
): Promise<Result<null, readonly Problem[]>> {
  desk.language.learn({ es: importEs, en: importEn });
  desk.language.learn({ es: procedureEs, en: procedureEn });
  desk.language.learn({ es: disputeEs, en: disputeEn });
  const loaded = loadScenarios(resolve(desk.cwd, flags.file));
  if (!loaded.ok) return loaded;
  const { scenarios } = loaded.value.scenarios;
  const chosen = scenarios.filter((each) => id === undefined || each.id === id);
  if (chosen.length === 0) {
    const known = scenarios.map((each) => each.id).join(", ");
    return fail([{ code: "procedures.unknownScenario", context: { scenario: (id ?? "").slice(0, 60), known } }]);
  }
  const votes = await votesGiven(desk, flags.votes);
  if (!votes.ok) return votes;
  const played: PlayedScenario[] = [];
  const left: string[] = [];
  for (const scenario of chosen) {
    // Among all of them, those about votes are left out when no votes are given; asked for by its id, one needs them.
    if (scenario.supposes.kind === "barrier" && votes.value === null && id === undefined) {
      left.push(scenario.id);
      continue;
    }
    const result = playScenario(loaded.value.laws, loaded.value.history.events, scenario, votes.value);
    if (!result.ok) return fail([result.problem]);
    played.push(result.value);
  }
  if (flags.json) printJson(desk, scenarioDocument(loaded.value, played, left));
  else {
    const reader = { language: desk.language, laws: loaded.value.laws };
    const lines = played.flatMap((each, at) => [...(at === 0 ? [] : [""]), ...scenarioLines(reader, each)]);
    const rest = left.map((each) => desk.language.say("procedures.scenarioLeft", { scenario: each }));
    desk.print([...lines, ...(rest.length === 0 ? [] : ["", ...rest])].join("\n"));
  }
  return succeed(null);
}

async function votesGiven(
  desk: Desk,
  path: string | undefined,
): Promise<Result<ChamberVotes | null, readonly Problem[]>> {
  if (path === undefined) return succeed(null);
  const votes = await readSeatVotes(desk, path);
  return votes.ok ? succeed(votes.value.votes) : votes;
}

/** The documented JSON shape `acta-scenarios/1`. */
function scenarioDocument(loaded: LoadedScenarios, played: readonly PlayedScenario[], left: readonly string[]) {
  const { laws, sha256, history, historySha256 } = loaded;
  return {
    schema: "acta-scenarios/1",
    provenance: history.provenance,
    law: { id: laws.procedures.id, sha256 },
    history: { id: history.id, sha256: historySha256 },
    scenarios: played.map(({ scenario, verdict, rule, confidence, working }) => ({
      scenario: scenario.id,
      name: scenario.name,
      asks: scenario.asks,
      verdict,
      rule: rule.id,
      article: rule.article,
      confidence,
      working:
        working.kind === "step"
          ? { kind: working.kind, judgement: judgementDocument(working.judgement) }
          : working.kind === "termEnds"
            ? {
                kind: working.kind,
                reading:
                  working.reading === null
                    ? null
                    : {
                        office: working.reading.office,
                        skipped: working.reading.skipped,
                        holder: working.reading.next?.holder ?? null,
                        from: working.reading.next?.successor.office ?? null,
                      },
              }
            : working,
    })),
    leftOut: left,
  };
}
