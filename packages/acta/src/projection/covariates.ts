import { ln } from "../statistics/index.js";
import type { Covariates, Night } from "./night.js";
import { OWN_SHEET } from "./previous-contest.js";
import type { PreviousFigures } from "./previous-contest.js";

/** More lists than this say nothing that the large ones do not, and cost time: the smallest are left out. */
const MOST_SHARES = 24;

/**
 * What is known of every unit before the night: size of its place and area; shares and turnout of the previous contest, squares and the
 * product of the shares of the options that stand in both, and whether the unit's own sheet was missing. Standardised by registered voters.
 * @param inBoth positions in the previous contest of the options that stand again
 */
export function covariatesOf(night: Night, previous: PreviousFigures | null, inBoth: readonly number[]): Covariates {
  const { stations, registered } = sizesByLeaf(night);
  const shares = previous === null ? [] : largest(previous, night);
  const again = previous === null ? [] : inBoth;
  const names = ["one", "stationsOfPlace", "registeredOfArea", ...previousNames(previous, shares, again)];
  const width = names.length;
  // One row after the other and never one column after the other: a column of a large country is wider than the caches.
  const rows = new Float64Array(night.size * width);
  for (let unit = 0; unit < night.size; unit++) {
    const leaf = night.leaf[unit] ?? 0;
    const from = unit * width;
    rows[from] = 1;
    rows[from + 1] = stations[leaf] ?? 0;
    rows[from + 2] = registered[leaf] ?? 0;
    if (previous !== null) setPrevious(rows, from + 3, previous, unit, shares, again);
  }
  return standardised(night, names, rows);
}

/** Logarithms of the stations of the place and of the registered voters of the smallest area, by leaf. */
function sizesByLeaf(night: Night): { readonly stations: Float64Array; readonly registered: Float64Array } {
  const { parent, level } = night.tree;
  const sheets = new Float64Array(parent.length);
  const registered = new Float64Array(parent.length);
  for (let unit = 0; unit < night.size; unit++) {
    const leaf = night.leaf[unit] ?? 0;
    sheets[leaf] = (sheets[leaf] ?? 0) + (night.sheets[unit] ?? 0);
    registered[leaf] = (registered[leaf] ?? 0) + (night.registered[unit] ?? 0);
  }
  for (let node = parent.length - 1; node > 0; node--)
    if ((level[node] ?? 0) > night.areaLevel) {
      const to = parent[node] ?? 0;
      registered[to] = (registered[to] ?? 0) + (registered[node] ?? 0);
    }
  const logarithm = (value: number): number => ln(Math.max(value, 1));
  const areaNode = (leaf: number): number => ((level[leaf] ?? 0) > night.areaLevel ? (parent[leaf] ?? 0) : leaf);
  return {
    stations: sheets.map(logarithm),
    registered: registered.map((_, leaf) => logarithm(registered[areaNode(leaf)] ?? 0)),
  };
}

/** Names of the columns in the order in which `setPrevious` fills them. */
function previousNames(
  previous: PreviousFigures | null,
  shares: readonly number[],
  again: readonly number[],
): readonly string[] {
  if (previous === null) return [];
  return [
    ...shares.map((at) => `share.${at}`),
    "turnout",
    ...again.map((at) => `square.${at}`),
    ...(again.length === 2 ? ["product"] : []),
    "filled",
  ];
}

function setPrevious(
  rows: Float64Array,
  from: number,
  { shares, width, turnout, source }: PreviousFigures,
  unit: number,
  chosen: readonly number[],
  again: readonly number[],
): void {
  const own = unit * width;
  let to = from;
  for (let at = 0; at < chosen.length; at++) rows[to++] = shares[own + (chosen[at] ?? 0)] ?? 0;
  rows[to++] = turnout[unit] ?? 0;
  for (let at = 0; at < again.length; at++) {
    const share = shares[own + (again[at] ?? 0)] ?? 0;
    rows[to++] = share * share;
  }
  if (again.length === 2) rows[to++] = (shares[own + (again[0] ?? 0)] ?? 0) * (shares[own + (again[1] ?? 0)] ?? 0);
  rows[to] = source[unit] === OWN_SHEET ? 0 : 1;
}

/** The columns of the largest shares, without the last one: all of them add up to 1. */
function largest({ shares, width }: PreviousFigures, night: Night): readonly number[] {
  const sums = new Float64Array(width);
  for (let unit = 0; unit < night.size; unit++)
    for (let at = 0; at < width; at++) sums[at] = (sums[at] ?? 0) + (shares[unit * width + at] ?? 0);
  return Array.from({ length: width - 1 }, (_, at) => at)
    .toSorted((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0) || a - b)
    .slice(0, MOST_SHARES)
    .toSorted((a, b) => a - b);
}

/** Mean 0 and deviation 1 over all registered voters for every column but the first; constant ones are left out. */
function standardised(night: Night, names: readonly string[], rows: Float64Array): Covariates {
  const width = names.length;
  const { means, variances } = momentsOf(night, width, rows);
  const kept = names.flatMap((_, at) => (at === 0 || (variances[at] ?? 0) > 1e-12 ? [at] : []));
  const columns = Uint32Array.from(kept);
  const scales = Float64Array.from(kept, (at) => (at === 0 ? 1 : 1 / Math.sqrt(variances[at] ?? 1)));
  const centres = Float64Array.from(kept, (at) => (at === 0 ? 0 : (means[at] ?? 0)));
  // In place: a value is never written behind one that is still to be read.
  let to = 0;
  for (let from = 0; from < rows.length; from += width)
    for (let at = 0; at < columns.length; at++)
      rows[to++] = ((rows[from + (columns[at] ?? 0)] ?? 0) - (centres[at] ?? 0)) * (scales[at] ?? 1);
  return { width: columns.length, rows: rows.subarray(0, to), names: kept.map((at) => names[at] ?? "") };
}

/** Means and variances of all columns, weighted by registered voters. */
function momentsOf(
  night: Night,
  width: number,
  rows: Float64Array,
): { readonly means: Float64Array; readonly variances: Float64Array } {
  const sums = new Float64Array(width);
  const squares = new Float64Array(width);
  let weight = 0;
  for (let unit = 0; unit < night.size; unit++) {
    const own = night.registered[unit] ?? 0;
    weight += own;
    const from = unit * width;
    for (let at = 0; at < width; at++) {
      const value = rows[from + at] ?? 0;
      sums[at] = (sums[at] ?? 0) + own * value;
      squares[at] = (squares[at] ?? 0) + own * value * value;
    }
  }
  const means = sums.map((sum) => (weight > 0 ? sum / weight : 0));
  const variances = squares.map((sum, at) => (weight > 0 ? sum / weight - (means[at] ?? 0) * (means[at] ?? 0) : 0));
  return { means, variances };
}
