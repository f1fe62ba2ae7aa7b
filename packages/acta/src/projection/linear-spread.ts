import { solveFactorised } from "../statistics/index.js";
import { flaggedFate } from "./flagged-fate.js";
import type { DrawPlan } from "./night-draws.js";
import { NO_FATE } from "./night.js";
import type { OutcomeForm } from "./open-forecast.js";
import type { OptionPair } from "./option-pair.js";
import type { OutcomeFit } from "./outcome-fit.js";

/** What is expected of the whole contest. */
export interface WholeExpectation {
  /** Counted and expected votes of all options. */
  readonly valid: number;
  /** Expected margin of the two options over `valid`. */
  readonly margin: number;
}

/**
 * Standard deviation of the margin of two options as a part of the valid votes, model alone, to first order and without draws: the votes of
 * an area are rate times share, both linear in normal values, so the margin is linear in them near its expectation (delta method). Agrees
 * with the draws; takes a thousandth of their time, which is what a backtest of thousands of projections needs.
 * @param pair the options whose difference is the margin
 */
export function linearSpread(plan: DrawPlan, whole: WholeExpectation, pair: OptionPair): number {
  const { forecast, fit, kept, scale } = plan;
  let variance = flaggedVariance(plan, whole, pair);
  if (forecast.areas.length === 0) return Math.sqrt(variance);
  const part = kept / Math.max(whole.valid, 1);
  const rates = meansOf(plan, fit.rate, forecast.rate);
  const difference = differencesOf(plan, pair);
  const byShare = rates.map((rate, at) => part * (scale[at] ?? 1) * (forecast.registered[at] ?? 0) * rate);
  const byRate = difference.map(
    (own, at) => part * (scale[at] ?? 1) * (forecast.registered[at] ?? 0) * (own - whole.margin),
  );
  variance += formVariance(plan, fit.rate, forecast.rate, byRate) + sharesVariance(plan, byShare, pair);
  return Math.sqrt(variance);
}

/** Expected value of an outcome by area of the forecast. */
export function meansOf({ forecast, night }: DrawPlan, fit: OutcomeFit, form: OutcomeForm): Float64Array {
  const { parent } = night.tree;
  return form.base.map(
    (base, at) => base + (form.hold[at] ?? 0) * (fit.effect[parent[forecast.areas[at] ?? 0] ?? 0] ?? 0),
  );
}

/** Share of the pair's first option less that of its second, by area. */
function differencesOf(plan: DrawPlan, pair: OptionPair): Float64Array {
  const { fit, forecast } = plan;
  const means = (at: number): Float64Array => {
    const share = fit.shares[at];
    const form = forecast.shares[at];
    return share === undefined || form === undefined
      ? new Float64Array(forecast.areas.length)
      : meansOf(plan, share, form);
  };
  if (fit.shares.length === 1)
    return means(0).map((share) => (fit.modelled[0] === pair[0] ? 2 * share - 1 : 1 - 2 * share));
  const second = means(fit.modelled.indexOf(pair[1]));
  return means(fit.modelled.indexOf(pair[0])).map((share, at) => share - (second[at] ?? 0));
}

/** Of one modelled share the difference is twice it; of two the correlation of their residuals holds. */
function sharesVariance(plan: DrawPlan, weights: Float64Array, pair: OptionPair): number {
  const { fit, forecast } = plan;
  const variance = (at: number): number => {
    const share = fit.shares[at];
    const form = forecast.shares[at];
    return share === undefined || form === undefined ? 0 : formVariance(plan, share, form, weights);
  };
  if (fit.shares.length === 1) return 4 * variance(0);
  const [one, other] = pair.map((option) => fit.modelled.indexOf(option));
  const first = variance(one ?? 0);
  const second = variance(other ?? 0);
  return first + second - 2 * correlationOf(fit, one ?? 0, other ?? 0) * Math.sqrt(first * second);
}

/** From the Cholesky factor: the product of two of its rows. */
function correlationOf({ shares, correlation }: DrawPlan["fit"], one: number, other: number): number {
  const size = shares.length;
  let sum = 0;
  for (let at = 0; at < size; at++) sum += (correlation[one * size + at] ?? 0) * (correlation[other * size + at] ?? 0);
  return sum;
}

/** Variance of a weighted sum of one outcome over the areas: coefficients, effects of the areas above, noise. */
function formVariance(plan: DrawPlan, fit: OutcomeFit, form: OutcomeForm, weights: Float64Array): number {
  const { parent } = plan.night.tree;
  const width = fit.coefficients.length;
  const line = new Float64Array(width);
  const passed = new Float64Array(parent.length);
  let variance = 0;
  plan.forecast.areas.forEach((area, at) => {
    const weight = weights[at] ?? 0;
    variance += weight * weight * (form.noise[at] ?? 0);
    const above = parent[area] ?? 0;
    passed[above] = (passed[above] ?? 0) + weight * (form.hold[at] ?? 0);
    for (let i = 0; i < width; i++) line[i] = (line[i] ?? 0) + weight * (form.line[at * width + i] ?? 0);
  });
  for (let node = parent.length - 1; node >= 0; node--) {
    const weight = passed[node] ?? 0;
    if (weight === 0) continue;
    const own = fit.messages.gain[node] ?? 0;
    variance += weight * weight * (fit.messages.rest[node] ?? 0);
    const above = parent[node] ?? -1;
    if (above >= 0) passed[above] = (passed[above] ?? 0) + weight * (1 - own);
    for (let i = 0; i < width; i++) line[i] = (line[i] ?? 0) - weight * own * (fit.seen[node * width + i] ?? 0);
  }
  const solved = line.slice();
  solveFactorised(fit.information, width, solved);
  for (let i = 0; i < width; i++) variance += (line[i] ?? 0) * (solved[i] ?? 0);
  return variance;
}

function flaggedVariance({ night, fates, flagged }: DrawPlan, whole: WholeExpectation, [of, over]: OptionPair): number {
  const margins = fates.map((): number[] => []);
  for (const unit of flagged) {
    const first = night.votes[of]?.[unit] ?? 0;
    const second = night.votes[over]?.[unit] ?? 0;
    margins[night.fate[unit] ?? NO_FATE]?.push((first - second) / Math.max(whole.valid, 1));
  }
  return fates.reduce((sum, fate, at) => sum + flaggedFate(margins[at] ?? [], fate).variance, 0);
}
