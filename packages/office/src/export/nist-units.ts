import { UNKNOWN_AREA } from "acta/election";
import { resultOf, tallyTree } from "acta/tabulation";
import type { AreaResult, Tally } from "acta/tabulation";
import type { Selection } from "./export-request.js";
import { nistIdentifier, nistName, nistText } from "./nist-form.js";
import type { NistCountStatus, NistText, NistUnit } from "./nist-form.js";

/** An area of the report with its result. */
export interface NistArea {
  /** Position in the tree. */
  readonly at: number;
  readonly unit: NistUnit;
  readonly result: AreaResult;
}

/** Id of an area inside one report: positions are unique where codes are not (`NA`); codes stand in `ExternalIdentifier`. */
function unitId(at: number): string {
  return `gpu-${at}`;
}

/** The areas from the root down to a depth. Those in which nobody votes in the contest are left out, except the root. */
export function areasOf(selection: Selection, depth: number): readonly NistArea[] {
  const { open, table, policy, treeAt, tree, treeDefinition, contest, codes: system } = selection;
  const tally = tallyTree(open.election, open.roll, table, policy, treeAt);
  const levels = [treeDefinition.root.level, ...treeDefinition.levels.map((level) => level.id)];
  const children = childrenOf(selection, tally, depth);
  const roles = new Set(contest.form.cells.map((cell) => cell.role));
  return tree.areas.flatMap((area, at) => {
    if (!isIn(tally, at, area.level, depth)) return [];
    const level = levels[area.level] ?? "";
    const result = resultOf(contest, tally, at, { code: area.code, name: area.name, level, wholeContest: at === 0 });
    const name = at === 0 ? nistText(treeDefinition.root.name) : area.name === "" ? null : nistName(area.name);
    const codes = area.code === UNKNOWN_AREA ? [] : [nistIdentifier(system, area.code)];
    const below = children.get(at);
    const unit: NistUnit = {
      "@id": unitId(at),
      "@type": "ElectionResults.ReportingUnit",
      ...typeOf(level),
      ...named(name),
      ExternalIdentifier: codes,
      ...(below === undefined ? {} : { ComposingGpUnitIds: below.map(unitId) }),
      CountStatus: [countStatus(result)],
      SubUnitsReported: reportedStations(selection, tally, at),
      TotalSubUnits: result.stations.total,
      // A sum that lacks stations would be read as the whole: then there is none.
      ...((tally.registeredUnknown[at] ?? 0) > 0 ? {} : { VotersRegistered: result.registeredVoters }),
      ...(roles.has("voters") ? { VotersParticipated: result.votersReported } : {}),
    };
    return [{ at, unit, result }];
  });
}

function isIn(tally: Tally, at: number, level: number, depth: number): boolean {
  return at === 0 || (level <= depth && (tally.stations[at] ?? 0) > 0);
}

function childrenOf({ tree }: Selection, tally: Tally, depth: number): ReadonlyMap<number, readonly number[]> {
  const children = new Map<number, number[]>();
  tree.areas.forEach((area, at) => {
    if (at === 0 || !isIn(tally, at, area.level, depth)) return;
    const siblings = children.get(area.parent);
    if (siblings === undefined) children.set(area.parent, [at]);
    else siblings.push(at);
  });
  return children;
}

function named(name: NistText | null): { readonly Name?: NistText } {
  return name === null ? {} : { Name: name };
}

/** The kinds of area that the standard knows and that mean the same anywhere; a department is not a state, nor a province a county. */
const KNOWN_TYPES = new Set([
  "borough",
  "city",
  "country",
  "county",
  "municipality",
  "state",
  "town",
  "township",
  "village",
  "ward",
]);

function typeOf(level: string): Pick<NistUnit, "Type" | "OtherType"> {
  return KNOWN_TYPES.has(level) ? { Type: level } : { Type: "other", OtherType: level };
}

/** How far the authority's count of an area is. */
function countStatus({ stations, open }: AreaResult): NistCountStatus {
  const status = stations.processed === 0 ? "not-processed" : open.stations === 0 ? "completed" : "in-process";
  return { "@type": "ElectionResults.CountStatus", Status: status, Type: "total" };
}

/** Stations whose sheets are in the figures under the policy; an annulled sheet has reported although its votes are gone. */
function reportedStations({ policy }: Selection, tally: Tally, at: number): number {
  return policy.states.reduce((sum, state) => sum + (tally.byState[state][at] ?? 0), 0);
}
