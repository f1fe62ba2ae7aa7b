import { fail, succeed } from "../basics/index.js";
import type { CivilDate, Result } from "../basics/index.js";
import { rulesOf } from "./law-in-force.js";
import type { LawInForce } from "./law-in-force.js";
import type { FeeRule, Matter } from "./law.js";

/** What filings of one matter cost. */
export interface Fee {
  readonly rule: string;
  readonly article: string;
  readonly per: FeeRule["per"];
  /** Hundredths of the currency for one station or filing; half a hundredth is rounded up. */
  readonly cents: number;
  readonly currency: string;
}

/** The fee for a matter on a day. @returns `dispute.noFee` or `dispute.noUnit` when the law gives none. */
export function feeFor(law: LawInForce, matter: Matter, day: CivilDate): Result<Fee> {
  const rule = rulesOf(law, "fee").find((each) => each.matter === matter);
  if (rule === undefined) return fail({ code: "dispute.noFee", context: { matter, day } });
  const unit = law.law.units.find(({ id, from, to }) => id === rule.of && from <= day && day <= to);
  if (unit === undefined) return fail({ code: "dispute.noUnit", context: { unit: rule.of, day } });
  const { numerator, denominator } = rule.part;
  const cents = Number((2n * BigInt(unit.cents) * numerator + denominator) / (2n * denominator));
  return succeed({ rule: rule.id, article: rule.article, per: rule.per, cents, currency: unit.currency });
}
