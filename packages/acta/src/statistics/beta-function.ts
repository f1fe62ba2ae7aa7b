import { exp, ln } from "./elementary.js";

/** The regularised incomplete beta function I(x; a, b), x from 0 to 1, by its continued fraction (Abramowitz, Stegun 26.5.8; Lentz's method). */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges fast below the mean; above it the other tail is asked.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * ln(x) + b * ln(1 - x)) / a;
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 1_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return front * fraction;
}

/** The logarithm of the gamma function for x above 0: Stirling's series after a shift to 10 and above (Abramowitz, Stegun 6.1.41). */
export function lnGamma(x: number): number {
  let shift = 0;
  let at = x;
  while (at < 10) {
    shift += ln(at);
    at += 1;
  }
  const inverse = 1 / (at * at);
  const series =
    (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1_260 - inverse * (1 / 1_680 - inverse * (1 / 1_188))))) / at;
  return (at - 0.5) * ln(at) - at + 0.9189385332046727 + series - shift;
}
