export { bodyIn, changeMembership, membershipOf, sittingOf } from "./body-membership.js";
export type { Membership, MembershipEvent, SeatHolder, Sitting } from "./body-membership.js";
export { decideByVote } from "./body-vote.js";
export type { BodyDecision, SeatVote } from "./body-vote.js";
export { civilDateOf, civilTimeOf, isDayOff, momentOf } from "./civil-time.js";
export { allHold, parseCondition } from "./condition.js";
export type { Condition, Quantity } from "./condition.js";
export { feeFor } from "./fee.js";
export type { Fee } from "./fee.js";
export { figuresOf, filedSheetAt } from "./filed-sheet.js";
export type { FiledSheet, SheetFigures } from "./filed-sheet.js";
export { flagAgreement } from "./flag-agreement.js";
export type { ClassedSheet, FlagAgreement } from "./flag-agreement.js";
export { lawDatesOf, lawInForce } from "./law-in-force.js";
export type { LawDates, LawInForce } from "./law-in-force.js";
export type {
  BodyRule,
  ChallengedRule,
  ChosenBy,
  ComparisonRule,
  Confidence,
  DecisionRule,
  FeeRule,
  FlagRule,
  Law,
  LawCalendar,
  LawRule,
  LawUnit,
  LegalActKind,
  LegalStateKind,
  Matter,
  OrderRule,
  PostconditionRule,
  RecountRule,
  RuleFacts,
  RulingAction,
  Stage,
  TermRule,
  ThresholdFigure,
  ThresholdRule,
  TransitionRule,
  VoteCell,
} from "./law.js";
export { advance, openActs } from "./legal-state.js";
export type { LegalAct, LegalState, LegalStep, RulingEffect } from "./legal-state.js";
export { classedSheets, measuredSheets } from "./measured-sheets.js";
export { parseLaw } from "./parse-law.js";
export type {
  BodyNeed,
  ChallengedVotes,
  ComparedCopy,
  Proposal,
  ProposedOutcome,
  RulingStep,
  SheetMatter,
} from "./proposal.js";
export { confusionByClass, decidedByLaw } from "./prediction-table.js";
export type { ConfusionRow, LawAlone } from "./prediction-table.js";
export { proposeRuling } from "./propose-ruling.js";
export type { PredictedOutcome, RealOutcome } from "./real-outcome.js";
export { measureRulings, meetsPostcondition } from "./ruling-measurement.js";
export type { AgreementRow, Departure, MeasuredSheet, PredictionRow, RulingMeasurement } from "./ruling-measurement.js";
export { flagsOf } from "./sheet-flags.js";
export type { FlagReason, SheetFlags } from "./sheet-flags.js";
export { termFor, timeliness, workingDaysAfter } from "./term.js";
export type { RunningTerm, Timeliness } from "./term.js";
export { thresholdsFor } from "./threshold.js";
export type { ThresholdCheck } from "./threshold.js";
export { disputeEn } from "./messages/en.js";
export { disputeEs } from "./messages/es.js";
