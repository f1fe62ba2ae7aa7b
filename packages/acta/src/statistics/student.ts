import { incompleteBeta } from "./beta-function.js";
import { normalQuantile } from "./normal-curve.js";

/** From so many degrees of freedom on the next term of the expansion is below 1e-9. */
const MANY = 400;

/**
 * The distribution function of Student's t with `freedom` degrees of freedom (any number above 0):
 * one minus half of the incomplete beta function I(nu/(nu+t^2); nu/2, 1/2) (Abramowitz, Stegun 26.7.1, 26.5.27).
 */
export function studentCdf(t: number, freedom: number): number {
  const half = 0.5 * incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5);
  return t > 0 ? 1 - half : half;
}

/** The quantile of Student's t; `p` between 0 and 1. From 400 degrees of freedom on by the expansion in 1/nu (Abramowitz, Stegun 26.7.5). */
export function studentQuantile(p: number, freedom: number): number {
  if (p === 0.5) return 0;
  if (p > 0.5) return -studentQuantile(1 - p, freedom);
  const z = normalQuantile(p);
  if (freedom === Infinity || z === -Infinity) return z;
  const square = z * z;
  const expanded =
    z +
    (z * (square + 1)) / (4 * freedom) +
    (z * ((5 * square + 16) * square + 3)) / (96 * freedom * freedom) +
    (z * (((3 * square + 19) * square + 17) * square - 15)) / (384 * freedom * freedom * freedom);
  return freedom > MANY ? expanded : bisected(p, freedom, expanded);
}

/** The quantile below 0 by halving: the function is monotone, and nothing can go astray at few degrees of freedom. */
function bisected(p: number, freedom: number, near: number): number {
  let low = 2 * near - 1;
  while (studentCdf(low, freedom) > p) low *= 2;
  let high = 0;
  for (let round = 0; round < 200 && high - low > -1e-14 * low; round++) {
    const middle = (low + high) / 2;
    if (studentCdf(middle, freedom) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
