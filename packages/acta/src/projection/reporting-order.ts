import type { Generator } from "../basics/index.js";
import { ln, normal, orderBy, stream } from "../statistics/index.js";
import { largestAt } from "./night-domains.js";
import type { Night } from "./night.js";

/** A point of the real curve of a count: sheets counted of all, and the margin of the first two options, both as fractions. */
export interface CurvePoint {
  readonly counted: number;
  readonly margin: number;
}

/** What a made-up order is compared with, so that it looks like the real night. */
export interface OrderTarget {
  readonly curve: readonly CurvePoint[];
  /** At these counted parts, the part of the sheets of the small domains that was still out. */
  readonly late: readonly CurvePoint[];
}

/** A complete count, from which orders are made: units that voted, final votes, and which were flagged on the way. */
export interface OrderGround {
  readonly night: Night;
  /** 1 for a unit that a tribunal decided: these come last. */
  readonly flagged: Uint8Array;
  /** 1 for a unit outside the largest domain (abroad). */
  readonly apart: Uint8Array;
}

/** How wide the curve of an accepted order may lie beside the real one, in points of the margin, by counted part. */
const WIDTHS = [
  { counted: 0.67, width: 0.018 },
  { counted: 0.82, width: 0.012 },
  { counted: 0.875, width: 0.0075 },
  { counted: 0.91, width: 0.005 },
] as const;
/** How far the part of the small domains that is still out may lie from the real one. */
const LATE_WIDTH = 0.2;

/** What every order of one count shares: computed once. */
export class OrderMaker {
  readonly #ground: OrderGround;
  readonly #sizes: { readonly place: Float64Array; readonly area: Float64Array };
  readonly #capital: Uint8Array;

  constructor(ground: OrderGround) {
    this.#ground = ground;
    this.#sizes = scaledSizes(ground.night);
    this.#capital = largestTop(ground.night);
  }

