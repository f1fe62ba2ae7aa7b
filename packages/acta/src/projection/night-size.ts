import { areaNodes } from "./night-draws.js";
import { areaOf } from "./open-forecast.js";
import { COUNTED, FLAGGED, VOID } from "./night.js";
import type { Night } from "./night.js";

/** How much of an area has been counted: the base of everything that is projected. */
export interface CountBase {
  readonly stations: number;
  /** In the count: counted, annulled, not installed. */
  readonly counted: number;
  /** At a tribunal, with or without usable figures. */
  readonly referred: number;
  readonly pending: number;
  readonly registered: number;
  readonly registeredCounted: number;
}

/** Columns of the bases of all areas, by node. */
const COLUMNS = 5;

/** Bases of every area node. @param referred marks units that are at a tribunal */
export function basesByArea(night: Night, referred: Uint8Array): readonly CountBase[] {
  const areas = areaNodes(night);
  const sums = new Float64Array(areas * COLUMNS);
  const add = (area: number, column: number, value: number): void => {
    sums[area * COLUMNS + column] = (sums[area * COLUMNS + column] ?? 0) + value;
  };
  for (let unit = 0; unit < night.size; unit++) {
    const area = areaOf(night, night.leaf[unit] ?? 0);
    const sheets = night.sheets[unit] ?? 0;
    const registered = night.registered[unit] ?? 0;
    const isIn = night.state[unit] === COUNTED || night.state[unit] === VOID;
    const isReferred = !isIn && (night.state[unit] === FLAGGED || referred[unit] === 1);
    add(area, 0, sheets);
    add(area, 1, isIn ? sheets : 0);
    add(area, 2, isReferred ? sheets : 0);
    add(area, 3, registered);
    add(area, 4, isIn ? registered : 0);
  }
  for (let area = areas - 1; area > 0; area--)
    for (let at = 0; at < COLUMNS; at++) add(night.tree.parent[area] ?? 0, at, sums[area * COLUMNS + at] ?? 0);
  return Array.from({ length: areas }, (_, area) => {
    const [stations = 0, counted = 0, referredSheets = 0, registered = 0, registeredCounted = 0] = sums.subarray(
      area * COLUMNS,
      (area + 1) * COLUMNS,
    );
    return {
      stations,
      counted,
      referred: referredSheets,
      pending: stations - counted - referredSheets,
      registered,
      registeredCounted,
    };
  });
}
