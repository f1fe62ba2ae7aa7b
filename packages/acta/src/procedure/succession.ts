import type { InstitutionState, Holding } from "./case-state.js";
import { lawOn } from "./procedure-law.js";
import type { OfficeRule, ProcedureLaw, Successor } from "./procedure-law.js";
import { daysOf } from "./span.js";
import type { Span } from "./span.js";
import type { Verdict } from "./window.js";

/** Who follows in a vacant office by the law of the day, who before him could not, and what he must do at once. */
export interface SuccessionDue {
  readonly office: string;
  readonly rule: OfficeRule;
  /** Offices before his in the order, in which nobody was. */
  readonly skipped: readonly string[];
  /** Null when nobody of the order is there: the rule does not say who follows. */
  readonly next: {
    readonly holder: string;
    readonly successor: Successor;
    /** Whether what he must do at once had been done; null when he must do nothing. */
    readonly dutyDone: boolean | null;
  } | null;
}

/** Who took an office, beside who follows by law. */
export interface SuccessionFinding {
  readonly due: SuccessionDue;
  readonly verdict: Verdict;
}

/** Who holds an office now, neither suspended nor disputed; null when nobody does. */
export function holderOf(state: InstitutionState, office: string): Holding | null {
  return (
    state.holdings.findLast((each) => each.office === office && each.ended === null && each.state === "held") ?? null
  );
}

/**
 * Who follows in an office that is vacant; null when somebody holds it, or the law of the day gives no order for it.
 * @param left who has just left it, and cannot follow himself
 */
export function successionDue(
  law: ProcedureLaw,
  state: InstitutionState,
  office: string,
  at: Span,
  left: string | null,
): SuccessionDue | null {
  if (holderOf(state, office) !== null) return null;
  const [day] = daysOf(law.calendar, at);
  const rule = lawOn(law, "office", day).find((each) => each.office === office);
  if (rule === undefined || rule.succession.length === 0) return null;
  const skipped: string[] = [];
  for (const successor of rule.succession) {
    const holding = holderOf(state, successor.office);
    if (holding === null || holding.holder === left) {
      skipped.push(successor.office);
      continue;
    }
    const { duty } = successor;
    const dutyDone = duty === "" ? null : isMarkedSince(law, state, duty, office);
    return { office, rule, skipped, next: { holder: holding.holder, successor, dutyDone } };
  }
  return { office, rule, skipped, next: null };
}

/** Whether a duty was done since the last elected term of the office began: elections that are called stay called. */
function isMarkedSince(law: ProcedureLaw, state: InstitutionState, duty: string, office: string): boolean {
  const began = state.holdings.find((each) => each.office === office && each.ended !== null);
  return state.marks.some(
    ({ mark, standing, at }) =>
      mark === duty && standing === "certain" && (began === undefined || at.latest >= began.from.earliest),
  );
}
