import { ln } from "../statistics/index.js";
import type { Covariates, Night } from "./night.js";
import { OWN_SHEET } from "./previous-contest.js";
import type { PreviousFigures } from "./previous-contest.js";

/** More lists than this say nothing that the large ones do not, and cost time: the smallest are left out. */
const MOST_SHARES = 24;

/** A column by name. */
interface Column {
  readonly name: string;
  readonly values: Float64Array;
}

/**
 * What is known of every unit before the night: size of its place and area; shares and turnout of the previous contest, squares and the
 * product of the shares of the options that stand in both, and whether the unit's own sheet was missing. Standardised by registered voters.
 * @param inBoth positions in the previous contest of the options that stand again
 */
export function covariatesOf(night: Night, previous: PreviousFigures | null, inBoth: readonly number[]): Covariates {
  const columns = [...sizeColumns(night), ...(previous === null ? [] : previousColumns(night, previous, inBoth))];
  const kept = columns.flatMap((column) => standardised(night, column));
  const width = kept.length + 1;
  const rows = new Float64Array(night.size * width);
  for (let unit = 0; unit < night.size; unit++) rows[unit * width] = 1;
  kept.forEach(({ values }, at) => {
    for (let unit = 0; unit < night.size; unit++) rows[unit * width + at + 1] = values[unit] ?? 0;
  });
  return { width, rows, names: ["one", ...kept.map(({ name }) => name)] };
}

/** Logarithms of the stations of the place and of the registered voters of the smallest area. */
function sizeColumns(night: Night): readonly Column[] {
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
  const column = (name: string, of: (leaf: number) => number): Column => ({
    name,
    values: Float64Array.from(night.leaf, (leaf) => ln(Math.max(of(leaf), 1))),
  });
  const areaNode = (leaf: number): number => ((level[leaf] ?? 0) > night.areaLevel ? (parent[leaf] ?? 0) : leaf);
  return [
    column("stationsOfPlace", (leaf) => sheets[leaf] ?? 0),
    column("registeredOfArea", (leaf) => registered[areaNode(leaf)] ?? 0),
  ];
}

function previousColumns(night: Night, previous: PreviousFigures, inBoth: readonly number[]): readonly Column[] {
  const { shares, width, turnout, source } = previous;
  const share = (at: number): Float64Array =>
    Float64Array.from({ length: night.size }, (_, unit) => shares[unit * width + at] ?? 0);
  const product = (a: number, b: number): Float64Array =>
    Float64Array.from(
      { length: night.size },
      (_, unit) => (shares[unit * width + a] ?? 0) * (shares[unit * width + b] ?? 0),
    );
  const columns: Column[] = largest(previous, night).map((at) => ({ name: `share.${at}`, values: share(at) }));
  columns.push({ name: "turnout", values: turnout });
  for (const at of inBoth) columns.push({ name: `square.${at}`, values: product(at, at) });
  if (inBoth.length === 2) columns.push({ name: "product", values: product(inBoth[0] ?? 0, inBoth[1] ?? 0) });
  columns.push({ name: "filled", values: Float64Array.from(source, (from) => (from === OWN_SHEET ? 0 : 1)) });
  return columns;
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

/** Mean 0 and deviation 1 over all registered voters; nothing when the column is constant. */
function standardised(night: Night, { name, values }: Column): readonly Column[] {
  let weight = 0;
  let sum = 0;
  let squares = 0;
  for (let unit = 0; unit < night.size; unit++) {
    const own = night.registered[unit] ?? 0;
    const value = values[unit] ?? 0;
    weight += own;
    sum += own * value;
    squares += own * value * value;
  }
  const mean = weight > 0 ? sum / weight : 0;
  const variance = weight > 0 ? squares / weight - mean * mean : 0;
  if (!(variance > 1e-12)) return [];
  const scale = 1 / Math.sqrt(variance);
  return [{ name, values: values.map((value) => (value - mean) * scale) }];
}
