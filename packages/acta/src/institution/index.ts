export { outcomeOf } from "./outcome.js";
export type { OpenSheets, Outcome, OutcomeReason, OutcomeTotals } from "./outcome.js";
export { institutionEn } from "./messages/en.js";
export { institutionEs } from "./messages/es.js";
