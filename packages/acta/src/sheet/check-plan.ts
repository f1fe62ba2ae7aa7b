import type { Contest, Election } from "../election/index.js";
import { layoutOf } from "./check-layout.js";
import type { SheetLayout } from "./check-layout.js";
import { emptyReading } from "./check-reading.js";
import type { Reading } from "./check-reading.js";
import { compileRules, ruleIn } from "./check-rules.js";
import type { CompiledRule } from "./check-rules.js";
import type { FindingCode } from "./finding-codes.js";

/** The checks of one contest, compiled once. A plan has working memory: it serves one check at a time. */
export interface CheckPlan {
  readonly contest: string;
  readonly layout: SheetLayout;
  readonly rules: ReadonlyMap<FindingCode, CompiledRule>;
  /** Annulled sheets hold what the tribunal decided: no votes for options, and all ballots null. */
  readonly annulledAsDecided: boolean;
  readonly oneOptionTakesAll: CompiledRule;
  readonly fullTurnout: CompiledRule;
  readonly reading: Reading;
}

/** Compiles the checks of a contest with the settings of its election. */
export function compileChecks(contest: Contest, election: Pick<Election, "checks" | "annulledFigures">): CheckPlan {
  const rules = compileRules(election.checks);
  return {
    contest: contest.id,
    layout: layoutOf(contest.form),
    rules,
    annulledAsDecided: election.annulledFigures === "asDecided",
    oneOptionTakesAll: ruleIn(rules, "S302"),
    fullTurnout: ruleIn(rules, "S304"),
    reading: emptyReading(),
  };
}
