import type { Problem } from "../basics/index.js";
import type { SeatRequest, SeatStep, UndecidedSeats } from "./seat-allocation.js";
import { compareProducts, wholePart } from "./quotient.js";
import type { Quotient } from "./quotient.js";
import { divisorAfter } from "./seat-method.js";
import type { QuotaRule, ResidualRule } from "./seat-method.js";

/** A seat won by a residual rule, while a majority clause may still take it away. */
interface ResidualSeat {
  readonly at: number;
  readonly rule: number;
  readonly value: Quotient;
}

/**
 * One distribution of seats while it goes on: whole quotas, residual rules, majority clause, lists without enough candidates. Used once.
 * Lists are positions here; `seats` is the outcome.
 */
export class SeatRun {
  readonly seats: number[];
  quota: Quotient | null = null;
  undecided: UndecidedSeats | null = null;
  empty = 0;

  readonly #request: SeatRequest;
  readonly #votes: readonly number[];
  readonly #total: number;
  readonly #steps: SeatStep[] | null;
  /** Seats of each list by each residual rule, for rules that limit them. */
  readonly #taken: number[][];
  readonly #residual: ResidualSeat[] = [];
  readonly #keepsResidual: boolean;
  #lotsUsed = 0;
  /** Lists may not go above their candidates. Only at the end: the law distributes first and looks at the lists afterwards. */
  #capped = false;
  #remainders: readonly number[] = [];

  constructor(request: SeatRequest, steps: SeatStep[] | null) {
    this.#request = request;
    this.#votes = request.lists.map(({ votes }) => votes);
    this.#total = this.#votes.reduce((sum, each) => sum + each, 0);
    this.#steps = steps;
    this.seats = this.#votes.map(() => 0);
    this.#taken = request.method.residual.map(() => this.#votes.map(() => 0));
    this.#keepsResidual = request.method.majorityClause || request.lists.some(({ candidates }) => candidates !== null);
  }

  /** Runs to the end. @returns a problem, or null; a tie without a lot stops it with `undecided`. */
  complete(): Problem | null {
    const { method, seats, lists } = this.#request;
    if (this.#total === 0) {
      this.empty = seats;
      return null;
    }
    let left = seats;
    if (method.quota !== null) {
      left -= this.#wholeQuotas(method.quota);
      if (left < 0) return { code: "seats.quotaTooSmall", context: { seats, given: seats - left } };
    }
    const problem = this.#fill(left) ?? (method.majorityClause ? this.#majorityClause() : null);
    if (problem !== null || this.undecided !== null) return problem;
    return lists.some(({ candidates }) => candidates !== null) ? this.#withinCandidates() : null;
  }

