export { areasAtLevel, areasOfGroup, sumOf, tallyPlaces, tallyTree } from "./area-tally.js";
export { diffOf } from "./diff.js";
export type { Counted, Diff, SheetChange } from "./diff.js";
export { PRESET_POLICIES, policiesOf } from "./policies.js";
export { resultOf } from "./result.js";
export type { AreaResult, NamedArea, StationCounts } from "./result.js";
export { isPart, tallyBy } from "./tally.js";
export type { Tally } from "./tally.js";
