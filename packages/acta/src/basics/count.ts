declare const countBrand: unique symbol;

/** A number of votes, ballots, voters or sheets: a whole number from 0 to 2^53 - 1. Comes only from `parseCount` or `isCount`. */
export type Count = number & { readonly [countBrand]: true };

/** True for a whole number from 0 to 2^53 - 1. */
export function isCount(value: unknown): value is Count {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0);
}

/** Digits are bounded so that the sum stays a safe integer while it is built. */
const MOST_DIGITS = 15;

/**
 * Reads a count written in plain decimal digits.
 * @returns the count, or `undefined` when the text is empty, signed, fractional, longer than 15 digits or anything else.
 */
export function parseCount(text: string): Count | undefined {
  const length = text.length;
  if (length === 0 || length > MOST_DIGITS) return undefined;
  let value = 0;
  for (let at = 0; at < length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return isCount(value) ? value : undefined;
}