  /** Gives one seat for every whole quota. @returns how many in all. */
  #wholeQuotas(rule: QuotaRule): number {
    const quota = quotaOf(rule, this.#total, this.#request.seats);
    this.quota = quota;
    const { numerator, denominator } = quota;
    let given = 0;
    const remainders: number[] = [];
    this.#votes.forEach((votes, at) => {
      const whole = wholePart(votes, denominator, numerator);
      this.seats[at] = whole;
      given += whole;
      // Below one quota, so it is at most the quota's numerator.
      remainders.push(Number(BigInt(votes) * BigInt(denominator) - BigInt(whole) * BigInt(numerator)));
      if (whole > 0) this.#step(at, whole, "quota", null, false);
    });
    this.#remainders = remainders;
    return given;
  }

  /** Gives so many seats one at a time by the residual rules; what nobody may take stays empty. */
  #fill(seats: number): Problem | null {
    const { residual } = this.#request.method;
    for (let left = seats; left > 0; left--) {
      let tied: readonly number[] = [];
      let rule = 0;
      for (; rule < residual.length; rule++) {
        const each = residual[rule];
        if (each !== undefined) tied = this.#best(each, rule);
        if (tied.length > 0) break;
      }
      if (tied.length === 0) {
        this.empty += left;
        return null;
      }
      // As many seats as equal values: each gets one, whatever their order.
      const equal = tied.length > left ? this.#tieLeft(tied) : tied;
      const byLot = equal.length > left;
      const chosen = byLot ? this.#draw(equal, left, "gaining") : (equal[0] ?? -1);
      if (typeof chosen !== "number") return chosen;
      if (chosen < 0) return null;
      this.#give(chosen, rule, byLot);
    }
    return null;
  }

  /** The lists with the highest value by a rule among those that may take a seat by it; empty when nobody may. */
  #best(rule: ResidualRule, ruleAt: number): readonly number[] {
    let best: number[] = [];
    let top = 0;
    let topDivisor = 1;
    const taken = this.#taken[ruleAt];
    for (let at = 0; at < this.#votes.length; at++) {
      const votes = this.#votes[at] ?? 0;
      if (votes === 0) continue;
      const seats = this.seats[at] ?? 0;
      if (rule.mostEach !== null && (taken?.[at] ?? 0) >= rule.mostEach) continue;
      if (this.#capped && seats >= (this.#request.lists[at]?.candidates ?? Infinity)) continue;
      if (rule.kind === "remainders" && !this.#hasLeastQuotas(rule, votes)) continue;
      const value = rule.kind === "averages" ? votes : (this.#remainders[at] ?? 0);
      const divisor = rule.kind === "averages" ? divisorAfter(rule.divisors, seats) : 1;
      const order = best.length === 0 ? 1 : compareProducts(value, topDivisor, top, divisor);
      if (order < 0) continue;
      if (order === 0) best.push(at);
      else {
        best = [at];
        top = value;
        topDivisor = divisor;
      }
    }
    return best;
  }

  #hasLeastQuotas(rule: Extract<ResidualRule, { kind: "remainders" }>, votes: number): boolean {
    if (rule.leastQuotas === null || this.quota === null) return true;
    const { numerator, denominator } = rule.leastQuotas;
    return BigInt(votes) * BigInt(this.quota.denominator) * denominator >= numerator * BigInt(this.quota.numerator);
  }

  /** Among equal values: the larger remainder where the law says so, otherwise all of them. */
  #tieLeft(tied: readonly number[]): readonly number[] {
    if (this.#request.method.tieBy !== "largestRemainder" || this.#remainders.length === 0) return tied;
    const most = tied.reduce((high, at) => Math.max(high, this.#remainders[at] ?? 0), 0);
    return tied.filter((at) => this.#remainders[at] === most);
  }

  /** The lot for one of these lists. @returns the list, -1 when a lot is missing, or a problem. */
  #draw(equal: readonly number[], seats: number, about: UndecidedSeats["about"]): number | Problem {
    const { lists, lots } = this.#request;
    const drawn = lots[this.#lotsUsed];
    if (drawn === undefined) {
      this.undecided = { seats, between: equal.map((at) => lists[at]?.list ?? ""), about };
      return -1;
    }
    const chosen = equal.find((at) => lists[at]?.list === drawn);
    if (chosen === undefined) {
      const between = equal.map((at) => lists[at]?.list ?? "").join(", ");
      return { code: "seats.lotNotTied", context: { list: drawn, between } };
    }
    this.#lotsUsed++;
    return chosen;
  }

  #give(at: number, ruleAt: number, byLot: boolean): void {
    const rule = this.#request.method.residual[ruleAt];
    if (rule === undefined) return;
    const taken = this.#taken[ruleAt];
    if (taken !== undefined) taken[at] = (taken[at] ?? 0) + 1;
    if (this.#steps !== null || this.#keepsResidual) {
      const value = this.#valueOf(rule, at);
      if (this.#keepsResidual) this.#residual.push({ at, rule: ruleAt, value });
      this.#step(at, 1, rule.kind === "averages" ? "average" : "remainder", value, byLot);
    }
    this.seats[at] = (this.seats[at] ?? 0) + 1;
  }

  #valueOf(rule: ResidualRule, at: number): Quotient {
    return rule.kind === "averages"
      ? {
          numerator: (this.#votes[at] ?? 0) * rule.divisors.unit,
          denominator: divisorAfter(rule.divisors, this.seats[at] ?? 0),
        }
      : { numerator: this.#remainders[at] ?? 0, denominator: this.quota?.denominator ?? 1 };
  }

  /** More than half of the votes and not more than half of the seats: the last residual seat goes to that list. */
  #majorityClause(): Problem | null {
    const major = this.#votes.findIndex((votes) => 2 * votes > this.#total);
    if (major < 0 || 2 * (this.seats[major] ?? 0) > this.#request.seats) return null;
    const last = this.#residual.findLast(({ at }) => at !== major);
    if (last === undefined) return null;
    const equal = this.#residual.filter(
      ({ at, rule, value }) =>
        at !== major &&
        rule === last.rule &&
        compareProducts(value.numerator, last.value.denominator, last.value.numerator, value.denominator) === 0,
    );
    const givers = [...new Set(equal.map(({ at }) => at))].toSorted((a, b) => a - b);
    const giver = givers.length > 1 ? this.#draw(givers, 1, "givingUp") : last.at;
    if (typeof giver !== "number") return giver;
    if (giver < 0) return null;
    this.seats[giver] = (this.seats[giver] ?? 0) - 1;
    // It may win one by the same rule again, should a seat become free.
    const taken = this.#taken[last.rule];
    if (taken !== undefined) taken[giver] = (taken[giver] ?? 0) - 1;
    this.#step(giver, -1, "majorityClause", null, givers.length > 1);
    this.seats[major] = (this.seats[major] ?? 0) + 1;
    this.#step(major, 1, "majorityClause", null, false);
    return null;
  }

  /** Takes back what a list has no candidates for, and gives it by the same residual rules to lists that have. */
  #withinCandidates(): Problem | null {
    let free = 0;
    this.#request.lists.forEach(({ candidates }, at) => {
      const excess = (this.seats[at] ?? 0) - (candidates ?? Infinity);
      if (excess <= 0) return;
      this.seats[at] = (this.seats[at] ?? 0) - excess;
      free += excess;
      this.#step(at, -excess, "tooFewCandidates", null, false);
    });
    this.#capped = true;
    return this.#fill(free);
  }

  #step(at: number, change: number, by: SeatStep["by"], value: Quotient | null, byLot: boolean): void {
    this.#steps?.push({ list: this.#request.lists[at]?.list ?? "", change, by, value, byLot });
  }
}

function quotaOf({ plus, rounding }: QuotaRule, votes: number, seats: number): Quotient {
  const parts = seats + plus;
  if (parts === 0) return { numerator: votes + 1, denominator: 1 };
  const whole = Math.floor(votes / parts);
  switch (rounding) {
    case "exact":
      return { numerator: votes, denominator: parts };
    case "down":
      return { numerator: Math.max(whole, 1), denominator: 1 };
    case "up":
      return { numerator: whole * parts === votes ? whole : whole + 1, denominator: 1 };
    case "next":
      return { numerator: whole + 1, denominator: 1 };
  }
}
