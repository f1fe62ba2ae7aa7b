export { ChartFigure } from "./chart-figure.js";
export type { ChartTable } from "./chart-table.js";
export type { ChartWords } from "./chart-words.js";
export { stairs } from "./mark-path.js";
export type { Point } from "./mark-path.js";
export type { Reading } from "./mark-keys.js";
export {
  BandMark,
  BandRules,
  BarsMark,
  CellsMark,
  DotsMark,
  LineMark,
  MarkLabel,
  SideAreas,
  StripMark,
} from "./marks.js";
export type { BandPoint, Dot } from "./marks.js";
export { Axes, ROOM, plotFrame } from "./plot.js";
export type { Axis, PlotFrame } from "./plot.js";
export { SpanStrips } from "./span-marks.js";
export type { SpanBar } from "./span-marks.js";
export { roundTicks, spreadLabels, timeTicks } from "./scale.js";
