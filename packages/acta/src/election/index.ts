export type {
  AreaGroup,
  BulletinFigure,
  BulletinPart,
  BulletinSeries,
  CellRole,
  CheckSetting,
  Contest,
  DialectDefinition,
  Election,
  Flag,
  FormCell,
  KnownFile,
  LevelDefinition,
  LevelFrom,
  LocalText,
  Option,
  OutcomeRule,
  Policy,
  Provenance,
  RollFrom,
  SheetForm,
  SheetFrom,
  SheetState,
  Source,
  SourcePart,
  Status,
  TextFrom,
  TreeDefinition,
  ValueNotation,
} from "./definition.js";
export { parseDefinition } from "./parse-definition.js";
export { NO_PLACE, UNKNOWN_AREA, ancestorAt, byCode, stationAt } from "./roll.js";
export type { Area, AreaTree, PollingPlace, Roll } from "./roll.js";
export { rollFromJson, rollText } from "./roll-blob.js";
export { RollBuilder } from "./roll-builder.js";
export type { AreaMark } from "./roll-builder.js";
