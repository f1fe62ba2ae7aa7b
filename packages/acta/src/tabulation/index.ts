export { rowVotes } from "./row-votes.js";
export { areasAtLevel, areasOfGroup, sumOf, tallyPlaces, tallyTree } from "./area-tally.js";
export { diffOf } from "./diff.js";
export type { Counted, Diff, SheetChange } from "./diff.js";
export { PRESET_POLICIES, policiesOf } from "./policies.js";
export { resultOf } from "./result.js";
export type { AreaResult, NamedArea, OptionResult, StationCounts } from "./result.js";
export { isPart, tallyBy } from "./tally-rows.js";
export type { Tally } from "./tally.js";
export { BulletinAreas } from "./bulletin-areas.js";
export type { BulletinArea } from "./bulletin-areas.js";
export { checkBulletins } from "./bulletin-check.js";
export type { BulletinFinding } from "./bulletin-finding.js";
export { BulletinDraft, addTo, isTorn, mergeBulletins, momentKey } from "./bulletin-merge.js";
export type { MergedBulletin, Standing } from "./bulletin-merge.js";
export { bracketMargin } from "./margin-bracket.js";
export type { MarginAnswer, MarginBracket } from "./margin-bracket.js";
export { marginTimeline, wholeArea, wholeFigures } from "./margin-timeline.js";
export type { Lead, MarginPoint, MarginSource, MarginTimeline } from "./margin-timeline.js";
export { bulletinAt, reconcile } from "./reconcile.js";
export type {
  AreaComparison,
  ChosenBulletin,
  FigureComparison,
  Reconciliation,
  ReconcileRequest,
} from "./reconcile.js";
export { scopeOfArea, scopeOfGroup } from "./area-scope.js";
export { compareScenario } from "./compare-scenario.js";
export type { OverrideReport, ScenarioOutcome } from "./compare-scenario.js";
export type { Gate } from "./gate.js";
export { leadTiers } from "./lead-tiers.js";
export { marginPath } from "./margin-path.js";
export type { MarginPath } from "./margin-path.js";
export { flippingStations, materialityOf } from "./materiality.js";
export type { GateMateriality } from "./gate-materiality.js";
export type { Materiality, MaterialityRequest } from "./materiality.js";
export type { OptionBounds } from "./option-bounds.js";
export { parsePetitions } from "./parse-petitions.js";
export { parseScenario } from "./parse-scenario.js";
export type { Petitions } from "./petition.js";
export { LEAD_CLASS, SPREAD_CLASSES, stationSpread } from "./station-spread.js";
export type { LeadClass } from "./station-spread.js";
export { selectRows } from "./scenario-selection.js";
export type { Scenario } from "./scenario.js";
export { mostTaken, smallestFlip } from "./smallest-flip.js";
export { tabulationEn } from "./messages/en.js";
export { tabulationEs } from "./messages/es.js";
