import type { Fraction } from "../basics/index.js";

/**
 * A row of divisors: `first`, and from the last of these on always `step` more. In units of 1/`unit`, so that a first divisor of 1.4
 * is a whole number too. Strictly increasing.
 */
export interface Divisors {
  readonly first: readonly number[];
  readonly step: number;
  readonly unit: number;
}

/** What one seat costs: votes / (seats + `plus`), exact or rounded as the law says; `next` is the next larger whole number (floor + 1). */
export interface QuotaRule {
  readonly plus: number;
  readonly rounding: "exact" | "down" | "up" | "next";
}

/** How seats that whole quotas leave over are given, one at a time. */
export type ResidualRule =
  | {
      readonly kind: "averages";
      readonly divisors: Divisors;
      /** At most so many seats for a list by this rule; null for any number. */
      readonly mostEach: number | null;
    }
  | {
      readonly kind: "remainders";
      readonly mostEach: number | null;
      /** Only lists with at least this part of a quota in votes take part; null for all. */
      readonly leastQuotas: Fraction | null;
    };

/**
 * A way from votes to seats: whole quotas first (or none), then the residual rules in order, each until nobody is left who may
 * take a seat by it.
 */
export interface SeatMethod {
  readonly quota: QuotaRule | null;
  readonly residual: readonly ResidualRule[];
  /** What decides between equal values before lots do. */
  readonly tieBy: "lot" | "largestRemainder";
  /** A list with more than half of the votes and not more than half of the seats takes the last residual seat. */
  readonly majorityClause: boolean;
}

const row = (first: readonly number[], step: number, unit = 1): Divisors => ({ first, step, unit });
const averages = (divisors: Divisors): SeatMethod => ({
  quota: null,
  residual: [{ kind: "averages", divisors, mostEach: null }],
  tieBy: "lot",
  majorityClause: false,
});
const remainders = (plus: number, rounding: QuotaRule["rounding"]): SeatMethod => ({
  quota: { plus, rounding },
  residual: [{ kind: "remainders", mostEach: 1, leastQuotas: null }],
  tieBy: "lot",
  majorityClause: false,
});

/** 1, 2, 3, ... (D'Hondt, Jefferson). */
export const D_HONDT: Divisors = row([1], 1);
/** 1, 3, 5, ... (Sainte-Laguë, Webster). */
const SAINTE_LAGUE: Divisors = row([1], 2);

const thenAverages = (quota: QuotaRule, tieBy: SeatMethod["tieBy"]): SeatMethod => ({
  quota,
  residual: [{ kind: "averages", divisors: D_HONDT, mostEach: null }],
  tieBy,
  majorityClause: false,
});

/** Methods with a name, as a rule or a command may name them. Pukelsheim, Proportional Representation (2017), ch. 3 to 5. */
export const SEAT_METHODS = {
  dHondt: averages(D_HONDT),
  sainteLague: averages(SAINTE_LAGUE),
  modifiedSainteLague: averages(row([14, 30], 20, 10)),
  danish: averages(row([1], 3)),
  imperialiDivisors: averages(row([2], 1)),
  hare: remainders(0, "exact"),
  droop: remainders(1, "next"),
  imperialiQuota: remainders(2, "exact"),
  hareThenDHondt: thenAverages({ plus: 0, rounding: "exact" }, "lot"),
  hagenbachBischoff: thenAverages({ plus: 1, rounding: "next" }, "largestRemainder"),
} as const satisfies Readonly<Record<string, SeatMethod>>;

/** Name of a method. */
export type SeatMethodName = keyof typeof SEAT_METHODS;

/** True for a name of a method. */
export function isSeatMethodName(text: string): text is SeatMethodName {
  return Object.hasOwn(SEAT_METHODS, text);
}

/** The divisor of the seat after so many seats. */
export function divisorAfter({ first, step }: Divisors, seats: number): number {
  const known = first[seats];
  return known ?? (first[first.length - 1] ?? 1) + step * (seats - first.length + 1);
}

/** The divisors of a method that is nothing but averages, without limits for a list; null for any other. */
export function plainDivisors({ quota, residual, majorityClause }: SeatMethod): Divisors | null {
  const [rule] = residual;
  const isPlain = quota === null && !majorityClause && rule?.kind === "averages" && rule.mostEach === null;
  return isPlain ? rule.divisors : null;
}
