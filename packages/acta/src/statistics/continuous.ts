import type { Generator } from "../basics/index.js";
import { exp, ln } from "./elementary.js";
import { normal } from "./normal.js";

/** A draw from the gamma distribution with this shape (above 0) and scale 1 (Marsaglia, Tsang 2000), exact. */
export function gamma(source: Generator, shape: number): number {
  if (shape < 1) return gamma(source, shape + 1) * exp(ln(1 - source.next()) / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(source);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    const u = 1 - source.next();
    const square = x * x;
    if (u < 1 - 0.0331 * square * square) return d * v;
    if (ln(u) < 0.5 * square + d * (1 - v + ln(v))) return d * v;
  }
}

/** A draw from the beta distribution: G(a) / (G(a) + G(b)), exact. Shapes above 0. */
export function beta(source: Generator, a: number, b: number): number {
  const left = gamma(source, a);
  const sum = left + gamma(source, b);
  // Both may underflow when the shapes are tiny: the distribution is then two points.
  return sum > 0 ? left / sum : source.next() < a / (a + b) ? 1 : 0;
}

/**
 * Draws shares that add up to 1 around `means` (which add up to 1) into `out`.
 * `correlation` is the intraclass correlation rho of the Dirichlet-multinomial: 0 gives the means themselves, 1 gives
 * everything to one share. The parameters are `means * (1 / rho - 1)` (Mosimann 1962).
 */
export function dirichlet(source: Generator, means: Float64Array, correlation: number, out: Float64Array): void {
  if (correlation <= 0) {
    out.set(means);
    return;
  }
  const concentration = 1 / correlation - 1;
  let sum = 0;
  for (let at = 0; at < means.length; at++) {
    const shape = (means[at] ?? 0) * concentration;
    const drawn = shape > 0 ? gamma(source, shape) : 0;
    out[at] = drawn;
    sum += drawn;
  }
  if (sum > 0) for (let at = 0; at < out.length; at++) out[at] = (out[at] ?? 0) / sum;
  else onePoint(source, means, out);
}

/** The limit of a Dirichlet distribution with tiny parameters: all weight on one share, chosen by the means. */
function onePoint(source: Generator, means: Float64Array, out: Float64Array): void {
  let left = source.next();
  let chosen = 0;
  for (let at = 0; at < means.length; at++) {
    const mean = means[at] ?? 0;
    if (mean > 0) chosen = at;
    left -= mean;
    if (left < 0) break;
  }
  out.fill(0);
  out[chosen] = 1;
}
