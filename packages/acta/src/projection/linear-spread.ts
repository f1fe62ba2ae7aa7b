import { solveFactorised } from "../statistics/index.js";
import { flaggedFate } from "./flagged-fate.js";
import type { DrawPlan } from "./night-draws.js";
import { NO_FATE } from "./night.js";
import type { OutcomeForm } from "./open-forecast.js";
import type { OutcomeFit } from "./outcome-fit.js";

/** What is expected of the whole contest. */
export interface WholeExpectation {
  /** Counted and expected votes of all options. */
  readonly valid: number;
  /** Expected margin of the first two options over `valid`. */
  readonly margin: number;
}

/**
 * Standard deviation of the margin of two options as a part of the valid votes, model alone, to first order and without draws: the votes of
 * an area are rate times share, both linear in normal values, so the margin is linear in them near its expectation (delta method). Agrees
 * with the draws; takes a thousandth of their time, which is what a backtest of thousands of projections needs.
 */
export function linearSpread(plan: DrawPlan, whole: WholeExpectation): number {
  const { forecast, fit, kept } = plan;
  let variance = flaggedVariance(plan, whole);
  if (forecast.areas.length === 0) return Math.sqrt(variance);
  const scale = kept / Math.max(whole.valid, 1);
  const rates = meansOf(plan, fit.rate, forecast.rate);
  const difference = differencesOf(plan);
  const byShare = rates.map((rate, at) => scale * (forecast.registered[at] ?? 0) * rate);
  const byRate = difference.map((own, at) => scale * (forecast.registered[at] ?? 0) * (own - whole.margin));
  variance += formVariance(plan, fit.rate, forecast.rate, byRate) + sharesVariance(plan, byShare);
  return Math.sqrt(variance);
}

function meansOf({ forecast, night }: DrawPlan, fit: OutcomeFit, form: OutcomeForm): Float64Array {
  const { parent } = night.tree;
  return form.base.map(
    (base, at) => base + (form.hold[at] ?? 0) * (fit.effect[parent[forecast.areas[at] ?? 0] ?? 0] ?? 0),
  );
}

/** Share of the first option less that of the second, by area. */
function differencesOf(plan: DrawPlan): Float64Array {
  const { fit, forecast } = plan;
  const [first, second] = fit.shares.map((share, at) => {
    const form = forecast.shares[at];
    return form === undefined ? new Float64Array(0) : meansOf(plan, share, form);
  });
  if (first === undefined) return new Float64Array(forecast.areas.length);
  if (second !== undefined) return first.map((share, at) => share - (second[at] ?? 0));
  return first.map((share) => (fit.modelled[0] === 0 ? 2 * share - 1 : 1 - 2 * share));
}

/** Of one modelled share the difference is twice it; of two the correlation of their residuals holds. */
function sharesVariance(plan: DrawPlan, weights: Float64Array): number {
  const { fit, forecast } = plan;
  const [first = 0, second] = fit.shares.slice(0, 2).map((share, at) => {
    const form = forecast.shares[at];
    return form === undefined ? 0 : formVariance(plan, share, form, weights);
  });
  if (second === undefined) return 4 * first;
  const correlation = fit.correlation[fit.shares.length] ?? 0;
  return first + second - 2 * correlation * Math.sqrt(first * second);
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

function flaggedVariance({ night, fates, flagged }: DrawPlan, whole: WholeExpectation): number {
  const margins = fates.map((): number[] => []);
  for (const unit of flagged) {
    const first = night.votes[0]?.[unit] ?? 0;
    const second = night.votes[1]?.[unit] ?? 0;
    margins[night.fate[unit] ?? NO_FATE]?.push((first - second) / Math.max(whole.valid, 1));
  }
  return fates.reduce((sum, fate, at) => sum + flaggedFate(margins[at] ?? [], fate).variance, 0);
}
