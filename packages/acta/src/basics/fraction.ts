/**
 * An exact share of two whole numbers, with its decimal for reading.
 * `numerator` and `denominator` are what was counted, not reduced, so that the base stays visible.
 */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
  /** numerator / denominator rounded half up to 9 places; null when the denominator is 0. */
  readonly decimal: number | null;
}

const DECIMALS = 9;
const SCALE = 10n ** BigInt(DECIMALS);

/** Makes a share. Both arguments are whole numbers; the decimal is computed exactly and rounded once, half away from zero. */
export function share(numerator: number, denominator: number): Share {
  if (denominator === 0) return { numerator, denominator, decimal: null };
  if (numerator >= 0 && numerator <= MOST_PLAIN && denominator > 0 && denominator <= MOST_PLAIN)
    return { numerator, denominator, decimal: plainDecimal(numerator, denominator) };
  const doubled = 2n * BigInt(numerator) * SCALE;
  const base = BigInt(denominator);
  const shifted = doubled >= 0n ? doubled + base : doubled - base;
  return { numerator, denominator, decimal: Number(shifted / (2n * base)) / Number(SCALE) };
}

/** Up to here a count times 10^9 is a safe integer: the same digits without big integers, many times faster. */
const MOST_PLAIN = 9_000_000;

function plainDecimal(numerator: number, denominator: number): number {
  const scaled = numerator * 1e9;
  let quotient = Math.floor(scaled / denominator);
  // The division may have been rounded up to a whole number; the remainder is exact and tells.
  if (scaled - quotient * denominator < 0) quotient--;
  const rest = scaled - quotient * denominator;
  return (2 * rest >= denominator ? quotient + 1 : quotient) / 1e9;
}

/** An exact ratio of integers, as the law writes it (more than 1/2, at least 5/100). */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const FRACTION = /^(\d{1,15})\/(\d{1,15})$/;

/**
 * Reads a fraction such as `1/2` or `5/100`.
 * @returns `undefined` for anything else and for a zero denominator.
 */
export function parseFraction(text: string): Fraction | undefined {
  const match = FRACTION.exec(text);
  const numerator = match?.[1];
  const denominator = match?.[2];
  if (numerator === undefined || denominator === undefined) return undefined;
  const fraction = { numerator: BigInt(numerator), denominator: BigInt(denominator) };
  return fraction.denominator === 0n ? undefined : fraction;
}

/** Compares part/whole with a fraction exactly: negative, zero or positive. `whole` must be positive. */
export function compareToFraction(part: number, whole: number, fraction: Fraction): number {
  const left = BigInt(part) * fraction.denominator;
  const right = BigInt(whole) * fraction.numerator;
  return left < right ? -1 : left > right ? 1 : 0;
}
