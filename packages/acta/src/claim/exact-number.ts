import type { Fraction } from "../basics/index.js";

/** An exact ratio of two whole numbers; the denominator is positive. */
export function ratio(numerator: number | bigint, denominator: number | bigint = 1): Fraction {
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}

/** A number as somebody wrote it: its value, and the step of its last place (0.1 for 50.2, 1,000 for 44,000, 1 for 69,546). */
export interface WrittenNumber {
  readonly value: Fraction;
  readonly step: Fraction;
  readonly text: string;
}

const DECIMAL = /^(-?)(\d{1,15})(?:\.(\d{1,9}))?$/;

/** Reads a plain decimal number (`69546`, `50.12`, `-0.6`); `undefined` for anything else: no separators, no exponents. */
export function writtenNumber(text: string): WrittenNumber | undefined {
  const match = DECIMAL.exec(text.trim());
  if (match === null) return undefined;
  const [, sign = "", whole = "", places = ""] = match;
  const denominator = 10n ** BigInt(places.length);
  const digits = BigInt(whole + places);
  const numerator = sign === "-" ? -digits : digits;
  return { value: { numerator, denominator }, step: stepOf(whole, places), text: text.trim() };
}

/** Zeros at the end of a whole number are taken for places that nobody meant: 44,000 is to the thousand. */
function stepOf(whole: string, places: string): Fraction {
  if (places !== "") return ratio(1n, 10n ** BigInt(places.length));
  const zeros = /0*$/.exec(whole)?.[0].length ?? 0;
  return ratio(whole.length === zeros ? 1n : 10n ** BigInt(zeros));
}

/** Negative, zero or positive as one is less than, equal to or more than the other. */
export function compareRatios(one: Fraction, other: Fraction): number {
  const left = one.numerator * other.denominator;
  const right = other.numerator * one.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** One less the other. */
export function minus(one: Fraction, other: Fraction): Fraction {
  return {
    numerator: one.numerator * other.denominator - other.numerator * one.denominator,
    denominator: one.denominator * other.denominator,
  };
}

/** A ratio by a whole number. */
function times(value: Fraction, factor: number): Fraction {
  return { numerator: value.numerator * BigInt(factor), denominator: value.denominator };
}

function distance(one: Fraction, other: Fraction): Fraction {
  const { numerator, denominator } = minus(one, other);
  return { numerator: numerator < 0n ? -numerator : numerator, denominator };
}

/**
 * Whether a value, rounded to the places of what was written, is what was written: at most half a step away, and for numbers that end
 * in zeros no more than a twentieth of the number, since the step of "100,000" alone would let 60,000 pass.
 */
export function roundsTo(value: Fraction, written: WrittenNumber): boolean {
  const away = distance(value, written.value);
  if (compareRatios(times(away, 2), written.step) > 0) return false;
  const isRound = compareRatios(written.step, ratio(1)) > 0;
  return !isRound || compareRatios(times(away, 20), distance(written.value, ratio(0))) <= 0;
}

/** A decimal with so many places, rounded half away from zero: for reading, never for deciding. */
export function decimalText({ numerator, denominator }: Fraction, places: number): string {
  const scale = 10n ** BigInt(places);
  const isNegative = numerator < 0n;
  const doubled = 2n * (isNegative ? -numerator : numerator) * scale + denominator;
  const digits = (doubled / (2n * denominator)).toString().padStart(places + 1, "0");
  const sign = isNegative && /[1-9]/.test(digits) ? "-" : "";
  const whole = digits.slice(0, digits.length - places);
  return places === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-places)}`;
}

/** A value for reading: whole numbers as they are, others with three places. */
export function plainText(value: Fraction): string {
  return value.numerator % value.denominator === 0n ? decimalText(value, 0) : decimalText(value, 3);
}