  /**
   * A reporting order by seed: large places first, small districts late, the largest area early, other domains last, with effects of every
   * level and chance; how strong each is, is itself drawn. Flagged units come at the end.
   * @param lean values by unit that the order leans on (residuals), for the stress test; null without
   */
  order(seed: number, lean: Float64Array | null): Uint32Array {
    const { night, apart, flagged } = this.#ground;
    const source = stream(seed, "order");
    const between = (low: number, high: number): number => low + (high - low) * source.next();
    const ofPlace = between(0.1, 1);
    const ofArea = between(0, 0.8);
    const ofCapital = between(-0.5, 2);
    const ofApart = between(1.5, 4.5);
    const effects = nodeEffects(night, source);
    const noise = between(0.3, 1);
    const { place, area } = this.#sizes;
    const keys = new Float64Array(night.size);
    for (let unit = 0; unit < night.size; unit++) {
      const leaf = night.leaf[unit] ?? 0;
      const key =
        (effects[leaf] ?? 0) -
        ofPlace * (place[leaf] ?? 0) -
        ofArea * (area[leaf] ?? 0) -
        (this.#capital[leaf] === 1 ? ofCapital : 0) +
        (apart[unit] === 1 ? ofApart : 0) +
        noise * normal(source);
      keys[unit] = lean === null ? key : key + (lean[unit] ?? 0);
    }
    return lastly(orderBy(keys), flagged);
  }
}

/** Sums of normal effects from the top areas down, each level with a spread of its own. */
function nodeEffects({ tree, topLevel }: Night, source: Generator): Float64Array {
  // How late a domain is has been drawn already.
  const spreads = Array.from({ length: tree.levels }, (_, level) => (level < topLevel ? 0 : 0.2 + 0.7 * source.next()));
  const effects = new Float64Array(tree.parent.length);
  for (let node = 1; node < effects.length; node++)
    effects[node] = (effects[tree.parent[node] ?? 0] ?? 0) + (spreads[tree.level[node] ?? 0] ?? 0) * normal(source);
  return effects;
}

/** Logarithms of the units of each leaf and of the voters of its area, with mean 0 and deviation 1 over the units. */
function scaledSizes(night: Night): { readonly place: Float64Array; readonly area: Float64Array } {
  const nodes = night.tree.parent.length;
  const units = new Float64Array(nodes);
  const voters = new Float64Array(nodes);
  const areaOfLeaf = (leaf: number): number =>
    (night.tree.level[leaf] ?? 0) > night.areaLevel ? (night.tree.parent[leaf] ?? 0) : leaf;
  for (let unit = 0; unit < night.size; unit++) {
    const leaf = night.leaf[unit] ?? 0;
    units[leaf] = (units[leaf] ?? 0) + 1;
    voters[areaOfLeaf(leaf)] = (voters[areaOfLeaf(leaf)] ?? 0) + (night.registered[unit] ?? 0);
  }
  const scaled = (of: (leaf: number) => number): Float64Array => {
    const values = Float64Array.from({ length: nodes }, (_, leaf) => ln(Math.max(of(leaf), 1)));
    let sum = 0;
    let squares = 0;
    for (const leaf of night.leaf) {
      sum += values[leaf] ?? 0;
      squares += (values[leaf] ?? 0) ** 2;
    }
    const mean = sum / night.size;
    const spread = Math.sqrt(Math.max(squares / night.size - mean * mean, 1e-12));
    return values.map((value) => (value - mean) / spread);
  };
  return { place: scaled((leaf) => units[leaf] ?? 0), area: scaled((leaf) => voters[areaOfLeaf(leaf)] ?? 0) };
}

/** Marks the leaves below the area with the most voters among the highest areas that are reported. */
function largestTop(night: Night): Uint8Array {
  const { above, largest } = largestAt(night, night.topLevel);
  return Uint8Array.from(above, (at) => (at === largest ? 1 : 0));
}

function lastly(order: Uint32Array, flagged: Uint8Array): Uint32Array {
  const sorted = new Uint32Array(order.length);
  let to = 0;
  for (let part = 0; part < 2; part++)
    for (let at = 0; at < order.length; at++) {
      const unit = order[at] ?? 0;
      if ((flagged[unit] ?? 0) === part) sorted[to++] = unit;
    }
  return sorted;
}

/** True when the margin along an order lies near the real curve, and the small domains are as late as they were. */
export function isLikeTheNight(ground: OrderGround, order: Uint32Array, target: OrderTarget): boolean {
  const { night, apart } = ground;
  const curve = target.curve.filter(({ counted }) => counted >= 0.6 && counted < 0.995).toSorted(byCounted);
  const late = target.late.toSorted(byCounted);
  const allApart = apart.reduce((sum, mark) => sum + mark, 0);
  let first = 0;
  let second = 0;
  let come = 0;
  let nextCurve = 0;
  let nextLate = 0;
  for (let at = 0; at < order.length; at++) {
    const unit = order[at] ?? 0;
    first += night.votes[0]?.[unit] ?? 0;
    second += night.votes[1]?.[unit] ?? 0;
    come += apart[unit] ?? 0;
    const part = (at + 1) / order.length;
    for (; part >= (curve[nextCurve]?.counted ?? 2); nextCurve++) {
      const { counted = 0, margin = 0 } = curve[nextCurve] ?? {};
      if (Math.abs((first - second) / Math.max(first + second, 1) - margin) > widthAt(counted)) return false;
    }
    for (; part >= (late[nextLate]?.counted ?? 2); nextLate++)
      if (Math.abs(1 - come / Math.max(allApart, 1) - (late[nextLate]?.margin ?? 0)) > LATE_WIDTH) return false;
  }
  return true;
}

function byCounted(a: CurvePoint, b: CurvePoint): number {
  return a.counted - b.counted;
}

/** Between the declared widths in proportion. */
function widthAt(counted: number): number {
  let before: { readonly counted: number; readonly width: number } = WIDTHS[0];
  for (const each of WIDTHS) {
    if (counted <= each.counted)
      return each.counted === before.counted
        ? each.width
        : before.width + ((each.width - before.width) * (counted - before.counted)) / (each.counted - before.counted);
    before = each;
  }
  return before.width;
}
