export {
  BULLETIN_FIGURES,
  PERCENT_PLACES,
  SHARE_UNIT,
  isAdditive,
  isShareFigure,
  percentText,
} from "./bulletin-figures.js";
export type { CommonFigure } from "./bulletin-figures.js";
export type {
  BulletinFigure,
  BulletinIdentity,
  BulletinPart,
  BulletinSeries,
  ClockColumns,
  LongFigures,
  PrintedShare,
} from "./bulletin-series.js";
export type {
  AnnulmentPrior,
  AreaGroup,
  CellRole,
  CheckSetting,
  Contest,
  Election,
  FormCell,
  LevelDefinition,
  Option,
  OutcomeRule,
  Policy,
  ProjectionSetting,
  Provenance,
  PublishHold,
  SheetForm,
  SheetState,
  Status,
  TreeDefinition,
} from "./definition.js";
export type { LocalText } from "./local-text.js";
export type {
  DialectDefinition,
  KnownFile,
  LevelFrom,
  RollFrom,
  SheetFrom,
  Source,
  SourcePart,
  TextFrom,
  ValueNotation,
} from "./source.js";
export { FLAGS } from "./flags.js";
export type { Flag } from "./flags.js";
export { MOST_GEOGRAPHY_BYTES } from "./geography.js";
export type { Geography, GeographyFile, OutlineSource, PointSource } from "./geography.js";
export { parseDefinition } from "./parse-definition.js";
export { heldBack } from "./publish-hold.js";
export { NO_PLACE, UNKNOWN_AREA, ancestorAt, byCode, stationAt } from "./roll.js";
export type { Area, AreaTree, PollingPlace, Roll } from "./roll.js";
export { rollBytes, rollFromJson } from "./roll-blob.js";
export { RollBuilder } from "./roll-builder.js";
export type { AreaMark } from "./roll-builder.js";
export { electionEn } from "./messages/en.js";
export { electionEs } from "./messages/es.js";
export {
  formProblem,
  writtenArticle,
  writtenAs,
  writtenDay,
  writtenId,
  writtenList,
  writtenLocalText,
  writtenSome,
  writtenText,
  writtenWhole,
} from "./written-form.js";
