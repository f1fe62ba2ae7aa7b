import { compareToFraction, parseFraction } from "../basics/index.js";
import type { Fraction } from "../basics/index.js";
import type { CheckSetting } from "../election/index.js";
import { FINDINGS, FINDING_CODES, codeOfRule, isFindingCode } from "./finding-codes.js";
import type { FindingCode, FindingSeverity } from "./finding-codes.js";

/** A share with its parts as plain numbers too: comparing with big numbers on every sheet would cost more than all checks. */
export interface Limit {
  readonly numerator: number;
  readonly denominator: number;
  readonly exact: Fraction;
}

/** One rule as an election uses it. */
export interface CompiledRule {
  readonly code: FindingCode;
  readonly severity: FindingSeverity | "off";
  /** Votes: a difference that is let pass, or the least size that is looked at. */
  readonly tolerance: number;
  readonly limit: Limit | null;
  readonly suppresses: readonly FindingCode[];
}

/** Names in the definition's `checks` that are no rule of the registry: slips that the person who wrote them must see. */
export function unknownRules(checks: readonly CheckSetting[]): readonly string[] {
  return checks.map((setting) => setting.rule).filter((rule) => codeOfRule(rule) === undefined);
}

/** All rules of the registry with the settings of an election. */
export function compileRules(checks: readonly CheckSetting[]): ReadonlyMap<FindingCode, CompiledRule> {
  const settings = new Map(checks.map((setting) => [setting.rule, setting]));
  return new Map(FINDING_CODES.map((code) => [code, compileRule(code, settings.get(FINDINGS[code].rule))]));
}

function compileRule(code: FindingCode, setting: CheckSetting | undefined): CompiledRule {
  const rule = FINDINGS[code];
  const severity = setting?.severity ?? "";
  const tolerance = setting?.tolerance ?? 0;
  return {
    code,
    severity: severity === "" ? rule.severity : severity,
    tolerance: tolerance === 0 ? rule.tolerance : tolerance,
    limit: limitOf(setting?.limit ?? parseFraction(rule.limit)),
    suppresses: rule.suppresses.filter(isFindingCode),
  };
}

function limitOf(exact: Fraction | undefined): Limit | null {
  if (exact === undefined) return null;
  return { numerator: Number(exact.numerator), denominator: Number(exact.denominator), exact };
}

/** The rule of a code; every compiled map has them all. */
export function ruleIn(rules: ReadonlyMap<FindingCode, CompiledRule>, code: FindingCode): CompiledRule {
  const rule = rules.get(code);
  if (rule === undefined) throw new Error(`rule not compiled: ${code}`);
  return rule;
}

/**
 * True when a difference is larger than the rule lets pass: more votes than the tolerance and, where the rule has a limit,
 * also a larger share of the base. With tolerance 5 and limit 3/100, 6 of 300 passes (2 %) and 10 of 300 does not (3.3 %).
 */
export function isBeyond(rule: CompiledRule, difference: number, base: number): boolean {
  if (difference <= 0 || difference <= rule.tolerance) return false;
  return rule.limit === null || isMoreThan(difference, base, rule.limit);
}

/** True when part is at least this share of the whole: exact, and without big numbers as long as the products are safe. */
export function isAtLeast(part: number, whole: number, limit: Limit): boolean {
  const left = part * limit.denominator;
  const right = whole * limit.numerator;
  return left < SAFE && right < SAFE ? left >= right : compareToFraction(part, whole, limit.exact) >= 0;
}

/** True when part is more than this share of the whole. */
export function isMoreThan(part: number, whole: number, limit: Limit): boolean {
  const left = part * limit.denominator;
  const right = whole * limit.numerator;
  return left < SAFE && right < SAFE ? left > right : compareToFraction(part, whole, limit.exact) > 0;
}

/** Below this a product of whole numbers is exact. */
const SAFE = Number.MAX_SAFE_INTEGER;
