import { fail, succeed } from "../basics/index.js";
import type { Problem, Result } from "../basics/index.js";
import type { Flag } from "../election/index.js";
import { rulesOf } from "./law-in-force.js";
import type { LawInForce } from "./law-in-force.js";
import type { LegalActKind, LegalStateKind, TransitionRule } from "./law.js";

/** What a ruling did to a sheet; `unknown` where a source only says that it was resolved. */
export type RulingEffect = "kept" | "corrected" | "annulled" | "unknown";

/**
 * What the law has decided about a sheet so far, apart from what is written on it. Each state holds only its own data.
 * `final` says how it became so: nobody appealed (consentida), or the last instance decided (firme).
 */
export type LegalState =
  | { readonly kind: "processed" }
  | { readonly kind: "counted" }
  | { readonly kind: "flagged"; readonly reasons: readonly Flag[] }
  | { readonly kind: "referred"; readonly reasons: readonly Flag[] }
  | { readonly kind: "ruled"; readonly effect: RulingEffect }
  | { readonly kind: "appealed"; readonly effect: RulingEffect }
  | { readonly kind: "final"; readonly effect: RulingEffect; readonly how: "unappealed" | "decided" };

/** An act on a sheet and the role that did it. */
export type LegalAct =
  | { readonly kind: "flag"; readonly by: string; readonly reasons: readonly Flag[] }
  | {
      readonly kind: "rule" | "ruleFinally" | "upholdPetition" | "ruleOnAppeal";
      readonly by: string;
      readonly effect: RulingEffect;
    }
  | { readonly kind: "count" | "refer" | "appeal" | "closeUnappealed"; readonly by: string };

/** A step that was taken: from where to where, by whom, and under which rule. */
export interface LegalStep {
  readonly state: LegalState;
  readonly from: LegalStateKind;
  readonly act: LegalActKind;
  readonly by: string;
  readonly rule: string;
  readonly article: string;
}

/**
 * The state after an act, under the transitions of the law in force.
 * @returns a problem with its reason when the law does not allow it: `dispute.alreadyFinal`, `dispute.alreadyRuled`,
 * `dispute.notBeforeBody`, `dispute.notCompetent`, `dispute.outOfOrder` or `dispute.noReasons`.
 */
export function advance(state: LegalState, act: LegalAct, law: LawInForce): Result<LegalStep> {
  const steps = rulesOf(law, "transition").filter((rule) => rule.act === act.kind && rule.from.includes(state.kind));
  const rule = steps.find(({ by }) => by === act.by);
  if (rule === undefined) return fail(refusal(state, act, steps[0]));
  if (act.kind === "flag" && act.reasons.length === 0) return fail({ code: "dispute.noReasons" });
  const next = stateAfter(state, act);
  return succeed({ state: next, from: state.kind, act: act.kind, by: act.by, rule: rule.id, article: rule.article });
}

/** The acts that the law allows on a sheet in this state, and by whom. */
export function openActs(state: LegalState, law: LawInForce): readonly TransitionRule[] {
  return rulesOf(law, "transition").filter(({ from }) => from.includes(state.kind));
}

function refusal(state: LegalState, act: LegalAct, otherwise: TransitionRule | undefined): Problem {
  const context = { act: act.kind, by: act.by, state: state.kind };
  if (otherwise !== undefined)
    return {
      code: "dispute.notCompetent",
      context: { ...context, competent: otherwise.by, article: otherwise.article },
    };
  if (state.kind === "final") return { code: "dispute.alreadyFinal", context };
  const rules = act.kind === "rule" || act.kind === "ruleFinally";
  if (rules && (state.kind === "ruled" || state.kind === "appealed")) return { code: "dispute.alreadyRuled", context };
  if (rules) return { code: "dispute.notBeforeBody", context };
  return { code: "dispute.outOfOrder", context };
}

/** Where an act leads, whoever may do it; the law file cannot say otherwise (rule-check.ts). */
export function stateAfter(state: LegalState, act: LegalAct): LegalState {
  switch (act.kind) {
    case "count":
      return { kind: "counted" };
    case "flag":
      return { kind: "flagged", reasons: act.reasons };
    case "refer":
      return { kind: "referred", reasons: "reasons" in state ? state.reasons : [] };
    case "rule":
    case "upholdPetition":
      return { kind: "ruled", effect: act.effect };
    case "appeal":
      return { kind: "appealed", effect: effectOf(state) };
    case "ruleFinally":
    case "ruleOnAppeal":
      return { kind: "final", effect: act.effect, how: "decided" };
    case "closeUnappealed":
      return { kind: "final", effect: effectOf(state), how: "unappealed" };
  }
}

/** A sheet on which nobody has ruled stands as it was filed. */
function effectOf(state: LegalState): RulingEffect {
  return "effect" in state ? state.effect : "kept";
}
