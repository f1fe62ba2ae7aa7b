/** One area of a tree: a department, a district, a counting centre. */
export interface Area {
  readonly code: string;
  readonly name: string;
  /** 0 for the root, then one more for each level below. */
  readonly level: number;
  /** Position of the parent in the tree's list; -1 for the root. */
  readonly parent: number;
}

/** The areas of one tree, parents before children: by level, then by code. The root is at 0. */
export interface AreaTree {
  readonly id: string;
  readonly areas: readonly Area[];
}

/** A building in which stations vote. */
export interface PollingPlace {
  readonly name: string;
  readonly address: string;
  /** Position of its area in the first tree. */
  readonly area: number;
}

/**
 * The roll at one moment: which stations there are, where, and for how many voters. Columns have one value for each station;
 * stations are sorted by code. Separate from the sheets: a changed place name is not a changed sheet.
 */
export interface Roll {
  readonly trees: readonly AreaTree[];
  readonly places: readonly PollingPlace[];
  readonly codes: readonly string[];
  /** For each tree: the position of the station's leaf area. */
  readonly leaves: readonly Uint32Array[];
  /** Position in `places`, or `NO_PLACE`. */
  readonly place: Uint32Array;
  /** Registered voters; -1 where the source does not say. */
  readonly registered: Int32Array;
}

/** In `Roll.place`: the source names no polling place. */
export const NO_PLACE = 0xffff_ffff;

/** Code of the area of stations whose source gives none; one at each level. */
export const UNKNOWN_AREA = "NA";

/** Orders codes by their UTF-16 units: the same on every machine, unlike a locale's order. */
export function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Position of a station by its code, or -1. */
export function stationAt(roll: Roll, code: string): number {
  let low = 0;
  let high = roll.codes.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const order = byCode(roll.codes[middle] ?? "", code);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Position of the ancestor of an area at a level (its own position when it is of that level). */
export function ancestorAt(tree: AreaTree, area: number, level: number): number {
  let at = area;
  for (;;) {
    const found = tree.areas[at];
    if (found === undefined) return -1;
    if (found.level <= level) return at;
    at = found.parent;
  }
}
