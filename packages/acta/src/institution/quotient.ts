/** An exact value that decides about a seat: votes over a divisor, or a quota. Not reduced, so that both parts stay readable. */
export interface Quotient {
  readonly numerator: number;
  /** At least 1. */
  readonly denominator: number;
}

/** Compares two quotients exactly: negative, zero or positive. */
export function compareQuotients(left: Quotient, right: Quotient): number {
  return compareProducts(left.numerator, right.denominator, right.numerator, left.denominator);
}

/**
 * Compares a × b with c × d, all whole numbers from 0 to 2^53 - 1. A product below 2^53 is exact in plain numbers; only where one is
 * larger are big integers needed.
 */
export function compareProducts(a: number, b: number, c: number, d: number): number {
  const left = a * b;
  const right = c * d;
  if (left <= Number.MAX_SAFE_INTEGER && right <= Number.MAX_SAFE_INTEGER) return left - right;
  const exactLeft = BigInt(a) * BigInt(b);
  const exactRight = BigInt(c) * BigInt(d);
  return exactLeft < exactRight ? -1 : exactLeft > exactRight ? 1 : 0;
}

/** The whole part of value × numerator / denominator, exactly. */
export function wholePart(value: number, numerator: number, denominator: number): number {
  const product = value * numerator;
  if (product <= Number.MAX_SAFE_INTEGER) {
    const quotient = Math.floor(product / denominator);
    // A division that was rounded up to a whole number shows in the remainder, which is exact.
    return product - quotient * denominator < 0 ? quotient - 1 : quotient;
  }
  return Number((BigInt(value) * BigInt(numerator)) / BigInt(denominator));
}
