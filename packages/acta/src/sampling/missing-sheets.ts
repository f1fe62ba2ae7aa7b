import type { Frame } from "./frame.js";
import type { LaidStrata } from "./laid-strata.js";
import type { PlacedSheets } from "./placed-sheets.js";
import type { ShareEstimate } from "./share-estimate.js";

/** What the sheets of the sample that have not come may do to an estimate: an assumption with a bound, never silence. */
export interface MissingSheets {
  /** Part of the design that has come: stations, weighted as they were drawn. 1 when nothing is missing. */
  readonly cameShare: number;
  /** How far a share may differ between what came and what did not, as declared. */
  readonly declaredBound: number;
  /** Late less early sheets in the difference of the first two, within strata; null without moments, or with too few sheets. */
  readonly contrast: number | null;
  /**
   * How far the strata of which nothing came may lie, in a share, from what is supposed of them (the rest, or what the covariates say): as
   * far as the farthest of the others does. Null when there is none.
   */
  readonly silentBound: number | null;
  /** Part of the frame's units in strata of which nothing came. */
  readonly silentShare: number;
  /** What this adds to the standard error of a share and of a difference (in squares). */
  readonly shareSe: number;
  readonly differenceSe: number;
  /** The parts of the latter: sheets that lack, and strata of which nothing came. */
  readonly lackingSe: number;
  readonly silentSe: number;
  /** The difference in the whole sample if every missing sheet held a vote of each registered voter, all for one of the two. */
  readonly bounds: readonly [number, number];
}

/** A stratum needs so many sheets that a late and an early half say something. */
const LEAST_TIMED = 4;

/**
 * Widens for what has not come: se^2 + ((1 - r) d)^2 with r the part of the design that came and d the larger of the declared bound and
 * the late-minus-early contrast; strata of which nothing came add the distance of the farthest stratum that did.
 * @param first @param second positions of the options whose difference is shown.
 */
export function missingSheets(
  frame: Frame,
  placed: PlacedSheets,
  laid: LaidStrata,
  declaredBound: number,
  estimate: ShareEstimate,
  [first, second]: readonly [number, number],
): MissingSheets {
  const drawnFrom = laid.arrivals.filter(({ drawn }) => drawn > 0);
  const all = drawnFrom.reduce((sum, { size }) => sum + size, 0);
  const cameShare = drawnFrom.reduce((sum, { size, stations, sheets }) => sum + (size * sheets) / stations, 0) / all;
  const silentUnits = laid.silent.reduce((sum, { size }) => sum + size, 0);
  const contrast = lateLessEarly(frame, placed, first, second);
  const silentBound = laid.silent.length === 0 ? null : farthestStratum(laid, estimate, [first, second]);
  const silentShare = silentUnits / all;
  const lacking = 1 - cameShare;
  const ofShare = Math.max(declaredBound, Math.abs(contrast ?? 0) / 2);
  const silent = silentShare * (silentBound ?? 0);
  return {
    cameShare,
    declaredBound,
    contrast,
    silentBound,
    silentShare,
    shareSe: Math.hypot(lacking * ofShare, silent),
    differenceSe: Math.hypot(lacking * 2 * ofShare, 2 * silent),
    lackingSe: lacking * 2 * ofShare,
    silentSe: 2 * silent,
    bounds: arithmeticBounds(frame, placed, laid, first, second),
  };
}

/** Mean over strata, weighted by their size, of the difference in the later half of the sheets less that in the earlier half. */
function lateLessEarly(frame: Frame, placed: PlacedSheets, first: number, second: number): number | null {
  if (placed.arrivals.length < LEAST_TIMED) return null;
  const stratumOf = new Uint32Array(placed.drawn.length);
  frame.strata.forEach(({ from, units }, at) => stratumOf.fill(at, from, from + units));
  const byStratum = frame.strata.map(() => new Array<PlacedSheets["arrivals"][number]>());
  for (const arrival of placed.arrivals) byStratum[stratumOf[arrival.unit] ?? 0]?.push(arrival);
  let sum = 0;
  let weight = 0;
  byStratum.forEach((sheets, at) => {
    if (sheets.length < LEAST_TIMED) return;
    const ordered = sheets.toSorted((a, b) => (a.came < b.came ? -1 : a.came > b.came ? 1 : 0));
    const half = Math.floor(ordered.length / 2);
    const early = differenceIn(ordered.slice(0, half), first, second);
    const late = differenceIn(ordered.slice(half), first, second);
    if (early === null || late === null) return;
    const size = frame.strata[at]?.units ?? 0;
    sum += size * (late - early);
    weight += size;
  });
  return weight > 0 ? sum / weight : null;
}

function differenceIn(sheets: PlacedSheets["arrivals"], first: number, second: number): number | null {
  let valid = 0;
  let difference = 0;
  for (const { votes } of sheets) {
    for (const each of votes) valid += each;
    difference += (votes[first] ?? 0) - (votes[second] ?? 0);
  }
  return valid > 0 ? difference / valid : null;
}

/** Largest distance of a stratum's own share from what is supposed of it, of the two options that are looked at. */
function farthestStratum({ sample }: LaidStrata, { residuals }: ShareEstimate, between: readonly number[]): number {
  const sum = (column: Float64Array | undefined, from: number, to: number): number =>
    column === undefined ? 0 : column.subarray(from, to).reduce((all, each) => all + each, 0);
  let farthest = 0;
  for (const { from, count } of sample.strata) {
    const valid = sample.votes.reduce((all, column) => all + sum(column, from, from + count), 0);
    for (const option of between)
      if (valid > 0) farthest = Math.max(farthest, Math.abs(sum(residuals[option], from, from + count)) / valid);
  }
  return Math.min(1, farthest);
}

function arithmeticBounds(
  frame: Frame,
  placed: PlacedSheets,
  { arrivals }: LaidStrata,
  first: number,
  second: number,
): readonly [number, number] {
  let valid = 0;
  let difference = 0;
  let missing = 0;
  frame.strata.forEach(({ from, units }, at) => {
    const weight = units / Math.max(1, arrivals[at]?.drawn ?? 0);
    for (let unit = from; unit < from + units; unit++) {
      for (const column of placed.votes) valid += weight * (column[unit] ?? 0);
      difference += weight * ((placed.votes[first]?.[unit] ?? 0) - (placed.votes[second]?.[unit] ?? 0));
      missing += weight * (placed.missingVoters[unit] ?? 0);
    }
  });
  const all = valid + missing;
  return all > 0 ? [(difference - missing) / all, (difference + missing) / all] : [-1, 1];
}
