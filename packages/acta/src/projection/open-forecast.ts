import { annulmentChance } from "./flagged-fate.js";
import type { FatePrior } from "./flagged-fate.js";
import { NO_FATE } from "./night.js";
import type { Covariates, Night } from "./night.js";
import type { OutcomeFit } from "./outcome-fit.js";

/**
 * One outcome of the open units of each area, weighted by the votes that they are expected to bring, as a linear form:
 * value = base + hold * (effect of the area's parent) + line . (change of the coefficients) + N(0, noise). Polling places, units and the
 * area's own effect are integrated out analytically.
 */
export interface OutcomeForm {
  readonly base: Float64Array;
  readonly hold: Float64Array;
  /** `width` values for each area. */
  readonly line: Float64Array;
  readonly noise: Float64Array;
}

/** What is expected of a set of units, by the smallest reported area that has any. */
export interface OpenForecast {
  /** Nodes of these areas, ascending. */
  readonly areas: Uint32Array;
  /** Registered voters of the units in each. */
  readonly registered: Float64Array;
  readonly rate: OutcomeForm;
  readonly shares: readonly OutcomeForm[];
}

/** The fitted outcomes of a night. */
export interface NightFit {
  /** Positions of the options whose shares are modelled: all, or the first of two. */
  readonly modelled: readonly number[];
  readonly rate: OutcomeFit;
  readonly shares: readonly OutcomeFit[];
  /** Cholesky factor of the correlation between the shares' residuals. */
  readonly correlation: Float64Array;
}

/** A station of which nothing is known brings at least this share of its voters to the weights. */
const LEAST_RATE = 0.02;

/**
 * Forms of the units that are asked for, by area.
 * @param fates chances of annulment by class: a flagged sheet without figures that can be read is open, but may be annulled like its class
 */
export function forecastOf(
  night: Night,
  covariates: Covariates,
  fit: NightFit,
  units: Uint32Array,
  fates: readonly FatePrior[] = [],
): OpenForecast {
  const groups = groupUnits(night, units);
  const registered = new Float64Array(units.length);
  const expected = new Float64Array(units.length);
  const doubt = new Float64Array(units.length);
  const sums = new Float64Array(groups.areas.length);
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] ?? 0;
    const lost = annulmentChance(fates[night.fate[unit] ?? NO_FATE]);
    const all = night.registered[unit] ?? 0;
    const voters = all * (1 - lost);
    const rate = Math.min(Math.max(predicted(night, covariates, fit.rate, unit), LEAST_RATE), 1);
    registered[at] = voters;
    expected[at] = voters * rate;
    // Each of its sheets brings all of its votes or none: the variance of a binomial variable.
    doubt[at] = (lost * (1 - lost) * (all * rate) ** 2) / Math.max(night.sheets[unit] ?? 1, 1);
    const group = groups.of[at] ?? 0;
    sums[group] = (sums[group] ?? 0) + voters;
  }
  const ground = { night, covariates, units, groups };
  return {
    areas: groups.areas,
    registered: sums,
    rate: formOf(ground, fit.rate, registered, doubt),
    shares: fit.shares.map((share) => formOf(ground, share, expected, strayDoubt(ground, share, expected, doubt))),
  };
}

/** The expected value of an outcome of one unit. */
function predicted(night: Night, covariates: Covariates, fit: OutcomeFit, unit: number): number {
  const { width, rows } = covariates;
  let value = fit.effect[night.leaf[unit] ?? 0] ?? 0;
  for (let at = 0; at < width; at++) value += (rows[unit * width + at] ?? 0) * (fit.coefficients[at] ?? 0);
  return value;
}

interface Groups {
  readonly areas: Uint32Array;
  /** Position in `areas` of each unit. */
  readonly of: Uint32Array;
}

/** The area node of a leaf: itself, or the parent of a polling place. */
export function areaOf(night: Night, leaf: number): number {
  return (night.tree.level[leaf] ?? 0) > night.areaLevel ? (night.tree.parent[leaf] ?? 0) : leaf;
}

function groupUnits(night: Night, units: Uint32Array): Groups {
  const position = new Int32Array(night.tree.parent.length).fill(-1);
  for (let at = 0; at < units.length; at++) position[areaOf(night, night.leaf[units[at] ?? 0] ?? 0)] = 0;
  const areas: number[] = [];
  position.forEach((mark, node) => {
    if (mark === 0) position[node] = areas.push(node) - 1;
  });
  const of = new Uint32Array(units.length);
  for (let at = 0; at < units.length; at++) of[at] = position[areaOf(night, night.leaf[units[at] ?? 0] ?? 0)] ?? 0;
  return { areas: Uint32Array.from(areas), of };
}

