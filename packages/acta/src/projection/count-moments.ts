import { COUNTED } from "./night.js";
import type { Covariates, Night } from "./night.js";
import { RankUpdate } from "./rank-update.js";

/**
 * What a fit needs of the counted units, by weight (valid votes for shares, registered voters for rates): sums by leaf and over all.
 * Units are added, never read again: a later edition adds only what is new.
 */
export interface DesignMoments {
  readonly width: number;
  /** Sum of the weights by node. */
  readonly weight: Float64Array;
  /** Weighted sums of the covariates, `width` for each node. */
  readonly wx: Float64Array;
  /** Weighted cross products of the covariates: lower triangle. */
  readonly xwx: Float64Array;
  readonly responses: readonly ResponseMoments[];
  units: number;
}

/** Weighted sums of one outcome. */
export interface ResponseMoments {
  readonly wy: Float64Array;
  readonly xwy: Float64Array;
  /** Weighted products with the outcomes of the same weight, itself included. */
  readonly wyy: Float64Array;
}

/** Both kinds of moments of one count. */
export interface CountMoments {
  readonly shares: DesignMoments;
  readonly rate: DesignMoments;
}

function emptyDesign(nodes: number, width: number, outcomes: number): DesignMoments {
  return {
    width,
    weight: new Float64Array(nodes),
    wx: new Float64Array(nodes * width),
    xwx: new Float64Array(width * width),
    responses: Array.from({ length: outcomes }, () => ({
      wy: new Float64Array(nodes),
      xwy: new Float64Array(width),
      wyy: new Float64Array(outcomes),
    })),
    units: 0,
  };
}

/** Moments of nothing yet, for the outcomes of `modelled` options. */
export function emptyMoments(night: Night, covariates: Covariates, modelled: number): CountMoments {
  const nodes = night.tree.parent.length;
  return { shares: emptyDesign(nodes, covariates.width, modelled), rate: emptyDesign(nodes, covariates.width, 1) };
}

/**
 * Adds counted units. @param modelled positions of the options whose shares are modelled
 * @param units positions to add; those that are not counted are passed over
 */
export function addUnits(
  moments: CountMoments,
  night: Night,
  covariates: Covariates,
  modelled: readonly number[],
  units: Uint32Array,
): void {
  const values = new Float64Array(modelled.length);
  const rate = new Float64Array(1);
  const { width } = covariates;
  const products = {
    shares: new RankUpdate(moments.shares.xwx, width),
    rate: new RankUpdate(moments.rate.xwx, width),
  };
  const options = night.votes.length;
  for (let each = 0; each < units.length; each++) {
    const unit = units[each] ?? 0;
    if (night.state[unit] !== COUNTED) continue;
    let valid = 0;
    for (let at = 0; at < options; at++) valid += night.votes[at]?.[unit] ?? 0;
    const registered = night.registered[unit] ?? 0;
    const leaf = night.leaf[unit] ?? 0;
    if (valid > 0) {
      for (let at = 0; at < modelled.length; at++) values[at] = (night.votes[modelled[at] ?? 0]?.[unit] ?? 0) / valid;
      addUnit(moments.shares, covariates.rows, unit, leaf, valid, values);
      products.shares.add(valid, covariates.rows, unit * width, covariates.rows, unit * width);
    }
    if (registered > 0) {
      rate[0] = valid / registered;
      addUnit(moments.rate, covariates.rows, unit, leaf, registered, rate);
      products.rate.add(registered, covariates.rows, unit * width, covariates.rows, unit * width);
    }
  }
  products.shares.finish();
  products.rate.finish();
}

function addUnit(
  design: DesignMoments,
  rows: Float64Array,
  unit: number,
  leaf: number,
  weight: number,
  values: Float64Array,
): void {
  const { width, wx, responses } = design;
  const from = unit * width;
  const to = leaf * width;
  design.units += 1;
  design.weight[leaf] = (design.weight[leaf] ?? 0) + weight;
  for (let i = 0; i < width; i++) {
    wx[to + i] = (wx[to + i] ?? 0) + weight * (rows[from + i] ?? 0);
  }
  for (let at = 0; at < responses.length; at++) {
    const response = responses[at];
    if (response === undefined) continue;
    const weighted = weight * (values[at] ?? 0);
    response.wy[leaf] = (response.wy[leaf] ?? 0) + weighted;
    for (let i = 0; i < width; i++) response.xwy[i] = (response.xwy[i] ?? 0) + weighted * (rows[from + i] ?? 0);
    for (let other = 0; other < values.length; other++)
      response.wyy[other] = (response.wyy[other] ?? 0) + weighted * (values[other] ?? 0);
  }
}
