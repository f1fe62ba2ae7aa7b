export { actsOfStations } from "./acts-of-stations.js";
export { bodyIn, changeMembership, membershipOf, sittingOf } from "./body-membership.js";
export type { Membership, MembershipEvent, SeatHolder, Sitting } from "./body-membership.js";
export { bodyNamed } from "./body-name.js";
export type { BodyName } from "./body-name.js";
export { bookAt } from "./book-at.js";
export { caseBook } from "./case-book.js";
export { caseLawOf, dayOfAct, doneBy, spanOfAct } from "./case-law.js";
export type { CaseLaw } from "./case-law.js";
export type {
  CaseAppeal,
  CaseBook,
  CasePetition,
  CaseRecord,
  CaseRuling,
  CaseState,
  CaseStateKind,
  DeadlineStanding,
  InstanceSpan,
  Placed,
} from "./case-record.js";
export { isAboutPetitions, isOpen, openPetitions } from "./open-petitions.js";
export type { CaseTime, OpenLocated, OpenPetitions, OpenUnlocated } from "./open-petitions.js";
export { planPetitions } from "./petition-plan.js";
export type { GroundNeeds, PetitionPlan, PlanInput, PlannedStation, PlanReason } from "./petition-plan.js";
export { reviewPetition } from "./petition-review.js";
export type { PetitionReview, RequisiteCheck } from "./petition-review.js";
export { reviewRuling } from "./ruling-review.js";
export type { RulingReview } from "./ruling-review.js";
export { electionStart, filingTime } from "./filing-time.js";
export type { FilingTime, SetDeadline } from "./filing-time.js";
export { decideByVote } from "./body-vote.js";
export type { BodyDecision, SeatVote } from "./body-vote.js";
export { certificationPath } from "./certification-path.js";
export type { CertificationPath, OpenSheets, StepStanding } from "./certification-path.js";
export { electionClock, endOfTerm } from "./election-clock.js";
export type { ElectionClock, EndOfTerm } from "./election-clock.js";
export { backlogOf, openDeadlines } from "./open-deadlines.js";
export type { Backlog, OpenDeadline } from "./open-deadlines.js";
export { civilDateOf, civilTimeOf, hoursAfter, isDayOff, momentOf } from "./civil-time.js";
export { allHold, parseCondition } from "./condition.js";
export type { Condition, Quantity } from "./condition.js";
export { copyCoverage, surveyCopies } from "./copy-survey.js";
export type { CopyCoverage, CopyDifference, CopySoundness, CopySurvey } from "./copy-survey.js";
export { feeFor } from "./fee.js";
export type { Fee } from "./fee.js";
export { figuresOf, filedSheetAt } from "./filed-sheet.js";
export type { FiledSheet, SheetFigures } from "./filed-sheet.js";
export { flagAgreement } from "./flag-agreement.js";
export type { ClassedSheet, FlagAgreement } from "./flag-agreement.js";
export { lawDatesOf, lawInForce, rulesOf } from "./law-in-force.js";
export type { LawDates, LawInForce } from "./law-in-force.js";
export type {
  BodyRule,
  ChallengedRule,
  ChosenBy,
  ComparisonRule,
  Confidence,
  CertificationRule,
  CertificationStep,
  CertifiedElection,
  DecisionRule,
  DefectEffect,
  EndOfTermRule,
  FeeRule,
  FlagRule,
  GroundRule,
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
  Requisite,
  RuleFacts,
  RulingAction,
  Stage,
  TermRule,
  ThresholdFigure,
  ThresholdRule,
  TransitionRule,
  VoteCell,
} from "./law.js";
export { legalFrame } from "./legal-frame.js";
export type { HeldLaw, LegalFrame } from "./legal-frame.js";
export { openActsOn } from "./legal-outlook.js";
export type { OpenAct } from "./legal-outlook.js";
export { NO_POSITION, legalPosition } from "./legal-position.js";
export type { LegalEvent, LegalPosition, StandingRuling } from "./legal-position.js";
export { LegalRecordWalk } from "./legal-record.js";
export type { LegalRecord, LegalScope, SheetMention } from "./legal-record.js";
export { matterOf } from "./sheet-matter.js";
export type { FlaggedMatter, MatterRecord } from "./sheet-matter.js";
export { changedFigures, competenceOf, rulesBehind, votersAdded } from "./ruling-figures.js";
export { checkRuling } from "./ruling-check.js";
export type { RulingToCheck } from "./ruling-check.js";
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
