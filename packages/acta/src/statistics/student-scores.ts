import { lnGamma } from "./beta-function.js";
import { exp, ln } from "./elementary.js";
import { studentCdf } from "./student.js";

/**
 * Continuous ranked probability score of a forecast by Student's distribution with a scale (Jordan, Krueger, Lerch 2019, appendix A):
 * scale (z (2 F(z) - 1) + 2 f(z) (nu + z^2) / (nu - 1) - 2 sqrt(nu) / (nu - 1) B(1/2, nu - 1/2) / B(1/2, nu / 2)^2).
 * @param freedom degrees of freedom above 1
 */
export function studentCrps(error: number, scale: number, freedom: number): number {
  if (scale <= 0) return Math.abs(error);
  const z = error / scale;
  const half = betaFunction(0.5, freedom / 2);
  const density = exp((-(freedom + 1) / 2) * ln(1 + (z * z) / freedom)) / (Math.sqrt(freedom) * half);
  const pairs = (2 * Math.sqrt(freedom) * betaFunction(0.5, freedom - 0.5)) / ((freedom - 1) * half * half);
  return scale * (z * (2 * studentCdf(z, freedom) - 1) + (2 * density * (freedom + z * z)) / (freedom - 1) - pairs);
}

function betaFunction(a: number, b: number): number {
  return exp(lnGamma(a) + lnGamma(b) - lnGamma(a + b));
}
