export { eventsOfActs } from "./acts-history.js";
export type { ActEvents } from "./acts-history.js";
export type { ReplayedEvent } from "./advance.js";
export type { CaseState, Holding, InstitutionState, Mark, TakenStep } from "./case-state.js";
export type {
  EventFacts,
  History,
  HistoryEvent,
  MarkEvent,
  OfficeEvent,
  OutsideEvent,
  RulingEvent,
  SituationEvent,
  StepEvent,
  TicketEvent,
} from "./history.js";
export { nextInCase, nextToBegin } from "./next-steps.js";
export type { NextStep, NextSteps } from "./next-steps.js";
export { holdersAt, isTold, officeGaps, reasonsOf } from "./office-holders.js";
export type { HoldersAt, OfficeGap } from "./office-holders.js";
export { dateProblem } from "./history-form.js";
export { parseHistory } from "./parse-history.js";
export { parseScenarios } from "./parse-scenarios.js";
export { playScenario } from "./play-scenario.js";
export type { PlayedScenario, ScenarioWorking } from "./play-scenario.js";
export type { Scenario, ScenarioFile, Supposition } from "./scenario.js";
export { parseProcedures } from "./parse-procedures.js";
export { START, lawOn } from "./procedure-law.js";
export type {
  LegalPeriod,
  OfficeRule,
  PowerRule,
  ProcedureLaw,
  ProcedureLawRule,
  ProcedureRule,
  ProcedureStep,
  ProcedureWord,
  StepCondition,
  StepEffect,
  StepOutcome,
  StepTest,
  StepWindow,
  Successor,
  WindowUnit,
} from "./procedure-law.js";
export { nameIn, procedureOfWord, registryOn } from "./registry.js";
export type { RegisteredBody } from "./registry.js";
export { ALL, replayEvents } from "./replay.js";
export type { ReplayMoment, ReplayedHistory } from "./replay.js";
export { addMonths, daysOf, parseSpan, spanOfDay } from "./span.js";
export type { Span } from "./span.js";
export type { ConditionFinding, ConditionWorking } from "./step-condition.js";
export { judgeStep } from "./step-judgement.js";
export type { Laws, StepJudgement, VoteFinding } from "./step-judgement.js";
export { holderOf, successionDue } from "./succession.js";
export type { SuccessionDue, SuccessionFinding } from "./succession.js";
export { termOn } from "./term-of-office.js";
export type { OfficeTerm } from "./term-of-office.js";
export type { Verdict, WindowFinding } from "./window.js";
export { procedureEn } from "./messages/en.js";
export { procedureEs } from "./messages/es.js";
