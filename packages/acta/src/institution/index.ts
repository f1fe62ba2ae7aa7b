export { outcomeOf } from "./outcome.js";
export type { OpenSheets, Outcome, OutcomeReason, OutcomeTotals } from "./outcome.js";
