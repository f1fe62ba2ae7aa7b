import { driftOf, inflationOf } from "./inflation.js";
import { linearSpread, meansOf } from "./linear-spread.js";
import type { DomainMiss } from "./margin-miss.js";
import type { DrawPlan } from "./night-draws.js";
import { domainOfNodes, domainsOf } from "./night-domains.js";
import { contendersOf } from "./option-pair.js";
import type { OptionPair } from "./option-pair.js";
import type { OpenForecast } from "./open-forecast.js";

/** What the night has taught so far of one domain. */
export interface DomainLesson {
  /** Its node; the root, where there are no domains. */
  readonly domain: number;
  /** The factor by which the model's own deviations are multiplied. */
  readonly lambda: number;
  /** Votes by which the contenders' margin in the domain's open units is moved: the part of earlier misses that is believed to go on. */
  readonly drift: number;
}

/** What is drawn from, with what the night has taught. */
export interface TaughtPlan extends DrawPlan {
  readonly lessons: readonly DomainLesson[];
  /** The options that misses and drifts are about. */
  readonly contenders: OptionPair;
}

/** Applies to a plan what the misses of earlier editions teach, domain by domain: where the expectation drifts, and by how much it strays. */
export function taught(plan: DrawPlan, misses: readonly DomainMiss[]): TaughtPlan {
  const { night, forecast } = plan;
  const pair = contendersOf(night);
  const domainOf = domainOfNodes(night);
  const scale = plan.scale.slice();
  let shifted = forecast;
  const lessons = domainsOf(night).map((domain): DomainLesson => {
    const own = misses.flatMap((miss) => (miss.domain === domain ? [miss.z] : []));
    const lambda = inflationOf(own);
    const inside = Float64Array.from(forecast.areas, (area) => (domainOf[area] === domain ? 1 : 0));
    const only = { ...plan, scale: inside, flagged: new Uint32Array(0) };
    const drift = driftOf(own) * (own.length === 0 ? 0 : linearSpread(only, { valid: 1, margin: 0 }, pair));
    inside.forEach((mark, at) => void (mark === 1 && (scale[at] = lambda)));
    if (drift !== 0) shifted = drifted({ ...plan, forecast: shifted }, inside, drift, pair);
    return { domain, lambda, drift };
  });
  return { ...plan, forecast: shifted, scale, lessons, contenders: pair };
}

/** The forecast with every share of the marked areas moved alike, so that their margin moves by so many votes. */
function drifted(plan: DrawPlan, inside: Float64Array, votes: number, pair: OptionPair): OpenForecast {
  const { forecast, fit, kept } = plan;
  let valid = 0;
  meansOf(plan, fit.rate, forecast.rate).forEach((rate, at) => {
    valid += (inside[at] ?? 0) * kept * (forecast.registered[at] ?? 0) * rate;
  });
  // One option gains what the other loses: the difference moves by twice the share.
  const step = valid > 0 ? votes / (2 * valid) : 0;
  const shares = forecast.shares.map((form, at) => {
    const option = fit.modelled[at];
    const sign = option === pair[0] ? 1 : option === pair[1] ? -1 : 0;
    return sign === 0
      ? form
      : { ...form, base: form.base.map((base, area) => base + sign * step * (inside[area] ?? 0)) };
  });
  return { ...forecast, shares };
}
