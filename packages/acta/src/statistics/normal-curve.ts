import { exp, ln } from "./elementary.js";

/** 1 / sqrt(2 pi). */
const PEAK = 0.3989422804014327;
/** From here on the series needs too many terms and loses digits; the continued fraction takes over. */
const FAR = 2.5;

/** The density of the standard normal distribution. */
export function normalDensity(x: number): number {
  return PEAK * exp(-0.5 * x * x);
}

/**
 * Phi, the distribution function of the standard normal: relative error below 1e-13 on both sides, so that small chances are right too.
 * Near 0 the series 1/2 + phi(x) (x + x^3/3 + x^5/(3 5) + ...) (Abramowitz, Stegun 26.2.11; Marsaglia 2004), in the tails Laplace's
 * continued fraction (26.2.14).
 */
export function normalCdf(x: number): number {
  if (x < -FAR) return tail(-x);
  if (x > FAR) return 1 - tail(x);
  let term = x;
  let sum = x;
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return 0.5 + normalDensity(x) * sum;
}

/** P(X > x) far out. */
function tail(x: number): number {
  if (x > 38.5) return 0;
  let fraction = x;
  for (let at = 80; at >= 1; at--) fraction = x + at / fraction;
  return normalDensity(x) / fraction;
}

/**
 * The quantile of the standard normal: the x with Phi(x) = p, for p between 0 and 1 (both excluded; -Infinity and Infinity there).
 * A first value (Abramowitz, Stegun 26.2.23, off by at most 4.5e-4), then Halley's method to the last bits.
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) return p <= 0 ? -Infinity : p >= 1 ? Infinity : NaN;
  if (p === 0.5) return 0;
  if (p > 0.5) return -normalQuantile(1 - p);
  const t = Math.sqrt(-2 * ln(p));
  let x = (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
  for (let round = 0; round < 3; round++) {
    const step = (normalCdf(x) - p) / normalDensity(x);
    x -= step / (1 + (x * step) / 2);
  }
  return x;
}