/** What the doubt about units adds to a share's weighted sum: each strays from what its area's open units have together. */
function strayDoubt(
  { night, covariates, units, groups }: FormGround,
  fit: OutcomeFit,
  weights: Float64Array,
  doubt: Float64Array,
): Float64Array {
  const values = Float64Array.from(units, (unit) => predicted(night, covariates, fit, unit));
  const sums = new Float64Array(groups.areas.length);
  const totals = new Float64Array(groups.areas.length);
  for (let at = 0; at < units.length; at++) {
    const group = groups.of[at] ?? 0;
    sums[group] = (sums[group] ?? 0) + (weights[at] ?? 0) * (values[at] ?? 0);
    totals[group] = (totals[group] ?? 0) + (weights[at] ?? 0);
  }
  return doubt.map((variance, at) => {
    const group = groups.of[at] ?? 0;
    const stray = (values[at] ?? 0) - (sums[group] ?? 0) / Math.max(totals[group] ?? 0, 1e-9);
    return variance * stray * stray;
  });
}

interface FormGround {
  readonly night: Night;
  readonly covariates: Covariates;
  readonly units: Uint32Array;
  readonly groups: Groups;
}

/** @param doubt variance that each unit adds to the weighted sum on top of the model's */
function formOf(ground: FormGround, fit: OutcomeFit, weights: Float64Array, doubt: Float64Array | null): OutcomeForm {
  const { night, covariates, units, groups } = ground;
  const width = covariates.width;
  const size = groups.areas.length;
  const total = new Float64Array(size);
  const base = new Float64Array(size);
  const hold = new Float64Array(size);
  const line = new Float64Array(size * width);
  const noise = new Float64Array(size);
  const byLeaf = new Float64Array(night.tree.parent.length);
  const groupOfLeaf = new Int32Array(night.tree.parent.length).fill(-1);
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] ?? 0;
    const group = groups.of[at] ?? 0;
    const leaf = night.leaf[unit] ?? 0;
    const weight = weights[at] ?? 0;
    total[group] = (total[group] ?? 0) + weight;
    byLeaf[leaf] = (byLeaf[leaf] ?? 0) + weight;
    groupOfLeaf[leaf] = group;
    // A unit of weight w adds w * e with Var(e) = s2 / w.
    noise[group] = (noise[group] ?? 0) + weight * fit.variances.unit + (doubt?.[at] ?? 0);
    const from = unit * width;
    const to = group * width;
    for (let i = 0; i < width; i++) line[to + i] = (line[to + i] ?? 0) + weight * (covariates.rows[from + i] ?? 0);
  }
  for (let group = 0; group < size; group++)
    for (let i = 0; i < width; i++)
      base[group] = (base[group] ?? 0) + (line[group * width + i] ?? 0) * (fit.coefficients[i] ?? 0);
  const form = { base, hold, line, noise };
  for (let leaf = 0; leaf < groupOfLeaf.length; leaf++) {
    const group = groupOfLeaf[leaf] ?? -1;
    if (group >= 0) addLeaf(form, fit, group, leaf, byLeaf[leaf] ?? 0, groups.areas[group] !== leaf, width);
  }
  return normalised(form, fit, groups.areas, total, width);
}

/** A polling place: what is seen of it, and what it takes from its area; without places the area takes all. */
function addLeaf(
  form: OutcomeForm,
  fit: OutcomeFit,
  group: number,
  leaf: number,
  weight: number,
  isPlace: boolean,
  width: number,
): void {
  const own = isPlace ? (fit.messages.gain[leaf] ?? 0) : 0;
  form.hold[group] = (form.hold[group] ?? 0) + weight * (1 - own);
  if (!isPlace) return;
  form.noise[group] = (form.noise[group] ?? 0) + weight * weight * (fit.messages.rest[leaf] ?? 0);
  shift(form, fit, group, leaf, weight * own, width);
}

/** Adds `weight` times what is seen from a node. */
function shift(form: OutcomeForm, fit: OutcomeFit, group: number, node: number, weight: number, width: number): void {
  if (weight === 0) return;
  form.base[group] = (form.base[group] ?? 0) + weight * (fit.residual[node] ?? 0);
  for (let i = 0; i < width; i++)
    form.line[group * width + i] = (form.line[group * width + i] ?? 0) - weight * (fit.seen[node * width + i] ?? 0);
}

/** Integrates the area's own effect out and divides by the weights, so that the form is that of a mean. */
function normalised(
  form: OutcomeForm,
  fit: OutcomeFit,
  areas: Uint32Array,
  total: Float64Array,
  width: number,
): OutcomeForm {
  areas.forEach((area, group) => {
    const held = form.hold[group] ?? 0;
    const own = fit.messages.gain[area] ?? 0;
    shift(form, fit, group, area, held * own, width);
    form.noise[group] = (form.noise[group] ?? 0) + held * held * (fit.messages.rest[area] ?? 0);
    const weight = total[group] ?? 0;
    const scale = weight > 0 ? 1 / weight : 0;
    form.hold[group] = held * (1 - own) * scale;
    form.base[group] = (form.base[group] ?? 0) * scale;
    form.noise[group] = (form.noise[group] ?? 0) * scale * scale;
    for (let i = 0; i < width; i++) form.line[group * width + i] = (form.line[group * width + i] ?? 0) * scale;
  });
  return form;
}
