import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import { ancestorAt, byCode } from "../election/index.js";
import type { Area, AreaTree, Election, Roll } from "../election/index.js";
import { areasOfGroup } from "../tabulation/index.js";
import { GROUP_PREFIX, codeOf } from "./area-row.js";
import type { AreaRow } from "./area-row.js";

/** A row and the area of the tree that it stands for; -1 where it stands for a domain. */
export interface PlacedRow extends AreaRow {
  readonly area: number;
}

/** Rows in their tree, as deep as the rows go. */
export interface PlacedRows {
  readonly tree: AreaTree;
  readonly rows: readonly PlacedRow[];
  /** Areas of the roll that no row speaks of: nothing of them is counted. */
  readonly unlisted: number;
}

/**
 * Finds the area of every row. With a roll the areas are its own, a row of another is refused, and areas that no row speaks of are added
 * with their sheets and nothing counted; without one the rows themselves say which areas there are.
 */
export function placeRows(election: Election, roll: Roll | null, rows: readonly AreaRow[]): Result<PlacedRows> {
  for (const row of rows) {
    const [first = ""] = row.path;
    const isDomain = first.startsWith(GROUP_PREFIX);
    if (isDomain && !(election.projection?.domains ?? []).includes(first.slice(GROUP_PREFIX.length)))
      return fail({ code: "totals.unknownDomain", where: row.where, context: { area: first.slice(0, 60) } });
  }
  const depth = Math.max(...rows.map((row) => depthOf(row)), 0);
  if (depth === 0) return fail({ code: "totals.noAreas" });
  const placed = roll === null ? succeed(placedInOwn(election, rows)) : placedInRoll(election, roll, rows, depth);
  return placed.ok ? succeed({ ...placed.value, rows: placed.value.rows.toSorted(byPlace) }) : placed;
}

/** In the order of the tree, so that the order of a table changes not even the last digit. */
function byPlace(a: PlacedRow, b: PlacedRow): number {
  return a.area - b.area || byCode(codeOf(a), codeOf(b));
}

function depthOf({ path }: AreaRow): number {
  return path[0]?.startsWith(GROUP_PREFIX) === true ? 0 : path.length;
}

/** A tree made of the rows' own paths: by level, then by code. */
function placedInOwn(election: Election, rows: readonly AreaRow[]): PlacedRows {
  const [definition] = election.trees;
  const root: Area = { code: definition?.root.code ?? "", name: definition?.root.name.es ?? "", level: 0, parent: -1 };
  const areas: Area[] = [root];
  const position = new Map<string, number>([["", 0]]);
  const key = (path: readonly string[], length: number): string => path.slice(0, length).join("\u0000");
  const deepest = Math.max(...rows.map((row) => depthOf(row)));
  for (let level = 1; level <= deepest; level++) {
    const found = new Map<string, AreaRow>();
    for (const row of rows) if (depthOf(row) >= level) found.set(key(row.path, level), row);
    for (const [name, row] of [...found].toSorted(([a], [b]) => byCode(a, b))) {
      const parent = level === 1 ? 0 : (position.get(key(row.path, level - 1)) ?? 0);
      const code = row.path[level - 1] ?? "";
      position.set(name, areas.push({ code, name: row.names[level - 1] || code, level, parent }) - 1);
    }
  }
  const placed = rows.map((row) => ({
    ...row,
    area: depthOf(row) === 0 ? -1 : (position.get(key(row.path, row.path.length)) ?? 0),
  }));
  return { tree: { id: definition?.id ?? "", areas }, rows: placed, unlisted: 0 };
}

function placedInRoll(election: Election, roll: Roll, rows: readonly AreaRow[], depth: number): Result<PlacedRows> {
  const [whole] = roll.trees;
  if (whole === undefined) return fail({ code: "totals.noAreas" });
  const tree = { ...whole, areas: whole.areas.filter(({ level }) => level <= depth) };
  const byPath = new Map(tree.areas.map((_, at) => [pathOf(tree, at).join("\u0000"), at]));
  const placed: PlacedRow[] = [];
  for (const row of rows) {
    const area = depthOf(row) === 0 ? -1 : byPath.get(row.path.join("\u0000"));
    if (area === undefined)
      return fail({
        code: "totals.unknownArea",
        where: row.where,
        context: { area: codeOf(row).slice(0, 60), path: row.path.join(" / ").slice(0, 120) },
      });
    placed.push({ ...row, area });
  }
  const added = unlistedRows(election, roll, tree, placed, depth);
  return succeed({ tree, rows: [...placed, ...added], unlisted: added.length });
}

function pathOf(tree: AreaTree, at: number): readonly string[] {
  const path: string[] = [];
  for (let area = at; area > 0; area = tree.areas[area]?.parent ?? 0) path.unshift(tree.areas[area]?.code ?? "");
  return path;
}

/** Areas that neither they nor an area above them stand in the table: all of their sheets are open. */
function unlistedRows(
  election: Election,
  roll: Roll,
  tree: AreaTree,
  placed: readonly PlacedRow[],
  depth: number,
): readonly PlacedRow[] {
  const listed = new Set(placed.map(({ area }) => area));
  for (const row of placed) {
    const group = election.groups.find(({ id }) => row.area < 0 && codeOf(row) === `${GROUP_PREFIX}${id}`);
    if (group !== undefined) for (const area of areasOfGroup(tree, group)) listed.add(area);
  }
  const isListed = (area: number): boolean => {
    for (let at = area; at > 0; at = tree.areas[at]?.parent ?? 0) if (listed.has(at)) return true;
    return false;
  };
  const open = new Map<number, { sheets: number; registered: number }>();
  const [whole] = roll.trees;
  roll.leaves[0]?.forEach((leaf, station) => {
    const area = whole === undefined ? 0 : ancestorAt(whole, leaf, depth);
    if (area <= 0 || isListed(area)) return;
    const sum = open.get(area) ?? { sheets: 0, registered: 0 };
    open.set(area, {
      sheets: sum.sheets + 1,
      registered: sum.registered + Math.max(roll.registered[station] ?? 0, 0),
    });
  });
  return [...open].map(([area, { sheets, registered }]) => ({
    where: "",
    path: pathOf(tree, area),
    names: [],
    votes: [],
    sheets,
    counted: 0,
    referred: [],
    registered: registered > 0 ? registered : null,
    registeredCounted: 0,
    area,
  }));
}
