export { projectionEn } from "./messages/en.js";
export { projectionEs } from "./messages/es.js";
export type { EarlierEdition } from "./night-record.js";
export { officialTotals } from "./official-totals.js";
export type { PreviousContest } from "./previous-contest.js";
export { projectSheets } from "./project-sheets.js";
export type { ProjectedArea, ProjectedPart, Projection } from "./projection.js";
export { projectionDocument } from "./projection-document.js";
export type { Interval } from "./spread.js";
