export {
  ABSURD,
  BLANK,
  ILLEGIBLE,
  MOST_IN_CELL,
  MOST_RAW,
  NOT_SUPPLIED,
  cellFromJson,
  cellOf,
  cellToJson,
} from "./cell.js";
export type { Cell } from "./cell.js";
export { NO_ENTRY, NO_SHEET, OUT_OF_SCOPE, emptyTable, hasFigures, stateOf, statusOf } from "./sheet-table.js";
export type { FirstFiled, SheetTable } from "./sheet-table.js";
export { compareCopies } from "./check-copies.js";
export type { CopyComparison, SheetCopy } from "./check-copies.js";
export { checkDrift } from "./check-drift.js";
export { compileChecks } from "./check-plan.js";
export type { CheckPlan } from "./check-plan.js";
export { compileRules, isBeyond, unknownRules } from "./check-rules.js";
export type { CompiledRule } from "./check-rules.js";
export { checkRow } from "./check-sheet.js";
export { checkTable } from "./check-table.js";
export { FINDINGS, FINDING_CODES, codeOfRule, isFindingCode } from "./finding-codes.js";
export type { FindingCode, FindingRule, FindingScope, FindingSeverity, SheetCode } from "./finding-codes.js";
export { FindingCollector, MOST_FINDINGS } from "./finding.js";
export type { Finding, FindingList, FindingReport, FindingValues } from "./finding.js";
export type { FindingMessage, SheetMessages } from "./finding-message.js";
export { sheetEn } from "./messages/en.js";
export { sheetEs } from "./messages/es.js";
