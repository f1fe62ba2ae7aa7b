import { assertNever, fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { NO_PLACE } from "acta/election";
import type { PollingPlace } from "acta/election";
import { areasAtLevel, areasOfGroup, resultOf, sumOf, tallyBy, tallyTree } from "acta/tabulation";
import type { AreaResult, Tally } from "acta/tabulation";
import type { RowLevel, Selection } from "./export-request.js";

/** One row of summed figures. */
export interface AreaRow {
  readonly result: AreaResult;
  /** Position of the area in the tree (of its leaf area for a place); -1 for a group, which lies in no area. */
  readonly area: number;
  /** The polling place; null for areas, and for the stations of an area whose source names no place. */
  readonly place: PollingPlace | null;
  /** Sums of each cell of the form, for the cells that a result does not name. */
  readonly cells: readonly number[];
  /** Stations whose registered voters are not known. */
  readonly registeredUnknown: number;
}

/** The rows of a selection of areas, a group or places. Areas in which nobody votes in the contest are left out, except the root. */
export function rowsOf(selection: Selection): Result<readonly AreaRow[]> {
  const { level } = selection;
  switch (level.kind) {
    case "area":
      return level.depth === 0 && selection.group !== null
        ? succeed([groupRow(selection)])
        : areaRows(selection, level);
    case "place":
      return succeed(placeRows(selection));
    case "station":
      throw new Error("stations have no sums");
    default:
      return assertNever(level);
  }
}

function areaRows(selection: Selection, level: Extract<RowLevel, { kind: "area" }>): Result<readonly AreaRow[]> {
  const { tree } = selection;
  const tally = treeTally(selection);
  const inGroup = stationsInGroup(selection, tally);
  const rows: AreaRow[] = [];
  for (const at of areasAtLevel(tree, level.depth)) {
    const stations = tally.stations[at] ?? 0;
    const inside = inGroup[at] ?? 0;
    const { code = "", name = "" } = tree.areas[at] ?? {};
    if (at > 0 && inside === 0) continue;
    // Half of an area under the area's full name would be read as the whole of it.
    if (inside < stations)
      return fail({
        code: "export.groupCutsArea",
        context: { group: selection.group?.id ?? "", area: code, level: level.id },
      });
    const result = resultOf(selection.contest, tally, at, { code, name, level: level.id, wholeContest: at === 0 });
    rows.push(rowOf(result, tally, at, at, null));
  }
  return succeed(rows);
}

function treeTally({ open, table, policy, treeAt }: Selection): Tally {
  return tallyTree(open.election, open.roll, table, policy, treeAt);
}

/** Stations of each area that belong to the group; all of them without a group. */
function stationsInGroup({ tree, group }: Selection, tally: Tally): Float64Array {
  if (group === null) return tally.stations;
  const inside = new Float64Array(tree.areas.length);
  for (const leaf of areasOfGroup(tree, group)) inside[leaf] = tally.stations[leaf] ?? 0;
  for (let at = tree.areas.length - 1; at > 0; at--) {
    const parent = tree.areas[at]?.parent ?? 0;
    inside[parent] = (inside[parent] ?? 0) + (inside[at] ?? 0);
  }
  return inside;
}

function groupRow(selection: Selection): AreaRow {
  const { group, tree, contest } = selection;
  if (group === null) throw new Error("no group");
  const sum = sumOf(treeTally(selection), areasOfGroup(tree, group));
  const area = { code: group.id, name: group.name.es, level: "group", wholeContest: false };
  return rowOf(resultOf(contest, sum, 0, area), sum, 0, -1, null);
}

/** Places and, so that the sums stay whole, for each leaf area one row of the stations whose source names no place. */
function placeRows({ open, table, policy, contest, tree, group }: Selection): readonly AreaRow[] {
  const { roll } = open;
  const places = roll.places.length;
  const leaves = roll.leaves[0] ?? new Uint32Array(0);
  const groupOf = roll.place.map((place, row) => (place === NO_PLACE ? places + (leaves[row] ?? 0) : place));
  const tally = tallyBy(open.election, roll, table, policy, groupOf, places + tree.areas.length);
  const wanted = group === null ? null : new Set(areasOfGroup(tree, group));
  const rows: AreaRow[] = [];
  for (let at = 0; at < tally.groups; at++) {
    const place = roll.places[at] ?? null;
    const area = place === null ? at - places : place.area;
    if ((tally.stations[at] ?? 0) === 0 || wanted?.has(area) === false) continue;
    const named = { code: tree.areas[area]?.code ?? "", name: place?.name ?? "", level: "place", wholeContest: false };
    rows.push(rowOf(resultOf(contest, tally, at, named), tally, at, area, place));
  }
  // Sorting is stable: within an area the places keep the order of the roll and the unnamed come last.
  return rows.toSorted((a, b) => a.area - b.area);
}

function rowOf(result: AreaResult, tally: Tally, at: number, area: number, place: PollingPlace | null): AreaRow {
  const registeredUnknown = tally.registeredUnknown[at] ?? 0;
  return { result, area, place, cells: tally.cells.map((column) => column[at] ?? 0), registeredUnknown };
}
