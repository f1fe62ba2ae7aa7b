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
