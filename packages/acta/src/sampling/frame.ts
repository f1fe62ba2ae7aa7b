import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import { NO_PLACE, ancestorAt, byCode } from "../election/index.js";
import type { AreaTree, Roll } from "../election/index.js";

/** What is drawn: polling stations, or polling places with all their stations. */
export type SamplingUnit = "station" | "place";

/** One stratum of a frame: an area of a level, or the whole. Its units stand together. */
export interface FrameStratum {
  readonly code: string;
  readonly name: string;
  /** Position of its first unit. */
  readonly from: number;
  readonly units: number;
}

/** Everything that a sample may be drawn from: the stations of a contest, gathered in units and strata. */
export interface Frame {
  readonly unit: SamplingUnit;
  /** Level of the area tree by which the strata are made; "" for one stratum. */
  readonly level: string;
  readonly strata: readonly FrameStratum[];
  /** Rows of the roll, unit after unit. */
  readonly stations: Uint32Array;
  /** Where each unit begins in `stations`; one more at the end. */
  readonly firsts: Uint32Array;
  /** Unit of each row of the roll; -1 for a row outside the frame. */
  readonly unitOf: Int32Array;
}

/** How a frame is cut. */
export interface FrameCut {
  readonly unit: SamplingUnit;
  /** Position of the tree in the roll. */
  readonly tree: number;
  /** Level of the tree: 0 for the whole in one stratum, 1 for the areas under the root. */
  readonly level: number;
  /** The level's id. */
  readonly levelId: string;
}

/**
 * Gathers the stations of a contest. Strata are ordered by their area's code, units by the code of their first station: the order of
 * nothing that was read changes a draw. A station whose source names no polling place is a place of its own.
 * @param within 1 for the rows of the roll that vote in the contest.
 */
export function frameOf(roll: Roll, within: Uint8Array, cut: FrameCut): Result<Frame> {
  const rows = rowsWithin(within);
  if (rows.length === 0) return fail({ code: "sampling.emptyFrame" });
  const tree = roll.trees[cut.tree];
  const stratumOf = stratumReader(roll, cut, tree);
  const units = gather(roll, rows, cut.unit);
  const order = units
    .map((unit) => ({ unit, stratum: stratumOf(unit[0] ?? 0) }))
    .toSorted((a, b) => byCode(a.stratum.code, b.stratum.code) || (a.unit[0] ?? 0) - (b.unit[0] ?? 0));
  const strata: { code: string; name: string; from: number; units: number }[] = [];
  const stations = new Uint32Array(rows.length);
  const firsts = new Uint32Array(order.length + 1);
  const unitOf = new Int32Array(roll.codes.length).fill(-1);
  let filled = 0;
  order.forEach(({ unit, stratum }, at) => {
    const last = strata.at(-1);
    if (last === undefined || last.code !== stratum.code) strata.push({ ...stratum, from: at, units: 1 });
    else last.units++;
    firsts[at] = filled;
    for (const row of unit) {
      stations[filled++] = row;
      unitOf[row] = at;
    }
  });
  firsts[order.length] = filled;
  return succeed({ unit: cut.unit, level: cut.levelId, strata, stations, firsts, unitOf });
}

/** Units of a frame. */
export function unitCount(frame: Frame): number {
  return frame.firsts.length - 1;
}

/** Sums a column of the roll over the stations of every unit. */
export function sumByUnit(frame: Frame, column: Float64Array | Int32Array): Float64Array {
  const sums = new Float64Array(unitCount(frame));
  for (let unit = 0; unit < sums.length; unit++) {
    let sum = 0;
    for (let at = frame.firsts[unit] ?? 0; at < (frame.firsts[unit + 1] ?? 0); at++)
      sum += column[frame.stations[at] ?? 0] ?? 0;
    sums[unit] = sum;
  }
  return sums;
}

function rowsWithin(within: Uint8Array): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < within.length; row++) if (within[row] === 1) rows.push(row);
  return rows;
}

function stratumReader(roll: Roll, cut: FrameCut, tree: AreaTree | undefined) {
  const leaves = roll.leaves[cut.tree];
  return (row: number): { readonly code: string; readonly name: string } => {
    const area = tree?.areas[tree === undefined ? 0 : ancestorAt(tree, leaves?.[row] ?? 0, cut.level)];
    return { code: area?.code ?? "", name: area?.name ?? "" };
  };
}

/** Stations by unit, each unit's in the order of the roll, which is that of their codes. */
function gather(roll: Roll, rows: readonly number[], unit: SamplingUnit): readonly (readonly number[])[] {
  if (unit === "station") return rows.map((row) => [row]);
  const places = new Map<number, number[]>();
  const units: number[][] = [];
  for (const row of rows) {
    const place = roll.place[row] ?? NO_PLACE;
    const known = place === NO_PLACE ? undefined : places.get(place);
    if (known !== undefined) {
      known.push(row);
      continue;
    }
    const own = [row];
    units.push(own);
    if (place !== NO_PLACE) places.set(place, own);
  }
  return units;
}
